package search

import (
	"fmt"
	"strings"
)

// String says what the tier means.
func (t tier) String() string {
	return [...]string{
		"all words in a row", "whole words", "other forms of words", "beginnings of words",
		"words run together or apart", "first letters of words", "words like those typed",
	}[t]
}

// String says what the way means, of the word it is said of.
func (w way) String() string {
	switch {
	case w == whole:
		return "as typed"
	case w == inflected:
		return "another form"
	case started <= w && w < joined:
		return "beginning"
	case w == joined:
		return "run together or apart"
	case w == initials:
		return "first letters"
	case w == slipped:
		return "letter left out or swapped"
	case w == mishit:
		return "letter doubled or key beside it hit"
	case w == edited:
		return "one letter wrong"
	case w == editedStart:
		return "beginning, one letter wrong"
	case w == abbreviated:
		return "abbreviated"
	case w == editedTwice:
		return "two letters wrong"
	}
	return "missing"
}

// Explain says why h, a hit of the last search, stands where it does: the field
// and the tier it is ranked by, how each word typed was matched, and the cost.
func (s *Searcher) Explain(h Hit) string {
	var b strings.Builder
	if s.partial {
		fmt.Fprintf(&b, "some of the words, up to the %v", h.Field)
	} else {
		fmt.Fprintf(&b, "%v: %v", h.Field, h.rank.tier())
	}
	s.ways = [maxTerms]way{}
	s.paint()
	got := uint32(0)
	for f := Headline; f <= s.last; f++ {
		got |= s.look(uint32(h.Story), s.x.sections[f].words(uint32(h.Story)), f, got).fresh
	}
	s.unpaint()
	for i := range s.sought {
		if t := s.sought[i].term; s.ways[i] != absent || s.partial {
			fmt.Fprintf(&b, "; %q %v", s.query.text[t.start:t.end], s.ways[i])
		}
	}
	cost := h.rank.cost()
	if s.partial {
		cost = h.rank.partialCost()
	}
	fmt.Fprintf(&b, "; cost %d", cost)
	return b.String()
}
