package corpus

import (
	"cmp"
	"slices"
	"strings"
	"time"

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
	c := &Corpus{Registry: r, Listings: slices.Clone(listings)}
	slices.SortStableFunc(c.Listings, func(a, b Listing) int { return strings.Compare(a.File, b.File) })
	c.Fingerprint = fingerprint(c.Listings)
	c.sort(c.gather())
	nameSeries(c.Stories)
	list := append(c.differences(), c.contradictions()...)
	list.sort()
	return c, list
}

// gather makes a story of each entry and those that are the same, in no order yet, and
// returns each listing's stories in its order. A story that comes twice in a listing counts
// where it comes first.
func (c *Corpus) gather() (runs [][]int) {
	runs = make([][]int, len(c.Listings))
	known := newIdentities()
	for _, l := range c.byCapture() {
		for position := range c.Listings[l].Entries {
			e := &c.Listings[l].Entries[position]
			i, isNew := known.find(e)
			if isNew {
				c.Stories = append(c.Stories, Story{Key: known.key(e)})
			}
			s := &c.Stories[i]
			if n := len(s.Places); n > 0 && s.Places[n-1].Listing == l {
				continue
			}
			s.Places = append(s.Places, Place{l, position})
			runs[l] = append(runs[l], i)
			s.take(e)
		}
	}
	c.nameSystems()
	return runs
}

// take completes s with what an entry of it says.
func (s *Story) take(e *Entry) {
	s.Headline = cmp.Or(s.Headline, e.Headline)
	if strings.HasPrefix(e.Standfirst, s.Standfirst) {
		s.Standfirst = e.Standfirst
	}
	s.Caption, s.URL, s.Label = cmp.Or(s.Caption, e.Caption), cmp.Or(s.URL, e.URL), cmp.Or(s.Label, e.Label)
	finer := s.DayOnly && !e.DayOnly && !e.Published.IsZero() && day(s.Published) == day(e.Published)
	if s.Published.IsZero() || finer {
		s.Published, s.DayOnly = e.Published, e.DayOnly
	}
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
func (c *Corpus) sort(runs [][]int) {
	items := make([]order.Item, len(c.Stories))
	times := c.comparable()
	for i, s := range c.Stories {
		items[i] = order.Item{Key: s.Key, Time: times[i]}
	}
	c.order = order.Sort(items, runs)
	stories := make([]Story, len(items))
	for i, item := range c.order.Items {
		stories[i] = c.Stories[item]
	}
	c.Stories = stories
}

// comparable returns the times of the stories by which they can be put in order. Where a
// story of a day has no time, none of that day has: which of them is newer is for the
// listings to say.
func (c *Corpus) comparable() []time.Time {
	dayOnly := make(map[string]bool)
	for _, s := range c.Stories {
		if s.DayOnly {
			dayOnly[day(s.Published)] = true
		}
	}
	times := make([]time.Time, len(c.Stories))
	for i, s := range c.Stories {
		times[i] = s.Published
		if len(dayOnly) > 0 && !s.Published.IsZero() && dayOnly[day(s.Published)] {
			times[i], _ = time.Parse(time.DateOnly, day(s.Published))
		}
	}
	return times
}
