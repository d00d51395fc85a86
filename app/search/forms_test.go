package search

import (
	"slices"
	"strings"
	"testing"

	"icsexplorer/corpus"
)

// inflectionsOf lists the other forms that w may have.
func inflectionsOf(w string) []string {
	var forms []string
	inflections([]byte(w), func(form []byte) {
		if string(form) != w {
			forms = append(forms, string(form))
		}
	})
	return forms
}

func TestInflections(t *testing.T) {
	for _, family := range [][]string{
		{"claw", "claws", "clawed", "clawing"},
		{"refuse", "refuses", "refused", "refusing"},
		{"plan", "plans", "planned", "planning"},
		{"company", "companies"},
		{"carry", "carries", "carried", "carrying"},
		{"delay", "delays", "delayed", "delaying"},
		{"merge", "merges", "merged", "merging"},
		{"gp", "gps"},
		{"box", "boxes", "boxed"},
		{"focus", "focuses", "focusing"},
		{"issue", "issues"},
		{"trust", "trusts", "trusting"},
		// What no rule gives.
		{"win", "wins", "winning", "won"},
		{"fall", "falls", "falling", "fell", "fallen"},
		{"find", "found"},
		{"found", "founded"},
		{"child", "children"},
		{"crisis", "crises"},
		{"7", "seven"},
		{"1st", "first"},
		// What is spelt in two ways.
		{"labour", "labor"},
		{"behavioural", "behavioral"},
		{"centre", "center"},
		{"fibres", "fibers"},
		{"organisation", "organization"},
		{"analysed", "analyzed"},
		{"cancelled", "canceled"},
		{"defence", "defense"},
		{"catalogues", "catalogs"},
		{"judgement", "judgment"},
		{"jewellery", "jewelry"},
		{"paediatric", "pediatric"},
		{"leukaemia", "leukemia"},
		{"manoeuvres", "maneuvers"},
		{"ploughs", "plows"},
		{"practise", "practice"},
	} {
		for _, a := range family {
			forms := inflectionsOf(a)
			for _, b := range family {
				if a != b && !slices.Contains(forms, b) {
					t.Errorf("%q is not a form of %q: %q", b, a, forms)
				}
			}
		}
	}
	for _, test := range []struct{ a, b string }{
		{"ring", "r"},
		{"used", "us"},
		{"red", "r"},
		{"boss", "bos"},
		{"gas", "ga's"},
		{"as", "a"},
		{"focues", "focus"},
		{"care", "caring's"},
		{"new", "news paper"},
		{"wing", "w"},
		{"see", "sawed"},
		{"saw", "seed"},
		{"four", "for"},
		{"seven", "70"},
	} {
		if slices.Contains(inflectionsOf(test.a), test.b) {
			t.Errorf("%q is a form of %q", test.b, test.a)
		}
	}
}

// TestTablesOfForms checks that each line of the tables says something: words as they are
// folded, each once, and parts that are both within a word or both at its beginning.
func TestTablesOfForms(t *testing.T) {
	for _, table := range []struct{ name, text string }{{"forms.txt", formsText}, {"spellings.txt", spellingsText}} {
		lines := map[string]int{}
		n := 0
		for line := range strings.Lines(table.text) {
			n++
			words := strings.Fields(line)
			if len(words) == 0 || words[0] == "#" {
				continue
			}
			if first, ok := lines[words[0]]; ok {
				t.Errorf("%s:%d: %q has line %d", table.name, n, words[0], first)
			}
			lines[words[0]] = n
			if len(words) < 2 || len(distinct(words)) != len(words) {
				t.Errorf("%s:%d: %q has one word, or one twice", table.name, n, line)
			}
			for _, w := range words {
				part := strings.TrimPrefix(w, "-")
				if corpus.Fold(part) != part || w[0] == '-' != (words[0][0] == '-') {
					t.Errorf("%s:%d: %q is not folded, or not as the first", table.name, n, w)
				}
			}
			if table.name == "spellings.txt" && len(words) != 2 {
				t.Errorf("%s:%d: %q is no pair", table.name, n, line)
			}
		}
		if len(lines) < 50 {
			t.Errorf("%s has %d lines", table.name, len(lines))
		}
	}
}

func TestNumbers(t *testing.T) {
	texts := lines{
		"Trust gets £20m", "Trust gets 20 million", "Trust gets 20mn", "Trust gets £20 million more",
		"Trust gets £20bn", "Trust gets £1.5 billion", "Trust gets 1.5bn", "Million gets 20", "Trust owes £700,000", "200 in 20 towns",
	}
	for _, test := range []struct {
		query string
		want  []int
	}{
		{"£20m", []int{0, 1, 2, 3}},
		{"20 million", []int{0, 1, 2, 3, 7}},
		{"20mn", []int{0, 1, 2, 3}},
		{"20 m", []int{0, 1, 2, 3, 7}},
		{"£1.5bn", []int{5, 6}},
		{"1.5 billion", []int{5, 6}},
		{"20 bn", []int{4}},
		{"700000", []int{8}},
		{"£700,000", []int{8}},
		{"15bn", []int{6}}, // the point left out
		{"15", []int{5}},
		{"£0.7m", []int{8}},
		{"£0.8m", nil},
		{"1bn", []int{6}}, // as far as it goes
		{"1m", nil},
	} {
		if got := found(New(texts).NewSearcher(), test.query); !slices.Equal(got, test.want) {
			t.Errorf("%q finds %v, want %v", test.query, got, test.want)
		}
	}
}

// found lists the stories that a query finds, in the order of the stories.
func found(s *Searcher, text string) []int {
	return slices.Sorted(slices.Values(s.Search(text, Options{}).stories()))
}

// TestWordsOfLittleMeaningAreMeantBySlips holds that a word is not taken for one that says
// little, which any word is like, unless fingers alone explain it.
func TestWordsOfLittleMeaningAreMeantBySlips(t *testing.T) {
	s := New(lines{"with trust", "from trust", "have trust"}).NewSearcher()
	for query, want := range map[string][]int{"wiht": {0}, "weth": nil, "form": {1}, "frame": nil, "hbve": nil, "hvae": {2}} {
		if got := found(s, query); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", query, got, want)
		}
	}
}

// TestHowMuchMayBeWrong holds from which length on what is forgiven.
func TestHowMuchMayBeWrong(t *testing.T) {
	s := New(lines{"organisations", "bank", "treatment", "hospital", "gap", "decision", "album", "gear"}).NewSearcher()
	for _, test := range []struct {
		query string
		want  []int
	}{
		{"bnk", []int{1}},  // one letter left out
		{"gp", nil},        // of a shorter word
		{"bamk", []int{1}}, // one wrong
		{"gxp", nil},
		{"oragni", []int{0}}, // only begun, and two swapped
		{"oragn", nil},
		{"organixa", nil},
		{"treetmint", []int{2}}, // two wrong
		{"hosbitol", nil},
		{"desicion", []int{5}}, // two wrong, but the consonants
		{"desikion", nil},
		{"tesicion", nil},
		{"alibm", []int{6}},
		{"gare", nil},
	} {
		if got := found(s, test.query); !slices.Equal(got, test.want) {
			t.Errorf("%q finds %v, want %v", test.query, got, test.want)
		}
	}
}
