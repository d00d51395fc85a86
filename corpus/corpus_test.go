package corpus

import (
	"slices"
	"testing"
)

// embedded returns the corpus of the embedded listings.
func embedded(t testing.TB) *Corpus {
	t.Helper()
	r, err := LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	c, err := Load(Embedded(), r)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The seeds' 40 entries are 36 stories, and of their 630 pairs 564 are decided.
func TestEmbeddedStories(t *testing.T) {
	c := embedded(t)
	entries, national, decided := 0, 0, 0
	for _, l := range c.Listings {
		entries += len(l.Entries)
	}
	for i, s := range c.Stories {
		if s.National() {
			national++
		}
		for j := range i {
			if c.Decided(i, j) {
				decided++
			}
		}
	}
	got := []int{entries, len(c.Stories), national, decided}
	if want := []int{40, 36, 4, 564}; !slices.Equal(got, want) {
		t.Errorf("entries, stories, national, decided = %v, want %v", got, want)
	}
}

// Every listing's order is kept.
func TestEmbeddedOrder(t *testing.T) {
	c := embedded(t)
	last := make([]int, len(c.Listings))
	for l := range last {
		last[l] = -1
	}
	for _, s := range c.Stories {
		for _, p := range s.Places {
			if p.Position <= last[p.Listing] {
				t.Errorf("%q stands out of order in %s", s.Headline, c.Listings[p.Listing].File)
			}
			last[p.Listing] = p.Position
		}
	}
}

func TestEmbeddedSeries(t *testing.T) {
	count := make(map[string]int)
	for _, s := range embedded(t).Stories {
		if s.Series != "" {
			count[s.Series]++
		}
	}
	want := map[string]int{
		"London Eye":          6,
		"Revealed":            5,
		"Exclusive":           2,
		"CEO interview":       1,
		"Recovery Watch":      1,
		"North by North West": 1,
	}
	for name, n := range want {
		if count[name] != n {
			t.Errorf("series %q has %d stories, want %d", name, count[name], n)
		}
	}
	if len(count) != len(want) {
		t.Errorf("series %v, want %v", count, want)
	}
}
