//go:build prepared

package page

import (
	_ "embed"

	"icsexplorer/app/search"
	"icsexplorer/corpus"
)

// The data is there only when package program compiles, hence the build tag.
//
//go:embed prepared.data
var prepared string

// Builtin is the library of the corpus that the program was built with.
func Builtin() (*Library, error) {
	c, err := corpus.Builtin()
	if err != nil {
		return nil, err
	}
	index, err := search.ReadPrepared(prepared, search.Corpus(c), c.Fingerprint, search.Names(c.Registry)...)
	if err != nil {
		return nil, err
	}
	return newLibrary(c, index, func() {}), nil
}
