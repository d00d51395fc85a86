package dom

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Source is something that the reader has pasted, dropped or chosen.
type Source struct {
	Name, Type string // of the file; Name is "" for a paste
	Day        string // YYYY-MM-DD, of the file or today
	Bytes      []byte
	HTML       []byte // the same as HTML, if a paste has both
	Trouble    string // why it cannot be read, for people
}

// NextSource waits for the next source; ok is false if there is none. It must not be called
// on the goroutine of an event.
func NextSource() (s Source, ok bool) {
	promise, _ := Call(path("sources"), "next")
	found, _ := await(promise)
	if !found.Truthy() {
		return Source{}, false
	}
	return Source{
		Name: Text(found, "name"), Type: Text(found, "type"), Day: Text(found, "day"),
		Bytes: fromBytes(Get(found, "bytes")), HTML: fromBytes(Get(found, "html")), Trouble: Text(found, "error"),
	}, true
}

// SourcesWaiting is how many sources are still to be read, and how many were too many.
func SourcesWaiting() (waiting, refused int) {
	sources := path("sources")
	refused = Number(sources, "refused")
	Set(sources, "refused", 0)
	return Number(sources, "waiting"), refused
}

// Elements has the browser parse a document, of which nothing is shown, run or fetched, and
// returns its elements as package intake decodes them, or what is wrong with it. It must not be
// called on the goroutine of an event.
func Elements(document, kind string) (stream, trouble string) {
	promise, _ := Call(path("sources"), "elements", document, kind)
	found, ok := await(promise)
	if !ok {
		return "", "this browser cannot read it"
	}
	return Text(found, "stream"), Text(found, "error")
}

// toBytes is content as the browser has bytes.
func toBytes(content []byte) (bytes goapp.Value, ok bool) {
	if bytes, ok = New("Uint8Array", len(content)); ok {
		goapp.CopyBytesToJS(bytes, content)
	}
	return bytes, ok
}

// fromBytes is what an array of bytes holds; nil if it is none.
func fromBytes(bytes goapp.Value) []byte {
	if !bytes.Truthy() {
		return nil
	}
	content := make([]byte, Number(bytes, "length"))
	goapp.CopyBytesToGo(content, bytes)
	return content
}
