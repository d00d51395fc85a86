package dom

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SetTitle names the page for tabs, bookmarks and the history.
func SetTitle(title string) { Set(document(), "title", title) }

// SetRootData puts a value under data-name of the whole page, or takes it away if it is "".
func SetRootData(name, value string) {
	root := path("document", "documentElement")
	if value == "" {
		Call(root, "removeAttribute", "data-"+name)
		return
	}
	Call(root, "setAttribute", "data-"+name, value)
}

// Ready says that the program answers input, whatever scripts have failed before it.
func Ready() {
	Set(Element("dead-css"), "disabled", true)
	Set(path("document", "documentElement", "dataset"), "ready", "true")
}

// Listings is the fingerprint of those that the page was made with.
func Listings() string { return Data(path("document", "documentElement"), "listings") }

// Value is the text of the input with the id; "" if there is none.
func Value(id string) string { return Text(Element(id), "value") }

// SetValue puts text into the input with the id, unless it is there already: setting it
// would move the cursor.
func SetValue(id, text string) {
	if box := Element(id); Text(box, "value") != text {
		Set(box, "value", text)
	}
}

// SetHTML puts markup, which is ours, into the element with the id.
func SetHTML(id, markup string) { Set(Element(id), "innerHTML", markup) }

// Say writes text into the region with the id, from where it is read aloud. What stood there is taken
// away before: the same twice would be no change.
func Say(id, text string) {
	region := Element(id)
	Set(region, "textContent", "")
	time.AfterFunc(sayPause, func() { Set(region, "textContent", text) })
}

// sayPause is how long a region is empty, for that to be noticed.
const sayPause = 100 * time.Millisecond

// SetChecked ticks the checkbox with the id, or clears it.
func SetChecked(id string, checked bool) { Set(Element(id), "checked", checked) }

// Data is what an element has under data-name; "" if nothing.
func Data(element goapp.Value, name string) string { return Text(Get(element, "dataset"), name) }

// Closest is the element itself, or else the nearest around it, that the selector
// describes; null or undefined if there is none. An event's target may be the document
// or the window, of which there is none.
func Closest(element goapp.Value, selector string) goapp.Value {
	found, _ := Call(element, "closest", selector)
	return found
}

// Find is the first element that the selector fits.
func Find(selector string) goapp.Value {
	found, _ := Call(document(), "querySelector", selector)
	return found
}

// IsValid reports whether an input holds what its attributes allow.
func IsValid(input goapp.Value) bool { return Is(Get(input, "validity"), "valid") }

// IsTouched reports whether the reader's main way to point is a finger, and the keyboard
// most likely one on the screen.
func IsTouched() bool {
	coarse, _ := Call(window(), "matchMedia", "(pointer: coarse)")
	return Is(coarse, "matches")
}

// Selection is where the selection in the input with the id begins and ends, in
// UTF-16 units.
func Selection(id string) [2]int {
	box := Element(id)
	return [2]int{Number(box, "selectionStart"), Number(box, "selectionEnd")}
}

// Select selects that part of the text of the input with the id.
func Select(id string, part [2]int) { Call(Element(id), "setSelectionRange", part[0], part[1]) }

// SelectAll selects the text of the input with the id.
func SelectAll(id string) { Call(Element(id), "select") }

// Each calls do for every element that the selector describes.
func Each(selector string, do func(goapp.Value)) {
	all, ok := Call(document(), "querySelectorAll", selector)
	if !ok {
		return
	}
	for i := range Number(all, "length") {
		if e, ok := Call(all, "item", i); ok {
			do(e)
		}
	}
}

// OpenDialog shows the dialog with the id above the page, or else, where a browser has no
// dialogs, in it.
func OpenDialog(id string) {
	if _, ok := Call(Element(id), "showModal"); !ok && !IsOpen(id) {
		Call(Element(id), "setAttribute", "open", "")
		Show(id)
	}
}

// CloseDialog closes it.
func CloseDialog(id string) {
	if _, ok := Call(Element(id), "close"); !ok {
		Call(Element(id), "removeAttribute", "open")
	}
}

// IsOpen reports whether the dialog with the id is shown.
func IsOpen(id string) bool {
	open, _ := Call(Element(id), "hasAttribute", "open")
	return open.Truthy()
}

// Print opens the browser's dialog for printing.
func Print() { Call(window(), "print") }

// Released is what web/release.js says of this version of the page and of a newer one.
func Released() goapp.Value { return path("release") }

// IsShortcut reports whether the keys of an event are one of the browser's own or of the
// system's. Control and Alt together are what some keyboards say of AltGr, which makes
// signs.
func IsShortcut(e goapp.Value) bool {
	if graph, _ := Call(e, "getModifierState", "AltGraph"); graph.Truthy() {
		return Is(e, "metaKey")
	}
	return Is(e, "ctrlKey") || Is(e, "metaKey") || Is(e, "altKey")
}

// WhenIdle calls do once, when the browser has nothing else to do, or in a while where it does not
// say when that is.
func WhenIdle(do func()) {
	const while = 200 // ms
	var once goapp.Func
	once = goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		once.Release()
		do()
		return nil
	})
	if _, ok := Call(window(), "requestIdleCallback", once); !ok {
		Call(window(), "setTimeout", once, while)
	}
}
