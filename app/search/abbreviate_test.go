package search

import (
	"slices"
	"strings"
	"testing"

	"github.com/sahilm/fuzzy"
)

func TestAbbreviated(t *testing.T) {
	v := vocabularyOf([]string{
		"foundation", "foundations", "fundraisin", "government", "department", "management", "committee",
		"trust", "treatment", "international", "services", "tomorrow", "bornstein", "dental",
	})
	for _, test := range []struct {
		typed string
		want  []string
	}{
		{"fndn", []string{"foundation", "fundraisin"}},
		{"fndtn", []string{"foundation"}},
		{"govt", []string{"government"}},
		{"dept", []string{"department"}},
		{"mgmt", []string{"management"}},
		{"intl", []string{"international"}},
		{"svcs", []string{"services"}},
		{"tmrw", []string{"tomorrow"}},
		{"trst", nil},   // one letter left out is a misspelling
		{"fdn", nil},    // too short to mean one word
		{"ndtn", nil},   // not from the first letter on
		{"fndnt", nil},  // not in order
		{"bortin", nil}, // vowels kept, consonants left out
		{"", nil},
	} {
		var got []string
		for _, n := range v.abbreviated([]byte(test.typed)) {
			got = append(got, string(v.word(n)))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q abbreviates %q, want %q", test.typed, got, test.want)
		}
	}
}

// The library does what abbreviated is built on, and what it is built around.
func TestTraitsOfTheMatchingLibrary(t *testing.T) {
	find := func(pattern, text string) fuzzy.Matches { return fuzzy.Find(pattern, []string{text}) }

	t.Run("letters match in order only", func(t *testing.T) {
		if len(find("fndn", "foundation")) != 1 || len(find("fndnt", "foundation")) != 0 || len(find("phone gp", "gp phone")) != 0 {
			t.Error("order does not matter")
		}
	})
	t.Run("an empty pattern finds nothing, a blank one blanks", func(t *testing.T) {
		if len(find("", "gp")) != 0 || len(find(" ", "gp phone")) != 1 || len(find(" ", "gp")) != 0 {
			t.Error("blanks mean something else")
		}
	})
	t.Run("places are in bytes", func(t *testing.T) {
		if got := find("m", "£20m")[0].MatchedIndexes; !slices.Equal(got, []int{4}) {
			t.Errorf("places %v", got)
		}
	})
	t.Run("each letter left out costs a point", func(t *testing.T) {
		if a, b := find("tru", "trust")[0].Score, find("tru", "trustees")[0].Score; a-b != len("ees") {
			t.Errorf("scores %d and %d", a, b)
		}
	})
	t.Run("a long run of letters overflows", func(t *testing.T) {
		if run := strings.Repeat("ab", 20); find(run, run)[0].Score > 0 {
			t.Errorf("score is %d", find(run, run)[0].Score)
		}
	})
	t.Run("accents and apostrophes are not folded", func(t *testing.T) {
		if len(find("cafe", "café")) != 0 || len(find("trust's", "trust’s")) != 0 {
			t.Error("they are")
		}
	})
}
