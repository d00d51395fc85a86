package cli

import (
	"fmt"
	"io"

	"icsexplorer/corpus"
)

// Check reads listings and prints every error and warning in them, each as
// file:line: message, and what they come to. Without arguments it checks the
// listings that the program was built with. It returns [ErrReported] when there
// was an error; warnings alone are no failure.
func Check(args []string, stdout, stderr io.Writer) error {
	flags := NewFlags("check")
	names, err := ParseFlags(flags, args, stdout)
	if err != nil {
		return err
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		return err
	}
	var found corpus.ErrorList
	listings := len(names)
	if listings > 0 {
		found = corpus.Check(names, readFile, registry)
	} else {
		var c *corpus.Corpus
		c, found = corpus.Load(corpus.Embedded(), registry)
		listings = len(c.Listings)
	}
	for _, e := range found {
		fmt.Fprintln(stderr, e)
	}
	if found.Err() != nil {
		return ErrReported
	}
	fmt.Fprintf(stdout, "%s, %s\n", count(listings, "listing"), count(len(found), "warning"))
	return nil
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
