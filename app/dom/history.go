package dom

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A History writes the address and the entries of the browser's history.
//
// The engine's own history is left unused. It does not hear of a replaced
// address, and keeps neither focus nor scroll; here every entry carries its
// [Place] in history.state, which survives Back, Forward and a reload.
type History struct {
	rows         func() int // stories that the page shows at most
	lastReplaced time.Time
	replacing    *time.Timer
	late         func() // what replacing is going to do
	keeping      *time.Timer
}

// A Place is where the reader was in a view.
type Place struct {
	Y     int    // pixels scrolled down
	Focus string // id of the focused element, or ""
	Rows  int    // stories shown at most; 0 is the default
}

// Addresses change at most this often while the reader types: browsers refuse
// more than a few changes a second.
const addressPause = 300 * time.Millisecond

// placePause is how long scroll and focus rest before they are kept.
const placePause = 150 * time.Millisecond

// Open takes over the history. onPop is called for every entry gone back or forward
// to, with the place kept in it; rows is asked how many stories the page shows.
func (h *History) Open(rows func() int, onPop func(Place)) {
	h.rows = rows
	Set(path("history"), "scrollRestoration", "manual")
	Set(window(), "onpopstate", goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		onPop(CurrentPlace())
		return nil
	}))
	keep := func(goapp.Value) {
		if h.keeping == nil {
			h.keeping = time.AfterFunc(placePause, func() {
				h.keeping = nil
				h.KeepPlace()
			})
		}
	}
	Listen("scroll", keep)
	Listen("focusin", keep)
	Listen("pagehide", func(goapp.Value) {
		if h.replacing != nil && h.replacing.Stop() {
			h.late() // a reload, for one, is to show what was typed last
		}
		h.KeepPlace()
	})
}

// Stop forgets what was about to be written: it belongs to an entry of the
// history that is no longer the current one.
func (h *History) Stop() {
	for _, timer := range []**time.Timer{&h.replacing, &h.keeping} {
		if *timer != nil {
			(*timer).Stop()
			*timer = nil
		}
	}
}

// Push makes href, a query and perhaps a fragment, a new entry of the history.
func (h *History) Push(href string) {
	h.Stop()
	h.write("pushState", address(href))
}

// Replace makes href the address of the current entry of the history.
func (h *History) Replace(href string) {
	h.Stop()
	h.lastReplaced = time.Now()
	h.write("replaceState", address(href))
}

// ReplaceSoon is Replace, but no more often than browsers allow.
func (h *History) ReplaceSoon(href string) {
	wait := addressPause - time.Since(h.lastReplaced)
	if wait <= 0 {
		h.Replace(href)
		return
	}
	if h.replacing != nil {
		h.replacing.Stop()
	}
	h.late = func() {
		h.replacing = nil
		h.Replace(href)
	}
	h.replacing = time.AfterFunc(wait, h.late)
}

// KeepPlace notes in the current entry where the reader is in it.
func (h *History) KeepPlace() {
	if h.replacing != nil {
		return // the address is about to be written, and the place with it
	}
	h.write("replaceState", Location("href"))
}

// write writes an entry. A browser that has had too many of them refuses: the
// address then lags behind, and the page goes on.
func (h *History) write(method, address string) {
	state := map[string]any{"y": Scrolled(), "focus": Focused(), "rows": h.rows()}
	Call(path("history"), method, state, "", address)
}

// CurrentPlace is the place kept in the current entry of the history, if any.
func CurrentPlace() Place {
	state := path("history", "state")
	return Place{Y: Number(state, "y"), Focus: Text(state, "focus"), Rows: Number(state, "rows")}
}

// Location is a part of the page's address, such as "search" or "hash".
func Location(part string) string { return Text(path("location"), part) }

// address is href relative to the page, whatever folder or file that is.
func address(href string) string {
	if href == "?" {
		href = "" // the front page has no query
	}
	return Location("pathname") + href
}
