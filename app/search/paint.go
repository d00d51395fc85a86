package search

// A palette says of every word how it answers the terms, for the time of a search, so
// that a text is looked through without asking for each of its words again.
type palette struct {
	mask    []uint32        // for each word, the bits of the simple terms it answers
	ways    [maxTerms][]way // for each term and word of its bit, how
	bigrams uint32          // the bits of terms that may be answered by several words
}

// paint fills the palette for the terms in the present reading.
func (s *Searcher) paint() {
	s.palette.bigrams = 0
	for i := range s.matchers {
		m := &s.matchers[i]
		switch {
		case m.term.negated:
			continue
		case !m.term.simple():
			s.palette.bigrams |= m.bit
			continue
		case m.loose && len(m.expansion.bigrams) > 0 || m.compound():
			s.palette.bigrams |= m.bit
		}
		if s.palette.ways[i] == nil {
			s.palette.ways[i] = make([]way, len(s.palette.mask))
		}
		mask, ways := s.palette.mask, s.palette.ways[i]
		m.answers(func(r wordRange) {
			for n := r.lo; n < r.hi; n++ {
				mask[n] |= m.bit
				ways[n] = m.way(n, &s.x.words)
			}
		})
	}
}

// unpaint clears the mask. The ways without it count for nothing.
func (s *Searcher) unpaint() {
	for i := range s.matchers {
		s.matchers[i].answers(func(r wordRange) { clear(s.palette.mask[r.lo:r.hi]) })
	}
}
