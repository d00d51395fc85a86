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

// Explain says why h, a hit of a, stands where it does: the field
// and the tier it is ranked by, how each word typed was matched, and the cost.
func (a Answer) Explain(h Hit) string {
	p := a.plan
	var b strings.Builder
	if a.Partial {
		fmt.Fprintf(&b, "some of the words, up to the %v", h.Field)
	} else {
		fmt.Fprintf(&b, "%v: %v", h.Field, h.rank.tier())
	}
	for i := range p.matchers {
		m := &p.matchers[i]
		if w := p.first(m, uint32(h.Story)); w != absent || a.Partial {
			fmt.Fprintf(&b, "; %q %v", p.query.text[m.term.start:m.term.end], w)
		}
	}
	cost := h.rank.cost()
	if a.Partial {
		cost = h.rank.partialCost()
	}
	fmt.Fprintf(&b, "; cost %d", cost)
	return b.String()
}
