package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// many returns 42 listings of about n entries in all, picked from one sequence of
// stories, most of them local and some in a dozen listings. In each listing some
// entries are pinned to its top.
func many(t testing.TB, n, pinned int, dated bool) []Listing {
	rnd := rand.New(rand.NewPCG(1, 2))
	r := registry(t)
	listings := make([]Listing, len(r))
	for i, s := range r {
		listings[i] = Listing{File: s.Slug + "-ics.txt", Title: s.ShortName + " ICS", System: s.Slug}
	}
	newest := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	for i := 0; n > 0; i++ {
		copies := 1
		if i%10 == 0 {
			copies = 12
		}
		e := Entry{Headline: fmt.Sprintf("Story number %d of the trusts’ year", i), Standfirst: "A sentence."}
		if dated {
			e.Published = newest.Add(-time.Duration(i) * time.Minute)
		}
		for _, l := range rnd.Perm(len(listings))[:copies] {
			listings[l].Entries = append(listings[l].Entries, e)
			n--
		}
	}
	for i := range listings {
		e := listings[i].Entries
		for range pinned {
			at := rnd.IntN(len(e))
			pin := e[at]
			copy(e[1:], e[:at])
			e[0] = pin
		}
	}
	return listings
}

func BenchmarkMerge(b *testing.B) {
	reversed := many(b, 100_000, 0, false)
	for i := range reversed {
		if i%2 == 0 {
			slices.Reverse(reversed[i].Entries)
		}
	}
	for _, bb := range []struct {
		name     string
		listings []Listing
	}{
		{"seeds", seeds(b).Listings},
		{"undated", many(b, 100_000, 0, false)},
		{"dated", many(b, 100_000, 0, true)},
		{"pinned", many(b, 100_000, 1, false)},
		{"pinned and dated", many(b, 100_000, 1, true)},
		{"half of the listings reversed", reversed},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, faults := Merge(bb.listings, registry(b)); len(faults) > 0 && bb.name == "seeds" {
					b.Fatal(faults)
				}
			}
		})
	}
}
