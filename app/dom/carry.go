package dom

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Pack makes text letters that an address can have, and then calls done with them, and
// whether the browser can do that.
func Pack(plain string, done func(code string, ok bool)) {
	promise, _ := Call(path("carry"), "pack", plain)
	settled(promise, func(value goapp.Value, ok bool) { done(text(value), ok) })
}

// Unpack returns what Pack was given, unless it is damaged or more than so many bytes. It must not be
// called on the goroutine of an event.
func Unpack(code string, most int) (plain string, ok bool) {
	promise, _ := Call(path("carry"), "unpack", code, most)
	value, ok := await(promise)
	return text(value), ok
}

// CarriedAlong is the text that came with the page, if it is one file with a text in it.
func CarriedAlong() string { return Text(path("carry"), "brought") }

// SaveCarrying hands the reader the page in one file with the text in it, and then calls done with
// whether it could be made.
func SaveCarrying(plain, fileName string, done func(ok bool)) {
	promise, _ := Call(path("carry"), "file", plain, fileName)
	settled(promise, func(value goapp.Value, ok bool) { done(ok && value.Truthy()) })
}
