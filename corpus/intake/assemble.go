package intake

import (
	"strings"

	"icsexplorer/corpus"
)

// The rules by which stories are put together differ little between forms.
type rules struct {
	pictures bool            // a short text above a label and headline is that of a picture
	link     func(item) bool // reports whether a text is a headline by where it leads; nil if none is
	standing bool            // a standfirst stands right below its headline, whatever its length
	wrapped  bool            // texts may go on from line to line, so that one right below another is no headline
}

// assemble puts stories together from items. A story is, in this order,
//
//	picture text, label, headline, then in any order day, byline and address, standfirst
//
// of which the headline must be there and two of label, day and standfirst; a headline
// that leads to a story counts as one of these, and so does "Read more" below a headline
// that leads anywhere. Below the
// heading of something else ("Most popular") label and standfirst must be there.
func assemble(items []item, r rules, rest func()) findings {
	a := assembler{items: daysBelow(items), rules: r}
	items = a.items
	for i := range items {
		if items[i].kind == aMoment {
			a.moments++
		}
	}
	a.start()
	for a.at < len(a.items) {
		rest()
		a.step()
	}
	return a.found
}

type assembler struct {
	rules
	items   []item
	at      int
	closed  bool // below the heading of something else
	moments int
	found   findings
}

// start leaves out what stands above the title.
func (a *assembler) start() {
	for i, it := range a.items {
		if it.kind == aTitle {
			a.found.title = it.text
			for ; a.at < i; a.at++ {
				a.leave(a.at, "above the title")
			}
			a.at++
			return
		}
	}
}

func (a *assembler) leave(i int, reason string) {
	it := a.items[i]
	switch it.kind {
	case aTitle:
		reason = "a title"
	case aMark:
		return
	}
	a.found.left = append(a.found.left, Left{it.line, it.text, reason})
}

func (a *assembler) kindAt(i int) itemKind {
	if i < 0 || i >= len(a.items) {
		return anEnding
	}
	return a.items[i].kind
}

// step reads a story at the item, or leaves the item out.
func (a *assembler) step() {
	i := a.at
	switch it := a.items[i]; it.kind {
	case anEnding:
		a.closed = true
		a.leave(i, "menu, heading or foot of the page")
	case anAdvert:
		a.advert()
		return
	case aLabel:
		if a.labelled(i) {
			a.story("", i)
			return
		}
		a.leave(i, "menu, heading or foot of the page")
	case aPicture:
		if h := a.next(i + 1); h < len(a.items) && a.starts(h) {
			a.story(it.text, h)
			return
		}
		a.leave(i, "the text of a picture")
	case aText:
		switch {
		case a.starts(i):
			a.story("", i)
			return
		case a.pictures && !a.closed && a.pictured(i):
			a.story(it.text, a.next(i+1))
			return
		case !a.closed && a.pictureOf(i) > 0:
			h := a.pictureOf(i)
			a.story(it.text, h)
			return
		}
		a.leave(i, "no story: nothing about it shows that it is one")
	case aMoment:
		a.leave(i, "a day without a story")
	default:
		a.leave(i, "menu, heading or foot of the page")
	}
	a.at++
}

// next returns the first item from i on that is no mark.
func (a *assembler) next(i int) int {
	for i < len(a.items) && a.items[i].kind == aMark {
		i++
	}
	return i
}

// labelled reports whether the label at i stands above a headline.
func (a *assembler) labelled(i int) bool {
	h := a.next(i + 1)
	if a.kindAt(h) != aText || a.kindAt(i) != aLabel {
		return false
	}
	return true
}

// goesOn reports whether the text at i may go on with what the text above it began.
func (a *assembler) goesOn(i int) bool {
	return a.wrapped && !a.items[i].gap && a.kindAt(i-1) == aText && !endsSentence(a.items[i-1].text)
}

// readOn reports whether the text at n ends in "Read more", or that stands below it, and
// the text at i is a link or a heading.
func (a *assembler) readOn(i, n int) bool {
	head, below := a.items[i], a.items[n]
	if head.url == "" && !head.heading && !(below.more && !below.gap) || below.heading || endsSentence(head.text) || len(strings.Fields(head.text)) < 3 {
		return false
	}
	m := a.next(n + 1)
	return below.more || a.kindAt(m) == aFurniture && isReadMore(a.items[m].text)
}

// labelBelow reports whether the label at i stands below its headline: a day follows.
func (a *assembler) labelBelow(i int) bool {
	return a.kindAt(i) == aLabel && (a.kindAt(a.next(i+1)) == aMoment || a.kindAt(a.next(i+1)) == aByline)
}

// starts reports whether a story begins at i, with its label or its headline.
func (a *assembler) starts(i int) bool {
	switch a.kindAt(i) {
	case aLabel:
		return a.labelled(i)
	case aText:
		n := a.next(i + 1)
		for a.kindAt(n) == aByline || a.kindAt(n) == anAddress || a.labelBelow(n) {
			n = a.next(n + 1)
		}
		if a.kindAt(n) == aMoment {
			return !endsSentence(a.items[i].text) && !a.goesOn(i)
		}
		if a.kindAt(n) != aText {
			return false
		}
		head, below := a.items[i], a.items[n]
		return a.leads(head) && (!a.leads(below) || below.url == head.url && !below.heading) || a.readOn(i, n)
	}
	return false
}

// pictured reports whether the text at i is that of the picture of the story below it: it
// stands right above the story, or nothing but it stands between two stories.
func (a *assembler) pictured(i int) bool {
	h := a.next(i + 1)
	if h >= len(a.items) || !a.starts(h) {
		return false
	}
	return !a.items[h].gap || a.kindAt(h) == aLabel && !isSentence(a.items[i].text) && a.kindAt(i-1) != aText
}

