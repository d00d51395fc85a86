package trend

import (
	"math"
	"slices"
	"strings"
	"testing"

	"icsexplorer/corpus"
)

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
