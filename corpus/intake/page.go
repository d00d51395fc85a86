package intake

import (
	"strings"

	"icsexplorer/corpus"
)

// page is HTML: the clipboard's, or of a saved page. Its headlines stand in headings or are
// links to articles; a picture's text, a time, a label and a standfirst stand apart.
//
//	<li><img alt="gavel"> <h3><a href="…/7041272.article"><span>News</span>ICB told to pay</a></h3>
//	<time datetime="2026-05-14T16:20:00+01:00">…</time> <p>A tribunal has ordered …</p></li>
var page = form{
	Form:  Form{"html", "HTML, from a browser's clipboard or a saved page"},
	links: true,
	evidence: func(d *document) string {
		for i, e := range d.Elements {
			if e.Tag == "rss" || e.Tag == "feed" || i > 100 {
				break
			}
			switch e.Tag {
			case "html", "body", "p", "div", "h1", "h2", "h3", "li", "ul", "a", "span", "table", "main", "article", "section":
				return "it has the elements of a page"
			}
		}
		return ""
	},
	read: func(d *document, r *Result) []line {
		f := flattener{base: line{number: 1}}
		for _, e := range d.Elements {
			f.take(e)
		}
		f.end()
		if n, ok := titleOf(f.title, d.names); ok {
			r.name(n)
		}
		return f.lines
	},
}

// A flattener makes lines of the blocks of a document.
type flattener struct {
	lines   []line
	base    line // what holds of the line that is being gathered
	text    strings.Builder
	title   string // of the head
	hidden  int    // depth in elements that hold no stories
	main    int    // depth in main and article, whose headers belong to stories
	heading int    // depth in headings
	href    string // of the link that is open
	inTitle bool
	time    bool // within a time, whose text says what its attribute says, too
	stamp   string
}

// hiding are the elements that hold nothing of a listing.
var hiding = set("script style noscript template svg nav footer aside form button select dialog iframe object")

// breaking are the elements that stand on lines of their own.
var breaking = set("p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header main figure figcaption table tr td th blockquote br hr body center")

func (f *flattener) take(e Element) {
	switch {
	case e.Tag == "" && f.inTitle:
		f.title += corpus.Readable(e.Text)
	case e.Tag == "":
		if f.hidden == 0 && !f.time {
			f.add(e.Text)
		} else if f.time {
			f.stamp += e.Text
		}
	case e.Tag == "title":
		f.inTitle = !e.End
	case hiding[e.Tag] || e.Tag == "header" && f.main == 0:
		f.end()
		f.hidden = deeper(f.hidden, e.End)
	case f.hidden > 0:
	default:
		f.element(e)
	}
}

func deeper(depth int, end bool) int {
	if end {
		return max(depth-1, 0)
	}
	return depth + 1
}

func (f *flattener) element(e Element) {
	if breaking[e.Tag] {
		f.end()
	}
	switch e.Tag {
	case "main", "article":
		f.main = deeper(f.main, e.End)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		f.heading = deeper(f.heading, e.End)
	case "li":
		f.base.item = !e.End
	case "a":
		f.href = ""
		if !e.End {
			f.href = corpus.Address(e.Href)
		}
	case "img":
		if alt := corpus.Readable(e.Alt); alt != "" && f.text.Len() == 0 {
			f.lines = append(f.lines, line{number: f.base.number, text: alt, alt: true, gap: true})
		}
	case "time":
		f.moment(e)
	case "span", "strong", "em", "b", "i", "small":
		f.labelled()
	}
}

// moment takes a time as a line of its own.
func (f *flattener) moment(e Element) {
	if !e.End {
		f.end()
		f.time, f.stamp = true, e.DateTime
		if e.DateTime != "" {
			f.stamp = e.DateTime + "\x00"
		}
		return
	}
	text, _, known := strings.Cut(f.stamp, "\x00")
	f.time, f.stamp = false, ""
	if !known {
		text = corpus.Readable(text)
	}
	if text != "" {
		f.lines = append(f.lines, line{number: f.base.number, text: text})
	}
}

// labelled ends the line if so far it is a label, which a style sheet sets apart from the
// headline behind it.
func (f *flattener) labelled() {
	if corpus.Label(f.text.String()) != "" {
		f.text.WriteByte(' ')
		text := corpus.Readable(f.text.String())
		f.text.Reset()
		f.lines = append(f.lines, line{number: f.base.number, text: text, gap: true})
	}
}

func (f *flattener) add(text string) {
	if strings.TrimSpace(text) == "" {
		if f.text.Len() > 0 {
			f.text.WriteByte(' ')
		}
		return
	}
	f.base.number += strings.Count(text, "\n")
	if f.href != "" && f.base.url == "" {
		f.base.url = f.href
	}
	f.base.heading = f.base.heading || f.heading > 0
	f.text.WriteString(text)
}

// end ends the line that is being gathered.
func (f *flattener) end() {
	text := corpus.Readable(f.text.String())
	f.text.Reset()
	if text != "" {
		l := f.base
		l.text, l.gap = text, true
		if label, headline, ok := glued(text); ok && l.url != "" {
			f.lines = append(f.lines, line{number: l.number, text: label})
			l.text = headline
		}
		f.lines = append(f.lines, l)
	}
	f.base.url, f.base.heading, f.base.item = "", false, false
}
