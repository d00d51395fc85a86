package corpus

import (
	"cmp"
	"slices"
	"strings"

	"icsexplorer/corpus/order"
)

// Merge lines up the stories of all listings, newest first. The faults are what comes to
// light when listings are compared: a standfirst that is cut off, and, as warnings,
// times that differ and entries that contradict other listings or the times. Of each of
// these kinds the first hundred are listed and the others counted. The faults of each
// listing are Parse's to report.
//
// The stories come in the order that package order documents, each listing being a run.
// Where listings contradict the times, the times win; where they contradict each other,
// few entries are set aside.
func Merge(listings []Listing, r Registry) (*Corpus, ErrorList) {
	c := merge(listings, r, never)
	list := append(c.differences(), c.contradictions()...)
	list.sort()
	return c, list
}

func merge(listings []Listing, r Registry, rest func()) *Corpus {
	c := &Corpus{Registry: r, Listings: slices.Clone(listings)}
	slices.SortStableFunc(c.Listings, func(a, b Listing) int { return strings.Compare(a.File, b.File) })
	c.Fingerprint = fingerprint(c.Listings, rest)
	runs := c.gather(rest)
	rest()
	c.sort(runs, rest)
	rest()
	nameSeries(c.Stories)
	return c
}

// gather makes the stories of the entries, in no order yet, and returns each listing's
// stories in its order. A story that comes twice in a listing counts where it comes
// first.
func (c *Corpus) gather(rest func()) (runs [][]int) {
	runs = make([][]int, len(c.Listings))
	g := newGatherer(c)
	for _, l := range c.byCapture() {
		for position := range c.Listings[l].Entries {
			rest()
			e := &c.Listings[l].Entries[position]
			if i := g.find(e); g.add(i, l, position, e) {
				runs[l] = append(runs[l], i)
			}
		}
	}
	c.nameKeys(rest)
	c.nameSystems()
	return runs
}

// byCapture returns the listings in the order in which their texts are preferred; see
// Story.
func (c *Corpus) byCapture() []int {
	order := make([]int, len(c.Listings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return strings.Compare(c.Listings[b].Captured, c.Listings[a].Captured)
	})
	return order
}

// nameSystems sorts each story's places and sets its systems.
func (c *Corpus) nameSystems() {
	system := make([]int, len(c.Listings)) // index into the registry
	for l := range c.Listings {
		system[l] = c.Registry.index(c.Listings[l].System)
	}
	var in []int
	for i := range c.Stories {
		s := &c.Stories[i]
		slices.SortFunc(s.Places, func(a, b Place) int { return cmp.Compare(a.Listing, b.Listing) })
		in = in[:0]
		for _, p := range s.Places {
			if system[p.Listing] >= 0 {
				in = append(in, system[p.Listing])
			}
		}
		slices.Sort(in)
		for _, r := range slices.Compact(in) {
			s.Systems = append(s.Systems, c.Registry[r].Slug)
		}
	}
}

// sort puts the stories in order; runs are the stories of each listing.
func (c *Corpus) sort(runs [][]int, rest func()) {
	items := make([]order.Item, len(c.Stories))
	for i, at := range orderTimes(c.Stories) {
		items[i] = order.Item{Key: c.Stories[i].Key, Time: at}
	}
	rest()
	line, known := order.SortPatiently(items, runs, rest)
	rest()
	c.order = known
	stories := make([]Story, len(items))
	for i, item := range line {
		stories[i] = c.Stories[item]
	}
	c.Stories = stories
}
