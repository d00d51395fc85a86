package page

import (
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/corpus"
)

// How the order is known is said once, in words a reader knows: as HSJ has it where one
// listing has all, by date where dates say it, and that neighbours are not known apart.
func TestHowTheOrderIsKnown(t *testing.T) {
	const (
		listed    = "As HSJ lists them, newest first."
		dated     = "Newest first, by date."
		undecided = "; where listings meet, the order is not always known."
	)
	three := threeListings(t)
	for address, want := range map[string]string{
		"?ics=devon":            listed,
		"?ics=devon&ics=dorset": strings.TrimSuffix(listed, ".") + undecided, // who knows of "Only Devon one" and "Only Dorset"?
		"?ics=devon&sort=az":    "",
		"?q=only":               "",
		"?ics=devon&q=only+one": "",
		"?q=only&sort=newest":   strings.TrimSuffix(listed, ".") + undecided,
		"?q=devon+and":          "",
		"?ics=kent-and-medway":  "",
	} {
		if got := three.page(address).Order; got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	day := func(system, headline, day string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(system + " ICS\n\n" + headline + "\n\n" + day + "T09:00:00+00:00\n\nBelow.\n")}
	}
	c, faults := corpus.Load(fstest.MapFS{
		"devon-ics.txt":  day("Devon", "Older", "2025-01-02"),
		"dorset-ics.txt": day("Dorset", "Newer", "2025-03-04"),
	}, registry)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if got := NewLibrary(c).page("").Order; got != dated {
		t.Errorf("two dated stories of two listings: %q, want %q", got, dated)
	}
}
