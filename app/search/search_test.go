package search

import (
	"slices"
	"testing"
)

// lines are headlines without other fields.
type lines []string

func (l lines) Len() int { return len(l) }

func (l lines) Text(i int, f Field) string {
	if f == Headline {
		return l[i]
	}
	return ""
}

func TestSearch(t *testing.T) {
	texts := lines{
		"Threefold ICS variation in GP phone access revealed",
		"Trust’s £9m gift to charity",
		"Access to the N.H.S. at £38.5m, not 700,000",
		"A wish granted",
	}
	for _, test := range []struct {
		name, query string
		want        []int
	}{
		{"words in any order", "phone gp", []int{0}},
		{"beginnings of words", "vari acc", []int{0}},
		{"newest first among equals", "access", []int{0, 2}},
		{"every word must match, or else most", "phone gp trusts", []int{0}},
		{"apostrophes do not matter", "trust's", []int{1}},
		{"a letter off", "acess phoen", []int{0}},
		{"abbreviations with points", "nhs", []int{2}},
		{"numbers with commas", "700000", []int{2}},
		{"decimals", "38.5m", []int{2}},
		{"exact", "'acces", nil},
		{"not two letters off, if one is the first", "xariaxion", nil},
		{"words of little meaning are not misspelt", "with granted", nil},
		{"five words run together", "variationingpphoneaccess", []int{0}},
		{"six words run together", "icsvariationingpphoneaccess", nil},
		{"nothing but punctuation", " -!? ", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []int
			for _, h := range New(texts).NewSearcher().Search(test.query, Options{}).Hits {
				got = append(got, h.Story)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("Search(%q) found %v, want %v", test.query, got, test.want)
			}
		})
	}
}
