package corpus

import (
	"strings"
	"testing"
	"time"
)

func TestAddress(t *testing.T) {
	for text, want := range map[string]string{
		"https://www.hsj.co.uk/a/7040000.article":                              "https://www.hsj.co.uk/a/7040000.article",
		"http://hsj.co.uk/a?utm_source=x&id=7&fbclid=y#c":                      "http://hsj.co.uk/a?id=7#c",
		"https://www.hsj.co.uk/a/1.article?utm_campaign=daily&mc_cid=1&mc_eid": "https://www.hsj.co.uk/a/1.article",
		"https://hsj.co.uk/a b":                                                "",
		"see https://hsj.co.uk":                                                "",
		"javascript:alert(1)":                                                  "",
		"data:text/html,x":                                                     "",
		"https://":                                                             "",
		"https://user:word@hsj.co.uk/a":                                        "",
		"ftp://hsj.co.uk":                                                      "",
		"":                                                                     "",
	} {
		if got := Address(text); got != want {
			t.Errorf("Address(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestLabels(t *testing.T) {
	for text, want := range map[string]string{"NEWS": "News", "hsj local": "HSJ Local", " Expert Briefing ": "Expert Briefing", "Newsround": "", "": ""} {
		if got := Label(text); got != want {
			t.Errorf("Label(%q) = %q, want %q", text, got, want)
		}
	}
	all := Labels()
	for i, label := range all {
		if Label(label) != label || i > 0 && len(label) > len(all[i-1]) {
			t.Errorf("label %d is %q", i, label)
		}
	}
}

// Below a time may stand an address and a label; with them a listing has days, and stories
// without a time or a standfirst.
func TestDetailsBelowATime(t *testing.T) {
	r := registry(t)
	const text = "South West London ICS\n\nOne\n\n2025-12-11T13:20:00+00:00\nhttps://www.hsj.co.uk/a/1.article\n\nFirst sentence.\n\n" +
		"A picture\n\nTwo\n\n2025-12-10T00:00:00-00:00\n\n[News]\n\nhttps://www.hsj.co.uk/a/2.article\n\nSecond sentence.\n\n" +
		"Three\n\n0000-00-00T00:00:00-00:00\n[HSJ Local]\n\n—\n\nFour\n\n2025-12-09T13:20:00+00:00\n\n[sic] Fourth sentence.\n"
	l, faults := Parse("south-west-london-ics.2025-12-11.txt", []byte(text), r)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	day := time.Date(2025, 12, 10, 0, 0, 0, 0, time.UTC)
	want := []Entry{
		{Headline: "One", URL: "https://www.hsj.co.uk/a/1.article", Published: time.Date(2025, 12, 11, 13, 20, 0, 0, time.UTC), Standfirst: "First sentence."},
		{Headline: "Two", Caption: "A picture", URL: "https://www.hsj.co.uk/a/2.article", Label: "News", Published: day, DayOnly: true, Standfirst: "Second sentence."},
		{Headline: "Three", Label: "HSJ Local"},
		{Headline: "Four", Published: time.Date(2025, 12, 9, 13, 20, 0, 0, time.UTC), Standfirst: "[sic] Fourth sentence."},
	}
	if len(l.Entries) != len(want) {
		t.Fatalf("%d entries", len(l.Entries))
	}
	for i := range want {
		if !l.Entries[i].says(&want[i]) {
			t.Errorf("entry %d is %+v, want %+v", i, l.Entries[i], want[i])
		}
	}
	if got := string(Format(l)); got != text {
		t.Errorf("Format gives %q", got)
	}
	l.Entries[0].URL, l.Entries[1].Label = "", "Comment"
	got := string(Format(l))
	for _, part := range []string{"2025-12-11T13:20:00+00:00\n\nFirst", "-00:00\nhttps://www.hsj.co.uk/a/2.article\n[Comment]\n\nSecond"} {
		if !strings.Contains(got, part) {
			t.Errorf("changed and formatted: no %q in %q", part, got)
		}
	}
}

// What NewListing writes is read as the same.
func TestNewListing(t *testing.T) {
	r := registry(t)
	s, _ := r.Find("devon")
	at := time.Date(2026, 5, 14, 16, 20, 0, 0, time.FixedZone("", 3600))
	for _, entries := range [][]Entry{
		{{Headline: "One", Standfirst: "First sentence."}, {Headline: "Two", Caption: "Picture", Standfirst: "Second"}},
		{{Headline: "One", Standfirst: "First"}, {Headline: "Two", Published: at, URL: "https://x.test/a"}, {Headline: "Three", Label: "News", Caption: "P"}},
		{{Headline: "Only", DayOnly: true, Published: time.Date(2026, 5, 14, 0, 0, 0, 0, time.UTC)}},
		{{Headline: "Without all"}, {Headline: "Again", Caption: "Picture"}},
	} {
		if _, text, err := NewListing(s, "2026-05-15", entries, r); err != nil {
			t.Errorf("%v\n%s", err, text)
		}
	}
	for _, bad := range [][]Entry{
		{{Headline: "2026-05-14T16:20:00+01:00", Standfirst: "x"}}, {{Headline: ""}}, {{Headline: "Two\n\nblocks", Standfirst: "x"}}, nil,
	} {
		if _, text, err := NewListing(s, "", bad, r); err == nil {
			t.Errorf("%+v is written as %q", bad, text)
		}
	}
}

// FuzzNewListing checks that whatever entries say, the listing made of them says the same, or
// is an error.
func FuzzNewListing(f *testing.F) {
	f.Add("Headline", "Standfirst.", "Caption", "https://x.test/a", "News", int64(1_760_000_000), true)
	f.Add("[News]", "https://x.test", "2026-01-01T00:00:00Z", "", "", int64(0), false)
	f.Add("a &amp; b", "—", "", "", "News", int64(5), false)
	r := registry(f)
	s, _ := r.Find("devon")
	f.Fuzz(func(t *testing.T, headline, standfirst, caption, address, label string, at int64, dayOnly bool) {
		e := Entry{Headline: headline, Standfirst: standfirst, Caption: caption, URL: Address(address), Label: Label(label)}
		if at != 0 {
			e.Published = time.Unix(at%4_000_000_000, 0).UTC()
			if e.DayOnly = dayOnly; dayOnly {
				e.Published = e.Published.Truncate(24 * time.Hour)
			}
		}
		l, text, err := NewListing(s, "", []Entry{e, {Headline: "Behind it", Standfirst: "Words."}}, r)
		if err == nil && (!l.Entries[0].says(&e) || l.Entries[1].Headline != "Behind it") {
			t.Errorf("%+v is written as %q", e, text)
		}
	})
}

func TestWhatIsOneStory(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 5, d, 9, 0, 0, 0, time.UTC) }
	for _, test := range []struct {
		name string
		a, b Entry
		one  bool
	}{
		{"the same headline", Entry{Headline: "A b", Standfirst: "x"}, Entry{Headline: "A B!", Standfirst: "y"}, true},
		{"the same headline, other days", Entry{Headline: "A b", Standfirst: "x", Published: day(1)}, Entry{Headline: "A b", Standfirst: "x", Published: day(2)}, true},
		{"other days and standfirsts", Entry{Headline: "A b", Standfirst: "x", Published: day(1)}, Entry{Headline: "A b", Standfirst: "y", Published: day(2)}, false},
		{"the same address", Entry{Headline: "A b", Standfirst: "x", URL: "https://x.test/1"}, Entry{Headline: "Renamed", Standfirst: "y", URL: "https://x.test/1"}, true},
		{"other headlines", Entry{Headline: "A b", Standfirst: "x"}, Entry{Headline: "C d", Standfirst: "x"}, false},
		{"the same address, other days and standfirsts", Entry{Headline: "A b", Standfirst: "x", Published: day(1), URL: "https://x.test/1"},
			Entry{Headline: "A b", Standfirst: "y", Published: day(2), URL: "https://x.test/1"}, true},
	} {
		r := registry(t)
		devon, _ := r.Find("devon")
		dorset, _ := r.Find("dorset")
		first, _, err := NewListing(devon, "2026-05-03", []Entry{test.a}, r)
		if err != nil {
			t.Fatal(err)
		}
		second, _, err := NewListing(dorset, "2026-05-04", []Entry{test.b}, r)
		if err != nil {
			t.Fatal(err)
		}
		c, _ := Merge([]Listing{first, second}, r)
		if one := len(c.Stories) == 1; one != test.one {
			t.Errorf("%s: %d stories", test.name, len(c.Stories))
		}
		if len(c.Stories) == 2 && c.Stories[0].Key == c.Stories[1].Key {
			t.Errorf("%s: two stories of one key", test.name)
		}
	}
}

// A day is a day and not its midnight: it contradicts no time of that day, and gives way to
// one that is known more precisely.
func TestADayIsNotItsMidnight(t *testing.T) {
	r := registry(t)
	s, _ := r.Find("devon")
	other, _ := r.Find("dorset")
	date := time.Date(2026, 5, 14, 0, 0, 0, 0, time.UTC)
	first, _, err := NewListing(s, "2026-05-15", []Entry{
		{Headline: "By day", Published: date, DayOnly: true, Standfirst: "x"},
		{Headline: "In the afternoon", Published: date.Add(16 * time.Hour), Standfirst: "x"},
		{Headline: "The day before", Published: date.Add(-2 * time.Hour), Standfirst: "x"},
	}, r)
	if err != nil {
		t.Fatal(err)
	}
	second, _, err := NewListing(other, "2026-05-15", []Entry{
		{Headline: "In the afternoon", Published: date, DayOnly: true, Standfirst: "x"},
	}, r)
	if err != nil {
		t.Fatal(err)
	}
	c, faults := Merge([]Listing{first, second}, r)
	var order []string
	for _, s := range c.Stories {
		order = append(order, s.Headline)
	}
	if got := strings.Join(order, ", "); got != "By day, In the afternoon, The day before" || len(faults) > 0 {
		t.Errorf("%s; %v", got, faults)
	}
	if s := c.Stories[1]; s.DayOnly || s.Published.Hour() != 16 {
		t.Errorf("the afternoon is %v, day only %v", s.Published, s.DayOnly)
	}
}
