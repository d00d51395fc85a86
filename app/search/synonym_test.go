package search

import (
	"slices"
	"strings"
	"testing"
)

func TestSynonymsStandBelowWhatWasTyped(t *testing.T) {
	texts := lines{
		"GP access falls", "Access to general practice falls", "Doctors fear for access", "Access to dental care",
		"A&E waits rise", "Waits rise in the emergency department", "New chief executive for trust", "Trust CEO leaves",
		"Foundation trusts in deficit", "FTs in deficit", "Cheese and wine",
	}
	s := New(texts).NewSearcher()
	for _, test := range []struct {
		query   string
		stories []int
		also    []string
	}{
		{"gp access", []int{0, 1, 2}, []string{"general practice", "doctor"}},
		{"doctor access", []int{2, 0, 1}, []string{"gp", "general practice"}},
		{"dentist access", []int{3}, []string{"dental"}},
		{"a&e waits", []int{4, 5}, []string{"emergency department"}},
		{"emergency department waits", []int{5, 4}, []string{"a&e"}},
		{"ceo trust", []int{7, 6}, []string{"chief executive"}},
		{"chief executive trust", []int{6, 7}, []string{"ceo"}},
		{"ft deficit", []int{9, 8}, []string{"foundation trust"}},
		{"foundation trust deficit", []int{8, 9}, []string{"ft"}},
		{"cheese", []int{10}, nil},
		{"ceos trust", []int{7, 6}, []string{"chief executive"}},
		{"foundation trusts deficit", []int{8, 9}, []string{"ft"}},
		// Who asks for a word by an operator asks for no other.
		{"'gp access", []int{0}, nil},
		{"gp access -wine", []int{0}, nil},
		{`"chief executive"`, []int{6}, nil},
	} {
		a := s.Search(test.query, Options{})
		var stories []int
		for _, h := range a.Hits {
			stories = append(stories, h.Story)
		}
		if !slices.Equal(stories, test.stories) || !slices.Equal(a.Also, test.also) {
			t.Errorf("%q finds %v, also %q; want %v, %q", test.query, stories, a.Also, test.stories, test.also)
		}
		for _, h := range a.Hits {
			if len(a.Marks(h.Story, Headline)) == 0 || a.Explain(h) == "" {
				t.Errorf("%q finds %q and marks nothing in it", test.query, texts[h.Story])
			}
		}
	}
	a := s.Search("gp access", Options{})
	if got, want := marked(a, 1, Headline), "[Access] to [general] [practice] falls"; got != want {
		t.Errorf("marked %s, want %s", got, want)
	}
	if got := a.Explain(a.Hits[1]); !strings.Contains(got, `"general practice" as typed`) {
		t.Errorf("explained as %s", got)
	}
}

// Nothing is lost or found twice by having synonyms, and what is found for the words
// typed stays in its order.
func TestSynonymsOnlyAdd(t *testing.T) {
	s := New(twoListings(t)).NewSearcher()
	for line := range strings.Lines(synonymsText) {
		if line[0] == '#' {
			continue
		}
		for text := range strings.SplitSeq(strings.TrimSpace(line), "; ") {
			for _, query := range []string{text, text + " trust", "nhs " + text} {
				q := parse(query)
				before := s.searchTyped(q, s.cacheOf(Options{}))
				typed := slices.Clone(before.stories())
				a := s.Search(query, Options{})
				all := a.stories()
				sorted := slices.Sorted(slices.Values(all))
				if len(slices.Compact(sorted)) != len(all) {
					t.Errorf("%q finds a story twice", query)
				}
				asTyped := before.Corrected == "" && !before.Partial
				if len(a.Also) == 0 && !slices.Equal(all, typed) || asTyped && !slices.Equal(all[:min(len(typed), len(all))], typed) {
					t.Errorf("%q: %v with synonyms %q, %v without", query, all, a.Also, typed)
				}
			}
		}
	}
}

// TestSynonymsAreNotInNamesOfSystems holds that "icb" is not answered with the stories of
// all systems, whose boards have their names.
func TestSynonymsAreNotInNamesOfSystems(t *testing.T) {
	s := New(fields{"Trust merger|||NHS Devon Integrated Care Board", "ICB in trust merger", "Integrated care board of Devon"}).NewSearcher()
	if a := s.Search("icb", Options{}); !slices.Equal(a.stories(), []int{1, 2}) {
		t.Errorf("icb finds %v", a.stories())
	}
}

// TestSynonymsAsFarAsThereIsRoom holds that a name beside too many words is met as typed.
func TestSynonymsAsFarAsThereIsRoom(t *testing.T) {
	words := "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
	s := New(lines{"general practice " + words + " dental"}).NewSearcher()
	for query, also := range map[string][]string{"gp " + words: {"general practice"}, "gp " + words + " dental": nil, "gp dentist ten": {"general practice", "dental"}} {
		if a := s.Search(query, Options{}); !slices.Equal(a.Also, also) {
			t.Errorf("%q: also %q, want %q", query, a.Also, also)
		}
	}
}

func TestEverySynonymIsInOneGroup(t *testing.T) {
	seen := make(map[string]bool)
	for _, all := range names() {
		for _, n := range all {
			key := strings.Join(n.words, " ")
			if seen[key] || len(n.group) == 0 {
				t.Errorf("%q stands twice, or alone", key)
			}
			seen[key] = true
		}
	}
	if len(seen) < 100 {
		t.Errorf("%d names", len(seen))
	}
}
