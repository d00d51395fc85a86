//go:build prepared

package corpus

import _ "embed"

// The data is there only when package program compiles, hence the build tag.
//
//go:embed prepared.data
var prepared string

// Builtin is the corpus that the program was built with.
func Builtin() (*Corpus, error) { return ReadPrepared(prepared) }
