package search

import "strings"

// corrected returns the query with the words of story in place of those they are like,
// and one that insists on what was typed.
func (p *plan) corrected(story uint32) (understood, verbatim string) {
	var as, is strings.Builder
	typed := p.query.text
	at := 0
	for i := range p.matchers {
		m := &p.matchers[i]
		n, w := p.bestWord(m, story)
		if w < slipped {
			continue
		}
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
	return strings.TrimSpace(as.String()), strings.TrimSpace(is.String())
}

// bestWord returns the word of story that matches m best, and how; the way is absent if
// several words match it together, or none.
func (p *plan) bestWord(m *matcher, story uint32) (word uint32, best way) {
	for f := Headline; f <= p.last; f++ {
		for _, n := range p.sections[f].words(story) {
			if w := m.way(n, &p.words); w != absent && (best == absent || w < best) {
				word, best = n, w
			}
		}
	}
	return word, best
}
