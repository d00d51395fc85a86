package dom

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Save hands the reader a file to keep and reports whether the browser took it.
func Save(name, kind string, content []byte) bool {
	bytes, ok := toBytes(content)
	if !ok {
		return false
	}
	blob, ok := New("Blob", []any{bytes}, map[string]any{"type": kind})
	if !ok {
		return false
	}
	address, ok := Call(path("URL"), "createObjectURL", blob)
	if !ok {
		return false
	}
	defer Call(path("URL"), "revokeObjectURL", address)
	link, ok := Call(document(), "createElement", "a")
	if !ok {
		return false
	}
	Set(link, "href", address)
	Set(link, "download", name)
	_, ok = Call(link, "click")
	return ok
}

// CanShare reports whether there is a share sheet, as phones have.
func CanShare() bool { return Is(path("navigator"), "share") }

// Share opens the share sheet. A reader who changes their mind has it answer with an
// error, which is none.
func Share(title, address string) {
	promise, ok := Call(path("navigator"), "share", map[string]any{"title": title, "url": address})
	if ok {
		settled(promise, func(goapp.Value, bool) {})
	}
}
