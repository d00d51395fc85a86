package intake

import (
	"strings"

	"icsexplorer/corpus"
)

// # RSS and Atom
//
// Each item, or entry, is a story: its title, its link (of Atom the one without a rel, or
// rel=alternate), its pubDate, published, updated or dc:date, its category where that is a
// known label, and its description or summary, from which tags are cut, as the
// standfirst. The channel's title is the title. An item without a title is left out.

func feedEvidence(d *document) string {
	for i, e := range d.elements {
		if i > 200 {
			break
		}
		if e.Kind == Start {
			switch e.Name {
			case "rss", "channel", "rdf:rdf", "rdf":
				return "it is an RSS feed"
			case "feed":
				return "it is an Atom feed"
			case "html", "body":
				return ""
			}
		}
	}
	return ""
}

// A feedItem is what an item holds.
type feedItem struct {
	title, link, guid, date, summary string
	labels                           []string
	first                            int
}

func readFeed(d *document) findings {
	f := findings{}
	var it *feedItem
	var names []string // of the open elements
	n := 0
	for i := range d.elements {
		e := &d.elements[i]
		switch e.Kind {
		case Start:
			names = append(names, e.Name)
			switch {
			case e.Name == "item" || e.Name == "entry":
				n++
				it = &feedItem{first: n}
			case it != nil:
				it.attributes(e)
			case e.Name == "link":
				f.hint(e.Href)
			}
		case Text:
			if len(names) == 0 || len(names) > 64 {
				continue
			}
			name := names[len(names)-1]
			switch {
			case it != nil:
				it.text(name, e.Text)
			case name == "title" && !within(names, "image") && len(f.title) < 1000:
				f.title += e.Text
			case name == "link":
				f.hint(e.Text)
			}
		case End:
			if it != nil && (e.Name == "item" || e.Name == "entry") {
				d.rest()
				it.add(&f, d)
				it = nil
			}
			if len(names) > 0 {
				names = names[:len(names)-1]
			}
		}
	}
	f.title = corpus.Readable(f.title)
	return f
}

func within(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

func (it *feedItem) attributes(e *Element) {
	switch {
	case e.Name == "link" && e.Href != "" && (e.Rel == "" || e.Rel == "alternate"):
		it.link = e.Href
	case e.Name == "category" && e.Term != "":
		it.labels = append(it.labels, e.Term)
	}
}

func (it *feedItem) text(name, text string) {
	const most = 1 << 16 // bytes of an item
	if len(it.title)+len(it.link)+len(it.guid)+len(it.date)+len(it.summary) > most || len(it.labels) > 100 {
		return
	}
	switch name {
	case "title":
		it.title += text
	case "link":
		it.link += strings.TrimSpace(text)
	case "guid", "id":
		it.guid += strings.TrimSpace(text)
	case "pubdate", "published", "dc:date":
		it.date += text
	case "updated":
		if it.date == "" {
			it.date = text
		}
	case "category":
		it.labels = append(it.labels, text)
	case "description", "summary":
		it.summary += text
	}
}

// add adds the item's story.
func (it *feedItem) add(f *findings, d *document) {
	e := corpus.Entry{Line: it.first, Headline: corpus.Readable(it.title), Standfirst: summaryText(it.summary)}
	for _, l := range it.labels {
		if label, ok := corpus.FindLabel(corpus.Readable(l)); ok && e.Label == "" {
			e.Label = label
		}
	}
	if label, rest, ok := cutGlued(e.Headline); ok && (e.Label == "" || e.Label == label) {
		e.Label, e.Headline = label, rest
	}
	if e.URL, _ = corpus.CleanURL(corpus.Readable(it.link)); e.URL == "" {
		e.URL, _ = corpus.CleanURL(it.guid)
	}
	if m, ok := parseMoment(corpus.Readable(it.date), d.day); ok {
		e.Published, e.Day = m.at, m.day
	}
	if e.Headline == "" {
		f.left = append(f.left, Left{it.first, e.Standfirst, "an item without a title"})
		return
	}
	f.stories = append(f.stories, e)
}

// summaryText returns the text of a summary, which often is HTML of its own, without the
// "Read more" at its end.
func summaryText(summary string) string {
	text := corpus.Readable(summary)
	for _, end := range readMore {
		if len(text) > len(end) && strings.EqualFold(text[len(text)-len(end):], end) {
			text = strings.TrimSpace(text[:len(text)-len(end)])
		}
	}
	return text
}

// isReadMore reports whether text says only that there is more to read.
func isReadMore(text string) bool {
	for _, more := range readMore {
		if strings.EqualFold(text, more) {
			return true
		}
	}
	return false
}

// readMore is what links to a story say below its standfirst.
var readMore = []string{"read more…", "read more...", "read more »", "read more >", "read more", "continue reading", "read the full story", "read full story", "read on"}
