package app

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/view"
)

// fullAddress is the whole address of v, to be sent to somebody else. It names the
// corpus it was made from, so that a page with another one can say so.
func fullAddress(v view.View, fingerprint string) string {
	return baseAddress() + v.ShareHref(fingerprint)
}

// baseAddress is the page's address without the view.
func baseAddress() string {
	href := location("href")
	if end := strings.IndexAny(href, "?#"); end >= 0 {
		href = href[:end]
	}
	return href
}

// copyText puts text on the clipboard and tells done, on the page's goroutine,
// whether that worked.
func copyText(ctx goapp.Context, text string, done func(ok bool)) {
	tell := func(ok bool) { ctx.Dispatch(func(goapp.Context) { done(ok) }) }

	clipboard := goapp.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() { // browsers keep it from pages that are not secure
		tell(copySelected(text))
		return
	}
	var copied, refused goapp.Func
	settle := func(ok func() bool) goapp.Func {
		return goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
			copied.Release()
			refused.Release()
			tell(ok())
			return nil
		})
	}
	copied = settle(func() bool { return true })
	refused = settle(func() bool { return copySelected(text) })
	clipboard.Call("writeText", text).Call("then", copied, refused)
}

// copySelected copies text the older way, by selecting it in the page.
func copySelected(text string) bool {
	active := document().Get("activeElement")
	box := document().Call("createElement", "textarea")
	box.Set("value", text)
	box.Set("readOnly", true)
	document().Get("body").Call("append", box)
	box.Call("select")
	ok := document().Call("execCommand", "copy").Bool()
	box.Call("remove")
	if active.Truthy() {
		active.Call("focus", map[string]any{"preventScroll": true})
	}
	return ok
}
