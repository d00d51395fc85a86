package dom

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Copy puts text on the clipboard and then calls done with whether that worked.
func Copy(text string, done func(ok bool)) {
	promise, ok := Call(path("navigator", "clipboard"), "writeText", text)
	if !ok { // browsers keep the clipboard from pages that are not secure
		done(copySelected(text))
		return
	}
	settled(promise, func(_ goapp.Value, ok bool) { done(ok || copySelected(text)) })
}

// CopyRich puts a piece of HTML on the clipboard beside the same as text, for whatever it is
// pasted into to choose from; the text alone where a browser takes no more.
func CopyRich(html, text string, done func(ok bool)) {
	blob := func(content, kind string) goapp.Value {
		b, _ := New("Blob", []any{content}, map[string]any{"type": kind})
		return b
	}
	item, ok := New("ClipboardItem", map[string]any{
		"text/html":  blob(html, "text/html"),
		"text/plain": blob(text, "text/plain"),
	})
	if !ok {
		Copy(text, done)
		return
	}
	promise, ok := Call(path("navigator", "clipboard"), "write", []any{item})
	if !ok {
		Copy(text, done)
		return
	}
	settled(promise, func(_ goapp.Value, ok bool) {
		if ok {
			done(true)
			return
		}
		Copy(text, done)
	})
}

// copySelected copies text the older way, by selecting it in the page.
func copySelected(text string) bool {
	active := path("document", "activeElement")
	box, ok := Call(document(), "createElement", "textarea")
	if !ok {
		return false
	}
	Set(box, "value", text)
	Set(box, "readOnly", true)
	Call(path("document", "body"), "append", box)
	Call(box, "select")
	copied, _ := Call(document(), "execCommand", "copy")
	Call(box, "remove")
	Call(active, "focus", map[string]any{"preventScroll": true})
	return copied.Truthy()
}
