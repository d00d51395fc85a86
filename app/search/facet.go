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

// Apply returns those of the stories numbered in matched that f keeps, in the
// same order, and the counts for every facet value among them.
func (f Filter) Apply(stories []corpus.Story, matched []int) (kept []int, counts Counts) {
	for i := range counts {
		counts[i] = make(map[string]int)
	}
	for _, i := range matched {
		story := &stories[i]
		// A story counts towards a facet when every other facet keeps it.
		missed, misses := f.misses(story)
		if misses > 1 {
			continue
		}
		if misses == 0 {
			kept = append(kept, i)
		}
		for facet := range numFacets {
			if misses == 0 || facet == missed {
				for _, value := range values(story, facet) {
					counts[facet][value]++
				}
			}
		}
	}
	return kept, counts
}

// misses counts the facets that leave story out and names the last of them.
func (f Filter) misses(story *corpus.Story) (last Facet, n int) {
	for facet := range numFacets {
		if !f.keeps(story, facet) {
			last = facet
			n++
		}
	}
	return last, n
}

func (f Filter) keeps(story *corpus.Story, facet Facet) bool {
	switch facet {
	case BySystem:
		return anyChosen(f.Systems, story.Systems)
	case BySeries:
		return len(f.Series) == 0 || slices.Contains(f.Series, corpus.SeriesSlug(story.Series))
	case BySpread:
		national := story.National()
		return !(f.Local && national) && !(f.National && !national)
	default:
		return within(story.Published, f.From, f.To)
	}
}

func anyChosen(chosen, has []string) bool {
	return len(chosen) == 0 || slices.ContainsFunc(has, func(v string) bool { return slices.Contains(chosen, v) })
}

// within compares days as they are written: the listing's own clock decides what
// day a story is of.
func within(published time.Time, from, to string) bool {
	if from == "" && to == "" {
		return true
	}
	if published.IsZero() {
		return false
	}
	day := published.Format(time.DateOnly)
	return (from == "" || day >= from) && (to == "" || day <= to)
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
