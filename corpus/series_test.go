package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestSeries(t *testing.T) {
	for _, tt := range []struct {
		name      string
		headlines []string
		want      []string
	}{
		{"known", []string{"London Eye: Who gets what care"}, []string{"London Eye"}},
		{"known, written otherwise", []string{"CEO Interview: Alex Whitfield", "EXCLUSIVE: NHSE begins"}, []string{"CEO interview", "Exclusive"}},
		{"known, often written otherwise", []string{"EXCLUSIVE: One", "EXCLUSIVE: Two"}, []string{"Exclusive", "Exclusive"}},
		{"known, with a no-break space", []string{"London\u00a0Eye: One"}, []string{"London Eye"}},
		{"known, the rest quoted", []string{"London Eye: ‘The plans’"}, []string{"London Eye"}},
		{"unknown, once", []string{"Northern Lights: One"}, []string{""}},
		{"unknown, twice", []string{"Northern lights: One", "Northern Lights: Two"}, []string{"Northern lights", "Northern lights"}},
		{"unknown, the same story twice", []string{"Northern Lights: One", "Northern lights: one"}, []string{""}},
		{"first label only", []string{"Exclusive: Revealed: One"}, []string{"Exclusive"}},
		{"no space after the colon", []string{"Exclusive:One", "Exclusive:Two"}, []string{"", ""}},
		{"nothing after the colon", []string{"Exclusive: ", "Revealed:"}, []string{"", ""}},
		{"too long", []string{"The trust that lost its chair: One", "The trust that lost its chair: Two"}, []string{"", ""}},
		{"figures first", []string{"2023 in review: One", "2023 in review: Two"}, []string{"", ""}},
		{"figures further on", []string{"Top 10: One", "Top 10: Two"}, []string{"Top 10", "Top 10"}},
		{"known since", []string{"HSJ Podcast: One", "West Country Chronicle: Two", "HSJ Weekly Catch-up: Three", "Patient Safety Watch: Four"},
			[]string{"HSJ Podcast", "West Country Chronicle", "HSJ Weekly Catch-up", "Patient Safety Watch"}},
		{"quotation", []string{"‘Plans’: One", "‘Plans’: Two"}, []string{"", ""}},
		{"clause", []string{"Trusts, boards: One", "Trusts, boards: Two"}, []string{"", ""}},
		{"hyphen, apostrophe and ampersand", []string{"Carter-Brown’s Q&A: One", "Carter-Brown's Q&A: Two"}, []string{"Carter-Brown’s Q&A", "Carter-Brown’s Q&A"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var l Listing
			for _, h := range tt.headlines {
				l.Entries = append(l.Entries, Entry{Headline: clean(h)})
			}
			c, _ := Merge([]Listing{l}, nil)
			var got []string
			for _, s := range c.Stories {
				got = append(got, s.Series)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("series of %q are %q, want %q", tt.headlines, got, tt.want)
			}
		})
	}
}

func TestSeriesSlug(t *testing.T) {
	for label, want := range map[string]string{
		"London Eye":          "london-eye",
		"North by North West": "north-by-north-west",
		"CEO interview":       "ceo-interview",
		"Carter-Brown’s Q&A":  "carter-browns-q-a",
	} {
		if got := SeriesSlug(label); got != want {
			t.Errorf("SeriesSlug(%q) = %q, want %q", label, got, want)
		}
	}
}

// Every known label must pass as one, or it would never be found.
func TestKnownSeries(t *testing.T) {
	for name := range strings.Lines(seriesList) {
		name = strings.TrimSpace(name)
		if label(name+": One") != name {
			t.Errorf("%q is no label", name)
		}
	}
}
