package program

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

const (
	goApp   = "github.com/maxence-charriere/go-app/v10"
	copyDir = "dist/go-app" // below the module's folder
)

// copied are the files of go-app that the program is compiled with, as patterns.
var copied = []string{"go.mod", "pkg/app/*.go", "pkg/errors/*.go"}

// A leftOut is a file of go-app that the copy does not have.
type leftOut struct {
	name string
	hash string // SHA-256 of the file that was looked at, its first 16 hexadecimal digits
	why  string
}

var leftOuts = []leftOut{
	{"pkg/app/http.go", "0601189a9f611378", "the HTTP handler, which no browser calls, brings net/http and crypto/tls: a fifth of the program"},
	{"pkg/app/resource.go", "6b52ab4ec2f4171d", "the handler's resources, some of them handlers themselves; what the browser needs of it is in the stand-in"},
	{"pkg/app/route.go", "3252c7f2876cba69", "routes by pattern, of which the explorer has one, that takes every path, bring regexp: a twentieth of the program"},
	{"pkg/app/crypto.go", "c0fc14126207dc9f", "nothing is encrypted here, and crypto/aes and what it tests itself with are in every start"},
}

//go:embed standin/goapp_js.go
var standIn []byte

// standInName is the file of the copy that stands in for those left out.
const standInName = "pkg/app/goapp_js.go"

// A patch is a text of go-app's that the copy has in another form.
type patch struct {
	name     string
	old, new string
	why      string
}

var patches = []patch{
	{"pkg/app/app.go", "engine.Start(120)", "engine.Start(1000)",
		"what an event has changed is drawn 1 ms later instead of 8: mostly in the same frame as the letter typed"},
	{"pkg/app/engine.go", `newJSStorage("localStorage")`, "newMemoryStorage()",
		"it removes what looks expired from localStorage, whoever keeps it there, and ends where a browser keeps nothing; the explorer has no state in it"},
	{"pkg/app/engine.go", `newJSStorage("sessionStorage")`, "newMemoryStorage()", "the same"},
	{"pkg/app/engine.go", "body.JSValue().firstElementChild()", "rootElement(body)",
		"it takes the first element of the page for its own, which an extension may have put there"},
	{"pkg/app/context.go", "\t\"github.com/google/uuid\"\n", "", "the explorer has no use for the names that it makes"},
	{"pkg/app/context.go", "uuid.NewString()", "randomName()", "the same"},
	{"pkg/app/state.go", "\t\"github.com/google/uuid\"\n", "", "the same"},
	{"pkg/app/state.go", "uuid.NewString()", "randomName()", "the same"},
	{"pkg/app/js_wasm.go", `	u, _ := url.Parse(rawurl)
	return u`, "	return parsedURL(rawurl)", "it ends at an address that it cannot read, such as one with a lone percent sign in the fragment"},
	{"pkg/app/js_wasm.go", `v.Call("replaceChild", new, old)`, "replaceNode(v, new, old)",
		"it ends when what it has drawn was moved or taken away, as translators and extensions do"},
	{"pkg/app/js_wasm.go", `v.Call("removeChild", c)`, `c.JSValue().Call("remove")`, "the same"},
}

// changed returns the files of the copy of go-app. An error names what is not as it was when we decided to change it.
func changed(published fs.FS) (map[string][]byte, error) {
	files := make(map[string][]byte)
	for _, pattern := range copied {
		names, err := fs.Glob(published, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			if files[name], err = fs.ReadFile(published, name); err != nil {
				return nil, err
			}
		}
	}
	for _, f := range leftOuts {
		if got := fmt.Sprintf("%x", sha256.Sum256(files[f.name]))[:len(f.hash)]; got != f.hash {
			return nil, fmt.Errorf("%s has changed: its hash is %s, not %s. It is left out (%s): see whether that still holds", f.name, got, f.hash, f.why)
		}
		delete(files, f.name)
	}
	for _, p := range patches {
		if n := bytes.Count(files[p.name], []byte(p.old)); n != 1 {
			return nil, fmt.Errorf("%s has changed: it holds %q %d times, not once. It is to become %q (%s)", p.name, p.old, n, p.new, p.why)
		}
		files[p.name] = bytes.Replace(files[p.name], []byte(p.old), []byte(p.new), 1)
	}
	if files[standInName] != nil {
		return nil, fmt.Errorf("%s is go-app's own by now: the stand-in needs another name", standInName)
	}
	files[standInName] = standIn
	return files, nil
}

// write makes the folder hold the files and nothing else. What is there already is not touched, so that a build that
// is running meanwhile is not disturbed.
func write(dir string, files map[string][]byte) error {
	for name, content := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if there, err := os.ReadFile(name); err == nil && bytes.Equal(there, content) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, content, 0o644); err != nil {
			return err
		}
	}
	return fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || files[path.Clean(name)] != nil {
			return err
		}
		return os.Remove(filepath.Join(dir, name))
	})
}
