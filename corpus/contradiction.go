package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"icsexplorer/corpus/order"
)

// contradictions describes the entries that were set aside to line up the stories, each
// as a warning. Entries that are out of order in their own listing by its own times are
// left to Parse, which has warned of them.
func (c *Corpus) contradictions() ErrorList {
	var found tally
	for _, a := range c.order.Aside {
		if c.deniesItself(a) {
			continue
		}
		e := c.entry(a.Run, a.Entry())
		found.add(Error{File: c.Listings[a.Run].File, Line: e.Line, Warning: true}, func() string { return c.explain(a) })
	}
	return found.faults("contradictions between the listings")
}

// deniesItself reports whether a listing has one entry above another against the times
// that it has for them.
func (c *Corpus) deniesItself(a order.Aside) bool {
	above, below := c.entry(a.Run, a.Upper), c.entry(a.Run, a.Lower)
	return !above.Published.IsZero() && !below.Published.IsZero() &&
		compareMoments(above.Published, above.Day, below.Published, below.Day) < 0
}

// explain says what an entry that was set aside stands against.
func (c *Corpus) explain(a order.Aside) string {
	if nearest := c.order.Nearest(a); !c.deniesItself(nearest) {
		a = nearest
	}
	above, below := c.entry(a.Run, a.Upper), c.entry(a.Run, a.Lower)
	var b strings.Builder
	if a.TooHigh {
		fmt.Fprintf(&b, "%s stands above %s (line %d), but ", quote(above.Headline), quote(below.Headline), below.Line)
	} else {
		fmt.Fprintf(&b, "%s stands below %s (line %d), but ", quote(below.Headline), quote(above.Headline), above.Line)
	}
	for i, link := range c.order.Why(a) {
		if i > 0 {
			b.WriteString(" and ")
		}
		c.describe(&b, link)
	}
	return b.String()
}

// describe writes what a link rests on.
func (c *Corpus) describe(b *strings.Builder, link order.Link) {
	newer, older := c.Stories[link.Newer], c.Stories[link.Older]
	if link.Run >= 0 {
		fmt.Fprintf(b, "%s has %s above %s (line %d)", c.where(link.Run, link.Newer),
			quote(newer.Headline), quote(older.Headline), c.entry(link.Run, link.Older).Line)
		return
	}
	fmt.Fprintf(b, "%s is dated %s (%s) and %s %s (%s)",
		quote(newer.Headline), moment(newer.Published, newer.Day), c.where(c.dateline(link.Newer), link.Newer),
		quote(older.Headline), moment(older.Published, older.Day), c.where(c.dateline(link.Older), link.Older))
}

// where returns the place of a story in a listing as file:line.
func (c *Corpus) where(listing, story int) string {
	return fmt.Sprintf("%s:%d", c.Listings[listing].File, c.entry(listing, story).Line)
}

// dateline returns the listing that a story's time is from.
func (c *Corpus) dateline(story int) int {
	s := c.Stories[story]
	for _, p := range s.Places {
		if e := &c.Listings[p.Listing].Entries[p.Position]; e.Day == s.Day && e.Published.Equal(s.Published) {
			return p.Listing
		}
	}
	return s.Places[0].Listing
}

// entry returns the entry of a story in a listing it stands in.
func (c *Corpus) entry(listing, story int) *Entry {
	places := c.Stories[story].Places
	i, _ := slices.BinarySearchFunc(places, listing, func(p Place, listing int) int { return cmp.Compare(p.Listing, listing) })
	return &c.Listings[listing].Entries[places[i].Position]
}
