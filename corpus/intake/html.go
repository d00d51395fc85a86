package intake

import (
	"net/url"
	"strings"

	"icsexplorer/corpus"
)

// # HTML
//
// A page as a browser saves it or as it lies on the clipboard. Each block element is one
// item; a heading or a link that leads to an address is a headline if a day or a standfirst
// is below it, or a label before it. A label stands in an element of its own, at the
// beginning of the headline's block or above it. A time element holds the time; the text
// of a picture is its alt. What stands in nav, aside, footer, form or button is left out,
// and so is the header of the page.

func htmlEvidence(d *document) string {
	return "it has elements of HTML"
}

func readHTML(d *document) findings {
	items, f := htmlItems(d)
	markTitle(items, d)
	found := assemble(items, rules{link: leadsToStory}, d.rest)
	found.hints = f.hints
	if found.title == "" {
		found.title = f.title
	}
	found.left = append(found.left, f.left...)
	return found
}

// silent are elements whose text is none of a page's; aside are those beside its list.
var (
	silent = set("script|style|noscript|template|svg|select|option|textarea|iframe|object|video|audio|canvas|math|input")
	beside = set("nav|aside|footer|form|button|dialog|menu")
	inline = set("a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr|img|o:p|center|big|strike|del")
	void   = set("img|br|hr|input|meta|link|base|wbr|source|area|col|embed|track|param")
)

// A page gathers the items of a document.
type page struct {
	d     *document
	f     findings
	items []item
	base  *url.URL

	open            []string // elements that are open, but for inline ones
	silent, beside  int      // how many of them are
	inMain, inTitle int
	href            []string // of the links that are open

	pieces []piece // of the block
	n      int     // blocks so far
}

// A piece is text of a block from one element, or a picture or a time in it.
type piece struct {
	text, href string
	picture    bool
	datetime   string
	inTime     bool
}

// htmlItems returns the items of a page, and what is no part of any list in it.
func htmlItems(d *document) ([]item, findings) {
	p := page{d: d}
	for i := range d.elements {
		p.element(&d.elements[i])
	}
	p.flush("")
	return p.items, p.f
}

func (p *page) element(e *Element) {
	switch e.Kind {
	case Text:
		p.text(e.Text)
	case Start:
		p.start(e)
	case End:
		p.end(e.Name)
	}
}

func (p *page) text(text string) {
	switch {
	case p.inTitle > 0 && len(p.f.title) > 1000:
	case p.inTitle > 0:
		p.f.title = corpus.Readable(p.f.title + text)
	case p.silent > 0:
	case len(p.pieces) > 0 && p.pieces[len(p.pieces)-1].inTime:
		last := &p.pieces[len(p.pieces)-1]
		last.text += text
	default:
		href := ""
		if n := len(p.href); n > 0 {
			href = p.href[n-1]
		}
		p.pieces = append(p.pieces, piece{text: text, href: href})
	}
}

func (p *page) start(e *Element) {
	switch e.Name {
	case "base":
		p.setBase(e.Href)
	case "link":
		if strings.EqualFold(e.Rel, "canonical") {
			p.setBase(e.Href)
			p.f.hint(e.Href)
		}
	case "a":
		p.href = append(p.href, e.Href)
	case "img":
		if p.silent == 0 && corpus.Readable(e.Alt) != "" {
			p.pieces = append(p.pieces, piece{text: e.Alt, picture: true})
		}
	case "time":
		p.pieces = append(p.pieces, piece{datetime: e.Datetime, inTime: true})
	}
	if silent[e.Name] {
		if !void[e.Name] {
			p.open = append(p.open, e.Name)
			p.silent++
		}
		return
	}
	if inline[e.Name] || e.Name == "link" || e.Name == "base" || e.Name == "meta" {
		return
	}
	p.flush("")
	if void[e.Name] {
		return
	}
	p.open = append(p.open, e.Name)
	p.count(e.Name, 1)
}

// count notes that an element opens (1) or closes (-1).
func (p *page) count(name string, by int) {
	switch {
	case silent[name]:
		p.silent += by
	case beside[name], name == "header" && p.inMain == 0:
		p.beside += by
	case name == "title":
		p.inTitle += by
	case name == "main" || name == "article" || name == "li" || name == "section":
		if p.beside == 0 {
			p.inMain += by
		}
	}
}

