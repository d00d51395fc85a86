package intake

import (
	"strings"

	"icsexplorer/corpus"
)

// feed is RSS or Atom: each item or entry says what its parts are.
var feed = form{
	Form: Form{"feed", "RSS or Atom"},
	evidence: func(d *document) string {
		for i, e := range d.Elements {
			if i < 10 && (e.Tag == "rss" || e.Tag == "rdf" || e.Tag == "feed") {
				return "its outermost element is <" + e.Tag + ">"
			}
		}
		return ""
	},
	read: func(d *document, r *Result) []line {
		var f feedReader
		for _, e := range d.Elements {
			f.take(e, d, r)
		}
		return nil
	},
}

// holding are the elements that only hold others.
var holding = set("rss rdf channel feed image author")

// A feedReader reads a feed element by element.
type feedReader struct {
	open   *corpus.Entry
	number int
	tag    string // of the element whose text is being gathered
	depth  int    // of elements within it
	text   strings.Builder
	href   string
}

func (f *feedReader) take(e Element, d *document, r *Result) {
	switch {
	case e.Tag == "":
		f.number += strings.Count(e.Text, "\n")
		if f.tag != "" {
			f.text.WriteString(e.Text)
		}
	case (e.Tag == "item" || e.Tag == "entry") && !e.End:
		f.open, f.tag = &corpus.Entry{Line: f.number + 1}, ""
	case e.Tag == "item" || e.Tag == "entry":
		f.close(r)
	case holding[e.Tag]:
	case f.tag == "" && !e.End:
		f.tag, f.href, f.depth = e.Tag, e.Href, 0
		f.text.Reset()
	case !e.End:
		f.depth++
	case f.depth > 0:
		if e.Tag == f.tag {
			f.depth = 0
		} else {
			f.depth--
			f.text.WriteByte(' ')
		}
		if f.depth > 0 || e.Tag != f.tag {
			return
		}
		f.set(d, r)
		f.tag = ""
	case e.Tag == f.tag:
		f.set(d, r)
		f.tag = ""
	}
}

// set takes the text of an element that has ended.
func (f *feedReader) set(d *document, r *Result) {
	raw := f.text.String()
	text := corpus.Readable(raw)
	if f.open == nil {
		if f.tag == "title" && r.Title == "" && text != "" {
			r.Title = text
			if n, ok := titleOf(text, d.names); ok {
				title := r.Title
				r.name(n)
				r.Title = title
			}
		}
		return
	}
	e := f.open
	switch f.tag {
	case "title":
		e.Headline = text
	case "link":
		if address := corpus.Address(strings.TrimSpace(raw)); address != "" {
			e.URL = address
		} else if address := corpus.Address(f.href); address != "" && e.URL == "" {
			e.URL = address
		}
	case "guid", "id":
		if e.URL == "" {
			e.URL = corpus.Address(strings.TrimSpace(raw))
		}
	case "pubdate", "date", "published", "updated":
		if m, ok := momentIn(text, d.Day); ok && e.Published.IsZero() {
			e.Published, e.DayOnly = m.at, m.dayOnly
		}
	case "category":
		if label := corpus.Label(text); label != "" && e.Label == "" {
			e.Label = label
		}
	case "description", "summary", "subtitle", "content", "encoded":
		if e.Standfirst == "" {
			e.Standfirst = text
		}
	}
}

func (f *feedReader) close(r *Result) {
	e := f.open
	f.open, f.tag = nil, ""
	if e == nil {
		return
	}
	if isHeadline(e.Headline) {
		r.Stories = append(r.Stories, *e)
	} else {
		r.Left = append(r.Left, Left{e.Line, e.Headline, "is no headline"})
	}
}
