//go:build !prepared

package corpus

// Builtin is the corpus of the listings that the program was built with. Warnings
// about them are left out; the check command prints them. The browser's program has
// a Builtin of its own, which reads prepared data.
func Builtin() (*Corpus, error) {
	registry, err := LoadRegistry()
	if err != nil {
		return nil, err
	}
	c, list := Load(Embedded(), registry)
	return c, list.Err()
}
