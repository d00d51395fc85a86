package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Whatever a word is written like, it is found however it is typed, as it stands: not as a
// correction, and without what only looks like it.
func TestOneWordSeveralWritings(t *testing.T) {
	for _, writings := range [][]string{
		{"e-mail", "email", "emails", "e-mails", "E-Mail", "e‑mail"},
		{"in-patient", "inpatient", "inpatients", "in-patients"},
		{"out-patient", "outpatient", "outpatients"},
		{"co-operation", "cooperation", "co operation"},
		{"X-ray", "xray", "xrays", "X-rays"},
		{"U-turn", "uturn", "U-turns"},
		{"A&E", "ae", "a and e", "A & E", "A and E"},
		{"Q&A", "qa", "q and a"},
		{"R&D", "rd", "r and d"},
		{"Babylon", "Babylon™", "babylon®"},
		{"NHS", "NHS²", "nhs¹"},
		{"2½", "2.5", "2 1/2"},
		{"3¾", "3.75", "3 3/4"},
		{"½", "0.5"},
		{"9.30", "9:30"},
		{"£1.2bn", "£1,200m", "1.2 billion", "£1,200,000,000"},
		{"500k", "500,000", "500 thousand", "£0.5m", "500000"},
		{"£1m", "£1,000,000", "1 million", "1mn"},
		{"5pc", "5%", "5 per cent", "5 percent"},
		{"12.5%", "12.5pc", "12.5 per cent"},
		{"24/25", "2024/25"},
	} {
		for _, written := range writings {
			s := New(lines{"Alpha " + written + " omega", "Other words 212 and 1250 here"}).NewSearcher()
			for _, typed := range writings {
				if typed == "£0.5m" && written == "500 thousand" {
					continue // nothing with its point before the digits is looked for in two words
				}
				a := s.Search(typed, Options{})
				if !slices.Equal(a.stories(), []int{0}) || a.Corrected != "" || a.Partial {
					t.Errorf("typed %q, written %q: stories %v, corrected %q, partial %v", typed, written, a.stories(), a.Corrected, a.Partial)
				}
				if len(a.Hits) > 0 && len(a.Marks(0, Headline)) == 0 {
					t.Errorf("typed %q, written %q: nothing is marked", typed, written)
				}
			}
		}
	}
}

// Years that follow one another are found with their century and without.
func TestYearsOneAfterTheOther(t *testing.T) {
	s := New(lines{"Plans for 2024 and for 25 trusts", "Budget 2024/25 agreed", "Budget 24/25 agreed", "Room 24, floor 25 of 30"}).NewSearcher()
	for _, typed := range []string{"budget 24/25", "budget 2024/25", "24/25 budget"} {
		if got := s.Search(typed, Options{}).stories(); !slices.Equal(got, []int{1, 2}) {
			t.Errorf("%q finds %v", typed, got)
		}
	}
	if got := s.Search("24/25", Options{}).stories(); len(got) < 2 || got[0] != 1 || got[1] != 2 {
		t.Errorf("24/25 finds %v", got)
	}
	if got := s.Search("24/26", Options{}); !got.Partial && len(got.Hits) > 0 {
		t.Errorf("years that do not follow one another find %v", got.stories())
	}
}

func TestPastedText(t *testing.T) {
	texts := lines{
		"Trust loses ‘millions’ – claw back row", "London trust access plan", "Trust plan beyond the capital", "GP access revealed",
	}
	for _, test := range []struct {
		text  string
		want  []int
		alone bool
	}{
		{"Trust loses ‘millions’ – claw back row | News | Health Service Journal", []int{0}, false},
		{"Trust loses ‘millions’ – claw back row | Health Service Journal", []int{0}, false},
		{"Trust loses ‘millions’ – claw back row - HSJ", []int{0}, false},
		{"https://www.hsj.co.uk/finance/trust-loses-millions/7040000.article", []int{0}, false},
		{"hsj.co.uk/news/trust-loses-millions/7040000.article?a=1#b", []int{0}, false},
		{"HTTPS://WWW.HSJ.CO.UK/trust-loses-millions", []int{0}, false},
		{"trust -london", []int{0, 2}, false},
		{"trust –london", []int{0, 2}, false},
		{"trust —london", []int{0, 2}, false},
		{"trust −london", []int{0, 2}, false},
		{"trust －london", []int{0, 2}, false},
		{"trust – london", []int{1}, false},
		{"„claw back“", []int{0}, false},
		{"«claw back»", []int{0}, false},
		{"＂claw back＂", []int{0}, false},
		{"”claw back”", []int{0}, false},
		{"\"back claw\"", []int{0}, true},
		{"‘access", []int{1, 3}, false},
		{"‚access‘", []int{1, 3}, false},
		{"^access gp", []int{3}, true},
		{"access -access", []int{3, 1}, true},
		{"-access", []int{0, 2}, false},
		{"-zzz", []int{0, 1, 2, 3}, false},
		{"'acess", nil, false},
		{"\"zzz yyy\"", nil, false},
	} {
		a := New(texts).NewSearcher().Search(test.text, Options{})
		got, want := slices.Sorted(slices.Values(a.stories())), slices.Sorted(slices.Values(test.want))
		if !slices.Equal(got, want) || (a.WordsAlone != "") != test.alone || a.Partial {
			t.Errorf("%s finds %v by the words alone %q, partial %v; want %v, %v", test.text, got, a.WordsAlone, a.Partial, want, test.alone)
		}
	}
}

func FuzzPasted(f *testing.F) {
	f.Add("a | b | HSJ")
	f.Add("https://www.hsj.co.uk/a-b/%zz/1.article")
	f.Fuzz(func(t *testing.T, text string) {
		got := pasted(text)
		if len(got) > len(text) {
			t.Fatalf("%q grew to %q", text, got)
		}
		if !strings.Contains(strings.ToLower(text), "hsj") && !strings.Contains(strings.ToLower(fmt.Sprint(text)), "journal") && got != text {
			t.Fatalf("%q became %q", text, got)
		}
	})
}
