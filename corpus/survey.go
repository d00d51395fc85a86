package corpus

import (
	"cmp"
	"slices"
	"time"
)

// A Change is what differs between two captures of one system, the one next after the
// other.
type Change struct {
	System       string // slug
	Older, Newer int    // indexes into Corpus.Listings
	Added, Gone  []int  // indexes into Corpus.Stories, in their order
}

// Changes returns what differs between the captures of each system that has several, in
// the order of systems and days. Listings without a day come before those with one.
func (c *Corpus) Changes() []Change {
	in := make([][]int, len(c.Listings)) // stories
	for i, s := range c.Stories {
		for _, p := range s.Places {
			in[p.Listing] = append(in[p.Listing], i)
		}
	}
	var changes []Change
	for _, s := range c.Registry {
		of := c.listingsOf(s.Slug)
		for i := 1; i < len(of); i++ {
			older, newer := of[i-1], of[i]
			changes = append(changes, Change{s.Slug, older, newer, without(in[newer], in[older]), without(in[older], in[newer])})
		}
	}
	return changes
}

// listingsOf returns the listings of a system by their days.
func (c *Corpus) listingsOf(slug string) []int {
	var of []int
	for i, l := range c.Listings {
		if l.System == slug {
			of = append(of, i)
		}
	}
	slices.SortStableFunc(of, func(a, b int) int { return cmp.Compare(c.Listings[a].Captured, c.Listings[b].Captured) })
	return of
}

// without returns those of a that are not in b; both are sorted.
func without(a, b []int) []int {
	var left []int
	for _, x := range a {
		if _, found := slices.BinarySearch(b, x); !found {
			left = append(left, x)
		}
	}
	return left
}

// Unlisted returns the slugs of the systems that have no listing, in registry order.
func (c *Corpus) Unlisted() []string {
	var slugs []string
	for _, s := range c.Registry {
		if len(c.listingsOf(s.Slug)) == 0 {
			slugs = append(slugs, s.Slug)
		}
	}
	return slugs
}

// muchOlder is how far a system's newest listing may be behind the newest of all.
const muchOlder = 90 * 24 * time.Hour

// Outdated returns the listings, by their indexes, that are the newest of their systems
// and yet more than 90 days older than the newest of all. The age of a listing is that of
// its capture or, where that is not known, of its newest story; one without either is
// left out.
func (c *Corpus) Outdated() []int {
	var newest time.Time
	for i := range c.Listings {
		if t := c.Listings[i].Age(); t.After(newest) {
			newest = t
		}
	}
	var old []int
	for _, s := range c.Registry {
		of := c.listingsOf(s.Slug)
		if len(of) == 0 {
			continue
		}
		last := of[len(of)-1]
		if t := c.Listings[last].Age(); !t.IsZero() && newest.Sub(t) > muchOlder {
			old = append(old, last)
		}
	}
	return old
}

// Age returns the day of the capture or, where it is not known, that of the newest story,
// at midnight UTC; zero if neither is known.
func (l *Listing) Age() time.Time {
	if t, err := time.Parse(time.DateOnly, l.Captured); err == nil {
		return t
	}
	var newest time.Time
	for _, e := range l.Entries {
		if !e.Published.IsZero() && dayOf(e.Published).After(newest) {
			newest = dayOf(e.Published)
		}
	}
	return newest
}
