package search

import "math/bits"

// Bounds of partial matches.
const (
	fewestWords   = 2 // of meaning, below which there are no parts of a query
	solidShare    = 2 // one in so many of them must be found solidly
	shortestSolid = 4 // letters of a word found by its beginning
)

// solid reports whether a word matched in way w is certain enough for a partial match
// to rest on it.
func (m *matcher) solid(w way) bool {
	switch {
	case w == absent || w > joined:
		return false
	case w == whole || w == inflected || w == joined:
		return true
	}
	return len(m.expansion.text) >= shortestSolid
}

// altered reports whether a word matched in way w stands for another that is one itself.
func (m *matcher) altered(w way) bool { return w >= slipped && m.isWord() }

// lacks returns the words typed that story does not have, and the query with those that
// it has instead of others, "" if there are none.
func (p *plan) lacks(story uint32) (missing []string, meant string) {
	instead := false
	for i := range p.matchers {
		m := &p.matchers[i]
		w, _ := p.first(m, story)
		if w == absent && !stopWord(m.expansion.text) {
			missing = append(missing, p.query.text[m.term.start:m.term.end])
		}
		instead = instead || w >= slipped
	}
	if instead {
		meant, _, _ = p.corrected(story)
	}
	return missing, meant
}

// solidly returns m with only those words that are solid matches.
func (m matcher) solidly() matcher {
	m.reading = min(m.reading, compound)
	if len(m.expansion.text) < shortestSolid {
		m.hi = m.expansion.end
	}
	return m
}

// partly returns the words of p that have a meaning, and how many of them a story needs
// for a partial match; 0 if there are no such matches, since p has operators or too few
// such words.
func (p *plan) partly() (words []matcher, need int) {
	if !p.query.plain() {
		return nil, 0
	}
	for i := range p.matchers {
		if m := p.matchers[i]; !stopWord(m.expansion.text) {
			words = append(words, m.solidly())
		}
	}
	if len(words) < fewestWords {
		return nil, 0
	}
	asked := len(words)
	if asked > fewestWords && len(words[asked-1].expansion.text) < shortestSolid {
		asked-- // perhaps it is only begun
	}
	p.nearly = p.words.nearly(p.matchers[len(p.matchers)-1].expansion.text)
	return words, (asked + solidShare - 1) / solidShare
}

// matchPartly reports whether story has need words of meaning solidly, or all terms in
// some way, and if so where it ranks.
func (j *judge) matchPartly(story uint32, need int) (rank, bool) {
	var got, beside, behind, information uint32
	var field Field
	solid := 0
	total, missing := int32(0), 0
	for f := Headline; f <= j.last; f++ {
		tokens := j.sections[f].words(story)
		if len(tokens) == 0 {
			continue
		}
		v := j.look(story, tokens, f, got)
		got |= v.fresh
		beside |= v.beside
		behind |= v.behind
		if f == Headline {
			information = j.sections[f].information[story]
			if j.table.mask[tokens[0]]&1 == 0 {
				total += openingCost
			}
		}
		for b := v.fresh; b != 0; b &= b - 1 {
			i := bits.TrailingZeros32(b)
			m := &j.matchers[i]
			if stopWord(m.expansion.text) {
				continue
			}
			if m.solid(j.ways[i]) {
				solid++
			}
			field = f
			total += j.ways[i].cost() + otherFieldCost*int32(f)
			if m.altered(j.ways[i]) {
				total += alteredCost
				missing++
			}
		}
	}
	if solid < need && !j.satisfied(got) {
		return 0, false
	}
	for i := range j.matchers {
		if m := &j.matchers[i]; got&m.bit == 0 && !stopWord(m.expansion.text) {
			cost := j.absenceCost(m)
			if j.almost(m, story) {
				cost = max(0, cost-almostGain)
			}
			total += cost
			missing++
		}
	}
	total += j.orderCost(beside, behind) + surplus(max(1, solid-1), information)
	return newPartialRank(missing, total, field), true
}

// nearest returns those of hits, partial ones in rank order, that are without as few words
// as the first is. The others are about something else: half of a few words stand together
// in many stories.
func nearest(hits []Hit) []Hit {
	for i, h := range hits {
		if h.rank.missing() > hits[0].rank.missing() {
			return hits[:i]
		}
	}
	return hits
}

// absenceCost returns what is held against a story without m: as much as m says, judged
// by how many stories have words that begin so.
func (p *plan) absenceCost(m *matcher) int32 {
	n := p.frequency(wordRange{m.lo, m.hi})
	if n == 0 {
		return missingCost
	}
	return max(0, log2(uint32(p.stories))-log2(uint32(n))) * bit / fraction
}

// almost reports whether story has a word that begins as m, being typed, did a letter or
// more ago: who writes "namn" may be about to write "named".
func (p *plan) almost(m *matcher, story uint32) bool {
	if m != &p.matchers[len(p.matchers)-1] {
		return false
	}
	for f := Headline; f <= p.last; f++ {
		for _, n := range p.sections[f].words(story) {
			if p.nearly.lo <= n && n < p.nearly.hi {
				return true
			}
		}
	}
	return false
}

// nearly returns the words that begin with as many letters of w as there are more such words
// than begin with w.
func (v *vocabulary) nearly(w []byte) wordRange {
	lo, hi := v.prefixed(w)
	for n := len(w) - 1; n > 0; n-- {
		if l, h := v.prefixed(w[:n]); h-l > hi-lo {
			return wordRange{l, h}
		}
	}
	return wordRange{}
}
