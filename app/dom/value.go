// Package dom is the explorer's only door to the browser: the address and the history,
// focus and scroll, the clipboard, files, and what a browser keeps.
//
// Whatever stands behind that door may be missing, null, or throw, because a reader has
// blocked it, an extension has replaced it, or the browser is older or newer than we
// know. A property that throws when it is read ends a Go program, and no recover
// helps: the exception passes through the program, not by way of it. So nothing is read
// or called here but through [Get], [Set] and [Call], which leave that to the browser's
// Reflect, from where exceptions come back as errors. All else in this package is
// made of them.
package dom

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// reflect calls a function of the browser's Reflect and reports whether it returned.
func reflect(function string, args ...any) (result goapp.Value, ok bool) {
	if goapp.IsServer {
		return goapp.Undefined(), false
	}
	defer func() {
		if recover() != nil {
			result, ok = goapp.Undefined(), false
		}
	}()
	return goapp.Window().Get("Reflect").Call(function, args...), true
}

// Get reads a property; undefined if v has none, is no object, or will not have it read.
func Get(v goapp.Value, name string) goapp.Value {
	value, _ := reflect("get", v, name)
	return value
}

// Index reads an element of an array; undefined if there is none.
func Index(v goapp.Value, i int) goapp.Value { return Get(v, strconv.Itoa(i)) }

// Set writes a property, if v lets it be written.
func Set(v goapp.Value, name string, value any) { reflect("set", v, name, value) }

// Call calls a method and reports whether there is one and it returned.
func Call(v goapp.Value, method string, args ...any) (result goapp.Value, ok bool) {
	if args == nil {
		args = []any{}
	}
	return reflect("apply", Get(v, method), v, args)
}

// New makes an object of a class of the window's and reports whether that could be done.
func New(class string, args ...any) (object goapp.Value, ok bool) {
	if args == nil {
		args = []any{}
	}
	return reflect("construct", Get(window(), class), args)
}

// Text is a property that is text; "" if it is anything else.
func Text(v goapp.Value, name string) string { return text(Get(v, name)) }

func text(v goapp.Value) string {
	if goapp.IsServer || v.Type() != goapp.TypeString {
		return ""
	}
	return v.String()
}

// Number is a property that is a number, cut to whole; 0 if it is anything else.
func Number(v goapp.Value, name string) int {
	if n := Get(v, name); goapp.IsClient && n.Type() == goapp.TypeNumber {
		return n.Int()
	}
	return 0
}

// Is reports whether a property is true, or what the browser takes for it.
func Is(v goapp.Value, name string) bool { return Get(v, name).Truthy() }

// path reads a property of a property, and so on, of the window.
func path(names ...string) goapp.Value {
	v := window()
	for _, name := range names {
		v = Get(v, name)
	}
	return v
}

func window() goapp.Value   { return goapp.Window().JSValue() }
func document() goapp.Value { return path("document") }

// Listen has do called at an event of the window, with the event. Exceptions of do's
// own making are Go's to report.
func Listen(event string, do func(goapp.Value)) {
	Call(window(), "addEventListener", event, goapp.FuncOf(func(_ goapp.Value, args []goapp.Value) any {
		if len(args) > 0 {
			do(args[0])
		}
		return nil
	}))
}
