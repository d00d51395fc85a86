package export

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"icsexplorer/app/markup"
)

// Atom writes a view as an Atom feed, RFC 4287. The id of an entry depends on its story
// alone, that of the feed on what the view asks for, not on where the page lies, so that a
// reader of feeds knows both again. An entry was updated when its story was published, or else on the
// day of the first capture that has it, or else, since Atom must have a time, on the
// day of the export.
func Atom(v View) []byte {
	var w markup.Writer
	w.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n")
	w.Element("title", xmlText(v.Title))
	if age := age(v.Listings); age != "" {
		w.Element("subtitle", xmlText(age))
	}
	w.Element("id", urn("view "+query(v.Address)))
	w.Element("updated", v.updated())
	feedLink(&w, "alternate", "text/html", v.Address)
	feedLink(&w, "self", "application/atom+xml", v.Feed)
	w.Raw("<author>")
	w.Element("name", publication)
	w.Raw("</author>\n")
	w.Element("generator", explorer)
	for _, s := range v.Stories {
		s.entry(&w, v.Day)
	}
	w.Raw("</feed>\n")
	return []byte(w.String())
}

func (s Story) entry(w *markup.Writer, exported string) {
	w.Raw("<entry>\n")
	w.Element("title", xmlText(s.Headline))
	w.Element("id", urn("story "+s.Key))
	w.Element("updated", s.updated(exported))
	if s.Day != "" {
		w.Element("published", s.updated(exported))
	}
	feedLink(w, "alternate", "text/html", s.URL)
	for _, system := range s.Systems {
		w.Tag("category", markup.A("term", xmlText(system)))
		w.Raw("</category>\n")
	}
	w.Tag("content", markup.A("type", "text"))
	w.Text(xmlText(s.Standfirst))
	w.Raw("</content>\n</entry>\n")
}

// updated is when the newest story was.
func (v View) updated() string {
	var newest time.Time
	for _, s := range v.Stories {
		if t, err := time.Parse(time.RFC3339, s.updated(v.Day)); err == nil && t.After(newest) {
			newest = t
		}
	}
	if newest.IsZero() {
		return atomTime(v.Day)
	}
	return newest.UTC().Format(time.RFC3339)
}

func (s Story) updated(exported string) string {
	if s.Published != "" && s.Published != s.Day { // a time, not a day alone
		return s.Published
	}
	return atomTime(cmp.Or(s.Day, s.Added, exported))
}

// atomTime is the beginning of a day, as precise as it is known, in UTC.
func atomTime(day string) string {
	for _, l := range dayLayouts {
		if t, err := time.Parse(l.given, day); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return time.Time{}.Format(time.RFC3339)
}

// query is the part of an address that says what the view asks for.
func query(address string) string {
	_, query, _ := strings.Cut(address, "?")
	return query
}

// urn is an id for what has the name: a UUID made of its hash, version 8 of RFC 9562.
func urn(name string) string {
	sum := sha256.Sum256([]byte("ics-explorer " + name))
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// feedLink writes a link to the address, if it can be linked to.
func feedLink(w *markup.Writer, relation, media, address string) {
	if address = href(address); address != "" {
		w.Tag("link", markup.A("rel", relation), markup.A("type", media), markup.A("href", address))
		w.Raw("</link>\n")
	}
}

// xmlText is text on one line, without the characters that no XML can hold.
func xmlText(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xfffe || r == 0xffff {
			return utf8.RuneError
		}
		return r
	}, oneLine(text))
}
