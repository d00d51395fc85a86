package search

import "math/bits"

// match decides whether story answers the query in the present reading.
func (s *Searcher) match(story uint32) (rank, bool) {
	var got, beside, behind, several, information uint32
	inRow := false
	for f := Headline; f <= s.last; f++ {
		tokens := s.x.sections[f].words(story)
		if len(tokens) == 0 {
			continue
		}
		v := s.look(story, tokens, f, got)
		got |= v.fresh
		beside |= v.beside
		behind |= v.behind
		several |= v.several
		inRow = inRow || v.inRow
		if f == Headline {
			information = s.x.sections[f].information[story]
		}
		if s.satisfied(got) {
			if s.excludes && s.excluded(story) {
				return 0, false
			}
			worst, total := s.judge(got)
			t := tierOf(worst)
			if t == asTyped && inRow {
				t = phrase
			}
			return newRank(f, t, total+s.orderCost(beside, behind)+surplus(s.positive-1+bits.OnesCount32(several), information)), true
		}
	}
	return 0, false
}

// A fieldMatch is what one look at a text finds, one bit a term.
type fieldMatch struct {
	fresh   uint32 // those that were still to be found
	beside  uint32 // simple ones right behind the term typed before them
	behind  uint32 // simple ones anywhere behind it
	several uint32 // fresh ones that several words together answer
	inRow   bool   // all terms, of which there are several, stand in a row
}

// look looks for the terms among tokens, the words of field f of story, and sets the
// ways of those not in got.
func (s *Searcher) look(story uint32, tokens []uint32, f Field, got uint32) (v fieldMatch) {
	var before, seen, run uint32
	last := uint32(1) << len(s.matchers) >> 1
	for _, n := range tokens {
		now := s.palette.mask[n]
		if now != 0 {
			for b := now &^ got; b != 0; b &= b - 1 {
				i := bits.TrailingZeros32(b)
				w := s.palette.ways[i][n]
				if v.fresh&(1<<i) == 0 || w < s.ways[i] {
					s.ways[i] = w
				}
				v.fresh |= 1 << i
			}
			v.beside |= now & (before << 1)
			v.behind |= now & (seen << 1)
			seen |= now
		}
		run = (run<<1 | 1) & now
		v.inRow = v.inRow || run&last != 0 && last > 1
		before = now
	}
	if missing := s.palette.bigrams &^ (v.fresh | got); missing != 0 {
		s.together(story, tokens, f, missing, &v)
	}
	return v
}

// together looks for the missing terms that no word answers by itself: those of several
// words or of a given place, and those for which neighbours are read as one.
func (s *Searcher) together(story uint32, tokens []uint32, f Field, missing uint32, v *fieldMatch) {
	for ; missing != 0; missing &= missing - 1 {
		i := bits.TrailingZeros32(missing)
		m := &s.matchers[i]
		w := absent
		if m.term.simple() {
			w, _, _ = s.adjacent(m, story, tokens, f)
		} else if _, found := m.findPhrase(tokens); found {
			w = whole
		}
		if w == absent {
			continue
		}
		s.ways[i] = w
		v.fresh |= m.bit
		if m.term.simple() || len(m.before) > 0 {
			v.several |= m.bit
		}
	}
}

// adjacent finds the neighbouring words among tokens, a text of story, that answer m best:
// n of them from at.
func (p *plan) adjacent(m *matcher, story uint32, tokens []uint32, f Field) (best way, at, n int) {
	if !m.loose {
		return absent, 0, 0
	}
	for _, r := range m.expansion.bigrams {
		for i := range tokens {
			if begins(tokens[i:], r.words[:]) && better(best, r.way) != best {
				best, at, n = r.way, i, len(r.words)
			}
		}
	}
	if !m.compound() || !m.expansion.mayCompound(story) {
		return best, at, n
	}
	for i, token := range tokens {
		if p.x.words.initials[token] != m.expansion.text[0] {
			continue
		}
		w, size := p.x.words.compound(m.expansion.text, tokens[i:])
		if better(best, w) != best && (w != initials || hasInitials(f)) {
			best, at, n = w, i, size
		}
	}
	return best, at, n
}

// hasInitials reports whether words of f may be meant by their first letters: the
// many of a standfirst make too many of them.
func hasInitials(f Field) bool { return f == Headline || f == System }

func begins(tokens, with []uint32) bool {
	if len(tokens) < len(with) {
		return false
	}
	for i, n := range with {
		if tokens[i] != n {
			return false
		}
	}
	return true
}

// findPhrase finds the words of m in a row among tokens.
func (m *matcher) findPhrase(tokens []uint32) (at int, found bool) {
	n := len(m.before)
	first, last := 0, len(tokens)-n-1
	if !m.known || last < 0 {
		return 0, false
	}
	if m.term.atEnd {
		first = last
	}
	if m.term.atStart {
		last = 0
	}
	for i := first; i <= last; i++ {
		if begins(tokens[i:], m.before) && m.lo <= tokens[i+n] && tokens[i+n] < m.hi {
			return i, true
		}
	}
	return 0, false
}

// satisfied reports whether a story with the terms in got has all that must be there.
func (s *Searcher) satisfied(got uint32) bool {
	for _, any := range s.required {
		if got&any == 0 {
			return false
		}
	}
	return true
}

// excluded reports whether story has words in a row, or at a place, that must not be
// there.
func (s *Searcher) excluded(story uint32) bool {
	for i := range s.matchers {
		m := &s.matchers[i]
		if !m.term.negated || m.term.simple() {
			continue
		}
		for f := Headline; f <= s.last; f++ {
			if _, found := m.findPhrase(s.x.sections[f].words(story)); found {
				return true
			}
		}
	}
	return false
}

// judge returns the farthest way of a story with the terms in got, and what is held
// against it for the ways. Of a clause the nearest term counts.
func (s *Searcher) judge(got uint32) (worst way, total int32) {
	for _, any := range s.required {
		best := ways
		for b := any & got; b != 0; b &= b - 1 {
			best = min(best, s.ways[bits.TrailingZeros32(b)])
		}
		worst = max(worst, best)
		total += cost(best)
	}
	return worst, total
}

// orderCost returns what is held against a story in which terms do not stand as they
// were typed.
func (s *Searcher) orderCost(beside, behind uint32) int32 {
	n := int32(s.positive) - 1
	if n < 1 {
		return 0
	}
	return (apartCost*max(0, n-int32(bits.OnesCount32(beside))) + disorderCost*max(0, n-int32(bits.OnesCount32(behind)))) / n
}
