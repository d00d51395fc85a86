// Package markup writes HTML in which text stays text.
//
// What stands in a page as markup has to be a constant of the program: the compiler
// takes nothing else for it. Everything that comes from elsewhere, a listing or an address,
// can only be given as text or as the value of an attribute, and is escaped.
package markup

import (
	"html"
	"strings"
)

// constant is markup or the name of a tag or an attribute. Untyped constants convert to
// it by themselves; outside of this package nothing else does.
type constant string

// An Attr is an attribute of a tag.
type Attr struct {
	name  constant
	value string
}

// A is the attribute with the name and the value.
func A(name constant, value string) Attr { return Attr{name, value} }

// A Writer writes HTML. The zero value is ready to use.
type Writer struct{ b strings.Builder }

// Raw writes markup as it stands.
func (w *Writer) Raw(markup constant) { w.b.WriteString(string(markup)) }

// Text writes text, escaped.
func (w *Writer) Text(text string) { w.b.WriteString(html.EscapeString(text)) }

// Tag opens an element.
func (w *Writer) Tag(name constant, attributes ...Attr) {
	w.b.WriteByte('<')
	w.b.WriteString(string(name))
	for _, a := range attributes {
		w.b.WriteByte(' ')
		w.b.WriteString(string(a.name))
		w.b.WriteString(`="`)
		w.Text(a.value)
		w.b.WriteByte('"')
	}
	w.b.WriteByte('>')
}

// End closes an element.
func (w *Writer) End(name constant) {
	w.b.WriteString("</")
	w.b.WriteString(string(name))
	w.b.WriteByte('>')
}

// Element writes an element that holds nothing but text.
func (w *Writer) Element(name constant, text string, attributes ...Attr) {
	w.Tag(name, attributes...)
	w.Text(text)
	w.End(name)
}

// Element is an element that holds nothing but text.
func Element(name constant, text string, attributes ...Attr) string {
	var w Writer
	w.Element(name, text, attributes...)
	return w.String()
}

// String is what was written.
func (w *Writer) String() string { return w.b.String() }
