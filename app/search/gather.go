package search

import "math/bits"

// A set is a set of stories.
type set []uint64

func (b set) add(story uint32) { b[story>>6] |= 1 << (story & 63) }

// ranges calls yield for ranges of words, one of which every story that may match
// k has in one of the fields searched.
func (s *Searcher) ranges(k *sought, yield func(wordRange)) {
	if !k.known {
		return
	}
	if k.lo < k.hi {
		yield(wordRange{k.lo, k.hi})
	}
	if !k.forms {
		return
	}
	for _, list := range [...][]choice{k.exp.others, k.pairs} {
		for _, c := range list {
			yield(wordRange{c.word, c.word + 1})
		}
	}
	for _, row := range k.exp.rows {
		rarest := wordRange{row[0], row[0] + 1}
		if r := (wordRange{row[1], row[1] + 1}); s.holding(r) < s.holding(rarest) {
			rarest = r
		}
		yield(rarest)
	}
	if k.like >= compound {
		for _, r := range k.exp.parts {
			yield(r)
		}
	}
	if k.like >= misspelt {
		for _, c := range k.exp.mistyped {
			yield(wordRange{c.word, c.word + 1})
		}
	}
}

// holding returns in how many stories words of r stand, a story counted once for
// each word and field.
func (s *Searcher) holding(r wordRange) int {
	n := 0
	for f := Headline; f <= s.last; f++ {
		firsts := s.x.sections[f].firsts
		n += int(firsts[r.hi] - firsts[r.lo])
	}
	return n
}

// count returns how many stories there are to look at for k, or a few more.
func (s *Searcher) count(k *sought) int {
	n := 0
	s.ranges(k, func(r wordRange) { n += s.holding(r) })
	return n
}

// initialsShare is what looking through the first letters of all words costs, in
// stories looked at each.
const initialsShare = 16 // stories an eighth of a look

// gather adds to the candidates the stories that may match k.
func (s *Searcher) gather(k *sought) {
	s.ranges(k, func(r wordRange) {
		for f := Headline; f <= s.last; f++ {
			section := &s.x.sections[f]
			for _, story := range section.stories[section.firsts[r.lo]:section.firsts[r.hi]] {
				s.candidates.add(story)
			}
		}
	})
	if !s.byInitials(k) {
		return
	}
	want := letterSet(k.exp.text)
	for _, f := range [...]Field{Headline, System} {
		if f > s.last {
			break
		}
		for story, has := range s.x.sections[f].initials {
			if want&^has == 0 {
				s.candidates.add(uint32(story))
			}
		}
	}
}

func (s *Searcher) byInitials(k *sought) bool {
	return k.forms && k.like >= compound && len(k.exp.text) >= fewestInitials && len(k.exp.text) <= maxSpelling
}

// candidatesOf fills the candidates with every story that may match, choosing the
// clause that gives the fewest.
func (s *Searcher) gatherAll() {
	clear(s.candidates)
	best, cost := -1, 0
	for i, c := range s.query.clauses {
		if c.negated {
			continue
		}
		n := 0
		for j := c.first; j < c.last; j++ {
			n += s.count(&s.sought[j])
			if s.byInitials(&s.sought[j]) {
				n += s.x.stories / initialsShare
			}
		}
		if best < 0 || n < cost {
			best, cost = i, n
		}
	}
	if best < 0 {
		for story := range uint32(s.x.stories) {
			s.candidates.add(story)
		}
		return
	}
	c := s.query.clauses[best]
	for j := c.first; j < c.last; j++ {
		s.gather(&s.sought[j])
	}
}

// each calls yield for the stories in b, ascending.
func (b set) each(yield func(story uint32)) {
	for i, word := range b {
		for ; word != 0; word &= word - 1 {
			yield(uint32(i<<6 + bits.TrailingZeros64(word)))
		}
	}
}
