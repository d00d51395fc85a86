package corpus

import "errors"

// Builtin is the corpus of the listings that the program was built with. Warnings
// about them are not errors here; the check command prints them.
func Builtin() (*Corpus, error) {
	registry, err := LoadRegistry()
	if err != nil {
		return nil, err
	}
	c, err := Load(Embedded(), registry)
	var faults ErrorList
	if errors.As(err, &faults) {
		err = faults.Err()
	}
	return c, err
}
