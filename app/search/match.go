package search

import "math/bits"

// A judge decides which stories match a plan, and ranks them.
type judge struct {
	*plan
	table wordTable
	ways  [maxTerms]way // how the story that is judged matches each term
}

// take makes j ready to judge stories for p in its present reading.
func (j *judge) take(p *plan) {
	j.plan = p
	j.table.fill(p)
}

// leave ends what take began.
func (j *judge) leave() { j.table.empty(j.plan) }

// match reports whether story has every term in the present reading, and if so where
// it ranks. Fields are looked at one by one, until the terms are complete.
func (j *judge) match(story uint32) (rank, bool) {
	var got, beside, behind, information uint32
	for f := Headline; f <= j.last; f++ {
		section := &j.sections[f]
		tokens := section.words(story)
		if len(tokens) == 0 {
			continue
		}
		v := j.look(story, tokens, f, got)
		got |= v.fresh
		beside |= v.beside
		behind |= v.behind
		if f == Headline {
			information = section.information[story]
		}
		if j.satisfied(got) {
			if j.excludes && j.excluded(story) {
				return 0, false
			}
			cost := j.cost(got) + j.orderCost(beside, behind)
			more := j.positive - 1
			if f == Headline && !j.wordAlone() {
				more = max(more, 1)
				if j.reading < misspelt && j.table.mask[tokens[0]]&1 == 0 {
					cost += openingCost
				}
			}
			return newRank(cost+surplus(more, information), f), true
		}
	}
	return 0, false
}

// excluded reports whether story has words in a row, or at a place, that must not be
// there.
func (j *judge) excluded(story uint32) bool {
	for f := Headline; f <= j.last; f++ {
		tokens := j.sections[f].words(story)
		for may := j.table.hinted(tokens); may != 0; may &= may - 1 {
			m := &j.matchers[bits.TrailingZeros32(may)]
			if !m.term.negated {
				continue
			}
			if _, found := m.phrase(tokens, f); found {
				return true
			}
		}
	}
	return false
}

// A fieldMatch is what one look at a text finds, one bit a term.
type fieldMatch struct {
	fresh  uint32 // those that were still to be found
	beside uint32 // simple ones right behind the term typed before them
	behind uint32 // simple ones anywhere behind it
}

// look looks for the terms among tokens, the words of field f of story, and sets the
// ways of those not in got.
func (j *judge) look(story uint32, tokens []uint32, f Field, got uint32) (v fieldMatch) {
	var before, seen uint32
	for _, n := range tokens {
		now := j.table.mask[n]
		if now != 0 {
			for b := now &^ got; b != 0; b &= b - 1 {
				i := bits.TrailingZeros32(b)
				w := j.table.ways[i][n]
				if v.fresh&(1<<i) == 0 || w < j.ways[i] {
					j.ways[i] = w
				}
				v.fresh |= 1 << i
			}
			v.beside |= now & (before << 1)
			v.behind |= now & (seen << 1)
			seen |= now
		}
		before = now
	}
	missing := j.table.several &^ (v.fresh | got)
	if missing != 0 {
		missing &= j.table.hinted(tokens)
	}
	if missing != 0 {
		j.together(story, tokens, f, missing, &v)
	}
	return v
}

// together looks for the missing terms that no word matches by itself: those of several
// words or of a given place, and those that neighbouring words match together.
func (j *judge) together(story uint32, tokens []uint32, f Field, missing uint32, v *fieldMatch) {
	for ; missing != 0; missing &= missing - 1 {
		i := bits.TrailingZeros32(missing)
		m := &j.matchers[i]
		w := absent
		if m.term.simple() {
			w, _, _ = m.adjacent(&j.words, story, tokens, f)
		} else if _, found := m.phrase(tokens, f); found {
			w = whole
		}
		if w == absent {
			continue
		}
		j.ways[i] = w
		v.fresh |= m.bit
	}
}

// hasInitials reports whether words of f may be meant by their first letters. A
// standfirst has so many words that some happen to begin with any letters.
func hasInitials(f Field) bool { return f == Headline || f == System }

// cost returns what the ways cost in which a story has the terms in got, and those that it
// is without. Of a clause the best counts.
func (j *judge) cost(got uint32) int32 {
	total := dispensedCost * int32(bits.OnesCount32(j.optional&^got))
	for _, any := range j.required {
		best := ways
		for b := any & got; b != 0; b &= b - 1 {
			best = min(best, j.ways[bits.TrailingZeros32(b)])
		}
		total += best.cost()
		if best.begins() && any>>(len(j.matchers)-1) == 0 {
			total += finishedCost
		}
	}
	return total
}
