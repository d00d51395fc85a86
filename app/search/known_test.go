package search

import (
	"slices"
	"strings"
	"testing"
)

// TestWhatIsAWordIsNotCorrected holds that words of the index, and names that it was
// given, are looked for as they are typed.
func TestWhatIsAWordIsNotCorrected(t *testing.T) {
	texts := lines{"dental budget unspent", "mental care in london", "a cent for london", "budget of london"}
	s := New(texts, "Kent and Medway").NewSearcher()
	for _, test := range []struct {
		query     string
		first     int // -1 if nothing is found
		corrected string
		missing   []string
		meant     string
	}{
		{"kent", -1, "", nil, ""},
		{"bent", -1, "", nil, ""}, // a word of the table of forms
		{"cemt", 2, "cent", nil, ""},
		{"dental london", 0, "", []string{"london"}, ""},
		{"kent london", 1, "", []string{"kent"}, ""},
		{"mental unspent london", 1, "", []string{"unspent"}, ""},
		{"budgt london", 3, "budget london", nil, ""},
		{"dental budget unspnt london", 0, "", []string{"london"}, "dental budget unspent london"},
	} {
		a := s.Search(test.query, Options{})
		first := -1
		if len(a.Hits) > 0 {
			first = a.Hits[0].Story
		}
		if first != test.first || a.Corrected != test.corrected || !slices.Equal(a.Missing, test.missing) || a.Meant != test.meant {
			t.Errorf("%q: story %d, corrected %q, missing %q, meant %q; want %d, %q, %q, %q", test.query,
				first, a.Corrected, a.Missing, a.Meant, test.first, test.corrected, test.missing, test.meant)
		}
	}
}

// TestWordsAreAlteredAsInTheFirst holds that of corrections those are not found that take
// another word for the one typed than the first does.
func TestWordsAreAlteredAsInTheFirst(t *testing.T) {
	s := New(lines{"merger of trusts", "mergrr of trusts", "marger of trusts", "trusts in mergerland"}).NewSearcher()
	for query, want := range map[string][]int{
		"mergre":         {0, 3}, // mergerland begins so
		"mergfr":         {0},    // mergrr is as like it
		"mergre trust":   {0, 3},
		"mergrf trust":   {1},
		"mergre | mragr": {0, 1, 2, 3}, // either is enough
	} {
		a := s.Search(query, Options{})
		if got := slices.Sorted(slices.Values(a.stories())); !slices.Equal(got, want) || a.Corrected == "" {
			t.Errorf("%q finds %v, corrected to %q, want %v", query, got, a.Corrected, want)
		}
	}
}

// TestMoreWordsBeatFewer holds that of partial matches those with more words come first,
// however much the others say.
func TestMoreWordsBeatFewer(t *testing.T) {
	texts := lines{"xylophone zebra", "the trust and its board and its merger"}
	for range 50 {
		texts = append(texts, "trust board merger")
	}
	texts = append(texts, "quagga")
	s := New(texts).NewSearcher()
	for range 3 {
		if got := s.Search("xylophone zebra trust board merger quagga", Options{}).stories(); len(got) != 51 || texts[got[0]] != "trust board merger" {
			t.Fatalf("found %v", got)
		}
	}
}

// TestOnlyTheNearest holds that stories with fewer words than the first are not shown, nor
// those without a word of meaning where others lack only one that says little.
func TestOnlyTheNearest(t *testing.T) {
	s := New(lines{"trust board merger", "trust board", "merger of a trust", "board", "trust in dental care"}).NewSearcher()
	for query, want := range map[string][]int{
		"trust board merger lottery": {0},
		"trust board lottery":        {0, 1},
		"dental with trust":          {4},
	} {
		if got := found(s, query); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", query, got, want)
		}
	}
}

