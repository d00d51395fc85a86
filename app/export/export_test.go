package export

import (
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

var sample = View{
	Title:       "2 stories · South West London · ICS Explorer",
	Address:     "http://localhost:8000/?ics=south-west-london",
	Fingerprint: "b2f8f72e61f5ca11",
	Stories: []Story{
		{Key: "a", Headline: "Trust’s £9m gift, “weakness” and\nmore", Standfirst: "A trust donated £9m.", Systems: []string{"South West London", "Bedfordshire, Luton and Milton Keynes"}},
		{Key: "b", Headline: "=HYPERLINK(\"http://x\")", Series: "Exclusive", Published: "2025-12-11T13:20:00Z", Caption: "-1+1", Systems: []string{"South West London"}},
	},
}

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
	text, err := CSV(sample)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"headline", "standfirst", "series", "published", "systems", "caption", "key"},
		{"Trust’s £9m gift, “weakness” and\nmore", "A trust donated £9m.", "", "", "South West London; Bedfordshire, Luton and Milton Keynes", "", "a"},
		{"'=HYPERLINK(\"http://x\")", "", "Exclusive", "2025-12-11T13:20:00Z", "South West London", "'-1+1", "b"},
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
		text, err := CSV(View{Stories: []Story{{Headline: cell}}})
		if err != nil {
			t.Fatal(err)
		}
		// RFC 4180 has no lone CR, and a lone LF becomes CRLF.
		if got, want := records(t, text)[1][0], "'"+strings.TrimPrefix(cell, "\r"); got != want {
			t.Errorf("%q is written as %q, want %q", cell, got, want)
		}
	}
	for _, cell := range []string{"", "£9m = too much", "London Eye", "’=1"} {
		if got := inert(cell); got != cell {
			t.Errorf("%q is written as %q", cell, got)
		}
	}
}

func TestJSONHoldsEverything(t *testing.T) {
	text, err := JSON(sample)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Title, Address, Corpus string
		Stories                []Story
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Stories, sample.Stories) || got.Corpus != sample.Fingerprint || got.Address != sample.Address {
		t.Errorf("got %+v", got)
	}
	if text, err = JSON(View{}); err != nil || !strings.Contains(string(text), `"stories": []`) {
		t.Errorf("no stories: %s, %v", text, err)
	}
}

func TestMarkdownGroupsBySystemAndNamesItsSource(t *testing.T) {
	v := sample
	v.Stories = append([]Story{{Headline: "b*&^%~ks <script>", Systems: []string{"Devon"}}}, v.Stories...)
	want := `# 2 stories · South West London · ICS Explorer

## Devon

- **b\*&^%\~ks \<script\>**

## South West London

- **Trust’s £9m gift, “weakness” and more**: A trust donated £9m.
- **=HYPERLINK("http://x")** (2025-12-11)

## Bedfordshire, Luton and Milton Keynes

- **Trust’s £9m gift, “weakness” and more**: A trust donated £9m.

From <http://localhost:8000/?ics=south-west-london>, corpus b2f8f72e61f5ca11
`
	if got := string(Markdown(v)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
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
		text, err := CSV(View{Stories: []Story{{Headline: headline, Standfirst: standfirst, Systems: []string{system}}}})
		if err != nil {
			t.Fatal(err)
		}
		got := records(t, text)[1]
		for i, want := range map[int]string{0: headline, 1: standfirst, 4: system} {
			if got[i] != want && got[i] != "'"+want {
				t.Errorf("cell %d is %q, want %q", i, got[i], want)
			}
			if got[i] != "" && strings.ContainsAny(got[i][:1], "=+-@\t\n") {
				t.Errorf("cell %d is a formula: %q", i, got[i])
			}
		}
	})
}
