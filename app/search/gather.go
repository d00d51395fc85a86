package search

// answers calls yield for ranges of words that answer k each by itself. A range may
// come twice.
func (k *sought) answers(yield func(wordRange)) {
	if k.lo < k.hi {
		yield(wordRange{k.lo, k.hi})
	}
	if !k.forms {
		return
	}
	for _, c := range k.exp.others {
		yield(wordRange{c.word, c.word + 1})
	}
	for _, c := range k.pairs {
		yield(wordRange{c.word, c.word + 1})
	}
	if k.like >= misspelt {
		for _, c := range k.exp.mistyped {
			yield(wordRange{c.word, c.word + 1})
		}
	}
}

// places calls yield for ranges of words, one of which every story has that answers
// k otherwise than by neighbouring words read as one.
func (s *Searcher) places(k *sought, yield func(wordRange)) {
	if !k.words {
		return
	}
	k.answers(yield)
	if k.forms {
		for _, row := range k.exp.rows {
			a, b := row.words[0], row.words[1]
			yield(s.rarer(wordRange{a, a + 1}, wordRange{b, b + 1}))
		}
	}
}

// rarer returns the one of a and b that stands in fewer stories.
func (s *Searcher) rarer(a, b wordRange) wordRange {
	if s.holding(b) < s.holding(a) {
		return b
	}
	return a
}

// holding returns in how many stories words of r stand, a story counted once for
// each word and field.
func (s *Searcher) holding(r wordRange) int {
	n := 0
	for f := Headline; f <= s.last; f++ {
		n += len(s.x.sections[f].with(r))
	}
	return n
}

// seekShare is how many stories can be looked through for first letters in the time
// that one takes to be matched.
const seekShare = 64

// count returns how many stories there are to look at for k, or a few more.
func (s *Searcher) count(k *sought) int {
	n := 0
	s.places(k, func(r wordRange) { n += s.holding(r) })
	switch {
	case !k.compound():
	case k.exp.compounded:
		n += len(k.exp.compounds)
	default:
		n += s.x.stories / seekShare
	}
	return n
}

// gather adds to the candidates the stories that may answer k.
func (s *Searcher) gather(k *sought) {
	s.places(k, func(r wordRange) {
		for f := Headline; f <= s.last; f++ {
			for _, story := range s.x.sections[f].with(r) {
				s.candidates.add(story)
			}
		}
	})
	if k.compound() {
		for _, story := range s.compounds(k.exp) {
			s.candidates.add(story)
		}
	}
}

// exclude takes from the candidates the stories with a word that must not be there,
// as far as single words tell.
func (s *Searcher) exclude() {
	for i := range s.sought {
		k := &s.sought[i]
		if !k.term.negated || !k.term.simple() {
			continue
		}
		for f := Headline; f <= s.last; f++ {
			for _, story := range s.x.sections[f].with(wordRange{k.lo, k.hi}) {
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
			n += s.count(&s.sought[j])
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
			s.gather(&s.sought[j])
		}
	}
}
