//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"icsexplorer/app/program"
	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// command runs ics-explorer and returns its exit code and what it printed.
func command(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(context.Background(), args, &out, &err)
	return code, out.String(), err.String()
}

func TestExitCodes(t *testing.T) {
	tests := []struct {
		name   string
		args   []string
		code   int
		stderr string
	}{
		{"help", []string{"help"}, 0, ""},
		{"help of a command", []string{"search", "-h"}, 0, ""},
		{"the listings it was built with", []string{"check"}, 0, ""},
		{"words that are found", []string{"search", "dental"}, 0, ""},
		{"words that are not", []string{"search", "blorptag"}, 0, ""},
		{"nothing to look for", []string{"search", "£", "…"}, 0, "“£ …” has no letters or figures to look for"},
		{"a mark that nobody sees", []string{"search", "\u200b"}, 0, "has no letters or figures to look for"},
		{"an unknown command", []string{"sreve"}, 2, `there is no command "sreve"`},
		{"an unknown flag", []string{"-port", "80"}, 2, "flag provided but not defined: -port"},
		{"a flag without a value", []string{"serve", "-addr"}, 2, "flag needs an argument: -addr"},
		{"an argument too many", []string{"serve", "localhost:8000"}, 2, `takes no argument "localhost:8000"`},
		{"a certificate without its key", []string{"-cert", "c.pem"}, 2, `go together: got "c.pem" and ""`},
		{"a key without its certificate", []string{"-key", "k.pem"}, 2, `go together: got "" and "k.pem"`},
		{"an unknown log", []string{"-log", "xml"}, 2, `unknown -log "xml": want json, text or off`},
		{"no address", []string{"serve", "-addr", ""}, 2, `-addr "" names no port`},
		{"an address without a port", []string{"-addr", "localhost:"}, 2, `-addr "localhost:" names no port`},
		{"a colon alone", []string{"-addr", ":"}, 2, `-addr ":" names no port`},
		{"the version", []string{"version"}, 0, ""},
		{"the version of something", []string{"version", "all"}, 2, `takes no argument "all"`},
		{"licences without the site", []string{"licences"}, 1, "gathered with the site: run ./build.sh"},
		{"no words", []string{"search", "-json"}, 2, "needs words"},
		{"an unknown system", []string{"search", "-ics", "atlantis", "gp"}, 2, `"atlantis" is not the slug of a system`},
		{"a word that is not to be there", []string{"search", "gp", "-quiet"}, 0, ""},
		{"an unknown flag before the words", []string{"search", "-quiet", "gp"}, 2, "flag provided but not defined: -quiet"},
		{"a flag after the words, its value wrong", []string{"search", "gp", "-n", "many"}, 2, "invalid value"},
		{"a flag after the words, without its value", []string{"search", "gp", "-n"}, 2, "flag needs an argument: -n"},
		{"words with signs that nothing has", []string{"search", `"access phone"`}, 0, `these have the words "access phone"`},
		{"words that begin as flags do", []string{"search", "--", "-quiet"}, 0, ""},
		{"less than no stories", []string{"search", "-n", "-1", "gp"}, 2, "-1"},
		{"a view in a format", []string{"export", "-view", "?q=dental", "-as", "csv"}, 0, ""},
		{"a view of an address with faults", []string{"export", "-view", "?sort=oldest", "-as", "md"}, 0, "sort “oldest”"},
		{"no format", []string{"export", "-view", "?q=gp"}, 2, `unknown -as "": want md, html`},
		{"an unknown format", []string{"export", "-as", "docx"}, 2, `unknown -as "docx"`},
		{"an unknown order of a briefing", []string{"export", "-as", "md", "-by", "week"}, 2, `unknown -by "week": want system, series or day`},
		{"a day that is none", []string{"export", "-as", "md", "-day", "2026-02-30"}, 2, `"2026-02-30" is not a day`},
		{"a view without its flag", []string{"export", "-as", "md", "?q=gp"}, 2, `takes no argument "?q=gp"`},
		{"a file that is not there", []string{"check", "no-such-ics.txt"}, 1, "no-such-ics.txt:1: cannot be read: "},
		{"a folder", []string{"check", "corpus"}, 1, "corpus:1: cannot be read: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, _, stderr := command(test.args...)
			if code != test.code || !strings.Contains(stderr, test.stderr) {
				t.Errorf("exit %d, printed %q; want %d and %q in it", code, stderr, test.code, test.stderr)
			}
			if code == 2 && !strings.Contains(stderr, "usage: ics-explorer") {
				t.Errorf("a wrong call does not show the usage: %q", stderr)
			}
		})
	}
}

