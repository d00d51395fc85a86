package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestBounds holds each bound of what is found by a query on either side of it. The
// plain search takes the bounds from the same constants, and would move with them.
func TestBounds(t *testing.T) {
	letters := func(n int) string { return strings.Repeat("abcdefghij", n)[:n] }
	for _, test := range []struct {
		bound     string
		text      string
		finds     string
		findsNone string
	}{
		{"letters of a query", "trust", strings.Repeat(" ", 1994) + "'trust", strings.Repeat(" ", 1995) + "'trust"},
		{"terms", "gp", strings.Repeat("gp ", 24) + "-gp", strings.Repeat("gp ", 23) + "-gp"},
		{"letters of a word", letters(64), "'" + letters(65), ""},
		{"letters of a word, fewer", letters(64), "'" + letters(64), "'" + letters(63)},
		{"letters of a word corrected", letters(32), letters(31) + "x", letters(31) + "xj"},
		{"letters of words run together", "gp " + letters(31), "gp" + letters(30), "gp" + letters(31)},
		{"letters kept of an abbreviated word", "responsibilities telecommunication", "rsps", "tlcn"},
		{"words run together", "all gp phone access trust merger", "gpphoneaccesstrustmerger", "allgpphoneaccesstrustmerger"},
		{"letters of a word run together", "gift of a board", "giftof", "ofaboard"},
		{"letters of a word run together and begun", "gift board", "giftboa", "giftbo"},
		{"first letters", "garden path access", "gpa", "gp"},
		{"first letters of a field", "x|general practice access||trust merger access", "tma", "gpa"},
		{"first letters before a word", "south west london", "swlond", "wlond"},
		{"first letters before a word, more", "north by south west london", "bswlond", "nbswlond"},
		{"letters behind first letters", "south west london", "swlond", "swlon"},
		{"letters of two words typed as one", "gppa gpa", "gp pa", "g pa"},
		{"missing words", "trust merger", "trust merger xxxx yyyy", "trust merger xxxx yyyy zzzz"},
		{"letters of a word begun, another missing", "trust", "trus xxxx", "tru xxxx"},
		{"words of meaning, one missing", "trust", "trust xxxx", "with xxxx"},
	} {
		s := New(fields{test.text}).NewSearcher()
		if len(found(s, test.finds)) == 0 {
			t.Errorf("%s: %q does not find %q", test.bound, test.finds, test.text)
		}
		if a := s.Search(test.findsNone, Options{}); len(a.Hits) > 0 && a.WordsAlone == "" {
			t.Errorf("%s: %q finds %q", test.bound, test.findsNone, test.text)
		}
	}
}

// TestPartsReadLiterally holds that two words of three letters each may be written as
// one before anything else is tried, and shorter ones only after.
func TestPartsReadLiterally(t *testing.T) {
	s := New(lines{"new phone", "newphones", "gp phone", "gpphones", "new gps", "newgpss"}).NewSearcher()
	for query, want := range map[string][]int{"newphone": {0, 1}, "gpphone": {3}, "newgps": {4, 5}} {
		if got := found(s, query); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", query, got, want)
		}
	}
}

// TestAbbreviationsAreFew holds how many words an abbreviation may stand for.
func TestAbbreviationsAreFew(t *testing.T) {
	var words []string
	for i := range 12 {
		words = append(words, "man"+strings.Repeat("e", i)+"gement")
	}
	if got := len(vocabularyOf(words).abbreviated([]byte("mngmt"))); got != 8 {
		t.Errorf("one abbreviation stands for %d words", got)
	}
}

// TestManyWords holds that a word keeps its number however many words follow it.
func TestManyWords(t *testing.T) {
	texts := make(lines, 9000)
	for i := range texts {
		texts[i] = fmt.Sprintf("trust x%d delayed", i)
	}
	s := New(texts).NewSearcher()
	for _, query := range []string{"trust", "'trust", "delays"} {
		if got := len(found(s, query)); got != len(texts) {
			t.Errorf("%q finds %d stories of %d", query, got, len(texts))
		}
	}
}

// TestHopelessQueriesAreReadOnce holds that a query of more effort than mostEffort and no
// answer is not read again and again, and that one of less is.
func TestHopelessQueriesAreReadOnce(t *testing.T) {
	texts := make(lines, mostEffort+1)
	for i := range texts {
		texts[i] = []string{"b c", "d e"}[i%2] + " a"
	}
	s := New(texts).NewSearcher()
	for _, query := range []string{"a b | d $ ^a ^c", `a "c b" | "e d" | ^a`, "'a ^a", "abd | a ^a"} {
		if a := s.Search(query, Options{}); s.effort > len(texts) || a.Partial {
			t.Errorf("%q: an effort of %d for %d stories, partial %v", query, s.effort, len(texts), a.Partial)
		}
	}
	// Two readings of half of the stories are enough, and some of the words are not looked for.
	if a := s.Search("b ^c bba | a", Options{}); a.Partial || s.effort != 2*(len(texts)/2+1) {
		t.Errorf("half of the stories, read twice: partial %v, an effort of %d", a.Partial, s.effort)
	}
	if a := s.Search("b d", Options{}); !a.Partial || s.effort != len(texts)/2 {
		t.Errorf("two words that no story has together: %d hits, an effort of %d", len(a.Hits), s.effort)
	}
}

// TestEffortIsThatOfTheText holds that what is found does not depend on what was typed
// before, which makes it easier to find.
func TestEffortIsThatOfTheText(t *testing.T) {
	var texts lines
	for range mostEffort {
		texts = append(texts, "a c", "b c")
	}
	texts = append(texts, "a b", "d")
	x := New(texts)
	for _, query := range []string{"a b c", "a b cc", "a b d"} {
		s := x.NewSearcher()
		for i := range query {
			s.Search(query[:i], Options{})
		}
		typed, once := s.Search(query, Options{}), x.NewSearcher().Search(query, Options{})
		if !slices.Equal(typed.Hits, once.Hits) || typed.Partial != once.Partial {
			t.Errorf("%q finds %d stories typed, %d at once", query, len(typed.Hits), len(once.Hits))
		}
	}
}

// TestSomeOfTheWordsAreNotLookedForWithTooMuchEffort holds that two words of too many stories,
// none of which has both, find nothing, and of one story less each, as many as have one.
func TestSomeOfTheWordsAreNotLookedForWithTooMuchEffort(t *testing.T) {
	for _, test := range []struct{ each, found int }{{mostEffort, 2 * mostEffort}, {mostEffort + 1, 0}} {
		var texts lines
		for range test.each {
			texts = append(texts, "trust", "board")
		}
		if a := New(texts).NewSearcher().Search("trust board", Options{}); len(a.Hits) != test.found {
			t.Errorf("%d stories of each word: %d are found, want %d", test.each, len(a.Hits), test.found)
		}
	}
}
