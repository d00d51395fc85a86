#!/usr/bin/env bash
# The one way to build, run, test and measure ICS Explorer.
#
#   ./build.sh          build into dist/
#   ./build.sh run      build, then serve (arguments go to the server: -addr localhost:9000)
#   ./build.sh test     vet, imports, tests, fuzz seeds, wasm, browser (test full: every file with every fault)
#   ./build.sh shots    pictures of every state of the page into dist/shots/, side by side in its index.html
#   ./build.sh bench    sizes, starts, keystrokes, views, the server, search (bench full: longer, all engines)
set -euo pipefail
cd "$(dirname "$0")"

# Same input, same bytes: no paths, no build ids, no state of the checkout. Who publishes may say which commit it is,
# with COMMIT=$(git rev-parse HEAD) in the environment; `ics-explorer version` prints it.
flags=(-trimpath -buildvcs=false -ldflags="-s -w -buildid= -X main.commit=${COMMIT-}")

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

build() {
  [[ ${COMMIT-} =~ ^[0-9A-Za-z.-]*$ ]] || fail "COMMIT=$COMMIT is not the name of a commit"
  command -v go >/dev/null || fail 'Go is not installed; see https://go.dev/doc/install'
  mkdir -p dist
  local began=$SECONDS
  [[ -f dist/app.wasm ]] || echo 'The first build fetches modules and compiles the standard library twice: two minutes on 2 cores.'
  step 'checking the listings'
  go run . check
  step 'compiling the program for browsers'
  go run ./app/program/compile -o dist/app.wasm
  imports
  step 'writing and compressing the site'
  go run ./app/site/generate -program dist/app.wasm -web web -out dist -home "${SITE-}"
  step 'compiling the server'
  # Without cgo the server needs nothing of its machine, and is the same on all of them.
  CGO_ENABLED=0 go build "${flags[@]}" -tags=site -o dist/ics-explorer .
  sizes
  echo "built in $((SECONDS - began)) s"
}

step() { printf '%s: %s\n' "${FUNCNAME[1]}" "$*"; }

# Imports point one way, and the browser's program carries nothing of the server.
imports() {
  local program package
  program=$(GOOS=js GOARCH=wasm go list -tags=prepared -modfile=dist/program.mod -overlay=dist/program.overlay.json -deps .)
  local banned=(icsexplorer/app/{server,site,cli,program,licences})
  [[ ${GOAPP-} == stock ]] || banned+=(net/http encoding/json os) # which go-app as published brings along
  for package in "${banned[@]}"; do
    grep -qx "$package" <<<"$program" && fail "the browser's program imports $package"
  done
  only() { # PACKAGE ALLOWED-PATTERN: everything outside the standard library that it needs
    local needs stray
    needs=$(go list -deps -f '{{if not .Standard}}{{.ImportPath}}{{end}}' "./$1")
    stray=$(grep -vE "^(icsexplorer/$1|$2)\$" <<<"$needs" || true)
    [[ -z $stray ]] || fail "$1 must not import $stray"
  }
  only corpus/order ''
  only corpus 'icsexplorer/corpus/order'
  only corpus/intake 'icsexplorer/corpus(/order)?'
  only app/view ''
  only app/shelf 'icsexplorer/corpus(/order)?'
  only app/facet 'icsexplorer/corpus(/order)?'
  only app/page 'icsexplorer/(corpus(/order|/intake)?|app/(export|facet|markup|search|shelf|trend|view))|github.com/sahilm/fuzzy'
  only app/markup ''
  only app/export 'icsexplorer/(corpus(/order)?|app/markup)'
  only app/trend 'icsexplorer/(corpus(/order)?|app/markup)'
  only app/search 'icsexplorer/corpus(/order)?|github.com/sahilm/fuzzy'
  only app/server ''
  # What the page says is worked out without go-app and without a browser.
  local all pure goapp=github.com/maxence-charriere/go-app/v10/pkg/app
  for pure in app/page app/facet app/export app/trend; do
    all=$(GOOS=js GOARCH=wasm go list -deps "./$pure")
    for package in "$goapp" icsexplorer/app icsexplorer/app/dom; do
      ! grep -qx "$package" <<<"$all" || fail "$pure must not import $package"
    done
  done
  all=$(GOOS=js GOARCH=wasm go list -f '{{range .Imports}}{{if eq . "syscall/js"}}{{$.ImportPath}} {{end}}{{end}}' ./...)
  for package in $all; do
    [[ $package == icsexplorer/app || $package == icsexplorer/app/dom ]] || fail "$package must not import syscall/js"
  done
}

sizes() {
  local program
  program=$(ls dist/site/app-*.wasm)
  printf '%-24s %10d bytes\n' \
    'program' "$(wc -c <"$program")" \
    'program, brotli' "$(wc -c <"$program.br")" \
    'page, brotli' "$(wc -c <dist/site/index.html.br)" \
    'one file' "$(wc -c <dist/ics-explorer.html)" \
    'server' "$(wc -c <dist/ics-explorer)"
}

