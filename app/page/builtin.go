//go:build !prepared

package page

import "icsexplorer/corpus"

// Builtin is the library of the corpus that the program was built with. The browser's program has
// a Builtin of its own, which reads a prepared index.
func Builtin() (*Library, error) {
	c, err := corpus.Builtin()
	if err != nil {
		return nil, err
	}
	return NewLibrary(c), nil
}