func TestServingWithoutTheSiteSaysHowToGetIt(t *testing.T) {
	if site() != nil {
		t.Fatal("tests are run without the tag site")
	}
	code, _, stderr := command("serve")
	if code != 1 || !strings.Contains(stderr, "run ./build.sh") {
		t.Errorf("exit %d, printed %q", code, stderr)
	}
}

func TestCheckNamesEveryFaultWithItsLine(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good, err := os.ReadFile("corpus/listings/south-west-london-ics.txt")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, file string
		faults     []string
	}{
		{"an unknown system", write("atlantis-ics.txt", strings.Replace(string(good), "South West London ICS", "Atlantis ICS", 1)), []string{":1: "}},
		{"no title", write("south-west-london-ics.txt", strings.TrimPrefix(string(good), "South West London ICS\n\n")), []string{":1: "}},
		{"empty", write("devon-ics.txt", ""), []string{":1: "}},
		{"cut in the middle", write("dorset-ics.txt", "Dorset ICS\n\nA headline\n\n\nIts standfirst.\n\nA second headline\n\n\n"), []string{":8: "}},
		{"Latin-1", write("sussex-ics.txt", "Sussex ICS\n\nCaf\xe9 closes\n\n\nIt cost \xa320m.\n"), []string{":3: "}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, _, stderr := command("check", test.file)
			if code != 1 {
				t.Errorf("exit %d", code)
			}
			for _, fault := range test.faults {
				if !strings.Contains(stderr, test.file+fault) {
					t.Errorf("printed %q, want %s%s", stderr, test.file, fault)
				}
			}
		})
	}
}

func TestHelpShowsTheUsageAndTheFlags(t *testing.T) {
	for _, name := range []string{"serve", "check", "search", "export", "version"} {
		_, stdout, stderr := command(name, "-h")
		if !strings.HasPrefix(stdout, "usage: ics-explorer") || stderr != "" {
			t.Errorf("%s -h printed %q, and %q as an error", name, stdout, stderr)
		}
	}
	if _, stdout, _ := command("search", "-h"); !strings.Contains(stdout, "-json\n") {
		t.Errorf("search -h does not tell of -json: %q", stdout)
	}
}

func TestFlagsMayStandAfterTheWords(t *testing.T) {
	_, before, _ := command("search", "-json", "-n", "2", "-explain", "nhs", "funding")
	_, after, _ := command("search", "nhs", "-n", "2", "funding", "-json", "-explain")
	if before != after || strings.Count(before, "\n") != 2 {
		t.Errorf("printed %q\nand %q", before, after)
	}
}

// A word with a minus before it is not to be in what is found, also among flags.
func TestWordsMayHaveAMinus(t *testing.T) {
	_, all, _ := command("search", "-n", "0", "trust")
	_, some, _ := command("search", "trust", "-gift", "-n", "0", "-charity")
	_, quoted, _ := command("search", "-n=0", "--", "trust", "-gift", "-charity")
	if some != quoted || strings.Count(some, "\n") != strings.Count(all, "\n")-1 || strings.Contains(some, "gift") {
		t.Errorf("all:\n%s\nwithout one:\n%s\nthe same behind --:\n%s", all, some, quoted)
	}
}

func TestSearchPrintsWhatScriptsNeed(t *testing.T) {
	code, stdout, stderr := command("search", "-json", "-n", "1", "-ics", "south-west-london-ics", "phone", "gp")
	if code != 0 || stderr != "" {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatalf("%q: %v", stdout, err)
	}
	if got["headline"] != "Threefold ICS variation in GP phone access revealed" || got["matched"] != "headline" || got["caption"] != "Mobile phone" {
		t.Errorf("got %v", got)
	}
	for _, key := range []string{"key", "headline", "standfirst", "caption", "series", "published", "day", "label", "url", "systems", "matched"} {
		if _, ok := got[key]; !ok {
			t.Errorf("no %q in %s", key, stdout)
		}
		delete(got, key)
	}
	if len(got) > 0 {
		t.Errorf("there is %v too", got)
	}
	_, stdout, _ = command("search", "-json", "-explain", "-n", "3", "nhs")
	for line := range strings.Lines(stdout) {
		if err := json.Unmarshal([]byte(line), &got); err != nil || got["explain"] == "" {
			t.Errorf("%q: %v", line, err)
		}
	}
}

