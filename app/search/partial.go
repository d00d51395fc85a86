package search

import (
	"math/bits"
	"slices"
)

func trailing(w uint64) int { return bits.TrailingZeros64(w) }

// A partial match must have at least one in so many of the query's words solidly.
const solidShare = 2

// solid reports whether a word matched in way w is sure enough to rest on.
func (k *sought) solid(w way) bool {
	return w == whole || w == inflected || w == joined || w != absent && w < joined && len(k.exp.text) >= 4
}

// findPartial leaves in keys a key for each story that has enough of the words.
func (s *Searcher) findPartial() {
	s.keys = s.keys[:0]
	var plain []*sought
	for i := range s.sought {
		k := &s.sought[i]
		if k.forms && !stopWord(k.exp.text) {
			plain = append(plain, k)
		}
	}
	if len(plain) < 2 || len(plain) != len(s.sought)-s.stopWords() {
		return
	}
	need := (len(plain) + solidShare - 1) / solidShare
	slices.SortStableFunc(plain, func(a, b *sought) int { return s.count(a) - s.count(b) })
	clear(s.candidates)
	for _, k := range plain[:len(plain)-need+1] {
		s.gather(k)
	}
	s.paint(true)
	for i, word := range s.candidates {
		for ; word != 0; word &= word - 1 {
			story := uint32(i<<6 + trailing(word))
			if r, ok := s.matchPartly(story, need); ok {
				s.keys = append(s.keys, newKey(r, story))
			}
		}
	}
	s.paint(false)
}

func (s *Searcher) stopWords() int {
	n := 0
	for i := range s.sought {
		if stopWord(s.sought[i].exp.text) {
			n++
		}
	}
	return n
}

// matchPartly decides whether story has need words solidly. Its cost is that of the
// words it lacks, by what they say.
func (s *Searcher) matchPartly(story uint32, need int) (rank, bool) {
	var got, beside, behind, content uint32
	var most, has int32
	solid := 0
	field := Headline
	for f := Headline; f <= s.last; f++ {
		tokens := s.x.sections[f].words(story)
		if len(tokens) == 0 {
			continue
		}
		v := s.scan(tokens, got)
		v.fresh |= s.others(tokens, f, got|v.fresh)
		got |= v.fresh
		beside |= v.beside
		behind |= v.behind
		content += s.x.sections[f].content[story]
		for b := v.fresh; b != 0; b &= b - 1 {
			i := bits.TrailingZeros32(b)
			k := &s.sought[i]
			if stopWord(k.exp.text) {
				continue
			}
			if k.solid(s.ways[i]) {
				solid++
			}
			has += k.weight * (100 - cost(s.ways[i])) * int32(4-f) / 4
			field = f
		}
	}
	if solid < need {
		return 0, false
	}
	for i := range s.sought {
		if !stopWord(s.sought[i].exp.text) {
			most += s.sought[i].weight
		}
	}
	total := 10000 - 100*has/most
	n := int32(len(s.sought)) - 1
	total += apartCost * (n - int32(bits.OnesCount32(beside))) / n
	total += disorderCost * (n - int32(bits.OnesCount32(behind))) / n
	return newPartialRank(field, total+unsaid(1, content)), true
}
