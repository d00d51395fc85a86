package dom

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ShelfState says of what is kept in the browser whether it was looked for yet, and the name of
// the error for which it is not kept, or cannot all be read; "" if all is well. A page
// without the script keeps nothing.
func ShelfState() (open bool, trouble string) {
	shelf := path("shelf")
	if !shelf.Truthy() {
		return true, "NotSupportedError"
	}
	return Is(shelf, "open"), Text(shelf, "trouble")
}

// ShelfRecords are the records of a kind, each with its fields that are text. One that is no
// object is one without fields.
func ShelfRecords(kind string) []map[string]string {
	kept := Get(path("shelf", "records"), kind)
	n := Number(kept, "length")
	records := make([]map[string]string, 0, n)
	for i := range n {
		record := Index(kept, i)
		fields := make(map[string]string)
		keys, _ := Call(path("Object"), "keys", record)
		for k := range Number(keys, "length") {
			name := text(Index(keys, k))
			if value := Get(record, name); goapp.IsClient && value.Type() == goapp.TypeString {
				fields[name] = value.String()
			}
		}
		records = append(records, fields)
	}
	return records
}

// A ShelfWrite puts a record of a kind, with bytes if there are any, or takes the one with the
// id away if Fields is nil.
type ShelfWrite struct {
	Kind, ID string
	Fields   map[string]string
	Bytes    []byte
}

// PutOnShelf keeps records and then calls done, if it is not nil, with the name of the error for
// which they are there for this visit only, or "".
func PutOnShelf(writes []ShelfWrite, done func(trouble string)) {
	if done == nil {
		done = func(string) {}
	}
	list := make([]any, 0, len(writes))
	for _, w := range writes {
		if w.Fields == nil {
			list = append(list, []any{w.Kind, nil, w.ID})
			continue
		}
		record := make(map[string]any, len(w.Fields)+1)
		for name, value := range w.Fields {
			record[name] = value
		}
		if w.Bytes != nil {
			bytes, ok := toBytes(w.Bytes)
			if !ok {
				continue
			}
			record["bytes"] = bytes
		}
		list = append(list, []any{w.Kind, record})
	}
	promise, ok := Call(path("shelf"), "put", list)
	if !ok {
		done("NotSupportedError")
		return
	}
	settled(promise, func(value goapp.Value, ok bool) {
		if trouble := text(value); ok {
			done(trouble)
		} else {
			done("UnknownError")
		}
	})
}

// SaveOriginal hands the reader the bytes that the listing with the id was read from, and then
// calls done with whether there are any.
func SaveOriginal(id string, done func(ok bool)) {
	promise, _ := Call(path("shelf"), "original", id)
	settled(promise, func(value goapp.Value, ok bool) { done(ok && value.Truthy()) })
}

// SaveShelf hands the reader everything that is kept as one file.
func SaveShelf(fileName string) {
	promise, _ := Call(path("shelf"), "save", fileName)
	settled(promise, func(goapp.Value, bool) {})
}

// RestoreShelf takes in a file that SaveShelf made, and returns what is wrong with it, or
// "". It waits, and must not be called on the goroutine of an event.
func RestoreShelf(file []byte) string {
	bytes, _ := toBytes(file)
	promise, _ := Call(path("shelf"), "restore", bytes)
	value, ok := await(promise)
	if !ok {
		return "it cannot be read"
	}
	return text(value)
}

// SeenNews are the ids of the articles marked as new that were on the screen since it was last
// asked, of which web/shelf.js tells by a "seen" event.
func SeenNews() (ids []string) {
	seen, _ := Call(path("shelf"), "taken")
	for i := range Number(seen, "length") {
		ids = append(ids, text(Index(seen, i)))
	}
	return ids
}
