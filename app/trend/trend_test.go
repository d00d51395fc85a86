package trend

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"icsexplorer/corpus"
)

// newTestIndex is the index of stories, in a corpus with the registry.
func newTestIndex(t testing.TB, stories []corpus.Story) (*Index, []int) {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	all := make([]int, len(stories))
	for i := range all {
		all[i] = i
	}
	return New(&corpus.Corpus{Registry: registry, Stories: stories}), all
}

// filler are stories of everyday words, each listed by one of the systems in turn.
func filler(n int, systems ...string) []corpus.Story {
	words := strings.Fields("trust chief board nurse ward budget deficit waiting surgery patients staff pay review plan bed clinic")
	rnd := rand.New(rand.NewPCG(1, 2))
	stories := make([]corpus.Story, n)
	for i := range stories {
		var headline []string
		for range 6 {
			headline = append(headline, words[rnd.IntN(len(words))])
		}
		stories[i] = corpus.Story{Headline: strings.Join(headline, " "), Systems: []string{systems[i%len(systems)]}}
	}
	return stories
}

// Of 30 of 1000 words here and 10 of 4000 elsewhere the prior is 5 of 625, so that
// z is (log(35/1590) − log(15/4610)) / √(1/35 + 1/15).
func TestLogOdds(t *testing.T) {
	if got, want := logOdds(30, 1000, 10, 4000), 6.1949131423047366; math.Abs(got-want) > 1e-9 {
		t.Errorf("z is %v, want %v", got, want)
	}
	if here, there := logOdds(30, 1000, 10, 4000), logOdds(10, 4000, 30, 1000); math.Abs(here+there) > 1e-9 {
		t.Errorf("one side is %v, the other %v", here, there)
	}
	if got := logOdds(10, 1000, 10, 1000); got != 0 {
		t.Errorf("the same on both sides is %v", got)
	}
}

func TestAWordOfOneSystemSetsItApart(t *testing.T) {
	stories := filler(400, "devon", "dorset")
	for i := 0; i < 40; i += 2 {
		stories[i].Headline += " Dentistry"
	}
	stories[1].Headline += " ‘dentistry’"
	stories[2].Headline = strings.Replace(stories[2].Headline, "Dentistry", "dentistry dentistry", 1)
	x, all := newTestIndex(t, stories)
	found := x.Words(all, []string{"devon", "dorset", "somerset"})
	if len(found) != 1 || found[0].System != "devon" || len(found[0].Words) != 1 {
		t.Fatalf("found %+v", found)
	}
	word := found[0].Words[0]
	if word.Text != "Dentistry" || len(word.Stories) != 20 || word.Elsewhere != 1 || word.Score < leastScore {
		t.Errorf("found %+v", word)
	}
	for n, i := range word.Stories {
		if i != 2*n {
			t.Errorf("story %d of it is %d", n, i)
		}
	}
}

