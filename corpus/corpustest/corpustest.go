// Package corpustest makes listings for tests, so that no test depends on which
// listings the module happens to hold.
package corpustest

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/corpus"
)

// Listing returns the text of an undated listing of a system with no stories.
// Append [Stories] to it.
func Listing(system string) string { return system + " ICS" }

// Stories returns the text of n stories about something, to stand in a listing.
// Every headline is another, and the same call gives the same text.
func Stories(about string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "\n\n%s headline number %d\n\n\nThe sentence below headline %d.\n", about, i+1, i+1)
	}
	return b.String()
}

// Corpus returns the corpus of listings: the slug of each system with its text.
// The test fails if there is a fault in them.
func Corpus(t testing.TB, listings map[string]string) *corpus.Corpus {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	files := make(fstest.MapFS)
	for slug, text := range listings {
		files[slug+"-ics.txt"] = &fstest.MapFile{Data: []byte(text)}
	}
	c, faults := corpus.Load(files, registry)
	if faults != nil {
		t.Fatal(faults)
	}
	return c
}
