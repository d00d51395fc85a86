package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// fields are stories, each with its texts parted by bars.
type fields []string

func (f fields) Len() int { return len(f) }

func (f fields) Text(i int, field Field) string {
	texts := strings.Split(f[i], "|")
	if int(field) >= len(texts) {
		return ""
	}
	return texts[field]
}

// compare checks that s answers text as the reference does.
func compare(t *testing.T, r *reference, s *Searcher, text string, o Options) {
	t.Helper()
	want, partial, in := r.search(text, o)
	got := s.Search(text, o)
	if !slices.Equal(got.Hits, want) || got.Partial != partial {
		show := func(hits []Hit) string {
			var b strings.Builder
			for _, h := range hits {
				fmt.Fprintf(&b, "\n\t%d %q: %v, cost %d", h.Story, r.texts.Text(h.Story, Headline), h.Field, h.rank.cost())
			}
			return b.String()
		}
		t.Fatalf("%q %+v, partial %v:%s\nwant in reading %d, partial %v:%s", text, o, got.Partial, show(got.Hits), in, partial, show(want))
	}
	if (got.Corrected != "") != (len(want) > 0 && !partial && in >= misspelt) || (got.Corrected == "") != (got.Verbatim == "") {
		t.Fatalf("%q is corrected to %q, verbatim %q, in reading %d", text, got.Corrected, got.Verbatim, in)
	}
}

// typed checks that a searcher that sees text grow letter by letter answers each time
// as the reference does.
func typed(t *testing.T, r *reference, s *Searcher, text string, o Options) {
	t.Helper()
	for i := range text {
		compare(t, r, s, text[:i], o)
	}
	compare(t, r, s, text, o)
}

// small has, in words of two letters, what all parts of the engine look for.
var small = fields{
	"ab ba abab", "abab ba", "ba ab", "a b a b", "b a ba ab|ab", "aab|bba aab|abab", "abba ab ab|||ba b a",
	"ababab b", "a|aa|aaa|aaaa", "bb bbb bbbb", "baba abab ba", "|abba|b", "", "ab.ab a.b. aa", "b.a. ab a.b", "bbbbaaaab aaab",
}

func TestEveryShortQuery(t *testing.T) {
	r, s := newReference(small), New(small).NewSearcher()
	for _, text := range stringsOver("ab ", 7) {
		compare(t, r, s, text, Options{HeadlineOnly: len(text)%2 == 0})
	}
}

// TestEveryShortQueryOfMany takes even these few stories for many.
func TestEveryShortQueryOfMany(t *testing.T) {
	for _, texts := range []fields{small, numbers} {
		r, x := newReference(texts), New(texts)
		r.few, x.few = 0, 0
		s := x.NewSearcher()
		for _, text := range stringsOver("ab1m. ", 4) {
			compare(t, r, s, text, Options{HeadlineOnly: len(text)%2 == 0})
		}
	}
}

// numbers has them whole, in parts and among words.
var numbers = fields{
	"1.1 a", "11 aa", "a 1.1 a a", "a 11 1", "1 1.1m", "aa 1.11 a", "11m a1", "1 million a", "1.1 million aa", "11,111 a a", "|1.1 a a|||11 a m", "m m 1",
}

func TestEveryShortQueryOfNumbers(t *testing.T) {
	r, s := newReference(numbers), New(numbers).NewSearcher()
	for _, text := range stringsOver("a1m. ", 6) {
		compare(t, r, s, text, Options{HeadlineOnly: len(text)%2 == 0})
	}
}

func TestEveryShortQueryWithOperators(t *testing.T) {
	r, s := newReference(small), New(small).NewSearcher()
	for _, text := range stringsOver("ab -'^$|\"", 5) {
		compare(t, r, s, text, Options{})
	}
}

// TestQueriesInTurn holds what one query may wrongly leave to the next.
func TestQueriesInTurn(t *testing.T) {
	headline, all := Options{HeadlineOnly: true}, Options{}
	type search struct {
		text string
		o    Options
	}
	for _, test := range []struct {
		name     string
		texts    fields
		searches []search
	}{
		{"a word read literally, and then by first letters", fields{"abc one", "alpha beta cat zeta"},
			[]search{{"abc", all}, {"abc zeta", all}}},
		{"words of the same beginning", fields{"trust one two", "trust two", "truss two"},
			[]search{{"trust one", all}, {"trust two", all}, {"truss two", all}, {"trust one two", all}}},
		{"headlines, and then all fields", fields{"trust|merger", "delay|trust merger"},
			[]search{{"trust", headline}, {"trust merger", all}, {"trust", all}, {"trust merger", headline}, {"trust", headline}}},
		{"first letters of headlines, and then of systems", fields{"a b c d|||", "x|||a b c d"},
			[]search{{"abc", headline}, {"abcd", all}, {"abc", all}, {"abcd", headline}}},
		{"nothing, and then something", fields{"trust merger", "gp phone"},
			[]search{{"qqqq", all}, {"qqqq trust merger", all}, {"trust", all}, {"trust merger", all}}},
		{"a negated word, and then the word", fields{"trust merger", "trust delay"},
			[]search{{"trust -merger", all}, {"trust merger", all}, {"trust merger -delay", all}}},
		{"two parts of a word beside a misspelt one", fields{"workload access"}, []search{{"workl oad acess", all}}},
		{"a word as typed beside another", fields{"gp 20 million", "zz 20m"},
			[]search{{"gp '20m", all}, {"gp 20m", all}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, s := newReference(test.texts), New(test.texts).NewSearcher()
			for _, search := range test.searches {
				compare(t, r, s, search.text, search.o)
			}
		})
	}
}

