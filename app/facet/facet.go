// Package facet narrows stories by what they are: the systems that list them, their
// series, in how many systems they stand, and their day. It counts what each choice
// would give.
package facet

import (
	"time"

	"icsexplorer/corpus"
)

// Spread is in how many of the corpus's systems a story stands.
type Spread uint8

// The spreads. Any narrows nothing.
const (
	Any      Spread = iota
	Local           // in one
	National        // in several
)

// Filter narrows stories. Values within one facet widen it (any of them matches),
// facets narrow one another. The zero value keeps every story.
type Filter struct {
	Systems  []string // slugs
	Series   []string // slugs
	Spread   Spread
	From, To string // YYYY-MM-DD, both included; an undated story is outside any of them
}

// Counts says for every value of a facet how many stories choosing it alone in
// that facet would give, the other facets staying as they are. A value without
// stories is absent, which reads as zero.
type Counts struct {
	Systems map[string]int // by slug
	Series  map[string]int // by slug
	Spread  map[Spread]int
}

// The facets. A story has any number of systems, one series at most, one spread and one
// day at most.
const (
	bySystem = iota
	bySeries
	bySpread
	byDay
	numFacets
)

// An Index has the values of each story, numbered: thousands of stories are counted
// at a keystroke, and that is to look up no names. It is built once and never changes.
type Index struct {
	systems, series labels
	spreads         []Spread
	days            []string // YYYY-MM-DD or ""
	first, last     string   // of the days
}

// New reads the values of stories.
func New(stories []corpus.Story) *Index {
	x := &Index{
		systems: newLabels(len(stories)),
		series:  newLabels(len(stories)),
		spreads: make([]Spread, len(stories)),
		days:    make([]string, len(stories)),
	}
	slugs := make(map[string]string) // of series
	day, number := "", 0             // of the dated story above
	for i := range stories {
		story := &stories[i]
		for _, slug := range story.Systems {
			x.systems.add(slug)
		}
		x.systems.end()
		if story.Series != "" {
			if slugs[story.Series] == "" {
				slugs[story.Series] = corpus.SeriesSlug(story.Series)
			}
			x.series.add(slugs[story.Series])
		}
		x.series.end()
		x.spreads[i] = Local
		if story.National() {
			x.spreads[i] = National
		}
		if !story.Published.IsZero() {
			// The listing's own clock decides what day a story is of, mostly that of the one above.
			y, m, d := story.Published.Date()
			if n := y<<9 | int(m)<<5 | d; n != number {
				number, day = n, story.Published.Format(time.DateOnly)
				if x.first == "" || day < x.first {
					x.first = day
				}
				x.last = max(x.last, day)
			}
			x.days[i] = day
		}
	}
	return x
}

// Days returns the first and the last day of all stories, YYYY-MM-DD; "" if none is dated.
func (x *Index) Days() (first, last string) { return x.first, x.last }

// Apply returns those of the stories numbered in matched that f keeps, in the
// same order, and the counts for every facet value among them.
func (x *Index) Apply(f Filter, matched []int) (kept []int, counts Counts) {
	systems, series := x.systems.choose(f.Systems), x.series.choose(f.Series)
	systemTally, seriesTally := make([]int, len(x.systems.names)), make([]int, len(x.series.names))
	counts.Spread = make(map[Spread]int)
	for _, i := range matched {
		missed := [numFacets]bool{
			bySystem: !x.systems.keeps(i, systems),
			bySeries: !x.series.keeps(i, series),
			bySpread: f.Spread != Any && f.Spread != x.spreads[i],
			byDay:    !f.within(x.days[i]),
		}
		misses := 0
		for _, miss := range missed {
			if miss {
				misses++
			}
		}
		if misses == 0 {
			kept = append(kept, i)
		}
		// A story counts towards a facet when every other facet keeps it.
		counted := func(facet int) bool { return misses == 0 || misses == 1 && missed[facet] }
		if counted(bySystem) {
			x.systems.count(i, systemTally)
		}
		if counted(bySeries) {
			x.series.count(i, seriesTally)
		}
		if counted(bySpread) {
			counts.Spread[x.spreads[i]]++
		}
	}
	counts.Systems, counts.Series = x.systems.named(systemTally), x.series.named(seriesTally)
	return kept, counts
}

// within reports whether f keeps stories of a day, compared as it is written.
func (f Filter) within(day string) bool {
	if f.From == "" && f.To == "" {
		return true
	}
	return day != "" && (f.From == "" || day >= f.From) && (f.To == "" || day <= f.To)
}