// TestAWordBegunTakesNothingAway holds that where one of two words finds a story, the first
// letters of a third leave it.
func TestAWordBegunTakesNothingAway(t *testing.T) {
	s := New(lines{"adverts that would never be published", "gp access", "pubs"}).NewSearcher()
	for _, query := range []string{"adverts nether", "adverts nether p", "adverts nether pub", "adverts nether publ", "adverts p"} {
		if a := s.Search(query, Options{}); !slices.Equal(a.stories(), []int{0}) || a.Corrected != "" {
			t.Errorf("%q finds %v", query, a.stories())
		}
	}
	if a := s.Search("adverts nether zyzzy p", Options{}); len(a.Hits) != 0 {
		t.Errorf("one word of three finds %v", a.stories())
	}
}

// TestAWordIsNoInitials holds that what is a word of the index is not read as first letters.
func TestAWordIsNoInitials(t *testing.T) {
	s := New(lines{"abc news", "alpha beta cat zeta"}).NewSearcher()
	if a := s.Search("abc zeta", Options{}); !a.Partial {
		t.Errorf("a word that is one finds %v by its letters", a.stories())
	}
	if a := s.Search("abcz", Options{}); a.Partial || !slices.Equal(a.stories(), []int{1}) {
		t.Errorf("first letters find %v", a.stories())
	}
}

// TestWordsOfLittleMeaningAreNoCondition holds that a story may be without a finished word
// that says little, behind those with it, if there is a word of meaning.
func TestWordsOfLittleMeaningAreNoCondition(t *testing.T) {
	s := New(lines{"trust merger", "merger at the trust", "trust attacks merger", "the at of", "at last the end"}).NewSearcher()
	for _, test := range []struct {
		query string
		want  []int
	}{
		{"trust at merger", []int{1, 0, 2}}, // attacks do not begin with at
		{"trust merger at", []int{1, 2}},    // perhaps it is not finished
		{"at the of", []int{3}},
		{"trust 'at merger", []int{1}},
		{"trust at | merger", []int{2, 0, 1}}, // here it is one of two
	} {
		if got := s.Search(test.query, Options{}); !slices.Equal(got.stories(), test.want) || got.Partial {
			t.Errorf("%q finds %v, want %v", test.query, got.stories(), test.want)
		}
	}
	if a := s.Search("trust at merger", Options{}); !strings.Contains(a.Explain(a.Hits[1]), `"at" missing`) {
		t.Errorf("what is missing is not explained: %s", a.Explain(a.Hits[1]))
	}
}

// TestAnAccidentHidesNothing holds that behind few stories with what was typed stand those
// with a far more frequent word that it may be a slip of.
func TestAnAccidentHidesNothing(t *testing.T) {
	texts := fields{"farmers offer mixed reaction to deal", "deal to form a trust", "tod and ettridge", "ettridge told", "form forms", "toad told", "bard is ill", "ill|||board", "|||board"}
	for range fewerTimes - 2 {
		texts = append(texts, "form", "told|||board")
	}
	for _, test := range []struct {
		query string
		want  []int
		also  []string
	}{
		{"deal fomr", []int{0, 1}, []string{"form"}},
		{"tod ettridge", []int{2, 3}, []string{"told"}},
		{"todl ettridge", []int{3}, nil}, // corrected
		{"toad", []int{5}, nil},          // of which told is no slip
		{"'tod ettridge", []int{2}, nil},
		{"bard ill", []int{6}, nil}, // the board is everywhere
		{"fomr deal -trust", []int{0}, nil},
	} {
		r, s := newReference(texts), New(texts).NewSearcher()
		typed(t, r, s, test.query, Options{})
		a := s.Search(test.query, Options{})
		if got := a.stories(); !slices.Equal(got, test.want) || !slices.Equal(a.Also, test.also) {
			t.Errorf("%q finds %v, also %q; want %v, %q", test.query, got, a.Also, test.want, test.also)
		}
	}
	texts = append(texts, "tod, ettridge", "tod or ettridge", "tod is ettridge")
	if got := New(texts).NewSearcher().Search("tod ettridge", Options{}); len(got.Hits) != accident+1 {
		t.Errorf("%d stories are taken for an accident", len(got.Hits))
	}
}
