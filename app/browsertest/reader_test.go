//go:build browser

package browsertest

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"icsexplorer/app/server"
	"icsexplorer/corpus"
)

var chromium *Chromium

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	if _, err := os.Stat("../../dist/site/index.html"); err != nil {
		fmt.Fprintln(os.Stderr, "the browser tests need the built site: run ./build.sh first")
		return 1
	}
	var err error
	// Tabs of one site share a process, and with it the compiled program: hundreds of
	// starts are then a third cheaper.
	if chromium, err = Start(chromedp.Flag("process-per-site", true)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer chromium.Close()
	return m.Run()
}

// builtSite is what ./build.sh has left.
func builtSite() fs.FS { return os.DirFS("../../dist/site") }

func handler(t *testing.T, site fs.FS) http.Handler {
	t.Helper()
	h, err := server.NewHandler(site)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func newHost(t *testing.T, site fs.FS) *Host {
	t.Helper()
	host, err := NewHost(handler(t, site))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { host.Stop() })
	return host
}

// storiesInHTML is true when the stories stand there that the page has without the
// program.
var storiesInHTML = fmt.Sprintf(`document.querySelectorAll("article").length === %d`, min(all, 50))

// builtin is the corpus that the page shows, whatever listings there are, and all
// the number of its stories.
var (
	builtin = func() *corpus.Corpus {
		c, err := corpus.Builtin()
		if err != nil {
			panic(err)
		}
		return c
	}()
	all = len(builtin.Stories)
)

// of is how many stories stand under all of the systems.
func of(systems ...string) int {
	return count(func(s corpus.Story) bool {
		return !slices.ContainsFunc(systems, func(slug string) bool { return !slices.Contains(s.Systems, slug) })
	})
}

// count is how many stories are of a kind.
func count(kind func(corpus.Story) bool) (n int) {
	for _, s := range builtin.Stories {
		if kind(s) {
			n++
		}
	}
	return n
}

// reader is somebody with a tab of their own. Every method fails the test when
// what it does or waits for does not happen. When the test ends the console has
// to be empty.
type reader struct {
	t *testing.T
	*Tab
	host    *Host
	expects []string // parts of console lines that this test provokes
}

func newReader(t *testing.T, host *Host) *reader { return newReaderOn(t, host, 1280, 900) }

func newReaderOn(t *testing.T, host *Host, width, height int64) *reader {
	t.Helper()
	tab, err := chromium.NewTab(width, height)
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{t: t, Tab: tab, host: host}
	t.Cleanup(func() {
		for _, line := range tab.Console() {
			if !r.expected(line) {
				t.Errorf("the console is not empty: %s", line)
			}
		}
		tab.Close()
	})
	return r
}

func (r *reader) expected(line string) bool {
	for _, part := range r.expects {
		if strings.Contains(line, part) {
			return true
		}
	}
	return false
}

// must fails the test on an error.
func (r *reader) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

// opens goes to an address below the host and waits for the program.
func (r *reader) opens(address string) {
	r.t.Helper()
	r.must(r.Open(r.host.URL() + address))
}

// types puts text into the search box letter by letter.
func (r *reader) types(text string) {
	r.t.Helper()
	r.must(r.Do(chromedp.SendKeys(chromedp.CSS("#q"), text)))
}

func (r *reader) clicks(selector string) {
	r.t.Helper()
	err := r.Do(chromedp.Click(chromedp.CSS(selector)))
	if err != nil && strings.Contains(err.Error(), "Could not find node") { // it was drawn anew between looking and clicking
		err = r.Do(chromedp.Click(chromedp.CSS(selector)))
	}
	r.must(err)
}

// waits waits until an expression is true.
func (r *reader) waits(expression string) {
	r.t.Helper()
	if err := r.Wait(expression); err != nil {
		state, _ := Eval[string](r.Tab, `location.href + "\n" + JSON.stringify(window.release) + "\n" + document.querySelector("main")?.innerText.slice(0, 500)`)
		r.t.Fatalf("%v\n%s", err, state)
	}
}

// sees waits until the page shows so many stories, and says so.
func (r *reader) sees(stories int) {
	r.t.Helper()
	r.waits(fmt.Sprintf(`document.querySelector('[role="status"]').innerText.startsWith("%d ") &&
		document.querySelectorAll("article[data-story]").length === %d`, stories, min(stories, 50)))
}

// seesFirst waits until the first story has this headline.
func (r *reader) seesFirst(headline string) {
	r.t.Helper()
	r.waits(fmt.Sprintf(`document.querySelector("article h2")?.textContent === %q`, headline))
}

func text[T any](r *reader, expression string) T {
	r.t.Helper()
	value, err := Eval[T](r.Tab, expression)
	r.must(err)
	return value
}

func (r *reader) address() string { r.t.Helper(); return text[string](r, "location.search") }

func (r *reader) box() string {
	r.t.Helper()
	return text[string](r, `document.getElementById("q").value`)
}

func (r *reader) headlines() []string {
	r.t.Helper()
	return text[[]string](r, `[...document.querySelectorAll("article h2")].map((h) => h.textContent)`)
}

// becomesOffline waits until a version is stored, then takes the server away.
func (r *reader) becomesOffline() {
	r.t.Helper()
	r.waits(`document.getElementById("offline")`)
	r.must(r.host.Stop())
}

// screenshot keeps a picture of the page where SCREENSHOTS names a folder.
func (r *reader) screenshot(name string) {
	r.t.Helper()
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		return
	}
	picture, err := r.Screenshot()
	r.must(err)
	r.must(os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644))
}

// webFiles are the static files the site is built from.
func webFiles() fs.FS { return os.DirFS("../../web") }

// compiled is the program of the built site.
func compiled(t *testing.T) []byte {
	t.Helper()
	content, err := os.ReadFile("../../dist/app.wasm")
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// holdBack makes the host keep the answer for paths with the ending until the
// returned gate is closed.
func holdBack(host *Host, ending string, next http.Handler) (gate chan struct{}) {
	gate = make(chan struct{})
	host.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ending) {
			<-gate
		}
		next.ServeHTTP(w, r)
	}))
	return gate
}
