package search

import (
	"fmt"
	"slices"
	"strings"
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
		{"what begins as typed first", "access", []int{2, 0}},
		{"every word must match, or else most", "phone gp trusts", []int{0}},
		{"apostrophes do not matter", "trust's", []int{1}},
		{"a letter off", "acess phoen", []int{0}},
		{"abbreviations with points", "nhs", []int{2}},
		{"numbers with commas", "700000", []int{2}},
		{"decimals", "38.5m", []int{2}},
		{"exact", "'access", []int{2, 0}},
		{"exact, or else the word alone", "'acces", []int{2, 0}},
		{"exact, and no other word", "'acess", nil},
		{"not two letters off, if one is the first", "xariaxion", nil},
		{"words of little meaning are not misspelt", "granted with", nil},
		{"words of little meaning may be missing", "with granted", []int{3}},
		{"five words run together", "variationingpphoneaccess", []int{0}},
		{"six words run together", "icsvariationingpphoneaccess", nil},
		{"nothing but punctuation", " -!? ", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := New(texts).NewSearcher().Search(test.query, Options{}).stories(); !slices.Equal(got, test.want) {
				t.Errorf("Search(%q) found %v, want %v", test.query, got, test.want)
			}
		})
	}
}

// Example is the query that the package comment takes apart.
func Example() {
	texts := lines{"Trust to spend £20m", "£20 million for GP access"}
	a := New(texts).NewSearcher().Search("gp acess 20m", Options{})
	for _, h := range a.Hits {
		fmt.Println(texts[h.Story], a.Marks(h.Story, Headline))
		fmt.Println(a.Explain(h))
	}
	fmt.Println(a.Corrected)
	// Output:
	// £20 million for GP access [{2 4} {5 12} {17 19} {20 26}]
	// headline; "gp" as typed; "acess" letter left out or swapped; "20m" as typed; cost 36
	// gp access 20m
}

// stories lists the stories of a, in rank order.
func (a Answer) stories() []int {
	var list []int
	for _, h := range a.Hits {
		list = append(list, h.Story)
	}
	return list
}

// told is everything an answer says of its hits.
func (a Answer) told() string {
	var b strings.Builder
	for _, h := range a.Hits {
		fmt.Fprintf(&b, "%d %v %s", h.Story, h.Field, a.Explain(h))
		for f := range fieldCount {
			fmt.Fprint(&b, " ", a.Marks(h.Story, f))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestAnswersLast holds that an answer stays right when its searcher searches on.
func TestAnswersLast(t *testing.T) {
	texts := twoListings(t)
	s := New(texts).NewSearcher()
	var queries []string
	for _, w := range wishes(t) {
		queries = append(queries, w.query)
	}
	queries = append(queries, "", "t", "'gp -dental", "gp | dental", "qqqq")
	var answers []Answer
	var told []string
	for i, text := range queries {
		a := s.Search(text, Options{HeadlineOnly: i%5 == 4})
		answers, told = append(answers, a), append(told, a.told())
	}
	for i := range 2 * maxExpansions { // more words than are kept
		s.Search(fmt.Sprint("t", i), Options{})
	}
	for i, a := range answers {
		if again := a.told(); again != told[i] {
			t.Errorf("the answer to %q said\n%sand later\n%s", queries[i], told[i], again)
		}
	}
}
