package search

import (
	"cmp"
	"slices"
)

// A gatherer gathers the candidates for a query: every story that may match it, and
// some that do not.
type gatherer struct {
	cache      *cache // of the scope that is searched
	candidates set
	sifted     set // for compounds
}

// seeds calls yield for words by whose stories all those are found that match m, but
// for those that only a compound matches: the words that match m by themselves, and of
// each bigram the rarer word.
func (s scope) seeds(m *matcher, yield func(wordRange)) {
	if !m.known {
		return
	}
	m.ranges(yield)
	if m.loose {
		for _, b := range m.expansion.bigrams {
			a, b := b.words[0], b.words[1]
			yield(s.rarer(wordRange{a, a + 1}, wordRange{b, b + 1}))
		}
	}
}

// seekShare is how many stories can be sifted for first letters in the time that it
// takes to match one.
const seekShare = 64

// count returns how many stories there are to look at for m, or a few more.
func (g *gatherer) count(m *matcher) int {
	n := 0
	g.cache.seeds(m, func(r wordRange) { n += g.cache.frequency(r) })
	switch {
	case !m.compound():
	case m.expansion.compoundsKnown:
		n += len(m.expansion.compoundStories)
	default:
		n += g.cache.stories / seekShare
	}
	return n
}

// effort returns how many stories have the rarest of what p asks for in its present
// reading, or a few more. That is not more than are looked through for it, whatever was
// searched before.
func (p *plan) effort() int {
	least := p.stories
	for _, c := range p.query.clauses {
		if c.negated || p.optional&(1<<c.first) != 0 {
			continue
		}
		n := 0
		for j := c.first; j < c.end; j++ {
			p.seeds(&p.matchers[j], func(r wordRange) { n += p.frequency(r) })
		}
		least = min(least, n)
	}
	return least
}

// gather adds to the candidates the stories that may match m.
func (g *gatherer) gather(m *matcher) {
	g.cache.seeds(m, func(r wordRange) {
		for f := Headline; f <= g.cache.last; f++ {
			for _, story := range g.cache.sections[f].postings(r) {
				g.candidates.add(story)
			}
		}
	})
	if m.compound() {
		for _, story := range g.compounds(m.expansion) {
			g.candidates.add(story)
		}
	}
}

// gatherAll fills the candidates with the stories that may match p. Every story that
// does is among those of each clause, and among those of prev if it was read alike, so
// it takes those of which there are the fewest.
func (g *gatherer) gatherAll(p *plan, prev *previous) {
	g.candidates.clear()
	g.gatherRarest(p, prev)
	g.exclude(p)
}

// gatherRarest adds to the candidates the stories of the rarest clause, or those of prev.
func (g *gatherer) gatherRarest(p *plan, prev *previous) {
	best, fewest := -1, p.stories
	for i, c := range p.query.clauses {
		if c.negated || p.optional&(1<<c.first) != 0 {
			continue
		}
		n := 0
		for j := c.first; j < c.end; j++ {
			n += g.count(&p.matchers[j])
		}
		if best < 0 || n < fewest {
			best, fewest = i, n
		}
	}
	switch {
	case prev != nil && prev.reading == p.reading && len(prev.stories) <= fewest:
		for _, story := range prev.stories {
			g.candidates.add(story)
		}
	case best < 0 || fewest >= p.stories: // most stories more than once
		for story := range uint32(p.stories) {
			g.candidates.add(story)
		}
	default:
		for j := p.query.clauses[best].first; j < p.query.clauses[best].end; j++ {
			g.gather(&p.matchers[j])
		}
	}
}

// gatherSome fills the candidates with the stories that may match need of the words of
// p, or all of its terms, if not all as typed.
func (g *gatherer) gatherSome(p *plan, words []matcher, need int) {
	for i := range words {
		if words[i].compound() {
			g.compounds(words[i].expansion) // so that few stories are looked through for them
		}
	}
	// A story with need of the words can do without all but need of them. So leaving out
	// the need-1 most frequent words loses none.
	slices.SortStableFunc(words, func(a, b matcher) int { return cmp.Compare(g.count(&a), g.count(&b)) })
	g.candidates.clear()
	for i := range words[:len(words)-need+1] {
		g.gather(&words[i])
	}
	g.gatherRarest(p, nil)
}

// exclude takes from the candidates the stories with a single word that must not be
// there. Several words, or those of a given place, are left to the judge.
func (g *gatherer) exclude(p *plan) {
	for i := range p.matchers {
		m := &p.matchers[i]
		if !m.term.negated || !m.term.simple() {
			continue
		}
		for f := Headline; f <= p.last; f++ {
			for _, story := range p.sections[f].postings(wordRange{m.lo, m.hi}) {
				g.candidates.remove(story)
			}
		}
	}
}
