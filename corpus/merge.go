package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// Merge lines up the stories of all listings, newest first. The error is nil or an
// ErrorList with what comes to light when listings are compared: a standfirst that is
// cut off, and, as warnings, times that differ and entries that contradict other
// listings or the times. The faults of each listing are Parse's to report.
//
// What is certain is each listing's order and the order of two different times; where
// they contradict each other the times win, and among listings the fewest entries are
// set aside. The rest is estimated. A story's floor is the newest dated story known to
// be no newer than itself; stories come in the order of their floors, and those that
// are not known to be newer than any dated story come last, as undated pages are the
// older ones. Under one floor a story comes the earlier, the fewer stories are known
// to be newer than it in proportion to those known to be older (counted along the
// longest chain), and at last in the order of keys.
func Merge(listings []Listing, r Registry) (*Corpus, error) {
	c := &Corpus{Registry: r, Listings: slices.Clone(listings)}
	slices.SortStableFunc(c.Listings, func(a, b Listing) int { return strings.Compare(a.File, b.File) })
	c.Fingerprint = fingerprint(c.Listings)
	runs := c.gather()
	moves := c.sort(runs)
	nameSeries(c.Stories)
	list := append(c.differences(), c.contradictions(moves)...)
	list.sort()
	return c, list.orNil()
}

// gather makes a story of each headline, in no order yet, and returns each listing's
// stories in its order. A headline that comes twice in a listing counts where it comes
// first.
func (c *Corpus) gather() (runs [][]int32) {
	runs = make([][]int32, len(c.Listings))
	known := make(map[string]int32)
	for _, l := range c.byCapture() {
		for position, e := range c.Listings[l].Entries {
			id := identity(e.Headline)
			i, ok := known[id]
			if !ok {
				i = int32(len(c.Stories))
				known[id] = i
				c.Stories = append(c.Stories, Story{Key: key(id)})
			}
			s := &c.Stories[i]
			if n := len(s.Places); n > 0 && s.Places[n-1].Listing == l {
				continue
			}
			s.Places = append(s.Places, Place{l, position})
			runs[l] = append(runs[l], i)
			s.Headline = cmp.Or(s.Headline, e.Headline)
			if strings.HasPrefix(e.Standfirst, s.Standfirst) {
				s.Standfirst = e.Standfirst
			}
			s.Caption = cmp.Or(s.Caption, e.Caption)
			if s.Published.IsZero() {
				s.Published = e.Published
			}
		}
	}
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

// A spot is a story's place in a run.
type spot struct{ run, at int32 }

// order is what is certain about the order of the corpus's stories. Beside the times,
// each story is newer than the next in every run.
type order struct {
	runs  [][]int32 // each listing's stories, in its order but for the entries set aside
	spots [][]spot  // of each story
}

// sort puts the stories in order, and returns what had to be set aside for that.
func (c *Corpus) sort(runs [][]int32) []move {
	q := newQueue(c.Stories, runs)
	q.lineUp()
	sorted := q.estimate(c.Stories)

	stories := make([]Story, len(sorted))
	spots := make([][]spot, len(sorted))
	rank := make([]int32, len(sorted))
	for i, s := range sorted {
		stories[i], spots[i], rank[s] = c.Stories[s], q.spots[s], int32(i)
	}
	renumber := func(run []int32) {
		for i, s := range run {
			run[i] = rank[s]
		}
	}
	for _, run := range runs {
		renumber(run)
	}
	for i := range q.moves {
		q.moves[i].story = rank[q.moves[i].story]
		renumber(q.moves[i].past)
	}
	c.Stories, c.order = stories, order{runs, spots}
	return q.moves
}
