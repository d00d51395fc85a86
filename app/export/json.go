package export

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// JSON writes one object with the title, the address, the day, the fingerprint, the ages
// of the listings, and the stories in their order. It is to the byte what encoding/json
// writes with two spaces for an indent, but that would be a fifteenth of the browser's
// program.
func JSON(v View) []byte {
	var w jsonWriter
	w.object(func() {
		w.text("title", v.Title)
		w.text("address", v.Address)
		w.text("day", v.Day)
		w.text("corpus", v.Fingerprint)
		w.array("listings", len(v.Listings), func(i int) { w.listing(v.Listings[i]) })
		w.array("stories", len(v.Stories), func(i int) { w.story(v.Stories[i]) })
	})
	w.b.WriteByte('\n')
	return []byte(w.b.String())
}

func (w *jsonWriter) listing(l Listing) {
	w.object(func() {
		w.text("system", l.System)
		w.text("captured", l.Captured)
		w.name("absent")
		w.b.WriteString(strconv.FormatBool(l.Absent))
	})
}

func (w *jsonWriter) story(s Story) {
	w.object(func() {
		w.text("key", s.Key)
		w.text("headline", s.Headline)
		w.text("standfirst", s.Standfirst)
		w.text("caption", s.Caption)
		w.text("series", s.Series)
		w.text("label", s.Label)
		w.text("url", s.URL)
		w.text("published", s.Published)
		w.text("day", s.Day)
		w.array("systems", len(s.Systems), func(i int) { w.string(s.Systems[i]) })
		w.array("captured", len(s.Captured), func(i int) { w.string(s.Captured[i]) })
		w.text("added", s.Added)
	})
}

// A jsonWriter writes JSON, each value on a line of its own.
type jsonWriter struct {
	b     strings.Builder
	depth int  // of the object or array that is being written
	more  bool // something stands before the next value in it
}

// object writes an object, whose members write does.
func (w *jsonWriter) object(write func()) { w.within('{', '}', write) }

// array writes a member that is an array of n values.
func (w *jsonWriter) array(name string, n int, write func(i int)) {
	w.name(name)
	if n == 0 {
		w.b.WriteString("[]")
		return
	}
	w.within('[', ']', func() {
		for i := range n {
			w.next()
			write(i)
		}
	})
}

func (w *jsonWriter) within(open, close byte, write func()) {
	w.b.WriteByte(open)
	w.depth++
	w.more = false
	write()
	w.depth--
	w.line()
	w.b.WriteByte(close)
	w.more = true
}

// text writes a member that is a text.
func (w *jsonWriter) text(name, text string) {
	w.name(name)
	w.string(text)
}

// name begins a member. Names have nothing to escape.
func (w *jsonWriter) name(name string) {
	w.next()
	w.b.WriteString(`"` + name + `": `)
}

// next begins a value or a member on a new line.
func (w *jsonWriter) next() {
	if w.more {
		w.b.WriteByte(',')
	}
	w.more = true
	w.line()
}

func (w *jsonWriter) line() { w.b.WriteString("\n" + strings.Repeat("  ", w.depth)) }

// string writes a text as JSON has it: what is no UTF-8 is a replacement character, and the
// line separators are escaped, which JavaScript did not take in a text for long.
func (w *jsonWriter) string(text string) {
	const hex = "0123456789abcdef"
	w.b.WriteByte('"')
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"):
			w.b.WriteString(`\ufffd`)
		case r == '"' || r == '\\':
			w.b.WriteString(`\` + string(r))
		case r == '\u2028' || r == '\u2029':
			w.b.WriteString(`\u202` + hex[r&0xf:][:1])
		case r >= ' ':
			w.b.WriteRune(r)
		case strings.ContainsRune("\b\f\n\r\t", r):
			w.b.WriteString(`\` + string("btn_fr"[r-'\b']))
		default:
			w.b.WriteString(`\u00` + hex[r>>4:][:1] + hex[r&0xf:][:1])
		}
	}
	w.b.WriteByte('"')
}
