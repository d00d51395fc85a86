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
func (k *sought) solid(w way) bool {
	switch {
	case w == absent || w > joined:
		return false
	case w <= inflected || w == joined:
		return true
	}
	return len(k.exp.text) >= shortestSolid
}

// solidly returns k with those words only that it may be found solidly by.
func (k sought) solidly() sought {
	k.like = min(k.like, compound)
	if len(k.exp.text) < shortestSolid {
		k.hi = k.exp.end
	}
	return k
}

// findPartial leaves in hits the stories that have enough of the words of a query that
// has nothing but words.
func (s *Searcher) findPartial() {
	if !s.query.words() {
		return
	}
	var words []sought // those of meaning, to be found solidly
	for i := range s.sought {
		if k := s.sought[i]; !stopWord(k.exp.text) {
			words = append(words, k.solidly())
		}
	}
	if len(words) < fewestWords {
		return
	}
	need := (len(words) + solidShare - 1) / solidShare
	for i := range words {
		if words[i].compound() {
			s.compounds(words[i].exp) // so that few stories are looked through for them
		}
	}
	// Who has that many of the words has one of any others but need-1.
	slices.SortStableFunc(words, func(a, b sought) int { return cmp.Compare(s.count(&a), s.count(&b)) })
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
	var got, beside, behind, content uint32
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
			content = s.x.sections[f].content[story]
		}
		for b := v.fresh; b != 0; b &= b - 1 {
			i := bits.TrailingZeros32(b)
			k := &s.sought[i]
			if stopWord(k.exp.text) {
				continue
			}
			if k.solid(s.ways[i]) {
				solid++
			}
			field = f
			total += cost(s.ways[i]) + otherFieldCost*int32(f)
		}
	}
	if solid < need {
		return 0, false
	}
	for i := range s.sought {
		if k := &s.sought[i]; got&k.bit == 0 && !stopWord(k.exp.text) {
			total += s.lack(k)
		}
	}
	total += s.disarray(beside, behind) + unsaid(solid-1, content)
	return newPartialRank(field, total), true
}

// lack returns what is held against a story without k: what k says, by the stories
// with words that begin so.
func (s *Searcher) lack(k *sought) int32 {
	n := s.holding(wordRange{k.lo, k.hi})
	if n == 0 {
		return missingCost
	}
	return max(0, log2(uint32(s.x.stories))-log2(uint32(n))) * 8 / fraction
}