// What stands in every headline of a system may still say nothing of it.
func TestWordsThatSayNothingAreLeftOut(t *testing.T) {
	stories := filler(400, "south-west-london", "dorset")
	for i := 0; i < 200; i += 2 {
		stories[i].Headline = "London Eye: " + stories[i].Headline + " south London among 2025 a 50%"
		stories[i].Series = "London Eye"
	}
	x, all := newTestIndex(t, stories)
	if found := x.Words(all, []string{"south-west-london", "dorset"}); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

func TestWordsNeedThreeStoriesAndSomethingToCompareWith(t *testing.T) {
	with := func(n int) []corpus.Story {
		stories := filler(4000, "devon", "dorset")
		for i := range n {
			stories[2*i].Headline = "dentistry"
		}
		return stories
	}
	x, all := newTestIndex(t, with(12))
	if found := x.Words(all, []string{"devon"}); len(found) != 1 {
		t.Errorf("of two systems: %+v", found)
	}
	var devon []int
	for _, i := range all {
		if x.stories[i].Systems[0] == "devon" {
			devon = append(devon, i)
		}
	}
	if found := x.Words(devon, []string{"devon"}); found != nil {
		t.Errorf("of one system alone: %+v", found)
	}
	x, all = newTestIndex(t, []corpus.Story{{Headline: "Beds", Systems: []string{"devon"}}, {Headline: "Beds", Systems: []string{"devon"}},
		{Headline: "Beds", Systems: []string{"devon"}}, {Headline: "Beds", Systems: []string{"dorset"}}})
	if found := x.Words(all, []string{"devon"}); found != nil {
		t.Errorf("of one word alone: %+v", found)
	}
	if found := x.Words(nil, []string{"devon"}); found != nil {
		t.Errorf("of no stories: %+v", found)
	}
}

// Stories dealt out by chance set nothing apart, but for a word or two in a hundred.
func TestChanceSetsNothingApart(t *testing.T) {
	systems := []string{"devon", "dorset", "somerset", "frimley", "sussex", "kent-and-medway"}
	x, all := newTestIndex(t, filler(6000, systems...))
	words := 0
	for _, c := range x.Words(all, systems) {
		words += len(c.Words)
	}
	if words > 2 {
		t.Errorf("%d words of 16 times 6", words)
	}
}

// Even where a system has few stories and a word stands nowhere else.
func TestTwoStoriesAreTooFew(t *testing.T) {
	for n, want := range map[int]int{2: 0, 3: 1} {
		stories := filler(4000, "dorset")
		for i := range 5 {
			stories[i].Systems = []string{"devon"}
			if i < n {
				stories[i].Headline += " dentistry"
			}
		}
		x, all := newTestIndex(t, stories)
		if found := x.Words(all, []string{"devon"}); len(found) != want {
			t.Errorf("%d stories with a word: found %+v", n, found)
		}
	}
}

func TestAWordIsWrittenAsMostHeadlinesHaveIt(t *testing.T) {
	for _, test := range []struct{ written, want string }{
		{"CQC CQC cqc", "CQC"},
		{"Dentistry dentistry", "dentistry"},
		{"dentistry Dentistry", "dentistry"},
		{"Trust’s trusts trusts", "trusts"},
	} {
		var stories []corpus.Story
		for _, w := range strings.Fields(test.written) {
			stories = append(stories, corpus.Story{Headline: w})
		}
		x, all := newTestIndex(t, stories)
		if got := x.written(0, all); got != test.want {
			t.Errorf("of %s: %s, want %s", test.written, got, test.want)
		}
	}
}

// The stories of a word are of the system, of the view, and have the word.
func TestStoriesOfAWordHaveIt(t *testing.T) {
	stories := filler(600, "devon", "dorset", "somerset")
	for i := range stories {
		if i%3 == 0 && i%5 == 0 {
			stories[i].Headline += " GP’s surgery"
		}
		if i%7 == 0 {
			stories[i].Systems = []string{"devon", "dorset"}
		}
	}
	x, all := newTestIndex(t, stories)
	view := all[:500]
	found := x.Words(view, []string{"devon", "dorset", "somerset"})
	if len(found) == 0 {
		t.Fatal("nothing is found")
	}
	for _, c := range found {
		for _, w := range c.Words {
			elsewhere := 0
			for _, i := range view {
				has := slices.Contains(strings.Fields(corpus.Fold(stories[i].Headline)), corpus.Fold(w.Text))
				listed := slices.Contains(stories[i].Systems, c.System)
				if has && !listed {
					elsewhere++
				}
				if got := slices.Contains(w.Stories, i); got != (has && listed) {
					t.Errorf("%s, %s: story %d is named %v", c.System, w.Text, i, got)
				}
			}
			if w.Elsewhere != elsewhere {
				t.Errorf("%s, %s: %d elsewhere, want %d", c.System, w.Text, w.Elsewhere, elsewhere)
			}
		}
	}
}

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

func BenchmarkTrend(b *testing.B) {
	var systems []string
	for n := range 42 {
		systems = append(systems, fmt.Sprint("system-", n))
	}
	x, all := newTestIndex(b, filler(4200, systems...))
	b.Run("words", func(b *testing.B) {
		for b.Loop() {
			x.Words(all, systems)
		}
	})
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			New(&corpus.Corpus{Stories: x.stories, Registry: x.registry})
		}
	})
}
