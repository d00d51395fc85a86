//go:build !js

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// Adding a listing is what most contributions do, so no test may depend on which there are: all of them are run with
// others beside those that the module holds, as go's overlay, which leaves the module as it is.
func TestMoreListingsBreakNoTest(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs all other tests twice")
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
			overlay := writeOverlay(t, listings)
			cmd := exec.CommandContext(t.Context(), "go", "test", "-overlay="+overlay, "-skip=^TestMoreListings", "./...")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("with %d more listings: %v\n%s", len(listings), err, out)
			}
		})
	}
}

// writeOverlay writes files that stand in the module, for go, under the names that are their keys. It returns the file
// that tells go so.
func writeOverlay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	replace := make(map[string]string)
	for name, text := range files {
		there, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		replace[there] = filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(replace[there], []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	content, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(overlay, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return overlay
}
