package program

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

const (
	goApp   = "github.com/maxence-charriere/go-app/v10"
	copyDir = "dist/go-app" // below the module's folder
)

// kept are the files of go-app that the copy has: what draws elements and components, and changes them. Test files and
// those for other systems are no part of any program.
var kept = []string{
	"go.mod",
	"pkg/app/attribute.go", "pkg/app/component.go", "pkg/app/condition.go", "pkg/app/event.go", "pkg/app/html.go", "pkg/app/js.go",
	"pkg/app/js_wasm.go", "pkg/app/node.go", "pkg/app/raw.go", "pkg/app/text.go", "pkg/app/update.go",
}

// leftOut are files of go-app that the copy does not have.
type leftOut struct {
	names []string
	hash  string // SHA-256 of the files that were looked at, one behind the other, its first 16 hexadecimal digits
	why   string
}

var leftOuts = []leftOut{
	{[]string{"pkg/app/http.go", "pkg/app/resource.go", "pkg/app/static.go", "pkg/app/wasm.go", "pkg/app/wasmexec.go", "pkg/app/scripts.go",
		"pkg/app/scripts_wasm.go", "pkg/app/cache.go", "pkg/app/js_nowasm.go", "pkg/app/testing.go", "pkg/app/library.go"},
		"798703c19bcfc293", "the HTTP handler and what it serves and is tested with, which no browser calls, bring net/http and crypto/tls"},
	{[]string{"pkg/app/app.go", "pkg/app/engine.go", "pkg/app/context.go", "pkg/app/browser.go", "pkg/app/page.go", "pkg/app/social.go", "pkg/app/route.go", "pkg/app/notfound.go"},
		"05df5c2a2ea241ef", "the engine goes from page to page by addresses of its own, and the explorer is one page that minds its own: a second one is drawn for nothing at each address. Brings regexp and net/url. It draws 8 ms after an event, the stand-in 1 ms: mostly in the same frame as the letter typed"},
	{[]string{"pkg/app/state.go", "pkg/app/storage.go", "pkg/app/crypto.go", "pkg/app/action.go", "pkg/app/tag.go", "pkg/app/notification.go"},
		"d659d2d464358486", "states, actions and notifications, of which the explorer has none, bring encoding/json, uuid and crypto/aes. At the start they remove what looks expired from localStorage, whoever keeps it there, and end where a browser keeps nothing"},
	{[]string{"pkg/app/html_gen.go", "pkg/app/range.go", "pkg/app/strings.go", "pkg/app/log.go"},
		"6983fbe363293e8c", "types for 110 tags, and what converts whatever it is given, bring reflect and encoding/json; the explorer makes its elements by their tags, of text and numbers"},
	{[]string{"pkg/errors/errors.go"}, "7db7046e211ac5e1", "errors that print themselves as JSON"},
}

// standIns are the files of the copy that stand in for those left out.
//
//go:embed standin/app/*.go standin/errors/*.go
var standIns embed.FS

// A patch is a text that the program has in another form.
type patch struct {
	name     string
	old, new string
	why      string

	until string // if not "", old is all from old up to this, and with it
	times int    // how often it is there, if not once
}

var patches = []patch{
	{name: "pkg/app/js_wasm.go", old: `v.Call("replaceChild", new, old)`, new: "replaceNode(v, new, old)", why: moved},
	{name: "pkg/app/js_wasm.go", old: `v.Call("removeChild", c)`, new: `c.JSValue().Call("remove")`, why: moved},

	{name: "pkg/app/js.go", old: "import (\n\t\"net/url\"\n)\n", why: addresses},
	{name: "pkg/app/js.go", old: "\tURL() *url.URL\n", why: addresses},
	{name: "pkg/app/js.go", old: "\taddHistory(u *url.URL)\n", why: addresses},
	{name: "pkg/app/js.go", old: "\treplaceHistory(u *url.URL)\n", why: addresses},
	{name: "pkg/app/js_wasm.go", old: "\t\"net/url\"\n", why: addresses},
	{name: "pkg/app/js_wasm.go", old: "func (w *browserWindow) URL()", until: "\n}\n", why: addresses},
	{name: "pkg/app/js_wasm.go", old: "func (w *browserWindow) addHistory(", until: "\n}\n", why: addresses},
	{name: "pkg/app/js_wasm.go", old: "func (w *browserWindow) replaceHistory(", until: "\n}\n", why: addresses},

	{name: "pkg/app/component.go", old: "\t\"reflect\"\n\t\"strings\"\n\n\t\"github.com/maxence-charriere/go-app/v10/pkg/errors\"\n", why: ownForm},
	{name: "pkg/app/component.go", old: "func (c *Compo) Render()", until: "\n}\n", why: ownForm},
	{name: "pkg/app/component.go", old: "func (c *Compo) ValueTo(", until: "\n}\n", why: "it writes into whatever it is given, by way of reflect"},

	{name: "pkg/app/event.go", old: "import \"reflect\"\n", why: noReflect},
	{name: "pkg/app/event.go", old: "reflect.ValueOf(h.goHandler).Pointer() == reflect.ValueOf(v.goHandler).Pointer()", new: "sameCode(h.goHandler, v.goHandler)", why: noReflect},
	{name: "pkg/app/node.go", old: "\t\"reflect\"\n", why: noReflect},
	{name: "pkg/app/node.go", old: "\t\"time\"\n", why: noReflect},
	{name: "pkg/app/node.go", old: "reflect.TypeOf(", new: "typeOf(", times: 22, why: noReflect},
	{name: "pkg/app/node.go", old: "\t\tif elemValue := reflect.ValueOf(elem)", until: "\n\t\t}\n", why: "the explorer has no element that is a nil pointer; it takes reflect to see one"},
	{name: "pkg/app/node.go", old: "\t\tcase RangeLoop:", until: "(i, elem.body()...)\n", why: "a range loop takes whatever it is given, by way of reflect"},
	{name: "pkg/app/node.go", old: "return m.updateComponent(ctx, v, new.(Composer))", new: "return v, nil",
		why: "it looks with reflect for fields in which a component differs from the one drawn before; the explorer's components have none that others set"},
	{name: "pkg/app/node.go", old: "func (m nodeManager) updateComponent(", until: "\n}\n", why: "the same"},
	{name: "pkg/app/node.go", old: "func canUpdateValue(", until: "\n}\n", why: "the same"},
	{name: "pkg/app/node.go", old: "case *htmlElem, *htmlElemSelfClosing:", new: "case *htmlElem:", why: "the stand-in has one type for both"},
	{name: "pkg/app/node.go", old: "func (m nodeManager) updateRawHTML(", until: "\n}\n", why: "it puts something new in the place of all of it, with the stories that stay, the focus in them, and what was selected; the stand-in has the page change what differs (web/redraw.js)"},
	{name: "pkg/app/node.go", old: "\tctx.notifyComponentEvent = m.NotifyComponentEvent\n", why: "the explorer's components hear of no events but those of elements"},
	{name: "pkg/app/node.go", old: "func (m nodeManager) NotifyComponentEvent(", until: "\n}\n", why: "the same"},
	{name: "pkg/app/node.go", old: "func HTMLString(", until: "\n}\n", why: written},
	{name: "pkg/app/node.go", old: "func PrintHTML(", until: "\n}\n", why: written},
	{name: "pkg/app/node.go", old: "func (m nodeManager) Encode(", until: "func component(v UI)", new: "func component(v UI)", why: written},
	{name: "pkg/app/node.go", old: "\t\"bytes\"\n\t\"html\"\n\t\"io\"\n", why: written},
	{name: "pkg/app/node.go", old: "\t\"strconv\"\n", why: written},
}