// build.sh goes no further than the step that fails: above all, it serves no site that
// was built before. Go and what the tests need are stand-ins that note each call.
func TestBuildStopsAtTheStepThatFails(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash")
	}
	script, err := os.ReadFile("build.sh")
	if err != nil {
		t.Fatal(err)
	}
	const note = "#!/bin/sh\necho \"${0##*/} $*\" >>\"$NOTES\"\n"
	const standIn = note + `case "$*" in *"$FAIL"*) exit 1 ;; esac`
	files := map[string]string{
		"build.sh":          string(script),
		"dist/ics-explorer": note,
		"bin/go":            standIn,
	}
	for _, name := range strings.Fields("gofmt chromium firefox-esr nginx caddy python3 npm node apt-get") {
		files["bin/"+name] = note
	}
	for _, name := range strings.Fields(`dist/site/app-1.wasm dist/site/app-1.wasm.br dist/site/index.html.br dist/ics-explorer.html`) {
		files[name] = ""
	}
	tests := []struct{ word, step string }{
		{"build", "run . check"},
		{"run", "run . check"},
		{"bench", "run . check"},
		{"run", "run ./app/program/compile"},
		{"run", "list -deps -f {{if not .Standard}}{{.ImportPath}}{{end}} ./corpus"},
		{"run", "run ./app/site/generate"},
		{"test", "vet ./..."},
	}
	for _, test := range tests {
		t.Run(test.word+", "+test.step, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range files {
				name = filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, []byte(text), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			notes := filepath.Join(dir, "notes")
			cmd := exec.Command(bash, filepath.Join(dir, "build.sh"), test.word)
			cmd.Dir = t.TempDir() // it runs from anywhere
			cmd.Env = append(os.Environ(), "FAIL="+test.step, "NOTES="+notes,
				"PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"))
			out, err := cmd.CombinedOutput()
			if err == nil {
				t.Error("it succeeded")
			}
			calls, _ := os.ReadFile(notes)
			lines := strings.Split(strings.TrimSpace(string(calls)), "\n")
			if last := lines[len(lines)-1]; !strings.Contains(last, test.step) {
				t.Errorf("it went on to %q\n%s", last, out)
			}
		})
	}
}

// Adding a listing is what most contributions do, so no test may depend on which there are: all of them are run with
// others beside those that the module holds, as go's overlay, which leaves the module as it is.
func TestMoreListingsBreakNoTest(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs all other tests four times")
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name        string
		more        int // listings
		own, shared int // stories in each
	}{
		{"one more, of 10,000 stories", 1, 10_000, 0},
		{"three more", 3, 5, 2},
		{"seven more", 7, 8, 3},
		{"one of every system", len(registry), 20, 10},
	} {
		t.Run(test.name, func(t *testing.T) {
			listings := make(map[string]string)
			for _, system := range registry {
				text := corpustest.Listing(system.ShortName) + corpustest.Stories(system.ShortName, test.own) + corpustest.Stories("National", test.shared)
				name := "corpus/listings/" + system.Slug + "-ics.txt"
				if _, err := os.Stat(name); os.IsNotExist(err) && len(listings) < test.more {
					listings[name] = text
				}
			}
			if len(listings) == 0 {
				t.Skip("every system has a listing")
			}
			overlay, err := program.Overlay(".", t.TempDir(), listings)
			if err != nil {
				t.Fatal(err)
			}
			// Hostile sources take long, and ask nothing of the listings.
			cmd := exec.CommandContext(t.Context(), "go", "test", "-overlay="+overlay, "-skip=^(TestMoreListings|TestHostile)", "./...")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("with %d more listings: %v\n%s", len(listings), err, out)
			}
		})
	}
}

