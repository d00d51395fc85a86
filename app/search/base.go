package search

import "bytes"

// A base is what a query of words found, kept for a query that goes on from it. All
// stories of the longer query are among its stories, if both are read alike, and what
// the shorter did not find in a reading, the longer does not either.
type base struct {
	words   [][]byte
	last    Field
	reading reading // in which the stories were found; readings if there are none
	stories []uint32
}

// largestBase is the number of stories beyond which a base is not kept, since it
// would spare little.
const largestBase = 1 << 14

// keepBase keeps what the query found.
func (s *Searcher) keepBase() {
	n := len(s.matchers)
	if n == len(s.bases) || !s.query.words() || len(s.hits) > largestBase {
		return
	}
	b := &s.bases[n]
	b.words, b.stories = b.words[:0], b.stories[:0]
	b.last, b.reading = s.last, s.reading
	for i := range s.matchers {
		b.words = append(b.words, s.matchers[i].expansion.text)
	}
	for _, h := range s.hits {
		b.stories = append(b.stories, uint32(h.Story))
	}
}

// findBase returns what the words of the query but the last found, nil if that is
// not kept.
func (s *Searcher) findBase() *base {
	n := len(s.matchers) - 1
	b := &s.bases[n]
	if n == 0 || len(b.words) != n || b.last != s.last || !s.query.words() {
		return nil
	}
	for i, w := range b.words {
		if !bytes.Equal(w, s.matchers[i].expansion.text) {
			return nil
		}
	}
	return b
}
