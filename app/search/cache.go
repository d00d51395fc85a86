package search

import "bytes"

// A cache keeps what the searches of a scope leave to later ones.
type cache struct {
	scope
	expansions map[string]*expansion // of words typed
	results    [maxTerms]previous    // of queries without operators, by number of words
}

func newCache(s scope) cache { return cache{scope: s, expansions: map[string]*expansion{}} }

// maxExpansions is the number of words whose expansions are kept.
const maxExpansions = 128

// expand returns the expansion of w.
func (c *cache) expand(w []byte) *expansion {
	if e, ok := c.expansions[string(w)]; ok {
		return e
	}
	if len(c.expansions) >= maxExpansions {
		clear(c.expansions)
	}
	e := c.words.expand(w)
	c.expansions[string(w)] = e
	return e
}

// previous is what a query of words found, kept for a query that goes on from it. All
// stories of the longer query are among its stories, if both are read alike, and what
// the shorter did not find in a reading, the longer does not either, unless the longer is
// content without some of its words.
type previous struct {
	words   [][]byte
	reading reading // in which the stories were found; readings if there are none
	stories []uint32
}

// maxPrevious is the number of stories beyond which what a query found is not kept,
// since it would spare little.
const maxPrevious = 1 << 14

// keep keeps what p found in its present reading.
func (c *cache) keep(p *plan, hits []Hit) {
	n := len(p.matchers)
	if n == len(c.results) || !p.query.plain() || len(hits) > maxPrevious {
		return
	}
	r := &c.results[n]
	r.words, r.stories, r.reading = r.words[:0], r.stories[:0], p.reading
	for i := range p.matchers {
		r.words = append(r.words, p.matchers[i].expansion.text)
	}
	for _, h := range hits {
		r.stories = append(r.stories, uint32(h.Story))
	}
}

// previous returns what the words of p but the last found, nil if that is not kept.
func (c *cache) previous(p *plan) *previous {
	n := len(p.matchers) - 1
	r := &c.results[n]
	if n == 0 || len(r.words) != n || p.optional != 0 || !p.query.plain() {
		return nil
	}
	for i, w := range r.words {
		if !bytes.Equal(w, p.matchers[i].expansion.text) {
			return nil
		}
	}
	return r
}
