package search

import (
	"testing"

	"icsexplorer/corpus"
)

// builtin returns the embedded listings.
func builtin(t testing.TB) stories {
	t.Helper()
	c, err := corpus.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return Corpus(c).(stories)
}
