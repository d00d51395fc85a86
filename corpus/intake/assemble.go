package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// An assembler makes stories of the lines of a source. What shows that a story begins is a
// label, a time below a headline, a heading, an address, or an item of a list; where none of
// these does, nothing is made of the lines.
type assembler struct {
	form    form
	stories []corpus.Entry
	left    []Left
	open    *draft
	pending []line // that may be the headline, or the picture's text, of what comes
	over    bool   // the list has ended
}

// A draft is a story of which some has been read.
type draft struct {
	entry  corpus.Entry
	lines  []line
	dated  bool // there was a time, known or not
	linked bool // its headline is a link
}

// assemble reads lines from the one that is behind the title.
func (a *assembler) assemble(lines []line) {
	for _, l := range lines {
		switch {
		case a.over:
			a.leave("stands behind the list", l)
		case len(a.stories) > 0 && says(ends(), l.text) && l.url == "":
			a.flush()
			a.over = true
			a.leave("stands behind the list", l)
		default:
			a.take(l)
		}
	}
	a.flush()
	a.leave("is no part of a story", a.pending...)
	a.pending = nil
}

func (a *assembler) take(l line) {
	if l.item && a.form.items {
		a.flush()
	}
	switch s := a.open; {
	case l.alt:
		a.pending = append(a.pending, l)
	case l.label != "" && !l.heading:
		a.label(l)
	case l.dated:
		a.moment(l)
	case isNoise(l.text):
		a.dropPending()
		a.leave("is known to be no story", l)
	case s != nil && s.entry.Headline == "":
		a.headline(l)
	case l.heading, l.url != "" && a.form.links && !a.repeats(l):
		a.begin()
		a.headline(l)
	case s != nil && s.entry.Standfirst == "" && a.isStandfirst(l):
		s.entry.Standfirst = l.text
		s.lines = append(s.lines, l)
	case l.item && a.form.items && a.startsItem(l):
		a.begin()
		a.headline(l)
	default:
		if s != nil && s.entry.Standfirst != "" {
			a.flush()
		}
		a.pending = append(a.pending, l)
	}
}

// startsItem reports whether an item of a list may be a story.
func (a *assembler) startsItem(l line) bool { return isHeadline(l.text) }

// label begins a story.
func (a *assembler) label(l line) {
	if s := a.open; s != nil && s.entry.Label == "" && s.entry.Headline == "" {
		s.entry.Label = l.label // an item has begun it already
		s.lines = append(s.lines, l)
		return
	}
	a.begin()
	a.open.entry.Label = l.label
	a.open.lines = append(a.open.lines, l)
}

// moment takes a time: that of the story that is open, or the first sign of one whose headline
// stands above it.
func (a *assembler) moment(l line) {
	if s := a.open; s != nil && s.entry.Headline != "" && !s.dated && s.entry.Standfirst == "" && len(a.pending) == 0 {
		s.dated = true
		s.entry.Published, s.entry.DayOnly = l.when.at, l.when.dayOnly
		s.lines = append(s.lines, l)
		return
	}
	if s := a.open; s != nil && s.entry.Headline != "" && !s.dated && s.entry.Label != "" && len(a.pending) == 0 {
		s.dated = true // the time stands below the standfirst
		s.entry.Published, s.entry.DayOnly = l.when.at, l.when.dayOnly
		s.lines = append(s.lines, l)
		return
	}
	last := len(a.pending) - 1
	if last < 0 || a.pending[last].alt || !isHeadline(a.pending[last].text) {
		a.leave("is a time without a headline", l)
		return
	}
	head := a.pending[last]
	a.pending = a.pending[:last]
	if last > 0 && head.gap && !a.pending[last-1].alt {
		a.dropPending() // the picture's text stands right above a headline
	}
	a.begin()
	a.headline(head)
	a.moment(l)
}

// begin ends the story that is open and begins another. Of the lines since then the last is the
// text of its picture, if it stands right above.
func (a *assembler) begin() {
	a.flush()
	s := &draft{}
	if last := len(a.pending) - 1; last >= 0 && (a.pending[last].alt || a.form.pictures && isCaption(a.pending[last].text)) {
		s.entry.Caption = a.pending[last].text
		s.lines = append(s.lines, a.pending[last])
		a.pending = a.pending[:last]
	}
	a.dropPending()
	a.open = s
}

func (a *assembler) headline(l line) {
	s := a.open
	s.entry.Headline, s.entry.Line = l.text, l.number
	if address := corpus.Address(l.url); s.entry.URL == "" && (!a.form.redirect || strings.Contains(address, ".article")) {
		s.entry.URL = address
	}
	s.linked = s.linked || l.url != ""
	s.lines = append(s.lines, l)
}

// repeats reports whether a line links to the story that is open.
func (a *assembler) repeats(l line) bool {
	return a.open != nil && a.open.entry.URL != "" && strings.HasPrefix(l.url, a.open.entry.URL)
}

// flush ends the story that is open. It is one if a standfirst says so, or, without one, both
// a label and a time, or a time and an address.
func (a *assembler) flush() {
	s := a.open
	a.open = nil
	if s == nil {
		return
	}
	e := &s.entry
	signs := 0
	for _, sign := range []bool{e.Label != "", s.dated, s.linked} {
		if sign {
			signs++
		}
	}
	switch {
	case e.Headline == "":
		a.leave("is a label without a headline", s.lines...)
	case !isHeadline(e.Headline):
		a.leave("is no headline", s.lines...)
	case e.Standfirst == "" && signs < 2:
		a.leave("is a headline alone", s.lines...)
	default:
		a.stories = append(a.stories, *e)
	}
}

func (a *assembler) dropPending() {
	a.leave("is no part of a story", a.pending...)
	a.pending = nil
}

func (a *assembler) leave(why string, lines ...line) {
	for _, l := range lines {
		if l.text != "" {
			a.left = append(a.left, Left{l.number, l.text, why})
		}
	}
}

// Bounds of what a headline and a picture's text are.
const (
	longestHeadline = 300 // bytes
	longestCaption  = 120
	fewestWords     = 2 // of a headline
	fewestSentence  = 5 // words of a standfirst that ends without a mark
)

// isHeadline reports whether a text may be a headline.
func isHeadline(text string) bool {
	return len(text) <= longestHeadline && len(strings.Fields(text)) >= fewestWords && !isRule(text) && !says(ends(), text)
}

// isCaption reports whether a text may be that of a picture.
func isCaption(text string) bool {
	return len(text) <= longestCaption && !endsSentence(text)
}

// isStandfirst reports whether a line may be the standfirst of the story that is open.
func (a *assembler) isStandfirst(l line) bool {
	if l.heading || l.item && a.form.items {
		return false
	}
	return endsSentence(l.text) && len(strings.Fields(l.text)) > 2 || len(strings.Fields(l.text)) >= fewestSentence
}

// endsSentence reports whether a text ends as a sentence does.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool { return strings.ContainsRune("’”'\")", r) || unicode.IsSpace(r) })
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…", last)
}
