package trend

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// What it takes for months to be counted.
const (
	fewestDated  = 10 // stories
	fewestMonths = 3  // with stories
	mostMonths   = 36 // are counted, the latest
	mostSystems  = 8  // are counted, those with the most stories
)

// Months is how many stories each month has, in all and of each system.
type Months struct {
	Months  []string // YYYY-MM, one after the other
	All     []int    // stories of each month
	Systems []System // most stories first, then by slug, without those that list every story
	Others  int      // systems that are left out, since they have fewer stories than those
	Earlier int      // stories before the first of the months
	Undated int      // stories that are not counted, since their month is not known
}

// System is how many stories of each month a system lists.
type System struct {
	Slug   string
	Counts []int
	Total  int
}

// Months counts the stories numbered in; nil if they are too few to say anything.
func (x *Index) Months(in []int) *Months {
	m := &Months{}
	var dated []int
	last := 0
	for _, i := range in {
		month := x.month(i)
		if month == 0 {
			m.Undated++
			continue
		}
		dated = append(dated, i)
		last = max(last, month)
	}
	var counted []int
	used := make(map[int]bool)
	first := last
	for _, i := range dated {
		month := x.month(i)
		if month <= last-mostMonths {
			m.Earlier++
			continue
		}
		counted = append(counted, i)
		used[month] = true
		first = min(first, month)
	}
	if len(used) < fewestMonths || len(counted) < fewestDated {
		return nil
	}
	for month := first; month <= last; month++ {
		m.Months = append(m.Months, time.Date(0, time.Month(month), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
	}
	x.count(m, counted, first)
	return m
}

// count counts stories, all of which are of m's months, of which the number of the first
// is given.
func (x *Index) count(m *Months, stories []int, first int) {
	m.All = make([]int, len(m.Months))
	of := make(map[string]*System)
	for _, i := range stories {
		n := x.month(i) - first
		m.All[n]++
		for _, slug := range x.stories[i].Systems {
			s := of[slug]
			if s == nil {
				s = &System{Slug: slug, Counts: make([]int, len(m.Months))}
				of[slug] = s
			}
			s.Counts[n]++
			s.Total++
		}
	}
	for _, s := range of {
		if s.Total < len(stories) {
			m.Systems = append(m.Systems, *s)
		}
	}
	slices.SortFunc(m.Systems, func(a, b System) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), strings.Compare(a.Slug, b.Slug))
	})
	if n := len(m.Systems) - mostSystems; n > 0 {
		m.Systems, m.Others = m.Systems[:mostSystems], n
	}
}

// month is that of story i by its listing's own clock, numbered one after the other, 0 if it
// is not known.
func (x *Index) month(i int) int {
	published := x.stories[i].Published
	if published.IsZero() {
		return 0
	}
	return published.Year()*12 + int(published.Month())
}