# What the tests need besides Go: two browsers, hosts that know nothing of us, and
# node to run wasm outside of a browser and to drive the second one.
tools() {
  local missing=() program
  PATH+=:/usr/sbin # where Debian puts servers, for everybody
  for program in chromium firefox-esr nginx caddy python3 npm; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  command -v node >/dev/null || missing+=(nodejs)
  ((${#missing[@]})) || return 0
  if command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
    say "installing ${missing[*]}"
    # Run level 1 keeps apt from starting the servers.
    apt-get update -q && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" && return
  fi
  fail "the tests need ${missing[*]}; on Debian: sudo apt-get install ${missing[*]}"
}

test_all() {
  tools
  say build
  build
  say vet
  local unformatted
  unformatted=$(gofmt -l ./*.go app corpus)
  [[ -z $unformatted ]] || fail "gofmt would change: $unformatted"
  go vet ./...
  go vet -tags=browser ./app/browsertest/...
  GOOS=js GOARCH=wasm go vet . ./app
  say tests
  fetch app/export/readers dist/readers 'the readers of what is exported'
  go test ./...
  say 'tests as wasm, under node'
  GOOS=js GOARCH=wasm go test -exec="$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./corpus/... ./app/facet ./app/page ./app/search ./app/view
  say 'tests in the browser'
  fetch app/browsertest/checkers dist/checkers 'what checks the pages'
  local whole=()
  [[ ${1-} != full ]] || whole=(-whole)
  go test -tags=browser -count=1 -timeout=75m ./app/browsertest "${whole[@]}"
  cat dist/faults.txt
  say 'journeys in Firefox'
  firefox
}

# Packages of npm stay in dist/ and are fetched when they change.
fetch() { # FROM TO WHAT
  cmp -s "$1/package-lock.json" "$2/package-lock.json" && return
  rm -rf "$2"
  mkdir -p "$2"
  cp "$1"/package*.json "$2/"
  (cd "$2" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
    { rm -rf "$2"; fail "npm could not fetch $3"; }
}

shots() {
  tools
  build
  rm -rf dist/shots
  mkdir -p dist/shots
  go test -tags=browser -count=1 -timeout=20m -run '^TestShots$' ./app/browsertest -shots "$PWD/dist/shots"
  echo "dist/shots/index.html"
}

firefox() {
  fetch app/browsertest/firefox dist/firefox 'what drives Firefox'
  NODE_PATH=$PWD/dist/firefox/node_modules timeout 600 node --test app/browsertest/firefox/journeys.cjs
}

# The search benchmark with the other engines is kept outside the project.
bench_data=${BENCH_DATA:-../shared/bench}

bench() {
  local headlines=() dir=
  if [[ -x $bench_data/setup.sh ]]; then
    dir=$("$bench_data/setup.sh")
    headlines=(-headlines "$dir/data/h162000.txt")
  fi
  say 'sizes, starts, keystrokes, views'
  go run ./app/bench/page "${headlines[@]}"
  say server
  if [[ ${1-} == full ]]; then
    go run ./app/bench/server -site dist/site -server dist/ics-explorer -full 60s || true
  else
    go run ./app/bench/server -site dist/site -server dist/ics-explorer || true
  fi
  say search
  if [[ -z $dir ]]; then
    echo "not run: there is no $bench_data/setup.sh; BENCH_DATA names another folder"
    return
  fi
  local others=(ufuzzy) reps=1 root=$PWD
  [[ ${1-} != full ]] || others=(ufuzzy ufuzzy-typo fuzzysort-t0 minisearch-or flexsearch-fwd fuse-token orama fzf microfuzz sahilm-wasm) reps=3
  GOOS=js GOARCH=wasm go build -trimpath -o "$dir/bin/engine.wasm" ./app/search/replay
  rm -f dist/bench-*.json
  (
    cd "$dir"
    node quality/run.mjs queries/dev.jsonl data/h162000.txt "$root/dist/bench-quality.json" bin/engine.wasm "${others[@]}"
    node quality/run.mjs queries/nhs.jsonl data/nhs.txt "$root/dist/bench-nhs.json" bin/engine.wasm fuse-token minisearch-or
    node quality/run.mjs queries/real-dev.jsonl data/h162000.txt "$root/dist/bench-real.json" bin/engine.wasm "${others[@]}"
    node keystrokes/run.mjs queries/keys-36-dev.jsonl data/nhs.txt "$root/dist/bench-keys-36.json" bin/engine.wasm "${others[@]}"
    node keystrokes/run.mjs queries/keys-10000-dev.jsonl data/h10000.txt "$root/dist/bench-keys-10000.json" bin/engine.wasm "${others[@]}"
    node speed/run.mjs "$root/dist/bench-speed.json" --sizes=162000 --reps=$reps bin/engine.wasm "${others[@]}"
  )
  go run ./app/bench/search -quality dist/bench-quality.json -speed dist/bench-speed.json -real dist/bench-real.json \
    -keys 36=dist/bench-keys-36.json -keys 10000=dist/bench-keys-10000.json bin/engine.wasm
}

case ${1-build} in
  build) build ;;
  run) build; shift; exec dist/ics-explorer serve "$@" ;; # not build && …: that turns -e off inside
  shots) shots ;;
  test) test_all "${2-}" ;;
  bench) build; bench "${2-}" ;;
  *) sed -n '4,8s/^# *//p' "$0" >&2; exit 2 ;;
esac
