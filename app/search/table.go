package search

// A wordTable is filled for the time of a search with how each word matches the
// terms, so that a text is looked through without working it out for each of its
// words again.
type wordTable struct {
	mask    []uint32        // for each word, the bits of the simple terms it matches
	ways    [maxTerms][]way // for each term and word of its bit, how
	several uint32          // the bits of terms that several words may match together
	unseen  uint32          // those of them that no single word gives away
	hints   []uint32        // for each word, the bits of those others that it may be part of
}

func newWordTable(x *Index) wordTable {
	return wordTable{mask: make([]uint32, x.words.len()), hints: make([]uint32, x.words.len())}
}

// fill fills t, which is empty, for p in its present reading.
func (t *wordTable) fill(p *plan) {
	t.several, t.unseen = 0, 0
	for i := range p.matchers {
		m := &p.matchers[i]
		switch {
		case m.term.negated:
			if !m.term.simple() {
				t.hint(m)
			}
			continue
		case !m.term.simple():
			t.several |= m.bit
			t.hint(m)
			continue
		case m.loose && len(m.expansion.bigrams) > 0 || m.compound():
			t.several |= m.bit
			t.hint(m)
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

// hint notes the words of which a text has one if several of its words match m: the last
// word of a phrase, the first of two neighbours.
func (t *wordTable) hint(m *matcher) {
	if m.compound() {
		t.unseen |= m.bit
		return
	}
	m.parts(func(r wordRange) {
		for n := r.lo; n < r.hi; n++ {
			t.hints[n] |= m.bit
		}
	})
}

// empty empties the masks. The ways without them count for nothing.
func (t *wordTable) empty(p *plan) {
	for i := range p.matchers {
		m := &p.matchers[i]
		m.ranges(func(r wordRange) { clear(t.mask[r.lo:r.hi]) })
		m.parts(func(r wordRange) { clear(t.hints[r.lo:r.hi]) })
	}
}

// hinted returns the bits of the terms that several of the tokens may match together.
func (t *wordTable) hinted(tokens []uint32) uint32 {
	may := t.unseen
	for _, n := range tokens {
		may |= t.hints[n]
	}
	return may
}
