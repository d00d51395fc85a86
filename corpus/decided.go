package corpus

import "slices"

// A Link is one step of a chain: Newer is newer than Older, both indexes into
// Corpus.Stories, because Listing has them in this order, or because of their times
// if Listing is -1.
type Link struct {
	Newer, Older int
	Listing      int
}

// Decided reports whether it is certain which of two stories, by their indexes, is
// newer. If it is not, their order is an estimate. It takes time in proportion to the
// stories between them.
func (c *Corpus) Decided(a, b int) bool { return len(c.Chain(a, b)) > 0 }

// Chain returns the links from the newer of two stories to the older, by their
// indexes; none if their order is not decided.
func (c *Corpus) Chain(a, b int) []Link {
	if a > b {
		a, b = b, a
	}
	if a == b {
		return nil
	}
	links := make([]Link, b-a+1) // the one by which each story from a to b is reached
	links[0].Older = a + 1       // not zero: a is reached
	reached := func(i int) bool { return links[i-a] != Link{} }
	dated := -1 // the newest dated story that is reached
	for i := a; i <= b; i++ {
		published := c.Stories[i].Published
		if !reached(i) && dated >= 0 && !published.IsZero() && published.Before(c.Stories[dated].Published) {
			links[i-a] = Link{dated, i, -1}
		}
		if !reached(i) {
			continue
		}
		if dated < 0 && !published.IsZero() {
			dated = i
		}
		for _, p := range c.order.spots[i] {
			run := c.order.runs[p.run]
			if int(p.at)+1 == len(run) {
				continue
			}
			if next := int(run[p.at+1]); next <= b && !reached(next) {
				links[next-a] = Link{i, next, int(p.run)}
			}
		}
	}
	if !reached(b) {
		return nil
	}
	var chain []Link
	for at := b; at != a; at = chain[len(chain)-1].Newer {
		chain = append(chain, links[at-a])
	}
	slices.Reverse(chain)
	return chain
}
