package search

// What few stories have by accident does not hide what was likelier meant.
const (
	accident   = 3  // hits, or fewer, may be one
	fewerTimes = 64 // as many stories has the word that was likelier meant
)

// likelier returns, where a may be an accident, for each term the word that it is a slip of if
// that stands in so many more stories, "" for the others; nil if there is none.
func (a Answer) likelier() []string {
	if len(a.Hits) == 0 || len(a.Hits) > accident || a.Partial || a.Corrected != "" {
		return nil
	}
	var words []string
	for i := range a.plan.matchers {
		if w, ok := a.plan.slipOf(i); ok {
			if words == nil {
				words = make([]string, len(a.plan.matchers))
			}
			words[i] = string(a.plan.words.word(w))
		}
	}
	return words
}

// slipOf returns the most frequent word that term i is a slip of, but for those in the names
// of systems, as "board": they stand under all stories.
func (p *plan) slipOf(i int) (word uint32, ok bool) {
	m := &p.matchers[i]
	e := m.expansion
	if m.stops() || m.named {
		return 0, false
	}
	r := wordRange{m.lo, e.end}
	if i == len(p.matchers)-1 {
		r.hi = m.hi
	}
	most := fewerTimes*max(1, p.frequency(r)) - 1
	p.words.spell(e)
	for _, c := range e.corrections {
		found := m.lo <= c.word && c.word < m.hi
		if found || c.way > slippedStart || stopWord(p.words.word(c.word)) {
			continue
		}
		r := wordRange{c.word, c.word + 1}
		if n := p.frequency(r); n > most && len(p.sections[System].postings(r)) == 0 {
			word, most, ok = c.word, n, true
		}
	}
	return word, ok
}