// What people bring is read, said, and written as a listing; nothing is written over.
func TestAddWritesAListing(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll("corpus/listings", 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const paste = "Sign in\nDevon ICS\n\nNEWS\nWard opens a month early\n14 May 2026\n\nA ward for stroke patients has opened in the west of the county.\n\nSubscriber only\n"
	write("page.txt", paste)
	code, stdout, stderr := command("add", "-n", "page.txt")
	var story map[string]any
	if err := json.Unmarshal([]byte(stdout), &story); err != nil || code != 0 {
		t.Fatalf("exit %d, %v\n%s%s", code, err, stdout, stderr)
	}
	for key, want := range map[string]string{
		"headline": "Ward opens a month early", "standfirst": "A ward for stroke patients has opened in the west of the county.",
		"label": "News", "published": "2026-05-14", "day": "2026-05-14", "url": "", "caption": "",
	} {
		if story[key] != want {
			t.Errorf("%s is %q, want %q", key, story[key], want)
		}
	}
	if !strings.Contains(stderr, "1 story of devon") || !strings.Contains(stderr, `page.txt:1: left out`) {
		t.Errorf("it says %s", stderr)
	}
	const listing = "corpus/listings/devon-ics.2026-05-15.txt"
	if code, stdout, stderr = command("add", "-day", "2026-05-15", "page.txt"); code != 0 || stdout != listing+": 1 story\n" {
		t.Fatalf("exit %d\n%s\n%s", code, stdout, stderr)
	}
	if code, stdout, stderr = command("check", listing); code != 0 {
		t.Errorf("check: exit %d\n%s%s", code, stdout, stderr)
	}
	if code, stdout, _ = command("add", "-day", "2026-05-15", "page.txt"); code != 0 || !strings.Contains(stdout, "nothing is added") {
		t.Errorf("again: exit %d, %s", code, stdout)
	}
	write("page.txt", strings.Replace(paste, "early", "late", 1))
	write("other.txt", strings.Replace(paste, "Devon", "Dorset", 1))
	if code, _, stderr = command("add", "-day", "2026-05-15", "other.txt", "page.txt"); code != 1 || !strings.Contains(stderr, "is there already") {
		t.Errorf("another text: exit %d, %s", code, stderr)
	}
	if _, err := os.Stat("corpus/listings/dorset-ics.2026-05-15.txt"); err == nil {
		t.Error("one of two was written, though the other could not be")
	}
	write("page.txt", strings.Replace(paste, "Devon ICS\n", "", 1))
	for _, test := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"add", "page.txt"}, 1, "add -system"},
		{[]string{"add"}, 2, "add needs files"},
		{[]string{"add", "-system", "atlantis", "page.txt"}, 2, `"atlantis" is not the slug`},
		{[]string{"add", "-day", "today", "page.txt"}, 2, "want YYYY-MM-DD"},
		{[]string{"add", "-form", "tea", "page.txt"}, 2, `there is no form "tea"`},
		{[]string{"add", "none"}, 1, "no such file"},
		{[]string{"add", "."}, 1, "a folder, not a file"},
	} {
		if code, _, stderr := command(test.args...); code != test.code || !strings.Contains(stderr, test.says) {
			t.Errorf("%v: exit %d, %s; want %d, %s", test.args, code, stderr, test.code, test.says)
		}
	}
	if code, _, stderr := command("add", "-n", "-system", "dorset", "page.txt"); code != 0 || !strings.Contains(stderr, "of dorset") {
		t.Errorf("with -system: exit %d, %s", code, stderr)
	}
}

// asCommand in the environment makes the test program ics-explorer.
const asCommand = "TEST_AS_ICS_EXPLORER"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	os.Exit(m.Run())
}

// process is ics-explorer with args, to be started. It is killed when the test ends.
func process(t *testing.T, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), asCommand+"=1")
	return cmd
}

// TestFirstSignalEnds keeps a command busy with printing into a pipe that nobody empties, so that it cannot have ended
// by itself.
func TestFirstSignalEnds(t *testing.T) {
	odd := filepath.Join(t.TempDir(), "devon-ics.txt")
	if err := os.WriteFile(odd, bytes.Repeat([]byte("A line alone.\n\n"), 40_000), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"search", "-n", "0", "-explain", "nhs"}, {"check", odd}} {
		for _, signal := range []os.Signal{syscall.SIGINT, syscall.SIGTERM} {
			t.Run(args[0]+" "+signal.String(), func(t *testing.T) {
				read, written, err := os.Pipe()
				if err != nil {
					t.Fatal(err)
				}
				defer read.Close()
				shrink(t, written)
				cmd := process(t, args...)
				cmd.Stdout, cmd.Stderr = written, written
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				written.Close()
				if _, err := read.Read(make([]byte, 1)); err != nil {
					t.Fatalf("it printed nothing: %v", err)
				}
				if err := cmd.Process.Signal(signal); err != nil {
					t.Fatal(err)
				}
				cmd.Wait()
				if status := cmd.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() || status.Signal() != signal {
					t.Errorf("it ended by itself: %v", cmd.ProcessState)
				}
			})
		}
	}
}

// shrink makes a pipe hold 4 KB instead of 64, where the system can.
func shrink(t *testing.T, pipe *os.File) {
	const setPipeSize = 1031 // F_SETPIPE_SZ of Linux
	if _, _, err := syscall.Syscall(syscall.SYS_FCNTL, pipe.Fd(), setPipeSize, 4<<10); err != 0 {
		t.Skip("this system has no small pipes: ", err)
	}
}

func TestCheckRefusesWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "devon-ics.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "dorset-ics.txt")
	if err := os.Symlink("/dev/zero", link); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, path, want string }{
		{"a pipe", pipe, "it is a pipe, not a file"},
		{"a device", "/dev/zero", "it is a device, not a file"},
		{"a link to one", link, "it is a device, not a file"},
		{"a folder", dir, "it is a folder, not a file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cmd := process(t, "check", test.path)
			out, err := cmd.CombinedOutput()
			if err == nil || !strings.Contains(string(out), test.path+":1: cannot be read: "+test.want) {
				t.Errorf("%v, printed %q; want %q", err, out, test.want)
			}
		})
	}
}
