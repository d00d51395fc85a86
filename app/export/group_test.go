package export

import (
	"reflect"
	"testing"
)

func TestGroups(t *testing.T) {
	stories := []Story{
		{Headline: "1", Systems: []string{"Devon", "Dorset"}, Series: "London Eye", Day: "2025-11-30"},
		{Headline: "2", Systems: []string{"Dorset"}},
		{Headline: "3", Systems: []string{"Devon"}, Series: "Exclusive", Day: "2025-12"},
		{Headline: "4", Systems: []string{"Devon", "Kernow"}, Series: "London Eye", Day: "2025-12-11"},
		{Headline: "5", Day: "2025-12-11"},
	}
	tests := []struct {
		name   string
		by     Grouping
		chosen []string
		want   []string
	}{
		{"by system", BySystem, nil, []string{"Dorset 2", "Devon 3", "Several systems 1 4", "Other stories 5"}},
		{"by nothing else", "", nil, []string{"Dorset 2", "Devon 3", "Several systems 1 4", "Other stories 5"}},
		{"of one system", BySystem, []string{"Devon"}, []string{"Devon 1 3 4", "Other stories 2 5"}},
		{"of two systems", BySystem, []string{"Devon", "Dorset"}, []string{"Dorset 2", "Devon 3 4", "Several systems 1", "Other stories 5"}},
		{"by series", BySeries, nil, []string{"London Eye 1 4", "Exclusive 3", "Other stories 2 5"}},
		{"by day", ByDay, nil, []string{"11 December 2025 4 5", "December 2025 3", "30 November 2025 1", "Undated 2"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, g := range groups(View{Stories: stories, By: test.by, Chosen: test.chosen}) {
				line := g.Heading
				for _, it := range g.Items {
					line += " " + it.Headline
				}
				got = append(got, line)
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// A briefing has every story once, however it is put together.
func TestABriefingHasEachStoryOnce(t *testing.T) {
	for _, by := range Groupings() {
		v := sample
		v.By = by
		seen := make(map[string]int)
		for _, g := range Brief(v).Groups {
			for _, it := range g.Items {
				seen[it.Headline]++
			}
		}
		for _, s := range v.Stories {
			if n := seen[oneLine(s.Headline)]; n != 1 {
				t.Errorf("by %s: %q is in it %d times", by, s.Headline, n)
			}
		}
	}
}
