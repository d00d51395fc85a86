package search

import "math/bits"

// A reading is how generously typed words are understood. A search takes the first
// reading in which a story has every word.
type reading uint8

const (
	literal  reading = iota // as written, in another form, or the beginning of a word
	compound                // also several words for one typed
	misspelt                // also words like it, for a term that no word begins with
	readings
	partial = readings     // the same for any other term; a story need not have every one
	never   = readings + 1 // no reading
)

// A plan is what a query asks of the stories of a scope, in a reading.
type plan struct {
	scope
	query    query
	matchers []matcher // parallel to the terms of the query
	required []uint32  // for each clause that a story must match, the bits of its terms
	optional uint32    // the bits of the terms that a story may be without
	excludes bool      // whether there are others, of several words or of a given place
	positive int       // the number of terms that are not negated
	reading  reading
	nearly   wordRange // of partial matches: words that begin nearly as the last term
}

// newPlan returns the plan of q, read literally.
func newPlan(q query, c *cache) *plan {
	p := &plan{
		scope:    c.scope,
		query:    q,
		matchers: make([]matcher, len(q.terms)),
		required: make([]uint32, 0, len(q.clauses)),
	}
	for i := range q.terms {
		p.matchers[i] = newMatcher(&q.terms[i], 1<<i, c)
	}
	p.dispense()
	for i := 1; i < len(p.matchers); i++ {
		if a, b := &p.matchers[i-1], &p.matchers[i]; a.loose && b.loose {
			p.words.join(a, b, q.hyphened(a.term, b.term))
		}
	}
	for _, c := range q.clauses {
		if c.negated {
			p.excludes = p.excludes || !q.terms[c.first].simple()
			continue
		}
		p.positive += c.end - c.first
		if any := uint32(1<<c.end - 1<<c.first); p.optional&any == 0 {
			p.required = append(p.required, any)
		}
	}
	return p
}

// dispense finds the terms that a story may be without: words of little meaning beside one of
// meaning, each asked for by itself. The last is asked for, since it may be the beginning of
// another word, and the others are finished words.
func (p *plan) dispense() {
	meaning := false
	for i := range p.matchers {
		m := &p.matchers[i]
		meaning = meaning || !m.term.negated && !m.stops()
	}
	if !meaning {
		return
	}
	for _, c := range p.query.clauses {
		if m := &p.matchers[c.first]; c.end == c.first+1 && c.end < len(p.matchers) && m.stops() {
			p.optional |= m.bit
			m.hi = m.expansion.end
		}
	}
}

// read makes the matchers ready for the present reading and reports whether anything
// can match that did not in the one before.
func (p *plan) read() bool {
	differs := p.reading == literal
	for i := range p.matchers {
		m := &p.matchers[i]
		if !m.loose {
			continue
		}
		switch p.reading {
		case literal, compound:
			m.reading = p.reading
			differs = differs || m.compound()
		default:
			if m.doubt() != p.reading || stopWord(m.expansion.text) {
				continue
			}
			m.reading = p.reading
			p.words.spell(m.expansion)
			differs = differs || len(m.expansion.corrections) > 0
		}
	}
	return differs
}

// few is the number of stories up to which a headline's first word and its length decide
// between those that have the only word typed. Among more, too many have it to look at
// them one by one at each keystroke.
const few = 1 << 14

// wordAlone reports whether words alone decide about the stories of p: it is one term, read
// literally, and there are not few of them.
func (p *plan) wordAlone() bool {
	return len(p.matchers) == 1 && p.reading == literal && p.stories > p.few
}

// satisfied reports whether a story with the terms in got has all that must be there.
func (p *plan) satisfied(got uint32) bool {
	for _, any := range p.required {
		if got&any == 0 {
			return false
		}
	}
	return true
}

// orderCost returns what is held against a story in which terms do not stand as they
// were typed.
func (p *plan) orderCost(beside, behind uint32) int32 {
	n := int32(p.positive) - 1
	if n < 1 {
		return 0
	}
	return (apartCost*max(0, n-int32(bits.OnesCount32(beside))) + disorderCost*max(0, n-int32(bits.OnesCount32(behind)))) / n
}

// first returns how m is matched by the first field of story that does so, absent if none
// does, and by which word, if it is a single one.
func (p *plan) first(m *matcher, story uint32) (best way, word uint32) {
	for f := Headline; f <= p.last && best == absent && !m.term.negated; f++ {
		tokens := p.sections[f].words(story)
		if !m.term.simple() {
			if _, found := m.phrase(tokens, f); found {
				best = whole
			}
			continue
		}
		for _, n := range tokens {
			if w := m.way(n, &p.words); better(best, w) != best {
				best, word = w, n
			}
		}
		if best == absent {
			best, _, _ = m.adjacent(&p.words, story, tokens, f)
		}
	}
	return best, word
}
