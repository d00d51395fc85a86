package trend

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"icsexplorer/corpus"
)

// dated are stories of the days, YYYY-MM-DD or "", listed by the systems behind each.
func dated(t testing.TB, lines ...string) []corpus.Story {
	t.Helper()
	var stories []corpus.Story
	for _, line := range lines {
		day, systems, _ := strings.Cut(line, " ")
		s := corpus.Story{Headline: fmt.Sprint("Story ", len(stories)), Systems: strings.Fields(systems)}
		if day != "-" {
			at, err := time.Parse(time.DateOnly, day)
			if err != nil {
				t.Fatal(err)
			}
			s.Published = at
		}
		stories = append(stories, s)
	}
	return stories
}

func times(n int, line string) []string { return slices.Repeat([]string{line}, n) }

func TestMonths(t *testing.T) {
	var lines []string
	lines = append(lines, times(4, "2025-11-30 devon")...)
	lines = append(lines, times(3, "2025-12-01 devon dorset")...)
	lines = append(lines, times(5, "2026-02-28 dorset")...)
	lines = append(lines, times(2, "- devon")...)
	lines = append(lines, "2022-01-01 devon", "2023-02-28 devon", "2023-03-01 somerset")
	x, all := newTestIndex(t, dated(t, lines...))
	got := x.Months(all)
	if got == nil {
		t.Fatal("nothing is counted")
	}
	if len(got.Months) != 36 || got.Months[0] != "2023-03" || got.Months[35] != "2026-02" {
		t.Fatalf("%d months, %v", len(got.Months), got.Months)
	}
	tail := func(counts []int) []int { return counts[32:] }
	if !reflect.DeepEqual(tail(got.All), []int{4, 3, 0, 5}) || got.All[0] != 1 {
		t.Errorf("all: %v", got.All)
	}
	want := map[string][]int{"dorset": {0, 3, 0, 5}, "devon": {4, 3, 0, 0}, "somerset": {0, 0, 0, 0}}
	var order []string
	for _, s := range got.Systems {
		order = append(order, s.Slug)
		if !reflect.DeepEqual(tail(s.Counts), want[s.Slug]) {
			t.Errorf("%s: %v, want %v", s.Slug, tail(s.Counts), want[s.Slug])
		}
	}
	if !slices.Equal(order, []string{"dorset", "devon", "somerset"}) || got.Undated != 2 || got.Earlier != 2 || got.Others != 0 {
		t.Errorf("systems %v, %d undated, %d earlier, %d others", order, got.Undated, got.Earlier, got.Others)
	}
}

func TestMonthsBeginWithTheFirstThatHasAStory(t *testing.T) {
	lines := slices.Concat(times(9, "2025-10-05 devon"), times(1, "2025-11-05 devon"), times(1, "2025-12-05 devon"))
	x, all := newTestIndex(t, dated(t, lines...))
	got := x.Months(all)
	if got == nil || !slices.Equal(got.Months, []string{"2025-10", "2025-11", "2025-12"}) || !slices.Equal(got.All, []int{9, 1, 1}) {
		t.Fatalf("got %+v", got)
	}
	if len(got.Systems) > 0 {
		t.Errorf("a system that lists every story is counted apart: %+v", got.Systems)
	}
}

func TestMonthsSayNothingOfTooLittle(t *testing.T) {
	for name, lines := range map[string][]string{
		"no stories":             nil,
		"undated stories":        times(50, "- devon"),
		"few dated stories":      slices.Concat(times(7, "2025-10-05 devon"), times(1, "2025-11-05 devon"), times(1, "2025-12-05 devon")),
		"two months":             slices.Concat(times(9, "2025-10-05 devon"), times(9, "2025-12-05 devon")),
		"one story in far times": slices.Concat(times(9, "2025-10-05 devon"), times(9, "2025-11-05 devon"), times(9, "2025-12-05 devon"), times(1, "9999-12-31 devon")),
	} {
		x, all := newTestIndex(t, dated(t, lines...))
		if got := x.Months(all); got != nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestMonthsCountTheSystemsWithTheMostStories(t *testing.T) {
	var lines []string
	for n := range mostSystems + 3 {
		lines = append(lines, times(n+1, fmt.Sprintf("2025-%02d-01 system-%02d", n%3+1, n))...)
	}
	x, all := newTestIndex(t, dated(t, lines...))
	got := x.Months(all)
	if len(got.Systems) != mostSystems || got.Others != 3 || got.Systems[0].Slug != "system-10" || got.Systems[0].Total != 11 {
		t.Errorf("%d others, systems %+v", got.Others, got.Systems)
	}
}
