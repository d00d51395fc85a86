package corpus

import (
	"strings"
	"testing"
	"time"
)

func TestWriteListing(t *testing.T) {
	day := time.Date(2026, 5, 14, 0, 0, 0, 0, time.UTC)
	at := time.Date(2026, 5, 14, 16, 20, 0, 0, time.FixedZone("", 3600))
	all := Entry{Caption: "gavel", Headline: "One", Published: at, URL: "https://www.hsj.test/news/one/1.article", Label: "HSJ Local", Standfirst: "First."}
	tests := []struct {
		name    string
		stories []Entry
		want    string
	}{
		{"everything a story can have", []Entry{all},
			"Devon ICS\n\ngavel\n\nOne\n\n2026-05-14T16:20:00+01:00\n\nhttps://www.hsj.test/news/one/1.article\n[HSJ Local]\n\nFirst.\n"},
		{"a day is a day", []Entry{{Headline: "One", Published: day, Day: true, Label: "News", Standfirst: "First."}},
			"Devon ICS\n\nOne\n\n2026-05-14 (day)\n\n[News]\n\nFirst.\n"},
		{"without times, without a standfirst", []Entry{
			{Headline: "One", URL: "https://www.hsj.test/1", Label: "News"}, {Caption: "coins", Headline: "Two", Standfirst: "Second."}},
			"Devon ICS\n\n\nOne\n\n\nhttps://www.hsj.test/1\n[News]\n\n\n(no standfirst)\n\ncoins\n\nTwo\n\n\nSecond.\n"},
		{"one has a time, one has none", []Entry{all, {Headline: "Two", Standfirst: "Second."}, {Headline: "Three", Published: day, Day: true}},
			"Devon ICS\n\ngavel\n\nOne\n\n2026-05-14T16:20:00+01:00\n\nhttps://www.hsj.test/news/one/1.article\n[HSJ Local]\n\nFirst.\n\n" +
				"Two\n\n(no time)\n\nSecond.\n\nThree\n\n2026-05-14 (day)\n\n(no standfirst)\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := WriteListing("Devon ICS", tt.stories, registry(t))
			if err != nil || string(text) != tt.want {
				t.Fatalf("got %q, %v\nwant %q", text, err, tt.want)
			}
			l, faults := Parse("devon-ics.txt", text, registry(t))
			if len(faults) > 0 || len(l.Entries) != len(tt.stories) {
				t.Fatalf("read again: %v", faults)
			}
			for i, e := range l.Entries {
				if !sameStory(e, tt.stories[i]) {
					t.Errorf("read again as %+v", e)
				}
			}
		})
	}
}

func TestWriteListingRefuses(t *testing.T) {
	tests := []struct {
		name, title string
		story       Entry
		err         string
	}{
		{"a headline that is a time", "Devon ICS", Entry{Headline: "2026-05-14T16:20:00Z", Standfirst: "x"}, "cannot be written"},
		{"a standfirst that is a label", "Devon ICS", Entry{Headline: "One", Standfirst: "[News]"}, "cannot be written"},
		{"no headline", "Devon ICS", Entry{Standfirst: "x"}, "cannot be written"},
		{"an address that runs something", "Devon ICS", Entry{Headline: "One", URL: "javascript:alert(1)"}, "bad address"},
		{"an unknown label", "Devon ICS", Entry{Headline: "One", Label: "Newz"}, "unknown label"},
		{"lines", "Devon ICS", Entry{Headline: "One\n\nTwo"}, "not clean"},
		{"a title of no system", "Atlantis ICS", Entry{Headline: "One", Standfirst: "x"}, "not the title"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := WriteListing(tt.title, []Entry{tt.story}, registry(t))
			if err == nil || !strings.Contains(err.Error(), tt.err) {
				t.Errorf("wrote %q, error %v; want %q", text, err, tt.err)
			}
		})
	}
}

// What is written is read again as the same, whatever it is, or it is refused.
func FuzzWriteListing(f *testing.F) {
	f.Add("gavel", "One", "First.", "https://www.hsj.test/1?page=2&utm_source=x", "News", int64(1_778_000_000), true, "Two")
	f.Add("", "2026-05-14 (day)", "(no standfirst)", "", "", int64(0), false, "[News]")
	f.Add("(no time)", "https://a.test/", "", "HTTPS://A.test", "comment", int64(1), false, "\u202e")
	r := registry(f)
	f.Fuzz(func(t *testing.T, caption, headline, standfirst, address, label string, seconds int64, day bool, second string) {
		e := Entry{Caption: readable(caption), Headline: readable(headline), Standfirst: readable(standfirst)}
		e.URL, _ = CleanURL(address)
		e.Label, _ = FindLabel(label)
		if seconds > 0 && seconds < 1<<36 {
			e.Published = time.Unix(seconds, 0).UTC()
			if e.Day = day; day {
				e.Published = e.Published.Truncate(24 * time.Hour)
			}
		}
		stories := []Entry{e, {Headline: readable(second), Standfirst: "Second."}}
		text, err := WriteListing("Devon ICS", stories, r)
		if err != nil {
			return
		}
		l, _ := Parse("devon-ics.txt", text, r)
		for i, e := range l.Entries {
			if !sameStory(e, stories[i]) {
				t.Errorf("%+v is read as %+v", stories[i], e)
			}
		}
		if got := Format(l); string(got) != string(text) {
			t.Errorf("Format gives %q for %q", got, text)
		}
	})
}
