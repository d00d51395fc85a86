package search

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestMarks(t *testing.T) {
	for _, test := range []struct{ name, query, want string }{
		{"whole words", "gp access", "[GP] phone [access]"},
		{"beginnings", "ph acc", "GP [ph]one [acc]ess"},
		{"words together", "p", "GP [p]hone, [p]arty"},
		{"only where it stands as typed", "trust", "[Trust] entrusted by trustees"},
		{"all of another form", "clawing", "begins to [claw] back"},
		{"what another form shares", "refused", "[refus]ing"},
		{"all of a form with other letters", "buy", "trust [bought] it"},
		{"all of a number as a word", "7 trusts", "[seven] [trusts]"},
		{"what another spelling shares", "programs", "[program]mes"},
		{"all of a misspelt word", "acess", "GP [access]"},
		{"all of a number", "385m", "the £[38.5m] deficit"},
		{"all of a number that was rounded", "38million", "the £[38.5m] deficit"},
		{"all of an abbreviated word", "fndn", "[Foundation] Trust"},
		{"words run together", "phoneaccess", "GP [phone] [access]"},
		{"words run together, the last begun", "phoneacc", "GP [phone] [acc]ess"},
		{"a word typed apart", "tight rope", "on a [tightrope]"},
		{"first letters", "gpa", "the [G]P [p]hone [a]ccess"},
		{"first letters and a word", "swlond", "in [S]outh [W]est [Lond]on"},
		{"the first letter of an initialism", "urs", "the [U].S. [r]etail [s]ales"},
		{"the first digit of a number", "m7eh", "a [m]agnitude [7].0 [e]arthquake [h]its"},
		{"a number in words", "20m", "gets £[20] [million] more"},
		{"a number in letters", "20 million", "gets £[20m]"},
		{"a phrase", `"gp phone"`, "the phone, the [GP] [phone]"},
		{"at the start", "^gp ph", "[GP] [ph]one GP"},
		{"at the end", "access$", "access to [access]"},
		{"what is not there", "gp -dental", "[GP] phone"},
		{"both of either", "gp | phone", "[GP] [phone]"},
		{"apostrophes within", "trusts", "the [Trust’s] gift"},
		{"an apostrophe behind", "trust", "the [trust]’s gift"},
		{"points", "us", "the [U.S]. [us]"},
		{"composed accents", "caf", "[caf]é"},
		{"decomposed accents", "cafe", "[cafe\u0301]s"},
		{"an accent goes with its letter", "caf", "[caf]e\u0301s"},
		{"a letter of two", "f", "[ﬁ]eld"},
		{"letters beyond ASCII", "шко", "[Шко]ла"},
		{"right to left", "של", "[של]ום"},
		{"wide letters", "gp", "[ＧＰ]"},
		{"signs within", "b*&^%~ks", "the [b]*&^%~[ks]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.NewReplacer("[", "", "]", "").Replace(test.want)
			a := New(lines{text}).NewSearcher().Search(test.query, Options{})
			if n := len(a.Hits); n != 1 {
				t.Fatalf("%q finds %d stories", test.query, n)
			}
			if got := bracketed(a, 0, Headline); got != test.want {
				t.Errorf("%q marks %s, want %s", test.query, got, test.want)
			}
		})
	}
}

func TestMarksOfOtherFields(t *testing.T) {
	s := New(fields{"Trust merger|A merger|Its trust|Trusts"}).NewSearcher()
	a := s.Search("trust merger", Options{})
	for f, want := range []string{"[Trust] [merger]", "A [merger]", "Its [trust]", "[Trust]s"} {
		if got := bracketed(a, 0, Field(f)); got != want {
			t.Errorf("%v: %s, want %s", Field(f), got, want)
		}
	}
	if got := s.Search("trust merger", Options{HeadlineOnly: true}).Marks(0, Caption); got != nil {
		t.Errorf("a field not searched has marks %v", got)
	}
	if got := s.Search("", Options{}).Marks(0, Headline); got != nil {
		t.Errorf("without a query there are marks %v", got)
	}
}

// checkMarks checks that marks are sorted, apart and not empty, and begin and end
// between characters of text.
func checkMarks(t *testing.T, text string, marks []Span) {
	t.Helper()
	last := -1
	for _, m := range marks {
		if m.Start <= last || m.End <= m.Start || m.End > len(text) {
			t.Fatalf("%q: mark %v after %d", text, m, last)
		}
		last = m.End
		for _, at := range []int{m.Start, m.End} {
			if at == len(text) {
				continue
			}
			if r, _ := utf8.DecodeRuneInString(text[at:]); !utf8.RuneStart(text[at]) || unicode.Is(unicode.M, r) {
				t.Fatalf("%q: mark %v cuts a character at %d", text, m, at)
			}
		}
	}
}

func FuzzMarks(f *testing.F) {
	f.Add("Trust’s £9m gift", "trusts 9m")
	f.Add("cafe\u0301 ﬁeld U.S. 700,000", "caf fi us 7000")
	f.Add("South West London", "swlon \"west london\" ^sou")
	f.Add("a\xffb 20 million", "20m b$")
	f.Fuzz(func(t *testing.T, text, query string) {
		if strings.ContainsRune(text, utf8.RuneError) {
			t.Skip() // a text that is not UTF-8 has no characters to keep whole
		}
		a := New(lines{text}).NewSearcher().Search(query, Options{})
		marks := a.Marks(0, Headline)
		checkMarks(t, text, marks)
		if len(a.Hits) > 0 && !a.Partial && a.plan.query.plain() && len(marks) == 0 {
			t.Fatalf("%q finds %q and marks nothing", query, text)
		}
	})
}
