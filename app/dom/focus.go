package dom

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Element is the element with the id; undefined or null if there is none.
func Element(id string) goapp.Value {
	e, _ := Call(document(), "getElementById", id)
	return e
}

// Focused is the id of the element that has the focus, or "".
func Focused() string { return Text(path("document", "activeElement"), "id") }

// Focus gives the focus to the element with the id, if there is one, and scrolls
// nowhere.
func Focus(id string) {
	if id != "" {
		Call(Element(id), "focus", map[string]any{"preventScroll": true})
	}
}

// Rove takes the focus from one element of a group, of which Tab reaches one, to another, which Tab
// reaches from then on.
func Rove(from, to string) {
	Set(Element(from), "tabIndex", -1)
	Set(Element(to), "tabIndex", 0)
	Focus(to)
}

// Blur takes the focus from the element with the id.
func Blur(id string) { Call(Element(id), "blur") }

// Lead gives the focus to the first element there is with one of the ids.
func Lead(ids ...string) {
	for _, id := range ids {
		if Focus(id); !focusIsLost() {
			return
		}
	}
}

// KeepFocus is Lead, unless some element has the focus.
func KeepFocus(ids ...string) {
	if focusIsLost() {
		Lead(ids...)
	}
}

func focusIsLost() bool {
	active := path("document", "activeElement")
	return !active.Truthy() || active.Equal(path("document", "body"))
}

// Restore brings the reader back to p.
func Restore(p Place) {
	Focus(p.Focus)
	scrollTo(p.Y)
}

// ScrollToTop shows the page from its beginning.
func ScrollToTop() {
	if Scrolled() > 0 {
		scrollTo(0)
	}
}

// Scrolled is how far the page is scrolled down, in pixels.
func Scrolled() int { return Number(window(), "scrollY") }

// WasScrolled reports whether anybody has scrolled since the page was there, as
// web/boot.js notes.
func WasScrolled() bool { return Data(path("document", "documentElement"), "scrolled") != "" }

func scrollTo(y int) { Call(window(), "scrollTo", 0, y) }

// clearHead has the browser scroll elements to below the head of the page, which stays in
// sight and is as high as the reader's letters and the width of the window make it.
func clearHead() {
	head, _ := Call(document(), "querySelector", ".masthead")
	height := 0
	if style, _ := Call(window(), "getComputedStyle", head); Text(style, "position") == "sticky" {
		height = Number(head, "offsetHeight")
	}
	Set(path("document", "documentElement", "style"), "scrollPaddingTop", strconv.Itoa(height+headGap)+"px")
}

// headGap is left between the head and what is scrolled to below it, in pixels.
const headGap = 16

// Show leads the reader to the element with the id.
func Show(id string) {
	if e := Element(id); e.Truthy() {
		clearHead()
		Call(e, "scrollIntoView")
		Focus(id)
	}
}

// Step gives the focus to the element with the id and scrolls no farther than it
// takes to see it.
func Step(id string) {
	clearHead()
	Focus(id)
	Call(Element(id), "scrollIntoView", map[string]any{"block": "nearest"})
}
