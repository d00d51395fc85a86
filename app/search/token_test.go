package search

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// scanned reads the words of text, written word[start:end].
func scanned(text string) (words []string, spans []Span) {
	var s scanner
	s.reset(text)
	for s.scan() {
		words = append(words, string(s.word))
		spans = append(spans, Span{s.start, s.end})
	}
	return words, spans
}

func TestScan(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"no words", " – ‘’ !?", ""},
		{"capitals", "GP Phone", "gp phone"},
		{"apostrophes", "Trust’s NHSE's O'Brien’s", "trusts nhses obriens"},
		{"quotation marks", "‘Massive’ “absolutely”", "massive absolutely"},
		{"a no-break space", "GP\u00a0phone", "gp phone"},
		{"hyphens part", "cap-ex most–read", "cap ex most read"},
		{"accents, composed", "café", "cafe"},
		{"accents, decomposed", "cafe\u0301s", "cafes"},
		{"letters of several", "ﬁeld Straße Ærø", "field strasse aero"},
		{"money", "£20m £1bn", "20m 1bn"},
		{"thousands", "£1,234,567 700,000", "1234567 700000"},
		{"other commas", "1,23 1,2345 a,123 1,a", "1 23 1 2345 a 123 1 a"},
		{"a comma at the end", "700,", "700"},
		{"decimals", "£38.5m 1.2.3", "38.5m 1.2.3"},
		{"other points", "3. .5 a.5", "3 5 a 5"},
		{"initials", "U.S. N.H.S. a.m.", "us nhs am"},
		{"initials at the end", "the N.H.S", "the nhs"},
		{"no initials", "plan B. A new Dr.No e.on", "plan b a new dr no e on"},
		{"what is no character", "a\xffb\xed\xa0\x80c", "a b c"},
		{"another script", "Здравствуй мир", "здравствуи мир"},
		{"right to left", "שלום עולם", "שלום עולם"},
		{"noise in a word", "b*&^%~ks", "b ks"},
	} {
		t.Run(test.name, func(t *testing.T) {
			words, _ := scanned(test.text)
			if got := strings.Join(words, " "); got != test.want {
				t.Errorf("words of %q are %q, want %q", test.text, got, test.want)
			}
		})
	}
}

func TestScanPlaces(t *testing.T) {
	// Words are in brackets, with their marks and without what only ends beside them.
	for _, marked := range []string{
		"‘[Massive]’ [NHS] [risk]",
		"[Trust’s] £[9m] [cafe\u0301], [U.S]. [700,000]!",
		"«[été\u0323]»",
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(marked)
		var b strings.Builder
		_, spans := scanned(text)
		at := 0
		for _, s := range spans {
			b.WriteString(text[at:s.Start] + "[" + text[s.Start:s.End] + "]")
			at = s.End
		}
		if got := b.String() + text[at:]; got != marked {
			t.Errorf("words at %q, want %q", got, marked)
		}
	}
}

// writtenOtherwise finds what a scanner reads in one way though it is written in several;
// see writing.go.
var writtenOtherwise = regexp.MustCompile(`[%½¼¾⅓⅔⅕-⅞™℠®©¹²³⁰⁴-⁹]|[0-9] [1-7]/[2-8]|(?i:\band )`)

// FuzzScan checks that words have the letters of the corpus's own folding, stand in
// order at character boundaries, and that each letter is traced to its character.
func FuzzScan(f *testing.F) {
	for _, text := range []string{"Trust’s £9m gift – 38.5%, 700,000", "U.S. Ǆﬁ½ cafe\u0301", "a.b.c, 1,234.5", "e-mail A&E q and a 5% 2½ 2 1/2 ½ 9:30 NHS² Babylon™ U‑turn", "\xff\u0301’x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var all strings.Builder
		var s scanner
		s.reset(text)
		s.traced = true
		last := 0
		for s.scan() {
			all.Write(s.word)
			if s.start < last || s.end <= s.start || s.end > len(text) {
				t.Fatalf("%q: word %q at %d:%d after %d", text, s.word, s.start, s.end, last)
			}
			last = s.end
			if len(s.origin) != len(s.word) || int(s.origin[0]) != s.start || !slices.IsSorted(s.origin) {
				t.Fatalf("%q: word %q from %d has origins %v", text, s.word, s.start, s.origin)
			}
			for i, at := range s.origin {
				if r, size := utf8.DecodeRuneInString(text[at:]); r == utf8.RuneError && size == 1 {
					t.Fatalf("%q: letter %d of %q comes from the middle of a character", text, i, s.word)
				}
			}
			if !utf8.Valid(s.word) {
				t.Fatalf("%q: word %q is not UTF-8", text, s.word)
			}
		}
		if writtenOtherwise.MatchString(text) {
			return // not letter for letter what the corpus folds
		}
		got := strings.ReplaceAll(all.String(), ".", "")
		if want := strings.ReplaceAll(corpus.Fold(text), " ", ""); got != want {
			t.Fatalf("%q: letters %q, folded %q", text, got, want)
		}
	})
}