// TestSynonymsAsTyped types names that have synonyms, alone and among other words.
func TestSynonymsAsTyped(t *testing.T) {
	texts := fields{
		"GP access falls|a doctor", "Access to general practice falls", "Doctors fear for access||family doctor access",
		"A&E waits rise", "Waits rise in the emergency department||a and e", "New chief executive for trust", "Trust CEO leaves|||NHS England",
		"Foundation trusts in deficit", "FTs in deficit", "NHSE’s chief financial officer and the CFO of a foundation trust",
		"Trust merger|||NHS Devon Integrated Care Board", "ICB in trust merger",
	}
	r, s := newReference(texts), New(texts).NewSearcher()
	for i, text := range []string{
		"gp access", "doctor", "access general practice", "family doctor acess", "a&e waits", "emergency department", "chief executive trust deficit",
		"ceo nhs england", "ft deficit", "'ft deficit", "ceo -trust", "cfo ft nhse", "ceo xyzzy", "nhse finance director",
		"icb merger", "integrated care board trust", "devon icb",
	} {
		typed(t, r, s, text, Options{HeadlineOnly: i%4 == 3})
	}
}

// mutate makes of words of texts what readers make of them.
func mutate(random *rand.Rand, texts Texts) string {
	var typed []string
	words, _ := scanned(texts.Text(random.IntN(texts.Len()), Field(random.IntN(int(fieldCount)))))
	for len(words) > 0 && len(typed) < 1+random.IntN(4) {
		at := random.IntN(len(words))
		w := words[at]
		cut := random.IntN(len(w) + 1)
		switch random.IntN(12) {
		case 0, 1:
			w = w[:cut]
		case 2:
			w = w[:cut] + string(rune('a'+random.IntN(26))) + w[cut:]
		case 3:
			w = w[:cut] + w[min(cut+1, len(w)):]
		case 4:
			if cut+1 < len(w) {
				w = w[:cut] + string(w[cut+1]) + string(w[cut]) + w[cut+2:]
			}
		case 5:
			w += words[(at+1)%len(words)]
		case 6:
			w = w[:cut] + " " + w[cut:]
		case 7:
			initials := ""
			for _, w := range words[at:min(at+1+random.IntN(6), len(words))] {
				initials += w[:1]
			}
			w = initials
		case 8:
			w = []string{"-", "'", "^", "\"", "| "}[random.IntN(5)] + w + []string{"", "", "$", "\""}[random.IntN(4)]
		case 9:
			w += []string{"s", "ed", "ing", "m", " million"}[random.IntN(5)]
		}
		typed = append(typed, w)
	}
	return strings.Join(typed, " ")
}

func TestMutatedQueriesAsTyped(t *testing.T) {
	texts := twoListings(t)
	r, s := newReference(texts), New(texts).NewSearcher()
	random := rand.New(rand.NewPCG(3, 4))
	for i := range 30 {
		typed(t, r, s, mutate(random, texts), Options{HeadlineOnly: i%3 == 0})
	}
}

func FuzzSearch(f *testing.F) {
	f.Add("Threefold variation in GP phone access|Mobile phone\nTrust’s £9m gift|The Royal Marsden|20 million\nN.H.S. 38.5m", "gp acess 20m", false)
	f.Add("a b c d|e\nabcd ef|fedc\n", "abcd | -ef 'a", true)
	f.Add("foundation trust\ntrust foundation||fund", "fndn trst", false)
	f.Add("ééé éèé\nèèè", "ééè", false)
	f.Fuzz(func(t *testing.T, stories, text string, headlineOnly bool) {
		if len(stories) > 300 || len(text) > 60 {
			t.Skip()
		}
		texts := fields(strings.Split(stories, "\n"))
		r := newReference(texts)
		o := Options{HeadlineOnly: headlineOnly}
		compare(t, r, New(texts).NewSearcher(), text, o)
		typed(t, r, New(texts).NewSearcher(), text, o)
	})
}
