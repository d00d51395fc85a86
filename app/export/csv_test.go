package export

import (
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func records(t *testing.T, text []byte) [][]string {
	t.Helper()
	body, found := strings.CutPrefix(string(text), "\uFEFF")
	if !found {
		t.Error("no byte order mark")
	}
	all, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestCSVSurvivesARoundTrip(t *testing.T) {
	text := CSV(sample)
	want := [][]string{
		{"headline", "standfirst", "series", "label", "day", "published", "systems", "captured", "added", "address", "caption", "key"},
		{"Trust’s £9m gift, “weakness” and\nmore", "A trust donated £9m.", "", "", "", "", "South West London; Bedfordshire, Luton and Milton Keynes", "2026-05-12; undated", "2026-05-01", "", "", "a"},
		{"'=HYPERLINK(\"http://x\")", "", "Exclusive", "News", "2025-12-11", "2025-12-11 13:20:00", "South West London", "2026-05-12", "2026-05-12", "https://www.hsj.co.uk/a/7.article?x=1&y=(2)", "'-1+1", "b"},
	}
	if got := records(t, text); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if !strings.Contains(string(text), "\r\n") {
		t.Error("lines do not end in CRLF, as RFC 4180 has it")
	}
}

// A spreadsheet runs none of these.
func TestCSVFormulasAreText(t *testing.T) {
	for _, sign := range "=+-@＝＋－＠\t\r\n" {
		cell := string(sign) + "1+1"
		// The reader of encoding/csv takes a CR before a LF away, but this one stands alone.
		if got, want := records(t, CSV(View{Stories: []Story{{Headline: cell}}}))[1][0], "'"+cell; got != want {
			t.Errorf("%q is written as %q, want %q", cell, got, want)
		}
	}
	for _, cell := range []string{"", "£9m = too much", "London Eye", "’=1"} {
		if got := inert(cell); got != cell {
			t.Errorf("%q is written as %q", cell, got)
		}
	}
}

// Whatever a spreadsheet parts cells at, a cell stays whole, and a time is one.
func TestEveryCellIsQuotedAndTimesAreTimes(t *testing.T) {
	text := string(CSV(View{Stories: []Story{
		{Headline: "a;b", Standfirst: "c\td", Caption: `say "x"`, Published: "2025-07-01T09:05:00+01:00"},
		{Published: "2025-12"},
	}}))
	lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(text, "\uFEFF"), "\r\n"), "\r\n")
	want := []string{
		`"headline","standfirst","series","label","day","published","systems","captured","added","address","caption","key"`,
		`"a;b","c` + "\t" + `d","","","","2025-07-01 09:05:00","","","","","say ""x""",""`,
		`"","","","","","2025-12","","","","","",""`,
	}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("got  %q\nwant %q", lines, want)
	}
}

func TestCSVOfATableIsTheTable(t *testing.T) {
	v := View{Stories: sample.Stories, Table: &Table{Header: []string{"System", "Stories"}, Rows: [][]Cell{Cells("Devon", "3"), Cells("=1+1", "")}}}
	want := [][]string{{"System", "Stories"}, {"Devon", "3"}, {"'=1+1", ""}}
	if got := records(t, CSV(v)); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Any text comes back from the CSV as it was, but for the apostrophe that keeps a
// formula from running.
func FuzzCSV(f *testing.F) {
	f.Add("a,b", "\"quoted\"", "=1+1")
	f.Add("two\nlines", "\ttab", "@x")
	f.Fuzz(func(t *testing.T, headline, standfirst, system string) {
		if !utf8.ValidString(headline+standfirst+system) || strings.Contains(headline+standfirst+system, "\r") {
			t.Skip("no corpus holds these")
		}
		got := records(t, CSV(View{Stories: []Story{{Headline: headline, Standfirst: standfirst, Systems: []string{system}}}}))[1]
		for i, want := range map[int]string{0: headline, 1: standfirst, 6: system} {
			if got[i] != want && got[i] != "'"+want {
				t.Errorf("cell %d is %q, want %q", i, got[i], want)
			}
			if got[i] != "" && strings.ContainsAny(got[i][:1], "=+-@\t\n") {
				t.Errorf("cell %d is a formula: %q", i, got[i])
			}
		}
	})
}
