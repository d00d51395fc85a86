package search

// A wordTable is filled for the time of a search with how each word matches the
// terms, so that a text is looked through without working it out for each of its
// words again.
type wordTable struct {
	mask    []uint32        // for each word, the bits of the simple terms it matches
	ways    [maxTerms][]way // for each term and word of its bit, how
	several uint32          // the bits of terms that several words may match together
}

func newWordTable(x *Index) wordTable { return wordTable{mask: make([]uint32, x.words.len())} }

// fill fills t, which is empty, for p in its present reading.
func (t *wordTable) fill(p *plan) {
	t.several = 0
	for i := range p.matchers {
		m := &p.matchers[i]
		switch {
		case m.term.negated:
			continue
		case !m.term.simple():
			t.several |= m.bit
			continue
		case m.loose && len(m.expansion.bigrams) > 0 || m.compound():
			t.several |= m.bit
		}
		if t.ways[i] == nil {
			t.ways[i] = make([]way, len(t.mask))
		}
		mask, ways := t.mask, t.ways[i]
		m.ranges(func(r wordRange) {
			for n := r.lo; n < r.hi; n++ {
				mask[n] |= m.bit
				ways[n] = m.way(n, &p.words)
			}
		})
	}
}

// empty empties the mask. The ways without it count for nothing.
func (t *wordTable) empty(p *plan) {
	for i := range p.matchers {
		p.matchers[i].ranges(func(r wordRange) { clear(t.mask[r.lo:r.hi]) })
	}
}
