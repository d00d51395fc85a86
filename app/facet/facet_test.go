package facet

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// facetStories are made so that every facet has values that overlap and values
// that exclude one another.
var facetStories = []corpus.Story{
	{Key: "a", Systems: []string{"x"}, Series: "Exclusive", Places: []corpus.Place{{}}},
	{Key: "b", Systems: []string{"x", "y"}, Series: "Exclusive", Places: []corpus.Place{{}, {}}},
	{Key: "c", Systems: []string{"y"}, Series: "London Eye", Places: []corpus.Place{{}}, Published: day("2025-03-01")},
	{Key: "d", Systems: []string{"z"}, Places: []corpus.Place{{}}, Published: day("2025-12-11")},
	{Key: "e", Systems: []string{"x", "z"}, Places: []corpus.Place{{}, {}}, Published: day("2024-01-31")},
	{Key: "f", Systems: []string{"x", "y", "z"}, Series: "London Eye", Places: []corpus.Place{{}, {}, {}}, Published: day("2025-06-30")},
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func TestFilterKeeps(t *testing.T) {
	tests := []struct {
		name   string
		filter Filter
		want   []int
	}{
		{"nothing chosen", Filter{}, []int{0, 1, 2, 3, 4, 5}},
		{"one system", Filter{Systems: []string{"z"}}, []int{3, 4, 5}},
		{"either of two systems", Filter{Systems: []string{"x", "z"}}, []int{0, 1, 3, 4, 5}},
		{"an unknown system", Filter{Systems: []string{"atlantis"}}, nil},
		{"an unknown system beside a known one", Filter{Systems: []string{"atlantis", "z"}}, []int{3, 4, 5}},
		{"a system and a series", Filter{Systems: []string{"y"}, Series: []string{"london-eye"}}, []int{2, 5}},
		{"local", Filter{Spread: Local}, []int{0, 2, 3}},
		{"national", Filter{Spread: National}, []int{1, 4, 5}},
		{"from a day, that day included", Filter{From: "2025-06-30"}, []int{3, 5}},
		{"to a day, that day included", Filter{To: "2025-03-01"}, []int{2, 4}},
		{"no day can be both", Filter{From: "2025-03-02", To: "2025-03-01"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			kept, _ := New(facetStories).Apply(test.filter, []int{0, 1, 2, 3, 4, 5})
			if !slices.Equal(kept, test.want) {
				t.Errorf("kept %v, want %v", kept, test.want)
			}
		})
	}
}

func TestFilterKeepsTheOrderOfTheMatches(t *testing.T) {
	kept, _ := New(facetStories).Apply(Filter{Systems: []string{"x"}}, []int{5, 2, 0, 4})
	if want := []int{5, 0, 4}; !slices.Equal(kept, want) {
		t.Errorf("kept %v, want %v", kept, want)
	}
}

// A count is what choosing its value alone gives, whatever else is chosen.
func TestCountsAreWhatChoosingGives(t *testing.T) {
	systems := [][]string{nil, {"x"}, {"y", "z"}, {"atlantis"}}
	series := [][]string{nil, {"exclusive"}, {"exclusive", "london-eye"}}
	dates := []string{"", "2025-01-01"}
	facets := New(facetStories)
	for _, matched := range [][]int{{0, 1, 2, 3, 4, 5}, {1, 2, 4}, nil} {
		for _, sys := range systems {
			for _, ser := range series {
				for _, spread := range []Spread{Any, Local, National} {
					for _, from := range dates {
						f := Filter{Systems: sys, Series: ser, Spread: spread, From: from}
						_, counts := facets.Apply(f, matched)
						check := func(value any, count int, chosen Filter) {
							t.Helper()
							if kept, _ := facets.Apply(chosen, matched); count != len(kept) {
								t.Errorf("%+v: the count of %v is %d, choosing it gives %d", f, value, count, len(kept))
							}
						}
						for _, value := range []string{"x", "y", "z", "atlantis"} {
							g := f
							g.Systems = []string{value}
							check(value, counts.Systems[value], g)
						}
						for _, value := range []string{"exclusive", "london-eye", "unknown"} {
							g := f
							g.Series = []string{value}
							check(value, counts.Series[value], g)
						}
						for _, value := range []Spread{Local, National} {
							g := f
							g.Spread = value
							check(value, counts.Spread[value], g)
						}
					}
				}
			}
		}
	}
}

func TestFacetsOfTheTwoListings(t *testing.T) {
	c := corpustest.Seeds(t)
	all := make([]int, len(c.Stories))
	for i := range all {
		all[i] = i
	}
	_, counts := New(c.Stories).Apply(Filter{}, all)
	want := map[string]int{"south-west-london": 20, "hampshire-and-isle-of-wight": 20}
	if got := counts.Systems; !reflect.DeepEqual(got, want) {
		t.Errorf("systems: %v, want %v", got, want)
	}
	if got, want := counts.Spread, map[Spread]int{Local: 32, National: 4}; !reflect.DeepEqual(got, want) {
		t.Errorf("spread: %v, want %v", got, want)
	}
	if got := counts.Series["london-eye"]; got != 6 {
		t.Errorf("London Eye: %d, want 6", got)
	}
}

func TestDays(t *testing.T) {
	if first, last := New(facetStories).Days(); first != "2024-01-31" || last != "2025-12-11" {
		t.Errorf("from %q to %q", first, last)
	}
	if first, last := New(facetStories[:2]).Days(); first != "" || last != "" {
		t.Errorf("of undated stories from %q to %q", first, last)
	}
}

// The day of each story is that of its own time, whatever the day of the one above is.
func TestDayOfEachStory(t *testing.T) {
	summer := time.FixedZone("BST", 60*60)
	times := []time.Time{
		{}, day("2025-03-01"), day("2025-03-01").Add(time.Hour), day("2025-04-01"), {}, day("2026-04-01"), day("2026-04-02"),
		time.Date(2026, 4, 3, 0, 30, 0, 0, summer), time.Date(2026, 4, 2, 23, 30, 0, 0, time.UTC),
	}
	var stories []corpus.Story
	var want []string
	for _, at := range times {
		stories = append(stories, corpus.Story{Published: at})
		if want = append(want, ""); !at.IsZero() {
			want[len(want)-1] = at.Format(time.DateOnly)
		}
	}
	x := New(stories)
	if !slices.Equal(x.days, want) {
		t.Errorf("days %q, want %q", x.days, want)
	}
	if first, last := x.Days(); first != "2025-03-01" || last != "2026-04-03" {
		t.Errorf("from %s to %s", first, last)
	}
}
