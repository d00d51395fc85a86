package corpustest

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"icsexplorer/corpus"
)

func TestSeeds(t *testing.T) {
	if c := Seeds(t); len(c.Listings) != 2 || len(c.Stories) != 36 {
		t.Errorf("%d listings, %d stories", len(c.Listings), len(c.Stories))
	}
}

func TestListings(t *testing.T) {
	seeds := make(map[string]bool)
	for _, l := range Seeds(t).Listings {
		seeds[l.File] = true
	}
	for _, tt := range []struct{ n, stories int }{{1, 1}, {1, 10_000}, {3, 20}, {7, 20}, {42, 50}, {100, 20}} {
		t.Run(fmt.Sprintf("%d of %d stories", tt.n, tt.stories), func(t *testing.T) {
			files := Listings(t, tt.n, tt.stories)
			c := load(t, files)
			if len(c.Listings) != tt.n {
				t.Errorf("%d listings", len(c.Listings))
			}
			for _, l := range c.Listings {
				if len(l.Entries) != tt.stories || seeds[l.File] {
					t.Errorf("%s has %d stories", l.File, len(l.Entries))
				}
			}
			kinds := make(map[string]int)
			for _, s := range c.Stories {
				kinds[fmt.Sprint("national ", s.National())]++
				kinds[fmt.Sprint("dated ", !s.Published.IsZero())]++
				kinds[fmt.Sprint("caption ", s.Caption != "")]++
				kinds["series "+s.Series]++
			}
			for i, s := range c.Registry[:min(tt.n, 2)] {
				at := slices.IndexFunc(c.Listings, func(l corpus.Listing) bool { return l.System == s.Slug })
				if dated := !c.Listings[at].Entries[0].Published.IsZero(); dated != (i == 1) {
					t.Errorf("of %s: dated %v", c.Listings[at].File, dated)
				}
			}
			if n := kinds["series Recovery Watch"]; n > len(c.Stories)/6+1 {
				t.Errorf("%d of %d stories have a series", n, len(c.Stories))
			}
			if tt.n > 1 && len(kinds) != 8 {
				t.Errorf("kinds of stories: %v", kinds)
			}
			if !reflect.DeepEqual(files, Listings(t, tt.n, tt.stories)) {
				t.Error("other listings when called again")
			}
		})
	}
}
