package search

import (
	"cmp"
	"math/bits"
	"slices"
)

// Bounds of partial matches.
const (
	fewestWords   = 2 // of meaning, below which there are no parts of a query
	solidShare    = 2 // one in so many of them must be found solidly
	shortestSolid = 4 // letters of a word found by its beginning
)

// missingCost is what a missing word costs if no story has it.
const missingCost = 8 * 16

// otherFieldCost is added for each field that a word of a partial match stands
// below the headline.
const otherFieldCost = 8

// solid reports whether a word found in way w is sure enough to rest on.
func (m *matcher) solid(w way) bool {
	switch {
	case w == absent || w > joined:
		return false
	case w <= inflected || w == joined:
		return true
	}
	return len(m.expansion.text) >= shortestSolid
}

// solidly returns m with those words only that it may be found solidly by.
func (m matcher) solidly() matcher {
	m.reading = min(m.reading, compound)
	if len(m.expansion.text) < shortestSolid {
		m.hi = m.expansion.end
	}
	return m
}

// findPartial leaves in hits the stories that have enough of the words of a query that
// has nothing but words.
func (s *Searcher) findPartial() {
	if !s.query.words() {
		return
	}
	var words []matcher // those of meaning, to be found solidly
	for i := range s.matchers {
		if m := s.matchers[i]; !stopWord(m.expansion.text) {
			words = append(words, m.solidly())
		}
	}
	if len(words) < fewestWords {
		return
	}
	need := (len(words) + solidShare - 1) / solidShare
	for i := range words {
		if words[i].compound() {
			s.compounds(words[i].expansion) // so that few stories are looked through for them
		}
	}
	// Who has that many of the words has one of any others but need-1.
	slices.SortStableFunc(words, func(a, b matcher) int { return cmp.Compare(s.count(&a), s.count(&b)) })
	s.candidates.clear()
	for i := range words[:len(words)-need+1] {
		s.gather(&words[i])
	}
	s.paint()
	s.keys = s.keys[:0]
	for story := range s.candidates.all {
		if r, ok := s.matchPartly(story, need); ok {
			s.keys = append(s.keys, newKey(r, story))
		}
	}
	s.unpaint()
	s.rank(rank.partialField)
}

// matchPartly decides whether story has need words of meaning solidly.
func (s *Searcher) matchPartly(story uint32, need int) (rank, bool) {
	var got, beside, behind, information uint32
	var field Field
	solid := 0
	total := int32(0)
	for f := Headline; f <= s.last; f++ {
		tokens := s.x.sections[f].words(story)
		if len(tokens) == 0 {
			continue
		}
		v := s.look(story, tokens, f, got)
		got |= v.fresh
		beside |= v.beside
		behind |= v.behind
		if f == Headline {
			information = s.x.sections[f].information[story]
		}
		for b := v.fresh; b != 0; b &= b - 1 {
			i := bits.TrailingZeros32(b)
			m := &s.matchers[i]
			if stopWord(m.expansion.text) {
				continue
			}
			if m.solid(s.ways[i]) {
				solid++
			}
			field = f
			total += cost(s.ways[i]) + otherFieldCost*int32(f)
		}
	}
	if solid < need {
		return 0, false
	}
	for i := range s.matchers {
		if m := &s.matchers[i]; got&m.bit == 0 && !stopWord(m.expansion.text) {
			total += s.absenceCost(m)
		}
	}
	total += s.orderCost(beside, behind) + surplus(solid-1, information)
	return newPartialRank(field, total), true
}

// absenceCost returns what is held against a story without m: what m says, by the stories
// with words that begin so.
func (s *Searcher) absenceCost(m *matcher) int32 {
	n := s.frequency(wordRange{m.lo, m.hi})
	if n == 0 {
		return missingCost
	}
	return max(0, log2(uint32(s.x.stories))-log2(uint32(n))) * 8 / fraction
}
