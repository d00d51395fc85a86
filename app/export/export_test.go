package export

import (
	"strings"
	"testing"
	"time"

	"icsexplorer/corpus"
)

var sample = View{
	Title:       "South West London",
	Name:        "hsj-south-west-london-2026-11-25",
	Address:     "http://localhost:8000/?ics=south-west-london",
	Day:         "2026-11-25",
	Fingerprint: "b2f8f72e61f5ca11",
	Listings:    []Listing{{System: "South West London", Captured: "2026-05-12"}, {System: "Bedfordshire, Luton and Milton Keynes"}},
	Stories: []Story{
		{Key: "a", Headline: "Trust’s £9m gift, “weakness” and\nmore", Standfirst: "A trust donated £9m.",
			Systems: []string{"South West London", "Bedfordshire, Luton and Milton Keynes"}, Captured: []string{"2026-05-12", ""}, Added: "2026-05-01"},
		{Key: "b", Headline: "=HYPERLINK(\"http://x\")", Series: "Exclusive", Label: "News", Published: "2025-12-11T13:20:00Z", Day: "2025-12-11", Caption: "-1+1",
			URL: "https://www.hsj.co.uk/a/7.article?x=1&y=(2)", Systems: []string{"South West London"}, Captured: []string{"2026-05-12"}, Added: "2026-05-12"},
	},
}

// TestNoFormatShowsAHash holds for all that is read by people and by other programs than
// ours; JSON names the corpus.
func TestNoFormatShowsAHash(t *testing.T) {
	for _, f := range Formats() {
		if f.Name == "json" {
			continue
		}
		if got := string(f.Write(sample)); strings.Contains(got, sample.Fingerprint) {
			t.Errorf("%s has the fingerprint in it:\n%s", f.Name, got)
		}
	}
}

func TestFormatsAreFoundByNameAndNameTheirFiles(t *testing.T) {
	endings := make(map[string]bool)
	for _, f := range Formats() {
		got, ok := Named(f.Name)
		if !ok || got.Ending != f.Ending || got.Media == "" || got.Words == "" {
			t.Errorf("%s: %+v, %v", f.Name, got, ok)
		}
		if endings[f.Ending] || !strings.HasPrefix(f.Ending, ".") {
			t.Errorf("%s: the ending %q is another's, or none", f.Name, f.Ending)
		}
		endings[f.Ending] = true
		if got, want := f.FileName(sample), "hsj-south-west-london-2026-11-25"+f.Ending; got != want {
			t.Errorf("the file is called %s, want %s", got, want)
		}
	}
	if f, ok := Named("docx"); ok {
		t.Errorf("there is %+v", f)
	}
}

// Whatever a view holds, or does not, every format writes it, twice the same.
func TestEveryFormatWritesEveryView(t *testing.T) {
	table := View{Title: "Map", Table: &Table{Header: []string{"System"}, Rows: [][]Cell{Cells("Devon")}}}
	for _, v := range []View{{}, {Stories: []Story{{}}}, sample, table} {
		for _, f := range Formats() {
			if first, again := f.Write(v), f.Write(v); string(first) != string(again) {
				t.Errorf("%s: %q, then %q", f.Name, first, again)
			}
		}
	}
}

func TestOfHasTheDayOfTheListingsClock(t *testing.T) {
	summer := time.FixedZone("", 3600)
	s := Of(&corpus.Story{Key: "k", Published: time.Date(2025, 7, 1, 0, 30, 0, 0, summer)}, []string{"Devon"})
	if s.Published != "2025-07-01T00:30:00+01:00" || s.Day != "2025-07-01" {
		t.Errorf("published %s, on %s", s.Published, s.Day)
	}
	if s := Of(&corpus.Story{}, nil); s.Published != "" || s.Day != "" {
		t.Errorf("without a time: %+v", s)
	}
}

// That a listing is not here is said, not shown as nothing.
func TestABriefingSaysWhyThereIsNothing(t *testing.T) {
	v := View{Listings: []Listing{{System: "Kent and Medway", Absent: true}}, Nothing: "There is no listing of Kent and Medway in this copy."}
	for _, write := range []func(View) []byte{Markdown, HTML, Text} {
		got := string(write(v))
		if !strings.Contains(got, "Listings: Kent and Medway: not in this copy") || !strings.Contains(got, v.Nothing) {
			t.Errorf("written as\n%s", got)
		}
	}
}

func TestLongDay(t *testing.T) {
	for day, want := range map[string]string{
		"2025-12-01": "1 December 2025",
		"2025-12":    "December 2025",
		"2025":       "2025",
		"":           "undated",
		"soon":       "undated",
	} {
		if got := longDay(day); got != want {
			t.Errorf("%q is written as %q, want %q", day, got, want)
		}
	}
}

// What was pasted may hold any address; none of them runs anything or ends its place.
func TestHref(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.hsj.co.uk/a/7.article?x=1&y=2#z": "https://www.hsj.co.uk/a/7.article?x=1&y=2#z",
		" HTTP://x/ ":               "HTTP://x/",
		"http://x/a b<c>{d}\\^`|\"": "http://x/a%20b%3Cc%3E%7Bd%7D%5C%5E%60%7C%22",
		"http://x/é\n":              "http://x/%C3%A9",
		"javascript:alert(1)//://":  "",
		"javascript://x/":           "",
		"?q=gp":                     "",
		"":                          "",
	} {
		if got := href(address); got != want {
			t.Errorf("%q is linked to as %q, want %q", address, got, want)
		}
	}
}