// pictureOf returns where the story begins of which the text at i is the picture's, since
// both lead to the same place; 0 if there is none.
func (a *assembler) pictureOf(i int) int {
	url := a.items[i].url
	h := a.next(i + 1)
	if a.kindAt(h) == anAddress && url == "" { // it stands below the text
		url, h = a.items[h].url, a.next(h+1)
	}
	if url == "" || h >= len(a.items) || !a.starts(h) {
		return 0
	}
	head := h
	if a.kindAt(h) == aLabel {
		head = a.next(h + 1)
	}
	for n := head; n < min(head+2, len(a.items)); n++ {
		if a.items[n].url == url && (n == head || a.kindAt(n) == anAddress) {
			return h
		}
	}
	return 0
}

// leads reports whether an item is a headline by where it leads.
func (a *assembler) leads(it item) bool { return a.link != nil && it.url != "" && a.link(it) }

// story reads the story whose label or headline is at i.
func (a *assembler) story(caption string, i int) {
	first := a.at
	e := corpus.Entry{Caption: caption}
	evidence := 0
	if a.items[i].kind == aLabel {
		e.Label = a.items[i].label
		evidence++
		i = a.next(i + 1)
	}
	if n := a.next(i + 1); a.kindAt(n) == aText && a.readOn(i, n) && !a.leads(a.items[i]) {
		evidence++
	}
	e.Headline, e.Line, e.URL = a.items[i].text, a.items[i].line, a.items[i].url
	if a.leads(a.items[i]) {
		evidence++
	}
	i++
	dated := false
	var aside []int // items between that are no part of it
scan:
	for ; i < len(a.items); i++ {
		switch it := a.items[i]; it.kind {
		case aMoment:
			if dated {
				break scan
			}
			e.Published, e.Day, dated = it.at.at, it.at.day, true
			evidence++
		case aByline, aMark:
		case aLabel:
			if e.Label != "" || dated || !a.labelBelow(i) {
				break scan
			}
			e.Label = it.label
			evidence++
		case anAddress:
			if e.URL == "" {
				e.URL = it.url
			}
		case aFurniture:
			aside = append(aside, i)
		case aPicture:
			h := a.next(i + 1)
			if e.Caption != "" || h < len(a.items) && a.starts(h) {
				break scan
			}
			e.Caption = it.text
		case aText:
			same := e.URL != "" && it.url == e.URL && !it.heading && isSentence(it.text)
			if !same && !a.standfirst(i, len(aside) > 0) {
				break scan
			}
			e.Standfirst = summaryText(it.text)
			evidence++
			i++
			if e.URL == "" && a.kindAt(i) == aFurniture && isReadMore(a.items[i].text) {
				e.URL = a.items[i].url
			}
			break scan
		default:
			break scan
		}
	}
	for n := len(aside); n > 0 && aside[n-1] == i-1; n-- { // they stand below it
		i, aside = i-1, aside[:n-1]
	}
	enough := evidence >= 2
	if a.closed {
		enough = e.Label != "" && e.Standfirst != "" && (dated || a.moments == 0)
	}
	if !enough {
		for ; a.at < i; a.at++ {
			reason := "a headline alone"
			if a.closed {
				reason = "in a list of other stories"
			}
			a.leave(a.at, reason)
		}
		if a.at == first { // no item was read
			a.leave(a.at, "a headline alone")
			a.at++
		}
		return
	}
	for _, n := range aside {
		a.leave(n, "menu, heading or foot of the page")
	}
	a.found.stories = append(a.found.stories, e)
	a.at = i
}

// standfirst reports whether the text at i is the standfirst of the headline above it,
// between which something that belongs to no story may stand.
func (a *assembler) standfirst(i int, apart bool) bool {
	if a.starts(i) && !(a.pictures && a.kindAt(i+1) == aLabel) {
		return false
	}
	it := a.items[i]
	if it.heading || !isSentence(it.text) && !(a.standing && !apart && len(strings.Fields(it.text)) > 2) {
		return false
	}
	return true
}

// advert leaves out an advertisement: what marks it, and the story or the text that
// follows.
func (a *assembler) advert() {
	a.leave(a.at, "an advertisement")
	a.at++
	kept := len(a.found.stories)
	start := a.at
	if i := a.next(start); i < len(a.items) {
		switch a.items[i].kind {
		case aText, aPicture:
			h := i
			if a.items[i].kind == aPicture {
				h = a.next(i + 1)
			}
			if h < len(a.items) && a.items[h].kind == aText {
				a.story("", h)
			}
		}
	}
	if len(a.found.stories) > kept {
		a.found.stories = a.found.stories[:kept]
		for n := start; n < a.at; n++ {
			a.leave(n, "an advertisement")
		}
	}
}

// lump joins lines that follow one another and are left out for one reason.
func lump(left []Left) []Left {
	var lumped []Left
	var text strings.Builder
	last := 0
	flush := func() {
		if n := len(lumped); n > 0 {
			lumped[n-1].Text = text.String()
		}
		text.Reset()
	}
	for _, l := range left {
		n := len(lumped)
		if n > 0 && lumped[n-1].Reason == l.Reason && l.Line >= last && l.Line <= last+3 {
			text.WriteString("\n" + l.Text)
		} else {
			flush()
			lumped = append(lumped, l)
			text.WriteString(l.Text)
		}
		last = l.Line
	}
	flush()
	return lumped
}
