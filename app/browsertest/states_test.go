//go:build browser

package browsertest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A state is one in which a reader may find a page. What is held of all that can be seen, and
// what is to be looked at, is over the one table of them.
type state struct {
	name    string
	address string
	without string          // files of the host with this ending never arrive
	broken  string          // and those with this one are not there
	before  string          // a script that runs before those of the page
	inert   bool            // no script of the page runs
	static  bool            // there is no program to wait for
	reach   func(r *reader) // from the address on; nil if that is it
}

// clicked reaches a state by clicks.
func clicked(selectors ...string) func(*reader) {
	return func(r *reader) {
		for _, selector := range selectors {
			r.clicks(selector)
		}
	}
}

// opened reaches a state by opening what folds.
func opened(selector string) func(*reader) {
	return func(r *reader) { r.runs(`document.querySelector("` + selector + `").open = true`) }
}

const swl, both = "ics=south-west-london", "ics=hampshire-and-isle-of-wight&ics=south-west-london"

var states = []state{
	{name: "front", address: ""},
	{name: "before the program", address: "", without: ".wasm", static: true,
		reach: func(r *reader) { r.waits(`document.querySelector("progress")`) }},
	{name: "before the program, of a link", address: "?q=dental&" + swl, without: ".wasm", static: true,
		reach: func(r *reader) { r.waits(`document.querySelector("progress")`) }},
	{name: "results", address: "?q=nhse"},
	{name: "results in summaries", address: "?q=insight"},
	{name: "a typing error", address: "?q=phone+acess"},
	{name: "some of the words", address: "?q=untenable+zebra"},
	{name: "nothing", address: "?q=untenable+workload&ics=hampshire-and-isle-of-wight"},
	{name: "nothing at all", address: "?q=zzqx"},
	{name: "a system that is not here", address: "?ics=devon"},
	{name: "a system by its name", address: "?q=swl"},
	{name: "what an address says that is unknown", address: "?ics=atlantis&series=none"},
	{name: "filtered", address: "?q=nhse&" + swl + "&series=exclusive&in=headline"},
	{name: "filters open", address: "?" + swl, reach: func(r *reader) { r.runs(`document.getElementById("fold").click()`) }},
	{name: "a system found by typing", address: "", reach: func(r *reader) {
		r.runs(`document.getElementById("fold").click()`)
		r.must(r.Do(chromedp.SendKeys(chromedp.CSS("#pick"), "hamp")))
		r.waits(`document.querySelectorAll('input[name="ics"]').length === 1`)
	}},
	{name: "small map", address: "?" + swl, reach: func(r *reader) {
		r.runs(`document.getElementById("fold").click()`)
		r.runs(`document.getElementById("small-map").open = true`)
	}},
	{name: "map", address: "?show=map"},
	{name: "map of a system", address: "?show=map&" + swl},
	{name: "map as a table", address: "?show=map", reach: opened(".same")},
	{name: "month by month", address: "?show=map", reach: func(r *reader) {
		for _, system := range []string{"Devon", "Dorset", "Kent and Medway"} {
			r.pastes("", dated(system, 40))
		}
		r.reads(3)
		r.keeps()
		r.waits(`document.querySelector(".trend svg")`)
		r.runs(`document.querySelector(".trend details").open = true`)
	}},
	{name: "compare", address: "?show=compare"},
	{name: "compare one", address: "?show=compare&" + swl},
	{name: "compare two", address: "?show=compare&" + both},
	{name: "a story", address: "", reach: clicked("article .opener")},
	{name: "stars", address: "", reach: func(r *reader) {
		r.clicks("article .star")
		r.waits(`document.getElementById("only-starred")`)
	}},
	{name: "adding stories", address: "", reach: clicked("#bring")},
	{name: "a preview", address: "", reach: func(r *reader) {
		r.pastes(devonHTML, devonText)
		r.pastes("", strings.TrimPrefix(devonText, "Devon ICS")+"Sign in")
		r.drops(map[string]string{"page.pdf": `"%PDF-1.7"`})
		r.reads(3)
		r.runs(`document.querySelectorAll(".brought details").forEach((details) => { details.open = true })`)
	}},
	{name: "own stories", address: "", reach: func(r *reader) {
		r.bringsDevon()
		r.runs(`window.shelf.put([["views", { id: "v", name: "Wards", address: "?q=ward", place: "0" }], ["settings", { id: "systems", value: "devon" }]])`)
		r.waits(`document.querySelectorAll(".views li").length === 2`)
	}},
	{name: "own listings", address: "", reach: func(r *reader) {
		r.bringsDevon()
		r.clicks("#bring")
		r.waits(`document.querySelector(".own li")`)
	}},
	{name: "keeping a view", address: "?" + swl, reach: opened(".keeping")},
	{name: "help", address: "", reach: clicked("#ask")},
	{name: "export menu", address: "?" + swl, reach: clicked("#export")},
	{name: "link copied", address: "?" + swl, reach: func(r *reader) {
		r.clicks("#copy")
		r.waits(`document.querySelector(".said").innerText !== ""`)
	}},
	{name: "about", address: "", reach: opened("#about")},
	{name: "a new version", address: "", reach: func(r *reader) {
		r.waits(`document.getElementById("offline")`)
		r.runs(`Object.assign(release, { newer: true, checked: "This is the newest version" }), dispatchEvent(new Event("release"))`)
		r.waits(`document.getElementById("update")`)
	}},
	{name: "the program does not arrive", address: "?q=dental", broken: ".wasm", static: true,
		reach: func(r *reader) { r.waits(`document.getElementById("try-again")`) }},
	{name: "no WebAssembly", address: "", before: `delete globalThis.WebAssembly`, static: true,
		reach: func(r *reader) { r.waits(`document.documentElement.dataset.failed`) }},
	{name: "the program has ended", address: "?q=gp", reach: func(r *reader) {
		r.runs(`Element.prototype.setAttribute = () => { throw new Error("broken") }`)
		r.types("x")
		r.waits(ended)
	}},
	{name: "no script", address: "", inert: true, static: true, reach: func(r *reader) {
		r.waits(`document.getElementById("dead-css")`)
		r.runs(`document.getElementById("alarm").hidden = true`) // which speaks after half a minute
	}},
	{name: "page of a system", address: "ics/south-west-london/", static: true},
	{name: "page of a system that is not here", address: "ics/kent-and-medway/", static: true},
	{name: "all systems", address: "ics/", static: true},
	{name: "not found", address: "nothing/here", static: true},
}

