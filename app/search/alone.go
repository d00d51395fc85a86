package search

import "slices"

// findAlone is find for a query of a single plain word, read literally. Such a
// query, most of all of one letter, has the most stories, and since words alone
// decide about them, each word is judged once and no text is looked at.
func (s *Searcher) findAlone(k *sought) {
	clear(s.nearest)
	for f := Headline; f <= s.last; f++ {
		section := &s.x.sections[f]
		if section.empty() {
			continue
		}
		k.answers(func(r wordRange) {
			for n := r.lo; n < r.hi; n++ {
				near := nearness(f)<<wayBits | nearness(k.way(n, &s.x.words))
				for _, story := range section.with(wordRange{n, n + 1}) {
					if s.nearest[story]-1 >= near { // zero, the farthest, turns into the largest
						s.nearest[story] = near
					}
				}
			}
		})
	}
	s.keys = slices.Grow(s.keys, min(s.count(k), s.x.stories))
	for story, near := range s.nearest {
		if near != 0 {
			f, w := Field(near>>wayBits), way(near%(1<<wayBits))
			s.keys = append(s.keys, newKey(newRank(f, tierOf(w), cost(w)), uint32(story)))
		}
	}
}

// A nearness is a field and, in its lower bits, a way: the best match of a story.
// Zero is none.
type nearness uint8

const wayBits = 5
