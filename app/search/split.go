package search

import (
	"cmp"
	"slices"
)

// split lists, for each way in which text may be run together from words, or be first
// letters and a word, the rarest of these words; each once.
func (s scope) split(text []byte) []wordRange {
	sp := splitter{scope: s}
	sp.rest(text, 0, wordRange{}, 0)
	for n := fewestBefore; n <= min(mostBefore, len(text)-shortestAfter); n++ {
		if lo, hi := s.words.prefixed(text[n:]); lo < hi {
			sp.found = append(sp.found, wordRange{lo, hi})
		}
	}
	slices.SortFunc(sp.found, func(a, b wordRange) int {
		return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi))
	})
	return slices.Compact(sp.found)
}

type splitter struct {
	scope
	found []wordRange
}

// rest splits the rest of a text after so many parts, the rarest of which stands in
// so many stories.
func (sp *splitter) rest(text []byte, parts int, rarest wordRange, frequency int) {
	rarer := func(r wordRange) (wordRange, int) {
		if n := sp.frequency(r); parts == 0 || n < frequency {
			return r, n
		}
		return rarest, frequency
	}
	if parts > 0 {
		if r, ok := sp.words.lastPart(text); ok {
			r, _ = rarer(r)
			sp.found = append(sp.found, r)
		}
	}
	if parts+1 == maxParts {
		return
	}
	for i := 1; i < len(text); i++ {
		if !isPart(text[:i]) {
			continue
		}
		if n, ok := sp.words.find(text[:i]); ok {
			r, frequency := rarer(wordRange{n, n + 1})
			sp.rest(text[i:], parts+1, r, frequency)
		}
	}
}

// lastPart returns the words that may be the last of those run together.
func (v *vocabulary) lastPart(text []byte) (wordRange, bool) {
	if len(text) >= shortestBegun {
		lo, hi := v.prefixed(text)
		return wordRange{lo, hi}, lo < hi
	}
	if isPart(text) {
		n, ok := v.find(text)
		return wordRange{n, n + 1}, ok
	}
	return wordRange{}, false
}
