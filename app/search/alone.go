package search

import "slices"

// findAlone is find for a query of a single plain word, read literally. Such a
// query, most of all of one letter, has the most stories, and since words alone
// decide about them, each word is judged once and no text is looked at.
func (s *Searcher) findAlone(k *sought) {
	clear(s.nearest)
	for f := Headline; f <= s.last; f++ {
		k.answers(func(r wordRange) {
			for n := r.lo; n < r.hi; n++ {
				s.bringNear(s.x.sections[f].with(wordRange{n, n + 1}), newNearness(f, k.way(n, &s.x.words)))
			}
		})
	}
	s.keys = slices.Grow(s.keys, min(s.count(k), s.x.stories))
	for first := 0; first < len(s.nearest); first += block {
		s.addNearest(first, min(first+block, len(s.nearest)))
	}
}

// block is how many stories a loop takes at a time, so that WebAssembly engines, which
// replace slow code by fast at the next call, do so before all of them are through. A
// function for a block must not be inlined, or there would be no next call.
const block = 1 << 10

// bringNear notes a match of stories that is near, if it is the nearest.
//
//go:noinline
func (s *Searcher) bringNear(stories []uint32, near nearness) {
	for _, story := range stories {
		if s.nearest[story]-1 >= near { // zero, the farthest, turns into the largest
			s.nearest[story] = near
		}
	}
}

// addNearest adds the keys of the matching stories from first up to end-1.
//
//go:noinline
func (s *Searcher) addNearest(first, end int) {
	for story := first; story < end; story++ {
		if near := s.nearest[story]; near != 0 {
			w := near.way()
			s.keys = append(s.keys, newKey(newRank(near.field(), tierOf(w), cost(w)), uint32(story)))
		}
	}
}

// A nearness is a field and, in its lower bits, a way: the best match of a story.
// Zero is none.
type nearness uint8

const wayBits = 5

func newNearness(f Field, w way) nearness { return nearness(f)<<wayBits | nearness(w) }

func (n nearness) field() Field { return Field(n >> wayBits) }
func (n nearness) way() way     { return way(n % (1 << wayBits)) }
