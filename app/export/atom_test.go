package export

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// feed is what a reader that is not ours takes from an Atom feed.
type feed struct {
	XMLName  xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Title    string   `xml:"title"`
	Subtitle string   `xml:"subtitle"`
	ID       string   `xml:"id"`
	Updated  string   `xml:"updated"`
	Author   string   `xml:"author>name"`
	Link     []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		Title     string `xml:"title"`
		ID        string `xml:"id"`
		Updated   string `xml:"updated"`
		Published string `xml:"published"`
		Content   string `xml:"content"`
		Link      []struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Category []struct {
			Term string `xml:"term,attr"`
		} `xml:"category"`
	} `xml:"entry"`
}

func readFeed(t *testing.T, text []byte) feed {
	t.Helper()
	var f feed
	if err := xml.Unmarshal(text, &f); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return f
}

func TestAtomIsReadBack(t *testing.T) {
	f := readFeed(t, Atom(sample))
	if f.Title != "South West London" || f.Author != "Health Service Journal" || f.Updated != "2026-05-01T00:00:00Z" ||
		f.Subtitle != "Listings: South West London: 12 May 2026; Bedfordshire, Luton and Milton Keynes: undated" {
		t.Errorf("the feed is %+v", f)
	}
	if len(f.Link) != 1 || f.Link[0].Rel != "alternate" || f.Link[0].Href != sample.Address {
		t.Errorf("its links are %v", f.Link)
	}
	if len(f.Entries) != 2 {
		t.Fatalf("%d entries", len(f.Entries))
	}
	undated, dated := f.Entries[0], f.Entries[1]
	if undated.Title != "Trust’s £9m gift, “weakness” and more" || undated.Content != "A trust donated £9m." || len(undated.Link) > 0 ||
		undated.Published != "" || undated.Updated != "2026-05-01T00:00:00Z" || len(undated.Category) != 2 {
		t.Errorf("the first is %+v", undated)
	}
	if dated.Updated != "2025-12-11T13:20:00Z" || dated.Published != dated.Updated || len(dated.Link) != 1 || dated.Link[0].Href != sample.Stories[1].URL {
		t.Errorf("the second is %+v", dated)
	}
}

// Readers of feeds look for where a feed is kept, when they were handed a copy.
func TestAFeedThatIsKeptSomewhereSaysWhere(t *testing.T) {
	kept := sample
	kept.Feed = "https://example.org/ics/feed.atom"
	f := readFeed(t, Atom(kept))
	if len(f.Link) != 2 || f.Link[1].Rel != "self" || f.Link[1].Href != kept.Feed {
		t.Errorf("its links are %v", f.Link)
	}
}

func TestAtomHasATimeForEverything(t *testing.T) {
	for _, v := range []View{
		{Day: "2026-11-25", Stories: []Story{{}}},
		{Day: "2026-11-25"},
		{Day: "2026-11-25", Stories: []Story{{Day: "2025-12"}}},
		{Stories: []Story{{}}},
	} {
		f := readFeed(t, Atom(v))
		times := []string{f.Updated}
		for _, e := range f.Entries {
			times = append(times, e.Updated)
		}
		for _, at := range times {
			if _, err := time.Parse(time.RFC3339, at); err != nil {
				t.Errorf("%+v: %v", v, err)
			}
		}
	}
}

// A reader of feeds knows a story and a view again: wherever the page lies, whenever it
// is exported, and whatever else is said of a story.
func TestIDsOfAFeedStay(t *testing.T) {
	id := regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	before := readFeed(t, Atom(sample))
	moved := sample
	moved.Address, moved.Day, moved.Title = "https://example.org/ics/?ics=south-west-london", "2026-12-01", "Elsewhere"
	moved.Stories = []Story{{Key: "a", Headline: "Corrected", Day: "2026-11-30"}}
	after := readFeed(t, Atom(moved))
	if before.ID != after.ID || before.Entries[0].ID != after.Entries[0].ID {
		t.Errorf("the feed was %s and is %s, the story was %s and is %s", before.ID, after.ID, before.Entries[0].ID, after.Entries[0].ID)
	}
	moved.Address = "https://example.org/ics/?ics=devon"
	if other := readFeed(t, Atom(moved)); other.ID == before.ID {
		t.Error("two views have one id")
	}
	seen := make(map[string]bool)
	for _, got := range []string{before.ID, before.Entries[0].ID, before.Entries[1].ID} {
		if seen[got] || !id.MatchString(got) {
			t.Errorf("the id %s is another's, or no UUID", got)
		}
		seen[got] = true
	}
	// Given out once, it is so for ever.
	if got, want := urn("story a"), "urn:uuid:40450f61-04e4-83f0-bdcd-7ecba3c58733"; got != want {
		t.Errorf("the story a is %s, was %s", got, want)
	}
}

// Whatever a story holds, encoding/xml reads it back.
func FuzzAtom(f *testing.F) {
	f.Add("<b> & \"q\" 'a' ]]>", "a\x00b\uFFFEc\x0b", "https://x/?a=1&b=<2>", "Devon & \"Dorset\"")
	f.Add("\xff", "\r\n\t", "http://x/\xff", "&#0;")
	f.Fuzz(func(t *testing.T, headline, standfirst, address, system string) {
		v := View{Title: headline, Address: address, Stories: []Story{{Headline: headline, Standfirst: standfirst, URL: address, Systems: []string{system}}}}
		got := readFeed(t, Atom(v))
		e := got.Entries[0]
		for _, text := range [][2]string{{got.Title, headline}, {e.Title, headline}, {e.Content, standfirst}, {e.Category[0].Term, system}} {
			if text[0] != xmlText(text[1]) {
				t.Errorf("%q is read as %q", text[1], text[0])
			}
			if utf8.ValidString(text[1]) && !strings.ContainsFunc(text[1], func(r rune) bool { return r < ' ' || r > 0xfffd && r < 0x10000 }) && text[0] != oneLine(text[1]) {
				t.Errorf("%q has lost something: %q", text[1], text[0])
			}
		}
		if want := href(address); want != "" && (len(e.Link) != 1 || e.Link[0].Href != want) {
			t.Errorf("%q is linked to as %v, want %q", address, e.Link, want)
		}
	})
}

// A feed has times alone: a story of which only the day is known is of its beginning.
func TestAtomOfADay(t *testing.T) {
	s := Story{Headline: "By day", Published: "2026-05-14", Day: "2026-05-14"}
	if got := s.updated("2026-11-25"); got != "2026-05-14T00:00:00Z" {
		t.Errorf("updated %s", got)
	}
	s = Story{Headline: "By the minute", Published: "2026-05-14T16:20:00+01:00", Day: "2026-05-14"}
	if got := s.updated("2026-11-25"); got != s.Published {
		t.Errorf("updated %s", got)
	}
	if got := (Story{Added: "2026-05-15"}).updated("2026-11-25"); got != "2026-05-15T00:00:00Z" {
		t.Errorf("updated %s", got)
	}
}
