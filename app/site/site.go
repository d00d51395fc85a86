// Package site builds the static site from the compiled program and the files of
// web/: everything a host has to serve, with nothing to be decided at run time.
//
// What a page loads carries the hash of its content in its name and may be cached
// for ever; all references are relative, so that the site works in any folder.
// Same input, same bytes.
package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app"
	explorer "icsexplorer/app/page"
	"icsexplorer/app/server"
	"icsexplorer/corpus"
)

// Files of the site by name.
type Files map[string][]byte

// Names of the files that keep their name whatever they hold. Browsers have to
// ask for them anew each time.
const (
	pageName     = "index.html"
	workerName   = "app-worker.js"
	versionName  = "version.json"
	missingName  = "404.html" // what many hosts answer for addresses that are not there
	headersName  = server.HeadersName
	licencesName = "licences.txt"
	rawName      = ".nojekyll" // has GitHub Pages serve every file as it is
)

// manifestName is where the page's manifest is before its name gets a hash.
const manifestName = "manifest.webmanifest"

const description = "HSJ’s headlines about England’s integrated care systems, as far as they are in this copy: found as you type, filtered by system, offline too."

// Site is everything a host has to serve.
type Site struct {
	Files   Files // by name, in one folder
	Version string

	names  names
	page   page
	policy string
}

// Our scripts, in the order in which they run: those that stand in the page run before it is painted, the first of them
// asks for the program; the others once the page is read, and before go-app's.
var (
	firstScripts = []string{"loading.js", "ended.js", "boot.js"}
	laterScripts = []string{"redraw.js", "release.js", "files.js", "shelf.js", "sources.js", "carry.js"}
)

// scriptPath is where the later scripts are, one behind the other.
const scriptPath = "/web/explorer.js"

// releaseName is the file of web that says which of two releases is the later.
const releaseName = "release.txt"

// routes is held while go-app's routes, of which a program has one table, are ours.
var routes sync.Mutex

// Build makes the site of c from the compiled program and the static files of web:
// explorer.css, sheet.css, alarm.css, dead.css, the scripts, ended.html, alarm.html, worker.js, icon.svg, icon-192.png and
// icon-512.png; and release.txt, the number of the release.
func Build(c *corpus.Corpus, web fs.FS, program []byte) (*Site, error) {
	routes.Lock()
	defer routes.Unlock()
	goapp.Route("/", app.Explorer(explorer.NewLibrary(c)))
	// The version is a hash of the whole site as it is without a version.
	draft, err := build("draft", c.Fingerprint, web, program)
	if err != nil {
		return nil, err
	}
	digest := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(draft.Files)) {
		fmt.Fprintf(digest, "%s %d\n", name, len(draft.Files[name]))
		digest.Write(draft.Files[name])
	}
	return build(hex.EncodeToString(digest.Sum(nil))[:versionLength], c.Fingerprint, web, program)
}

func build(version, fingerprint string, web fs.FS, program []byte) (*Site, error) {
	s := &Site{Files: make(Files), Version: version, names: make(names)}
	for _, name := range []string{"explorer.css", "icon.svg", "icon-192.png", "icon-512.png"} {
		content, err := static(web, name)
		if err != nil {
			return nil, err
		}
		s.add("/web/"+name, content)
	}
	first, err := static(web, firstScripts...)
	if err != nil {
		return nil, err
	}
	later, err := static(web, laterScripts...)
	if err != nil {
		return nil, err
	}
	s.add(scriptPath, later)
	s.names["/app.css"] = s.names["/web/explorer.css"] // ours stands in for go-app's own style sheet
	s.add("/web/app.wasm", program)
	manifest, err := s.manifest()
	if err != nil {
		return nil, err
	}
	s.add("/"+manifestName, manifest)
	worker, err := static(web, "worker.js")
	if err != nil {
		return nil, err
	}

	generated, err := s.generate(worker, len(program))
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"app.js", "wasm_exec.js"} {
		s.add("/"+name, generated[name])
	}
	if s.page, err = parsePage(generated[pageName]); err != nil {
		return nil, err
	}
	s.page.relink(s.names)
	s.page.logIn()
	s.page.title()
	s.page.script(first, s.names[scriptPath])
	if err := s.page.style(web, "alarm.css", "explorer.css", "dead.css"); err != nil {
		return nil, err
	}
	if err := s.page.insert(web, "alarm.html", s.page.find(atom.Body).FirstChild); err != nil {
		return nil, err
	}
	if err := s.page.insert(web, "ended.html", nil); err != nil {
		return nil, err
	}
	notFound, err := html.Parse(bytes.NewReader(missing)) // as it is, to the byte
	if err != nil {
		return nil, fmt.Errorf("%s: %w", missingName, err)
	}
	s.policy = policy(s.page, page{notFound})
	s.page.protect(onPage(s.policy))
	order, err := releaseNumber(web)
	if err != nil {
		return nil, err
	}
	root := s.page.find(atom.Html)
	root.Attr = append(root.Attr, html.Attribute{Key: "data-listings", Val: fingerprint},
		html.Attribute{Key: "data-order", Val: order},
		html.Attribute{Key: "data-program", Val: s.names["/web/app.wasm"]},
		html.Attribute{Key: "data-version", Val: version})
	if s.Files[pageName], err = s.page.render(); err != nil {
		return nil, err
	}
	if s.Files[workerName], err = s.worker(generated[workerName], order); err != nil {
		return nil, err
	}
	s.Files[versionName], err = json.Marshal(struct {
		Version     string `json:"version"`
		Fingerprint string `json:"fingerprint"`
	}{s.Version, fingerprint})
	if err != nil {
		return nil, err
	}
	s.addHosting()
	return s, nil
}