// scriptless sends a page whose scripts a browser does not run. That they cannot run at all would go for axe-core, too.
type scriptless struct{ http.ResponseWriter }

func (w scriptless) WriteHeader(status int) {
	w.Header().Add("Content-Security-Policy", "script-src 'none'")
	w.ResponseWriter.WriteHeader(status)
}

// dated is a page of the system with so many stories, of several months.
func dated(system string, stories int) string {
	var page strings.Builder
	page.WriteString(system + " ICS\n")
	for n := range stories {
		day := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -7*n)
		fmt.Fprintf(&page, "\nNews\nPlan %d for the wards of %s\n%s\n\nIt is one of many.\n", n, system, day.Format("2 January 2006"))
	}
	return page.String()
}

// reaches brings a reader with a page of the width into the state.
func reaches(t *testing.T, s state, width int64) *reader {
	t.Helper()
	site := handler(t, builtSite())
	gone := make(chan struct{})
	host, err := NewHost(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case s.broken != "" && strings.HasSuffix(r.URL.Path, s.broken):
			http.NotFound(w, r)
		case s.without != "" && strings.HasSuffix(r.URL.Path, s.without):
			<-gone
		case s.inert:
			site.ServeHTTP(scriptless{w}, r)
		default:
			site.ServeHTTP(w, r)
		}
	}))
	if err != nil {
		t.Fatal(err)
	}
	r := newReaderOn(t, host, width, 900)
	t.Cleanup(func() { close(gone); host.Stop() })
	if s.static || s.name == "the program has ended" {
		r.expects = []string{""} // it is broken, or not there
	}
	if s.before != "" {
		r.must(r.Before(s.before))
	}
	r.must(r.Do(chromedp.Navigate(host.URL() + s.address)))
	if !s.static {
		r.must(r.Ready())
	}
	if s.reach != nil {
		s.reach(r)
	}
	return r
}

// A scheme is a way in which a browser shows colours.
type scheme struct {
	name     string
	features []*emulation.MediaFeature
}

var schemes = []scheme{
	{"light", []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "light"}}},
	{"dark", []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}},
	{"forced", []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}, {Name: "forced-colors", Value: "active"}}},
}

// appears makes the page appear in the scheme and the width.
func (r *reader) appears(s scheme, width int64) {
	r.t.Helper()
	r.emulates(emulation.SetEmulatedMediaParams{Features: s.features})
	r.must(r.Do(chromedp.EmulateViewport(width, 900)))
}

// emulates makes the page believe in another medium.
func (r *reader) emulates(medium emulation.SetEmulatedMediaParams) {
	r.t.Helper()
	_, err := chromedp.Call(r.ctx, emulation.SetEmulatedMedia, medium)
	r.must(err)
}

// prints shows the page as it is printed.
func (r *reader) prints() { r.emulates(emulation.SetEmulatedMediaParams{Media: "print"}) }
