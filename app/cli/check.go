package cli

import (
	"fmt"
	"io"
	"io/fs"
	"os"

	"icsexplorer/corpus"
)

// Check reads listings and prints every error and warning in them, each as
// file:line: message, and what they come to. Without arguments it checks the
// listings that the program was built with. It returns [ErrReported] when there
// was an error; warnings alone are no failure.
func Check(args []string, stdout, stderr io.Writer) error {
	flags := NewFlags("check")
	if err := ParseFlags(flags, args, stdout); err != nil {
		return err
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		return err
	}
	names, read := flags.Args(), os.ReadFile
	if len(names) == 0 {
		embedded := corpus.Embedded()
		if names, err = fs.Glob(embedded, "*.txt"); err != nil {
			return err
		}
		read = func(name string) ([]byte, error) { return fs.ReadFile(embedded, name) }
	}
	found := corpus.Check(names, read, registry)
	for _, e := range found {
		kind := ""
		if e.Warning {
			kind = "warning: "
		}
		fmt.Fprintf(stderr, "%s:%d: %s%s\n", e.File, e.Line, kind, e.Message)
	}
	if found.Err() != nil {
		return ErrReported
	}
	fmt.Fprintf(stdout, "%s, %s\n", count(len(names), "listing"), count(len(found), "warning"))
	return nil
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
