// Package corpustest has corpora for tests. None of them depends on the listings that
// are built in, so that a test may count stories and yet no listing breaks it that is
// added.
package corpustest

import (
	"embed"
	"io/fs"
	"testing"

	"icsexplorer/corpus"
)

//go:embed testdata/seeds/*.txt
var data embed.FS

// Seeds is the corpus of the two listings that the project began with: 40 entries that
// are 36 stories, 4 of them under both systems.
func Seeds(t testing.TB) *corpus.Corpus {
	t.Helper()
	seeds, err := fs.Sub(data, "testdata/seeds")
	if err != nil {
		t.Fatal(err)
	}
	return load(t, seeds)
}

// load returns the corpus of listings that have no fault.
func load(t testing.TB, listings fs.FS) *corpus.Corpus {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	c, faults := corpus.Load(listings, registry)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return c
}
