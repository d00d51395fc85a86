package app

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/view"
)

// browser is the part of the page that is not drawn: the address, the history,
// the title, the search box's text, focus and scroll.
//
// The engine's own history is left unused. It does not hear of a replaced
// address, and keeps neither focus nor scroll; here every entry carries its
// [place] in history.state, which survives Back, Forward and a reload.
type browser struct {
	lastReplaced time.Time
	replacing    *time.Timer
	late         func() // what replacing is going to do
	keeping      *time.Timer
}

// place is where the reader was in a view.
type place struct {
	y     int    // pixels scrolled down
	focus string // id of the focused element, or ""
	rows  int    // stories shown at most; 0 is the default
}

// Addresses change at most this often while the reader types: browsers refuse
// more than a few changes a second.
const addressPause = 300 * time.Millisecond

// placePause is how long scroll and focus rest before they are kept.
const placePause = 150 * time.Millisecond

// open takes over the history. onPop is told of every entry gone back or forward
// to.
func (b *browser) open(ctx goapp.Context, rows func() int, onPop func(goapp.Context, view.View, []view.Unknown, place)) {
	window := goapp.Window()
	window.Get("history").Set("scrollRestoration", "manual")
	window.Set("onpopstate", goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		ctx.Dispatch(func(ctx goapp.Context) {
			b.stop()
			v, unknown := view.Decode(location("search"))
			onPop(ctx, v, unknown, currentPlace())
		})
		return nil
	}))
	keep := goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		if b.keeping == nil {
			b.keeping = time.AfterFunc(placePause, func() {
				b.keeping = nil
				b.keepPlace(rows())
			})
		}
		return nil
	})
	for _, event := range []string{"scroll", "focusin"} {
		window.Call("addEventListener", event, keep, map[string]any{"passive": true})
	}
	window.Call("addEventListener", "pagehide", goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		if b.replacing != nil && b.replacing.Stop() {
			b.late() // a reload, for one, is to show what was typed last
		}
		b.keepPlace(rows())
		return nil
	}))
}

// stop forgets what was about to be written: it belongs to an entry of the
// history that is no longer the current one.
func (b *browser) stop() {
	for _, timer := range []**time.Timer{&b.replacing, &b.keeping} {
		if *timer != nil {
			(*timer).Stop()
			*timer = nil
		}
	}
}

// push makes v a new entry of the history. fragment, if any, is the id of the
// element in it that the reader is led to.
func (b *browser) push(v view.View, fragment string, rows int) {
	b.stop()
	href := address(v)
	if fragment != "" {
		href += "#" + fragment
	}
	setHistory("pushState", place{focus: focused(), y: scrolled(), rows: rows}, href)
}

// replaceShared makes the current entry's address the one that is sent to others.
func (b *browser) replaceShared(v view.View, fingerprint string, rows int) {
	b.stop()
	setHistory("replaceState", place{focus: focused(), y: scrolled(), rows: rows}, location("pathname")+v.ShareHref(fingerprint))
}

// replace makes v the current entry of the history.
func (b *browser) replace(v view.View, rows int) {
	b.stop()
	b.lastReplaced = time.Now()
	setHistory("replaceState", place{focus: focused(), y: scrolled(), rows: rows}, address(v))
}

// replaceSoon is replace, but no more often than browsers allow.
func (b *browser) replaceSoon(v view.View, rows int) {
	wait := addressPause - time.Since(b.lastReplaced)
	if wait <= 0 {
		b.replace(v, rows)
		return
	}
	if b.replacing != nil {
		b.replacing.Stop()
	}
	b.late = func() {
		b.replacing = nil
		b.replace(v, rows)
	}
	b.replacing = time.AfterFunc(wait, b.late)
}

// keepPlace notes in the current entry where the reader is in it.
func (b *browser) keepPlace(rows int) {
	if b.replacing != nil {
		return // the address is about to be written, and the place with it
	}
	setHistory("replaceState", place{focus: focused(), y: scrolled(), rows: rows}, location("href"))
}

// restore brings the reader back to p.
func (b *browser) restore(p place) {
	focusOn(p.focus)
	goapp.Window().Call("scrollTo", 0, p.y)
}

// scrollToTop shows results from their beginning.
func (b *browser) scrollToTop() {
	if scrolled() > 0 {
		goapp.Window().Call("scrollTo", 0, 0)
	}
}

// keepFocus gives the focus back to the element with the id after it was drawn
// anew, or leads it to the stories if that is gone.
func (b *browser) keepFocus(id string) {
	if focusIsLost() {
		b.leadTo(id)
	}
}

// leadTo gives the focus to the element with the id, or to the stories if there is
// none.
func (b *browser) leadTo(id string) {
	focusOn(id)
	if focusIsLost() {
		focusOn("stories")
	}
}

func focusIsLost() bool { return document().Get("activeElement").Equal(document().Get("body")) }

func (b *browser) setTitle(title string) { document().Set("title", title) }

// query is what stands in the search box.
func (b *browser) query() string { return element("q").Get("value").String() }

// setQuery puts text into the search box.
func (b *browser) setQuery(text string) { setValue("q", text) }

// setValue puts text into an input that is there, unless it holds it already:
// setting it would move the cursor.
func setValue(id, text string) {
	if box := element(id); box.Truthy() && box.Get("value").String() != text {
		box.Set("value", text)
	}
}

// showElement leads the reader to an element.
func showElement(id string) {
	if e := element(id); e.Truthy() {
		e.Call("scrollIntoView")
		focusOn(id)
	}
}

// ready says that the program answers input.
func (b *browser) ready() {
	document().Get("documentElement").Get("dataset").Set("ready", "true")
}

func document() goapp.Value         { return goapp.Window().Get("document") }
func element(id string) goapp.Value { return goapp.Window().GetElementByID(id) }

func location(part string) string {
	return goapp.Window().Get("location").Get(part).String()
}

// address is v as an address relative to the page, whatever folder or file it is.
func address(v view.View) string {
	if encoded := v.Encode(); encoded != "" {
		return location("pathname") + "?" + encoded
	}
	return location("pathname")
}

// setHistory writes an entry. A browser that has had too many of them throws: the
// address then lags behind, and the page goes on.
func setHistory(method string, p place, address string) {
	defer func() { _ = recover() }()
	state := map[string]any{"y": p.y, "focus": p.focus, "rows": p.rows}
	goapp.Window().Get("history").Call(method, state, "", address)
}

// currentPlace is the place kept in the current entry of the history, if any.
func currentPlace() place {
	state := goapp.Window().Get("history").Get("state")
	if !state.Truthy() {
		return place{}
	}
	number := func(name string) int {
		if n := state.Get(name); n.Type() == goapp.TypeNumber {
			return n.Int()
		}
		return 0
	}
	p := place{y: number("y"), rows: number("rows")}
	if id := state.Get("focus"); id.Type() == goapp.TypeString {
		p.focus = id.String()
	}
	return p
}

func scrolled() int { return goapp.Window().Get("scrollY").Int() }

// focused is the id of the element that has the focus.
func focused() string {
	if active := document().Get("activeElement"); active.Truthy() {
		return active.Get("id").String()
	}
	return ""
}

func focusOn(id string) {
	if id == "" {
		return
	}
	if e := element(id); e.Truthy() {
		e.Call("focus", map[string]any{"preventScroll": true})
	}
}
