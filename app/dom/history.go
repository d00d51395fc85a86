package dom

import (
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A History writes the address and the entries of the browser's history.
//
// The engine's own history is left unused. It does not hear of a replaced
// address, and keeps neither focus nor scroll; here every entry carries its
// [Place] in history.state, which survives Back, Forward and a reload.
//
// Browsers refuse to write more than so many entries in a while: Safari 100 in 30
// seconds, Chromium 200 in 10. So what a reader chooses is written at once, what they
// type less often, and where they are least of all; and what was refused is tried again.
type History struct {
	rows    func() int // stories that the page shows at most
	written time.Time  // when the address was last written while the reader typed
	kept    time.Time  // when the place was
	typed   bool       // the current entry is one that typing has made
	due     *entry     // an entry that is still to be written, if any
	writing *time.Timer
	keeping *time.Timer
}

// An entry is what is to be written.
type entry struct {
	method, href string
	typed        bool
	tries        int
}

// A Place is where the reader was in a view.
type Place struct {
	Y     int    // pixels scrolled down
	Focus string // id of the focused element, or ""
	Rows  int    // stories shown at most; 0 is the default
}

// Together the pauses let typing and scrolling write at most 90 entries in 30 seconds.
const (
	addressPause = 400 * time.Millisecond // between two addresses while the reader types
	placePause   = 2 * time.Second        // between two places
	restPause    = 150 * time.Millisecond // for which scroll and focus rest before they are kept
	typedPause   = 500 * time.Millisecond // for which typing rests before it has an entry of its own
	refusedPause = time.Second            // before what was refused is tried again
	mostTries    = 60                     // of one entry
)

// Open takes over the history. onPop is called for every entry gone back or forward
// to, with the place kept in it; rows is asked how many stories the page shows.
func (h *History) Open(rows func() int, onPop func(Place)) {
	h.rows = rows
	Set(path("history"), "scrollRestoration", "manual")
	Set(window(), "onpopstate", goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		onPop(CurrentPlace())
		return nil
	}))
	keep := func(goapp.Value) { h.KeepPlaceSoon() }
	Listen("scroll", keep)
	Listen("focusin", keep)
	leave := func(goapp.Value) {
		if h.due != nil {
			h.write() // what comes next is to show what was typed last
		}
		h.KeepPlace()
	}
	Listen("pagehide", leave)
	Listen("leaving", leave) // web/release.js is about to load the page anew
}

// stop forgets what was about to be written.
func (h *History) stop() {
	h.due = nil
	for _, timer := range []**time.Timer{&h.writing, &h.keeping} {
		if *timer != nil {
			(*timer).Stop()
			*timer = nil
		}
	}
}

// Popped forgets what was about to be written: the reader has gone to another entry.
func (h *History) Popped() {
	h.stop()
	h.typed = false
}

// Push makes href, a query and perhaps a fragment, a new entry of the history.
func (h *History) Push(href string) { h.put(entry{method: "pushState", href: href}, 0) }

// Replace makes href the address of the current entry of the history.
func (h *History) Replace(href string) {
	h.put(entry{method: "replaceState", href: href, typed: h.typed}, 0)
}

// ReplaceSoon is Replace, but no more often than browsers allow.
func (h *History) ReplaceSoon(href string) {
	h.put(entry{method: "replaceState", href: href, typed: h.typed}, addressPause-time.Since(h.written))
}

// Type is ReplaceSoon for what is typed into the search box. It makes an entry of its own when it
// rests for the first time, so that a step back leads to where the reader was before; typing that comes
// to nothing makes none.
func (h *History) Type(href string) {
	switch {
	case h.typed:
		h.ReplaceSoon(href)
	case base()+short(href) == Location("href") && (h.due == nil || h.due.typed):
		h.stop()
	default:
		h.KeepPlace()
		h.put(entry{method: "pushState", href: href, typed: true}, typedPause)
	}
}

// put writes href after a while. An entry that has still to be made is made with the newer
// address instead of the one it was to have.
func (h *History) put(e entry, wait time.Duration) {
	if h.due != nil && h.due.method == "pushState" {
		e.method = "pushState"
	}
	h.stop()
	h.due = &e
	if wait <= 0 {
		h.write()
	} else {
		h.writing = time.AfterFunc(wait, h.write)
	}
}

// write writes what is due. What is refused is tried again, while the page goes on.
func (h *History) write() {
	if h.due == nil {
		return // stopped after its time had come
	}
	h.writing = nil
	h.written = time.Now()
	if h.call(h.due.method, base()+short(h.due.href)) {
		h.typed = h.due.typed
		h.due = nil
		return
	}
	if h.due.tries++; h.due.tries < mostTries {
		h.writing = time.AfterFunc(refusedPause, h.write)
	}
}

// KeepPlaceSoon is KeepPlace, but when scroll and focus have rested, and no more often than
// browsers allow.
func (h *History) KeepPlaceSoon() {
	if h.keeping == nil {
		h.keeping = time.AfterFunc(max(restPause, placePause-time.Since(h.kept)), func() {
			h.keeping = nil
			h.KeepPlace()
		})
	}
}

// KeepPlace notes in the current entry where the reader is in it.
func (h *History) KeepPlace() {
	if h.due != nil {
		return // the address is about to be written, and the place with it
	}
	h.kept = time.Now()
	h.call("replaceState", Location("href"))
}

// call writes an entry with the present place and reports whether the browser took it.
func (h *History) call(method, address string) bool {
	state := map[string]any{"y": Scrolled(), "focus": Focused(), "rows": h.rows()}
	_, ok := Call(path("history"), method, state, "", address)
	return ok
}

// CurrentPlace is the place kept in the current entry of the history, if any.
func CurrentPlace() Place {
	state := path("history", "state")
	return Place{Y: Number(state, "y"), Focus: Text(state, "focus"), Rows: Number(state, "rows")}
}

// Location is a part of the page's address, such as "search" or "hash".
func Location(part string) string { return Text(path("location"), part) }

// base is the page's address without query and fragment. It is whole: a path alone may
// begin with two slashes, and then be taken for a host.
func base() string {
	href := Location("href")
	if end := strings.IndexAny(href, "?#"); end >= 0 {
		href = href[:end]
	}
	return href
}

// short is href without the question mark of an empty query.
func short(href string) string {
	if rest := strings.TrimPrefix(href, "?"); rest == "" || rest[0] == '#' {
		return rest
	}
	return href
}

// Home is the page's address without the view, for others to open; "" of a page from disk,
// whose folder is nobody's business and no use to anybody else.
func Home() string {
	if Location("protocol") == "file:" {
		return ""
	}
	return base()
}