func (p *page) end(name string) {
	switch name {
	case "a":
		p.href = p.href[:max(0, len(p.href)-1)]
	case "time":
		if n := len(p.pieces); n > 0 && p.pieces[n-1].inTime {
			p.pieces[n-1].inTime = false
		}
	}
	if inline[name] || void[name] {
		return
	}
	if !silent[name] {
		p.flush(name)
	}
	for i := len(p.open) - 1; i >= max(0, len(p.open)-64); i-- {
		if p.open[i] != name {
			continue
		}
		for _, closed := range p.open[i:] {
			p.count(closed, -1)
		}
		p.open = p.open[:i]
		return
	}
}

func (p *page) setBase(href string) {
	if u, err := url.Parse(href); err == nil && u.IsAbs() && p.base == nil && len(href) < 2048 {
		p.base = u
	}
}

// address returns where a link leads.
func (p *page) address(href string) string {
	if len(href) > 2048 {
		return ""
	}
	if p.base != nil {
		if u, err := p.base.Parse(strings.TrimSpace(href)); err == nil {
			href = u.String()
		}
	}
	address, _ := corpus.CleanURL(href)
	return address
}

// flush ends a block.
func (p *page) flush(end string) {
	pieces := p.pieces
	p.pieces = nil
	if len(pieces) == 0 {
		return
	}
	p.n++
	p.d.rest()
	heading := len(end) == 2 && end[0] == 'h' && end[1] >= '1' && end[1] <= '6'
	if !heading && len(p.open) > 0 {
		last := p.open[len(p.open)-1]
		heading = len(last) == 2 && last[0] == 'h' && last[1] >= '1' && last[1] <= '6'
	}
	if p.beside > 0 {
		if text := corpus.Readable(joined(pieces)); text != "" {
			p.f.left = append(p.f.left, Left{p.n, text, "menu, heading or foot of the page"})
		}
		return
	}
	var run []piece
	for _, pc := range pieces {
		switch {
		case pc.picture:
			p.block(run, heading)
			run = nil
			p.items = append(p.items, item{kind: aPicture, line: p.n, text: corpus.Readable(pc.text)})
		case pc.datetime != "" || pc.inTime:
			p.block(run, heading)
			run = nil
			p.time(pc)
		default:
			run = append(run, pc)
		}
	}
	p.block(run, heading)
}

func joined(pieces []piece) string {
	var b strings.Builder
	for _, pc := range pieces {
		if !pc.picture {
			b.WriteString(pc.text)
		}
	}
	return b.String()
}

// time adds what a time element holds.
func (p *page) time(pc piece) {
	it := item{kind: aMoment, line: p.n, text: corpus.Readable(pc.text)}
	var ok bool
	if it.at, ok = parseMoment(corpus.Readable(pc.datetime), p.d.day); !ok {
		if it.at, ok = dateLine(it.text+" ", p.d.day); !ok {
			it.kind = aFurniture
		}
	}
	if it.text != "" || ok {
		p.items = append(p.items, it)
	}
}

// maxPieces bounds how many pieces a headline can have.
const maxPieces = 100

// block adds the item of a run of text, after its label if it begins with one.
func (p *page) block(run []piece, heading bool) {
	for len(run) > 0 && corpus.Readable(run[0].text) == "" {
		run = run[1:]
	}
	if len(run) == 0 {
		return
	}
	first := corpus.Readable(run[0].text)
	if label, ok := corpus.FindLabel(strings.Trim(first, ":|·- ")); ok && len(run) > 1 && len(run) < maxPieces && corpus.Readable(joined(run[1:])) != "" {
		p.items = append(p.items, item{kind: aLabel, line: p.n, text: first, label: label})
		rest := run[1:]
		for len(rest) > 0 && corpus.Fold(rest[0].text) == "" && corpus.Readable(joined(rest[1:])) != "" && !strings.ContainsAny(rest[0].text, "‘“\"'£") {
			rest = rest[1:]
		}
		p.block(rest, heading)
		return
	}
	it := item{line: p.n, text: corpus.Readable(joined(run)), heading: heading}
	if it.text == "" {
		return
	}
	linked := 0
	for _, pc := range run {
		if pc.href != "" {
			linked += len(corpus.Readable(pc.text))
			if it.url == "" {
				it.url = p.address(pc.href)
			}
		}
	}
	if 2*linked < len(it.text) {
		it.url = "" // a link within a sentence
	}
	at := it.url
	it.classify(p.d)
	if it.kind == aText || it.kind == aFurniture {
		it.url = at
	}
	if cut := summaryText(it.text); it.kind == aText && cut != it.text && run[len(run)-1].href != "" {
		it.text, it.more = cut, true
	}
	p.items = append(p.items, it)
}
