package search

import (
	"slices"
	"time"

	"icsexplorer/corpus"
)

// Filter narrows stories by what they are, rather than by their words. Values
// within one facet widen it (any of them matches), facets narrow one another.
// The zero value keeps every story.
type Filter struct {
	Systems  []string // slugs, sorted
	Series   []string // slugs, sorted
	Local    bool     // only stories of a single system
	National bool     // only stories of several systems
	From, To string   // YYYY-MM-DD, both included; an undated story is outside any of them
}

// Facet is one of the ways a [Filter] narrows.
type Facet uint8

// The facets, in the order the page shows them.
const (
	BySystem Facet = iota
	BySeries
	BySpread
	ByDate
	numFacets
)

// Names of the two values of [BySpread].
const (
	Local    = "local"
	National = "national"
)

// Counts says for every value of a facet how many stories choosing it alone in
// that facet would give, the other facets staying as they are. A value without
// stories is absent, which reads as zero.
type Counts [numFacets]map[string]int

// Facets are the values that stories have, numbered: thousands of stories are counted
// at a keystroke, and that is to look up no names. It is built once and never changes.
type Facets struct {
	names  [numFacets][]string // of the values, by number
	values [numFacets][][]int  // for each story, the numbers of its values
	days   []string            // of each story, YYYY-MM-DD or ""
}

// NewFacets reads the values of stories.
func NewFacets(stories []corpus.Story) *Facets {
	x := &Facets{days: make([]string, len(stories))}
	var numbers [numFacets]map[string]int
	for facet := range numFacets {
		x.values[facet] = make([][]int, len(stories))
		numbers[facet] = make(map[string]int)
	}
	for i := range stories {
		story := &stories[i]
		if !story.Published.IsZero() {
			// The listing's own clock decides what day a story is of.
			x.days[i] = story.Published.Format(time.DateOnly)
		}
		for facet := range numFacets {
			for _, name := range values(story, facet) {
				n, ok := numbers[facet][name]
				if !ok {
					n = len(x.names[facet])
					numbers[facet][name] = n
					x.names[facet] = append(x.names[facet], name)
				}
				x.values[facet][i] = append(x.values[facet][i], n)
			}
		}
	}
	return x
}

// Apply returns those of the stories numbered in matched that f keeps, in the
// same order, and the counts for every facet value among them.
func (x *Facets) Apply(f Filter, matched []int) (kept []int, counts Counts) {
	var chosen [numFacets][]bool // by number; nil if everything is
	var tally [numFacets][]int
	for facet := range numFacets {
		chosen[facet] = x.chosen(facet, f.choice(facet))
		tally[facet] = make([]int, len(x.names[facet]))
	}
	for _, i := range matched {
		// A story counts towards a facet when every other facet keeps it.
		var missed Facet
		misses := 0
		for facet := range numFacets {
			if !x.keeps(facet, chosen[facet], i) || facet == ByDate && !f.within(x.days[i]) {
				missed = facet
				misses++
			}
		}
		if misses == 0 {
			kept = append(kept, i)
		}
		for facet := range numFacets {
			if misses == 0 || misses == 1 && facet == missed {
				for _, n := range x.values[facet][i] {
					tally[facet][n]++
				}
			}
		}
	}
	for facet := range numFacets {
		counts[facet] = make(map[string]int)
		for n, count := range tally[facet] {
			if count > 0 {
				counts[facet][x.names[facet][n]] = count
			}
		}
	}
	return kept, counts
}

// chosen says for the number of each value of a facet whether it is among names; nil
// if nothing was chosen.
func (x *Facets) chosen(facet Facet, names []string) []bool {
	if len(names) == 0 {
		return nil
	}
	chosen := make([]bool, len(x.names[facet]))
	for n, name := range x.names[facet] {
		chosen[n] = slices.Contains(names, name)
	}
	return chosen
}

// keeps reports whether story i has a chosen value of a facet.
func (x *Facets) keeps(facet Facet, chosen []bool, i int) bool {
	if chosen == nil {
		return true
	}
	for _, n := range x.values[facet][i] {
		if chosen[n] {
			return true
		}
	}
	return false
}

// choice lists the values that f chooses in a facet. Days are not chosen by value.
func (f Filter) choice(facet Facet) []string {
	switch {
	case facet == BySystem:
		return f.Systems
	case facet == BySeries:
		return f.Series
	case facet == BySpread && f.Local != f.National:
		if f.Local {
			return []string{Local}
		}
		return []string{National}
	}
	return nil
}

// within reports whether f keeps stories of a day, compared as it is written.
func (f Filter) within(day string) bool {
	if f.From == "" && f.To == "" {
		return true
	}
	return day != "" && (f.From == "" || day >= f.From) && (f.To == "" || day <= f.To)
}

// values lists the values story has in a facet.
func values(story *corpus.Story, facet Facet) []string {
	switch facet {
	case BySystem:
		return story.Systems
	case BySeries:
		if story.Series == "" {
			return nil
		}
		return []string{corpus.SeriesSlug(story.Series)}
	case BySpread:
		if story.National() {
			return []string{National}
		}
		return []string{Local}
	default:
		if story.Published.IsZero() {
			return nil
		}
		return []string{story.Published.Format("2006")}
	}
}
