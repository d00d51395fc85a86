package corpus

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// contradictions describes the moves, each as a warning at the entry that was moved.
// Entries that are out of order in their own listing by its own times are left to
// Parse, which has warned of them.
func (c *Corpus) contradictions(moves []move) ErrorList {
	if len(moves) == 0 {
		return nil
	}
	var list ErrorList
	listed := c.listed()
	for i, m := range moves {
		line := c.entry(m.listing, m.story).Line
		if m.past == nil {
			list = append(list, Error{c.Listings[m.listing].File, line,
				fmt.Sprintf("and %d more contradictions between the listings", len(moves)-i), true})
			break
		}
		if message := c.explain(m, listed); message != "" {
			list = append(list, Error{c.Listings[m.listing].File, line, message, true})
		}
	}
	return list
}

// listed returns the story at each position of each listing; -1 for a headline that
// came before.
func (c *Corpus) listed() [][]int32 {
	listed := make([][]int32, len(c.Listings))
	for l := range listed {
		listed[l] = slices.Repeat([]int32{-1}, len(c.Listings[l].Entries))
	}
	for i := range c.Stories {
		for _, p := range c.Stories[i].Places {
			listed[p.Listing][p.Position] = int32(i)
		}
	}
	return listed
}

// explain says what a move's story stands against, "" if Parse has said so, or if the
// move only undid others.
func (c *Corpus) explain(m move, listed [][]int32) string {
	var upper, lower int32
	var against []Link // from lower to upper
	found := false     // upper and lower, as they stand in the listing
	for _, other := range m.past {
		u, l := m.story, other
		if !m.sank {
			u, l = l, u
		}
		if !c.stands(m.listing, u, l) {
			continue
		}
		links := c.direct(l, u)
		if !found || links != nil {
			upper, lower, against, found = u, l, links, true
		}
		if links != nil {
			break
		}
	}
	if !found {
		return ""
	}
	if against == nil {
		against = c.detour(lower, upper, listed)
	}

	above, below := c.entry(m.listing, upper), c.entry(m.listing, lower)
	if !above.Published.IsZero() && above.Published.Before(below.Published) {
		return ""
	}
	var b strings.Builder
	if m.sank {
		fmt.Fprintf(&b, "%s stands above %s (line %d), but ", quote(above.Headline), quote(below.Headline), below.Line)
	} else {
		fmt.Fprintf(&b, "%s stands below %s (line %d), but ", quote(below.Headline), quote(above.Headline), above.Line)
	}
	for i, link := range against {
		if i > 0 {
			b.WriteString(" and ")
		}
		c.describe(&b, link)
	}
	return b.String()
}

// describe writes what a link rests on.
func (c *Corpus) describe(b *strings.Builder, link Link) {
	newer, older := c.Stories[link.Newer], c.Stories[link.Older]
	if link.Listing >= 0 {
		fmt.Fprintf(b, "%s has %s above %s (line %d)", c.where(link.Listing, link.Newer),
			quote(newer.Headline), quote(older.Headline), c.entry(link.Listing, int32(link.Older)).Line)
		return
	}
	fmt.Fprintf(b, "%s is dated %s (%s) and %s %s (%s)",
		quote(newer.Headline), newer.Published.Format(time.RFC3339), c.where(c.dateline(link.Newer), link.Newer),
		quote(older.Headline), older.Published.Format(time.RFC3339), c.where(c.dateline(link.Older), link.Older))
}

// where returns the place of a story in a listing as file:line.
func (c *Corpus) where(listing, story int) string {
	return fmt.Sprintf("%s:%d", c.Listings[listing].File, c.entry(listing, int32(story)).Line)
}

// dateline returns the listing that a story's time is from.
func (c *Corpus) dateline(story int) int {
	s := c.Stories[story]
	for _, p := range s.Places {
		if c.Listings[p.Listing].Entries[p.Position].Published.Equal(s.Published) {
			return p.Listing
		}
	}
	return s.Places[0].Listing
}

// entry returns the entry of a story in a listing it stands in.
func (c *Corpus) entry(listing int, story int32) *Entry {
	p, _ := c.Stories[story].place(listing)
	return &c.Listings[listing].Entries[p.Position]
}

// stands tells whether a listing has one story above another.
func (c *Corpus) stands(listing int, above, below int32) bool {
	a, _ := c.Stories[above].place(listing)
	b, _ := c.Stories[below].place(listing)
	return a.Position < b.Position
}

// place returns the story's place in a listing, and whether it has one.
func (s *Story) place(listing int) (Place, bool) {
	for _, p := range s.Places {
		if p.Listing == listing {
			return p, true
		}
	}
	return Place{}, false
}

// direct returns the one link that shows newer before older, a listing or their times;
// nil if there is none.
func (c *Corpus) direct(newer, older int32) []Link {
	n, o := &c.Stories[newer], &c.Stories[older]
	for _, p := range n.Places {
		if q, ok := o.place(p.Listing); ok && p.Position < q.Position {
			return []Link{{int(newer), int(older), p.Listing}}
		}
	}
	if !n.Published.IsZero() && !o.Published.IsZero() && n.Published.After(o.Published) {
		return []Link{{int(newer), int(older), -1}}
	}
	return nil
}

// detour returns the fewest steps that lead from newer to older by the listings as they
// are and the times, steps within one listing taken as one. There is always a way: a
// story is only moved past others of its tangle.
func (c *Corpus) detour(newer, older int32, listed [][]int32) []Link {
	links := make([]Link, len(c.Stories)) // by which a story was reached
	seen := make([]bool, len(c.Stories))
	seen[newer] = true
	queue := []int32{newer}
	reach := func(from, to int32, listing int) {
		if !seen[to] {
			seen[to] = true
			links[to] = Link{int(from), int(to), listing}
			queue = append(queue, to)
		}
	}
	var newest time.Time // of the dates reached
	for !seen[older] {
		s := queue[0]
		queue = queue[1:]
		for _, p := range c.Stories[s].Places {
			rest := listed[p.Listing][p.Position+1:]
			if i := slices.IndexFunc(rest, func(next int32) bool { return next >= 0 }); i >= 0 {
				reach(s, rest[i], p.Listing)
			}
		}
		if published := c.Stories[s].Published; published.After(newest) {
			newest = published
			for to := range c.Stories {
				if p := c.Stories[to].Published; !p.IsZero() && p.Before(published) {
					reach(s, int32(to), -1)
				}
			}
		}
	}
	var way []Link
	for at := int(older); at != int(newer); at = way[len(way)-1].Newer {
		way = append(way, links[at])
	}
	slices.Reverse(way)
	joined := way[:1]
	for _, link := range way[1:] {
		if last := &joined[len(joined)-1]; last.Listing == link.Listing {
			last.Older = link.Older
		} else {
			joined = append(joined, link)
		}
	}
	return joined
}
