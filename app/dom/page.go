package dom

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SetTitle names the page for tabs, bookmarks and the history.
func SetTitle(title string) { Set(document(), "title", title) }

// Ready says that the program answers input.
func Ready() { Set(path("document", "documentElement", "dataset"), "ready", "true") }

// Value is the text of the input with the id; "" if there is none.
func Value(id string) string { return Text(Element(id), "value") }

// SetValue puts text into the input with the id, unless it is there already: setting it
// would move the cursor.
func SetValue(id, text string) {
	if box := Element(id); Text(box, "value") != text {
		Set(box, "value", text)
	}
}

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

// OpenDialog shows the dialog with the id above the page.
func OpenDialog(id string) { Call(Element(id), "showModal") }

// CloseDialog closes it.
func CloseDialog(id string) { Call(Element(id), "close") }

// IsOpen reports whether the dialog with the id is shown.
func IsOpen(id string) bool { return Is(Element(id), "open") }

// Print opens the browser's dialog for printing.
func Print() { Call(window(), "print") }

// Released is what web/release.js says of this version of the page and of a newer one.
func Released() goapp.Value { return path("release") }
