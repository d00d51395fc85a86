// Package corpustest has a corpus for tests that count or name stories, which stays
// the same when listings are added.
package corpustest

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"icsexplorer/corpus"
)

// Seeds is the corpus of the two listings that the project began with: 40 entries that
// are 36 stories, 4 of them under both systems.
func Seeds(t testing.TB) *corpus.Corpus {
	t.Helper()
	seeds := make(fstest.MapFS)
	for _, name := range []string{"hampshire-and-isle-of-wight-ics.txt", "south-west-london-ics.txt"} {
		text, err := fs.ReadFile(corpus.Embedded(), name)
		if err != nil {
			t.Fatal(err)
		}
		seeds[name] = &fstest.MapFile{Data: text}
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	c, faults := corpus.Load(seeds, registry)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return c
}
