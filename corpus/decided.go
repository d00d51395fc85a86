package corpus

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
func (c *Corpus) Decided(a, b int) bool { return len(c.order.Chain(a, b)) > 0 }

// Chain returns the links from the newer of two stories to the older, by their
// indexes; none if their order is not decided.
func (c *Corpus) Chain(a, b int) []Link {
	var links []Link
	for _, l := range c.order.Chain(a, b) {
		links = append(links, Link{l.Newer, l.Older, l.Run})
	}
	return links
}
