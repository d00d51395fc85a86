package search

import (
	"bytes"
	"slices"
	"strings"
)

// corrected returns the query with the words of story in place of those they are like,
// and one that insists on what was typed; and whether one of these words is far from what was
// typed.
func (p *plan) corrected(story uint32) (understood, verbatim string, guessed bool) {
	var as, is strings.Builder
	typed := p.query.text
	at := 0
	for i := range p.matchers {
		m := &p.matchers[i]
		w, n := p.first(m, story)
		if w < slipped {
			continue
		}
		guessed = guessed || w >= abbreviated
		start, end := m.term.start, m.term.end
		as.WriteString(typed[at:start])
		as.Write(p.words.word(n))
		is.WriteString(typed[at:start])
		if start > 0 && typed[start-1] != ' ' {
			is.WriteByte(' ') // an operator opens a chunk
		}
		is.WriteByte('\'')
		is.WriteString(typed[start:end])
		at = end
	}
	as.WriteString(typed[at:])
	is.WriteString(typed[at:])
	return strings.TrimSpace(as.String()), strings.TrimSpace(is.String()), guessed
}

// settle returns those of hits, in rank order, in which a word altered is that of the first, or
// one is the beginning of the other: who is shown a word for one typed wonders why there are
// others. Of alternatives and the like all are left.
func (p *plan) settle(hits []Hit) []Hit {
	if !p.query.plain() {
		return hits
	}
	for i := range p.matchers {
		m := &p.matchers[i]
		w, n := p.first(m, uint32(hits[0].Story))
		if w < slipped {
			continue
		}
		e := *m.expansion
		word := p.words.word(n)
		e.corrections = slices.DeleteFunc(slices.Clone(e.corrections), func(c wordMatch) bool {
			other := p.words.word(c.word)
			return !bytes.HasPrefix(other, word) && !bytes.HasPrefix(word, other)
		})
		m.expansion = &e
		hits = slices.DeleteFunc(hits, func(h Hit) bool {
			w, _ := p.first(m, uint32(h.Story))
			return w == absent
		})
	}
	return hits
}