const (
	moved     = "it ends when what it has drawn was moved or taken away, as translators and extensions do"
	addresses = "the explorer minds its address itself, see app/dom; net/url brings net/netip. Besides, it ends at an address that it cannot read, such as one with a lone percent sign in the fragment"
	noReflect = "reflect is a thirtieth of the program"
	ownForm   = "what a component without a form of its own looks like; all have one, or do not compile"
	written   = "only a server writes elements as text"
)

// changed returns the files of the copy of go-app. An error names what is not as it was when we decided to change it.
func changed(published fs.FS) (map[string][]byte, error) {
	files := make(map[string][]byte)
	for _, name := range kept {
		var err error
		if files[name], err = fs.ReadFile(published, name); err != nil {
			return nil, err
		}
	}
	known := maps.Clone(files)
	for _, f := range leftOuts {
		all := sha256.New()
		for _, name := range f.names {
			text, err := fs.ReadFile(published, name)
			if err != nil {
				return nil, err
			}
			all.Write(text)
			known[name] = text
		}
		if got := fmt.Sprintf("%x", all.Sum(nil))[:16]; got != f.hash {
			return nil, fmt.Errorf("%s: one has changed: their hash is %s, not %s. They are left out (%s): see whether that still holds",
				strings.Join(f.names, ", "), got, f.hash, f.why)
		}
	}
	for _, dir := range []string{"pkg/app", "pkg/errors"} {
		names, err := fs.Glob(published, dir+"/*.go")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if known[name] == nil && !strings.HasSuffix(name, "_test.go") {
				return nil, fmt.Errorf("%s is new: see whether the program needs it", name)
			}
		}
	}
	if err := patchAll(published, files, patches); err != nil {
		return nil, err
	}
	return files, addStandIns(files)
}

// patchAll makes the patches in files. What is not among them yet is read from the folder that was published.
func patchAll(published fs.FS, files map[string][]byte, patches []patch) (err error) {
	for _, p := range patches {
		text := files[p.name]
		if text == nil {
			if text, err = fs.ReadFile(published, p.name); err != nil {
				return err
			}
		}
		if files[p.name], err = p.apply(text); err != nil {
			return fmt.Errorf("%s has changed: %w. It is to become %q (%s)", p.name, err, p.new, p.why)
		}
	}
	return nil
}

// apply returns the text of a file with the patch.
func (p patch) apply(text []byte) ([]byte, error) {
	times := max(p.times, 1)
	if n := bytes.Count(text, []byte(p.old)); n != times {
		return nil, fmt.Errorf("it holds %q %d times, not %d", p.old, n, times)
	}
	if p.until == "" {
		return bytes.ReplaceAll(text, []byte(p.old), []byte(p.new)), nil
	}
	before, rest, _ := bytes.Cut(text, []byte(p.old))
	_, after, found := bytes.Cut(rest, []byte(p.until))
	if !found {
		return nil, fmt.Errorf("behind %q it holds no %q", p.old, p.until)
	}
	return slices.Concat(before, []byte(p.new), after), nil
}

// addStandIns adds the files that stand in for what is left out.
func addStandIns(files map[string][]byte) error {
	return fs.WalkDir(standIns, "standin", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := standIns.ReadFile(name)
		files["pkg/"+strings.TrimPrefix(name, "standin/")] = text
		return err
	})
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
