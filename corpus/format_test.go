package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// A listing changed after parsing is written with the change, and all else as it was.
func TestFormatChanged(t *testing.T) {
	const undated = "South West London ICS\n\nMobile\u00a0phone\n\nOne\n\n\nFirst  sentence. \n\n\nTwo\n\n\nSecond sentence."
	const dated = "South West London ICS\r\n\r\nOne\r\n\r\n2025-07-11T13:20:00+01:00\r\n\r\nFirst sentence.\r\n"
	for _, tt := range []struct {
		name, text string
		change     func(*Listing)
		want       string
	}{
		{"nothing", undated, func(*Listing) {}, undated},
		{"title", undated, func(l *Listing) { l.Title = "Frimley ICS" },
			strings.Replace(undated, "South West London ICS", "Frimley ICS", 1)},
		{"headline", undated, func(l *Listing) { l.Entries[1].Headline = "Deux" },
			strings.Replace(undated, "Two", "Deux", 1)},
		{"caption taken away", undated, func(l *Listing) { l.Entries[0].Caption = "" },
			strings.Replace(undated, "\n\nMobile\u00a0phone", "", 1)},
		{"caption added", undated, func(l *Listing) { l.Entries[1].Caption = "Coins" },
			strings.Replace(undated, "\n\n\nTwo", "\n\n\nCoins\n\nTwo", 1)},
		{"story taken away", undated, func(l *Listing) { l.Entries = l.Entries[:1] },
			strings.TrimSuffix(undated, "\n\n\nTwo\n\n\nSecond sentence.")},
		{"story added", undated, func(l *Listing) {
			l.Entries = append(l.Entries, Entry{Caption: "Coins", Headline: "Three", Standfirst: "Third sentence."})
		}, undated + "\n\nCoins\n\nThree\n\n\nThird sentence."},
		{"time", dated, func(l *Listing) { l.Entries[0].Published = time.Date(2025, 12, 1, 9, 0, 0, 0, time.UTC) },
			strings.Replace(dated, "\r\n\r\n2025-07-11T13:20:00+01:00", "\n\n2025-12-01T09:00:00Z", 1)},
		{"same time elsewhere", dated, func(l *Listing) { l.Entries[0].Published = l.Entries[0].Published.UTC() }, dated},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, faults := Parse("south-west-london-ics.txt", []byte(tt.text), registry(t))
			if err := faults.Err(); err != nil {
				t.Fatal(err)
			}
			tt.change(&l)
			if got := string(Format(l)); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// A listing made by hand can be read again.
func TestFormatNew(t *testing.T) {
	at := time.Date(2025, 12, 1, 9, 0, 0, 500, time.UTC)
	for _, entries := range [][]Entry{
		{{Headline: "One", Standfirst: "First."}, {Caption: "Coins", Headline: "Two", Standfirst: "Second."}, {Headline: "Three", Standfirst: "Third."}},
		{{Headline: "One", Standfirst: "First.", Published: at}, {Caption: "Coins", Headline: "Two", Standfirst: "Second.", Published: at}},
	} {
		text := Format(Listing{Title: "Frimley ICS", Entries: entries})
		l, faults := Parse("frimley-ics.txt", text, registry(t))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		same := slices.EqualFunc(l.Entries, entries, func(a, b Entry) bool {
			return a.Caption == b.Caption && a.Headline == b.Headline && a.Standfirst == b.Standfirst && a.Published.Equal(b.Published)
		})
		if !same {
			t.Errorf("%q is read as\n%s", text, describe(l, nil))
		}
	}
}

// Whatever the bytes: printing gives them back, faults have a line of the file, stories
// are in the order of their lines, and no text is lost but what a fault quotes.
func FuzzParse(f *testing.F) {
	for _, l := range seeds(f).Listings {
		f.Add(Format(l))
	}
	archives, err := filepath.Glob("testdata/parse/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range archives {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(text).Files {
			f.Add(file.Data)
		}
	}
	f.Add([]byte("South West London ICS\n\nOne\n\n2025-12-11T13:20:00+00:00\n\n2025-12-11T13:20:00+00:00\n\nx"))
	r := registry(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		l, list := Parse("south-west-london-ics.txt", text, r)
		if got := Format(l); string(got) != string(text) {
			t.Fatalf("Format gives %q for %q", got, text)
		}
		lines := strings.Count(string(text), "\n") + 1
		last := 1
		for _, e := range list {
			if e.Line < last || e.Line > lines || e.Message == "" {
				t.Errorf("fault %v after line %d of %d", e, last, lines)
			}
			last = e.Line
		}
		if list.Err() == nil && len(l.Entries) == 0 {
			t.Error("no story and no error")
		}
		last = l.Line
		for _, e := range l.Entries {
			if e.Line <= last {
				t.Errorf("story of line %d after line %d", e.Line, last)
			}
			last = e.Line
		}
		if list.Err() == nil {
			var read strings.Builder
			read.WriteString(l.title.text)
			for _, e := range l.Entries {
				read.WriteString(e.caption.text + e.headline.text + e.time.text + e.address.text + e.label.text + e.standfirst.text)
				if e.Caption != readable(e.caption.text) || e.Headline != readable(e.headline.text) || e.Standfirst != readable(e.standfirst.text) && readable(e.standfirst.text) != noStandfirst {
					t.Errorf("the story is read as %+v", e)
				}
			}
			if got, want := visible(read.String()), visible(string(text)); got != want {
				t.Errorf("read without error are\n%q of\n%q", got, want)
			}
		}
	})
}

// visible returns text without all that a listing's blank lines and spaces are made of.
func visible(text string) string {
	return strings.ReplaceAll(clean(text), " ", "")
}
