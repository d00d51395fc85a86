package corpus

import (
	"slices"
	"testing"
)

func TestSurvey(t *testing.T) {
	var listings []Listing
	for _, f := range []struct{ name, text string }{
		{"devon-ics.2026-05-01.txt", "Devon ICS\n\nOne\n\n\nFirst.\n\nTwo\n\n\nSecond.\n"},
		{"devon-ics.2026-05-14.txt", "Devon ICS\n\nThree\n\n\nThird.\n\nOne\n\n\nFirst.\n"},
		{"devon-ics.txt", "Devon ICS\n\nTwo\n\n\nSecond.\n"},
		{"dorset-ics.txt", "Dorset ICS\n\nFour\n\n2026-01-14T10:00:00Z\n\nFourth.\n"},
		{"sussex-ics.2026-02-13.txt", "Sussex ICS\n\nFive\n\n\nFifth.\n"},
		{"frimley-ics.txt", "Frimley ICS\n\nSix\n\n\nSixth.\n"},
	} {
		l, faults := Parse(f.name, []byte(f.text), registry(t))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		listings = append(listings, l)
	}
	c, faults := Merge(listings, registry(t))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	headlines := func(stories []int) (all []string) {
		for _, i := range stories {
			all = append(all, c.Stories[i].Headline)
		}
		return all
	}
	changes := c.Changes()
	if len(changes) != 2 {
		t.Fatalf("%+v", changes)
	}
	for i, want := range []struct {
		older, newer string
		added, gone  []string
	}{
		{"devon-ics.txt", "devon-ics.2026-05-01.txt", []string{"One"}, nil},
		{"devon-ics.2026-05-01.txt", "devon-ics.2026-05-14.txt", []string{"Three"}, []string{"Two"}},
	} {
		got := changes[i]
		if c.Listings[got.Older].File != want.older || c.Listings[got.Newer].File != want.newer ||
			!slices.Equal(headlines(got.Added), want.added) || !slices.Equal(headlines(got.Gone), want.gone) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	if n := len(c.Unlisted()); n != len(registry(t))-4 {
		t.Errorf("%d systems have no listing", n)
	}
	var old []string
	for _, i := range c.Outdated() {
		old = append(old, c.Listings[i].File)
	}
	if !slices.Equal(old, []string{"dorset-ics.txt"}) { // Sussex's is exactly 90 days old, of Frimley's nothing is known
		t.Errorf("%v are outdated", old)
	}
}