// static reads files of web, one behind the other.
func static(web fs.FS, files ...string) ([]byte, error) {
	var all []byte
	for _, name := range files {
		content, err := fs.ReadFile(web, name)
		if err != nil {
			return nil, fmt.Errorf("static files: %w", err)
		}
		all = append(all, content...)
	}
	return all, nil
}

// names maps go-app's paths to names in the site.
type names map[string]string

// Resolve gives a path of go-app's its name in the site, relative to the page.
func (n names) Resolve(location string) string {
	if location == "/" || location == "" {
		return "./"
	}
	if name, ok := n[location]; ok {
		return name
	}
	return strings.TrimPrefix(location, "/")
}

const versionLength = 16 // hexadecimal digits of a SHA-256

// add puts content into the site under a name that holds its hash.
func (s *Site) add(location string, content []byte) {
	name := server.HashedName(path.Base(location), content)
	s.Files[name] = content
	s.names[location] = name
}

// generate lets go-app write its part of the site: the page with the front
// page's stories in it, the loader, the runtime's glue and the worker.
func (s *Site) generate(worker []byte, programSize int) (Files, error) {
	handler := &goapp.Handler{
		Name:                  explorer.Name,
		Title:                 explorer.Name,
		Description:           description,
		Lang:                  "en-GB",
		BackgroundColor:       backgroundColor,
		ThemeColor:            themeColor,
		LoadingLabel:          "Loading search: {progress}%",
		Version:               s.Version,
		WasmContentLength:     strconv.Itoa(programSize), // the raw size: progress counts decompressed bytes
		Resources:             s.names,
		Icon:                  goapp.Icon{Default: "/web/icon.svg", SVG: "/web/icon.svg", Large: "/web/icon-512.png", Maskable: "/web/icon-512.png"},
		ServiceWorkerTemplate: string(worker),
	}
	files := make(Files)
	for _, name := range []string{pageName, workerName, "app.js", "wasm_exec.js"} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/"+strings.TrimSuffix(name, pageName), nil))
		if answer.Code != http.StatusOK {
			return nil, fmt.Errorf("generating %s: go-app answers %d", name, answer.Code)
		}
		files[name] = answer.Body.Bytes()
	}
	return files, nil
}

// releaseNumber returns the number in release.txt: a later release has a higher one.
func releaseNumber(web fs.FS) (string, error) {
	text, err := static(web, releaseName)
	if err != nil {
		return "", err
	}
	number, err := strconv.ParseUint(string(bytes.TrimSpace(text)), 10, 32)
	if err != nil {
		return "", fmt.Errorf("static files: %s: %q is not the number of a release", releaseName, text)
	}
	return strconv.FormatUint(number, 10), nil
}

// worker fills in the number of the release, the files the worker keeps, each with the hash of its bytes, and
// what names end in that have a hash.
func (s *Site) worker(template []byte, order string) ([]byte, error) {
	digests := make(map[string]string)
	for name, content := range s.Files {
		if name == pageName {
			name = "./"
		}
		digests[name] = fmt.Sprintf("%x", sha256.Sum256(content))
	}
	list, err := json.MarshalIndent(digests, "", "  ")
	if err != nil {
		return nil, err
	}
	filled := bytes.ReplaceAll(template, []byte("{{.Files}}"), list)
	filled = bytes.ReplaceAll(filled, []byte("{{.Order}}"), []byte(order))
	return bytes.ReplaceAll(filled, []byte("{{.HashedEnding}}"), []byte(server.HashedEnding)), nil
}
