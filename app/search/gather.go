package search

// answers calls yield for ranges of words that answer m each by itself. A range may
// come twice.
func (m *matcher) answers(yield func(wordRange)) {
	if m.lo < m.hi {
		yield(wordRange{m.lo, m.hi})
	}
	if !m.loose {
		return
	}
	for _, c := range m.expansion.variants {
		yield(wordRange{c.word, c.word + 1})
	}
	for _, c := range m.joins {
		yield(wordRange{c.word, c.word + 1})
	}
	if m.reading >= misspelt {
		for _, c := range m.expansion.mistyped {
			yield(wordRange{c.word, c.word + 1})
		}
	}
}

// places calls yield for ranges of words, one of which every story has that answers
// m otherwise than by neighbouring words read as one.
func (s *Searcher) places(m *matcher, yield func(wordRange)) {
	if !m.known {
		return
	}
	m.answers(yield)
	if m.loose {
		for _, b := range m.expansion.bigrams {
			a, b := b.words[0], b.words[1]
			yield(s.rarer(wordRange{a, a + 1}, wordRange{b, b + 1}))
		}
	}
}

// rarer returns the one of a and b that stands in fewer stories.
func (s *Searcher) rarer(a, b wordRange) wordRange {
	if s.frequency(b) < s.frequency(a) {
		return b
	}
	return a
}

// frequency returns in how many stories words of r stand, a story counted once for
// each word and field.
func (s *Searcher) frequency(r wordRange) int {
	n := 0
	for f := Headline; f <= s.last; f++ {
		n += len(s.x.sections[f].postings(r))
	}
	return n
}

// seekShare is how many stories can be looked through for first letters in the time
// that one takes to be matched.
const seekShare = 64

// count returns how many stories there are to look at for m, or a few more.
func (s *Searcher) count(m *matcher) int {
	n := 0
	s.places(m, func(r wordRange) { n += s.frequency(r) })
	switch {
	case !m.compound():
	case m.expansion.compoundsKnown:
		n += len(m.expansion.compoundStories)
	default:
		n += s.x.stories / seekShare
	}
	return n
}

// gather adds to the candidates the stories that may answer m.
func (s *Searcher) gather(m *matcher) {
	s.places(m, func(r wordRange) {
		for f := Headline; f <= s.last; f++ {
			for _, story := range s.x.sections[f].postings(r) {
				s.candidates.add(story)
			}
		}
	})
	if m.compound() {
		for _, story := range s.compounds(m.expansion) {
			s.candidates.add(story)
		}
	}
}

// exclude takes from the candidates the stories with a word that must not be there,
// as far as single words tell.
func (s *Searcher) exclude() {
	for i := range s.matchers {
		m := &s.matchers[i]
		if !m.term.negated || !m.term.simple() {
			continue
		}
		for f := Headline; f <= s.last; f++ {
			for _, story := range s.x.sections[f].postings(wordRange{m.lo, m.hi}) {
				s.candidates.remove(story)
			}
		}
	}
}

// gatherFewest fills the candidates with every story that may match: of the clauses
// and what the words but the last have found, those of whichever has the fewest.
func (s *Searcher) gatherFewest() {
	s.candidates.clear()
	best, fewest := -1, s.x.stories
	for i, c := range s.query.clauses {
		if c.negated {
			continue
		}
		n := 0
		for j := c.first; j < c.end; j++ {
			n += s.count(&s.matchers[j])
		}
		if best < 0 || n < fewest {
			best, fewest = i, n
		}
	}
	switch {
	case s.known != nil && s.known.reading == s.reading && len(s.known.stories) <= fewest:
		for _, story := range s.known.stories {
			s.candidates.add(story)
		}
	case best < 0:
		for story := range uint32(s.x.stories) {
			s.candidates.add(story)
		}
	default:
		for j := s.query.clauses[best].first; j < s.query.clauses[best].end; j++ {
			s.gather(&s.matchers[j])
		}
	}
}
