//go:build !js

package main

import (
	"os"
	"os/exec"
	"testing"

	"icsexplorer/app/program"
	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// Adding a listing is what most contributions do, so no test may depend on which there are: all of them are run with
// others beside those that the module holds, as go's overlay, which leaves the module as it is.
func TestMoreListingsBreakNoTest(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs all other tests four times")
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name        string
		more        int // listings
		own, shared int // stories in each
	}{
		{"one more, of 10,000 stories", 1, 10_000, 0},
		{"three more", 3, 5, 2},
		{"seven more", 7, 8, 3},
		{"one of every system", len(registry), 20, 10},
	} {
		t.Run(test.name, func(t *testing.T) {
			listings := make(map[string]string)
			for _, system := range registry {
				text := corpustest.Listing(system.ShortName) + corpustest.Stories(system.ShortName, test.own) + corpustest.Stories("National", test.shared)
				name := "corpus/listings/" + system.Slug + "-ics.txt"
				if _, err := os.Stat(name); os.IsNotExist(err) && len(listings) < test.more {
					listings[name] = text
				}
			}
			if len(listings) == 0 {
				t.Skip("every system has a listing")
			}
			overlay, err := program.Overlay(".", t.TempDir(), listings)
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), "go", "test", "-overlay="+overlay, "-skip=^TestMoreListings", "./...")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("with %d more listings: %v\n%s", len(listings), err, out)
			}
		})
	}
}
