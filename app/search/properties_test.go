package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// hostile are queries that nobody means, or that no searcher is made for.
var hostile = map[string]string{
	"nothing":                   "",
	"blanks":                    strings.Repeat(" \t\u00a0", 1000),
	"punctuation":               strings.Repeat("-!'\"^$|…“”’", 1000),
	"emoji":                     strings.Repeat("👩‍⚕️🏥", 1000),
	"emoji and a word":          "👩‍⚕️trust🏥",
	"right to left":             strings.Repeat("שלום עולם ", 1000),
	"right to left, controlled": "\u202etsurt\u202c",
	"lone surrogates":           strings.Repeat("\xed\xa0\x80\xed\xbf\xbf", 1000),
	"half characters":           strings.Repeat("é", 2000)[1:3999],
	"zeros":                     strings.Repeat("\x00", 10000),
	"one letter, often":         strings.Repeat("a", 10000),
	"a megabyte of words":       strings.Repeat("trust ", 1<<20/6),
	"a megabyte of one word":    strings.Repeat("trust", 1<<20/5),
	"a megabyte of operators":   strings.Repeat("| -'^a$ ", 1<<20/8),
	"a megabyte of a phrase":    `"` + strings.Repeat("a b ", 1<<18),
	"marks upon marks":          "t" + strings.Repeat("\u0301", 10000) + "rust",
	"parts of parts":            strings.Repeat("ab", 5000),
	"digits":                    strings.Repeat("20m", 3000),
	"every operator at once":    `-"^'gp$" | !'^"gp`,
}

func TestHostileQueries(t *testing.T) {
	texts := twoListings(t)
	s := New(texts).NewSearcher()
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			r := s.Search(text, Options{})
			for _, h := range r.Hits {
				r.Explain(h)
				for f := range fieldCount {
					checkMarks(t, texts.Text(h.Story, f), r.Marks(h.Story, f))
				}
			}
			if p := r.plan; p != nil && (len(p.query.text) > maxText || len(p.matchers) > maxTerms) {
				t.Errorf("%d bytes and %d terms were looked at", len(p.query.text), len(p.matchers))
			}
		})
	}
	if got := s.Search("trust merger", Options{}); len(got.Hits) == 0 || got.Partial {
		t.Error("after all that, nothing is found")
	}
}

func TestTextsThatNobodyWrites(t *testing.T) {
	var texts lines
	for _, text := range hostile {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	s := New(texts).NewSearcher()
	for i, text := range texts {
		s.Search(text, Options{})
		if r := s.Search("trust", Options{}); !slices.ContainsFunc(r.Hits, func(h Hit) bool { return strings.HasPrefix(texts[h.Story], "trust ") }) {
			t.Fatalf("after text %d, no story has trust", i)
		}
	}
}

// TestQueriesThatGoOn checks that a further word adds no story as long as the query is
// read alike, unless it makes one of little meaning dispensable or words are altered, and
// that it is never read less generously.
func TestQueriesThatGoOn(t *testing.T) {
	texts := twoListings(t)
	s := New(texts).NewSearcher()
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		shorter := mutate(random, texts)
		longer := shorter + " " + mutate(random, texts)
		first, second := s.Search(shorter, Options{}), s.Search(longer, Options{})
		complete := func(a Answer) bool { return len(a.Hits) > 0 && !a.Partial && a.plan.query.plain() }
		if !complete(first) || !complete(second) || second.plan.optional != 0 {
			continue
		}
		if second.plan.reading < first.plan.reading {
			t.Fatalf("%q is read %d, %q only %d", shorter, first.plan.reading, longer, second.plan.reading)
		}
		if second.Corrected != "" {
			continue // other words may be meant by those before it
		}
		if second.plan.reading == first.plan.reading {
			stories := first.stories()
			for _, story := range second.stories() {
				if !slices.Contains(stories, story) {
					t.Fatalf("%q finds story %d, which %q does not", longer, story, shorter)
				}
			}
		}
	}
}

// TestCorrections checks that the corrected query finds the first hit without further
// correction, and that the verbatim one is not corrected.
func TestCorrections(t *testing.T) {
	texts := twoListings(t)
	s := New(texts).NewSearcher()
	random := rand.New(rand.NewPCG(7, 8))
	corrected := 0
	for range 3000 {
		text := mutate(random, texts)
		r := s.Search(text, Options{})
		if r.Corrected == "" {
			continue
		}
		corrected++
		first := r.Hits[0].Story
		if again := s.Search(r.Corrected, Options{}); again.Corrected != "" || again.Partial || !slices.ContainsFunc(again.Hits, func(h Hit) bool { return h.Story == first }) {
			t.Fatalf("%q is corrected to %q, which finds story %d no more or is corrected to %q", text, r.Corrected, first, again.Corrected)
		}
		if again := s.Search(r.Verbatim, Options{}); again.Corrected != "" {
			t.Fatalf("%q, verbatim %q, is corrected to %q", text, r.Verbatim, again.Corrected)
		}
	}
	if corrected == 0 {
		t.Error("nothing was corrected")
	}
}

func TestCorrectedTextKeepsItsOperators(t *testing.T) {
	s := New(lines{"GP phone access revealed", "most-read dental story"}).NewSearcher()
	for _, test := range []struct{ text, corrected, verbatim string }{
		{" 'gp  acess -dental ", "'gp  access -dental", "'gp  'acess -dental"},
		{"most-raed", "most-read", "most- 'raed"},
		{"“gp phone” acess", "“gp phone” access", "“gp phone” 'acess"},
		{"acess | zzz", "access | zzz", "'acess | zzz"},
	} {
		r := s.Search(test.text, Options{})
		if r.Corrected != test.corrected || r.Verbatim != test.verbatim {
			t.Errorf("%q: corrected %q, verbatim %q; want %q, %q", test.text, r.Corrected, r.Verbatim, test.corrected, test.verbatim)
		}
	}
}

// TestKeystrokesAllocateLittle bounds what typing on allocates. What is searched again
// allocates nothing but the answer: its hits and what the query asks.
func TestKeystrokesAllocateLittle(t *testing.T) {
	s := New(twoListings(t)).NewSearcher()
	for _, text := range []string{"t", "trust", "trust mer", "budget acess"} {
		s.Search(text, Options{})
		if n := testing.AllocsPerRun(100, func() { s.Search(text, Options{}) }); n > 17 {
			t.Errorf("searching %q again allocates %v times", text, n)
		}
	}
}
