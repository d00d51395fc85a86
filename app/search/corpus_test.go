package search

import (
	"strings"
	"testing"

	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// twoListings returns the stories of the two listings that the queries of testdata are
// about.
func twoListings(t testing.TB) stories {
	t.Helper()
	return Corpus(corpustest.Seeds(t)).(stories)
}

func TestTextsOfTheCorpus(t *testing.T) {
	texts := twoListings(t)
	for i := range texts.Len() {
		if texts.Text(i, Headline) != "Threefold ICS variation in GP phone access revealed" {
			continue
		}
		for _, test := range []struct {
			field Field
			want  string
		}{
			{Caption, "Mobile phone"},
			{Standfirst, "Patients trying to reach their GP are"},
			{System, "Hampshire and Isle of Wight · HIOW · Hants · IOW · QRL · NHS Hampshire and Isle of Wight Integrated Care Board · South West London · SWL · QWE · NHS South West London Integrated Care Board"},
		} {
			if got := texts.Text(i, test.field); !strings.HasPrefix(got, test.want) {
				t.Errorf("%v is %q, want %q", test.field, got, test.want)
			}
		}
		return
	}
	t.Error("the story is not there")
}

func TestPickSystems(t *testing.T) {
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text  string
		first string // slug of the best, "" for none
		count int
	}{
		{"hiow", "hampshire-and-isle-of-wight", 1},
		{"swlondon", "south-west-london", 1},
		{"sw london", "south-west-london", 1},
		{"QWE", "south-west-london", 1},
		{"surrey", "surrey-heartlands", 1},
		{"London", "north-east-london", 5},
		{"staffs", "staffordshire-and-stoke-on-trent", 1},
		{"stoke on trent", "staffordshire-and-stoke-on-trent", 1},
		{"C&P", "cambridgeshire-and-peterborough", 1},
		{"lecester", "leicester-leicestershire-and-rutland", 1},
		{"yorkshire humber", "humber-and-north-yorkshire", 1},
		{"joined up care", "derby-and-derbyshire", 1},
		{"atlantis", "", 0},
		{" ", registry[0].Slug, len(registry)},
	} {
		t.Run(test.text, func(t *testing.T) {
			picked := PickSystems(registry, test.text)
			if len(picked) != test.count {
				t.Errorf("picked %d, want %d", len(picked), test.count)
			}
			if len(picked) > 0 && registry[picked[0]].Slug != test.first {
				t.Errorf("first is %q, want %q", registry[picked[0]].Slug, test.first)
			}
		})
	}
}
