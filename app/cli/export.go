package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"icsexplorer/app/export"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// Export writes a view to stdout, as the page saves it: the same bytes for the same address
// on the same day. What the page would say of the view in notes goes to stderr.
func Export(args []string, stdout, stderr io.Writer) error {
	flags := NewFlags("export")
	address := flags.String("view", "", "the `ADDRESS` of the view, or what follows its question mark; all stories if it is left out")
	as := flags.String("as", "", "the `FORMAT`: "+formatNames())
	by := flags.String("by", string(export.BySystem), "put the stories of a briefing together by system, series or day")
	note := flags.String("note", "", "an editor's `TEXT` at the head of a briefing")
	day := flags.String("day", time.Now().Format(time.DateOnly), "the `YYYY-MM-DD` it is exported on")
	others, err := ParseFlags(flags, args, stdout)
	if err != nil {
		return err
	}
	format, ok := export.Named(*as)
	switch _, dayErr := time.Parse(time.DateOnly, *day); {
	case len(others) > 0:
		return UsageError(fmt.Sprintf("export takes no argument %q", others[0]))
	case !ok:
		return UsageError(fmt.Sprintf("unknown -as %q: want %s", *as, formatNames()))
	case !slices.Contains(export.Groupings(), export.Grouping(*by)):
		return UsageError(fmt.Sprintf("unknown -by %q: want system, series or day", *by))
	case dayErr != nil:
		return UsageError(fmt.Sprintf("-day %q is not a day: want YYYY-MM-DD", *day))
	}
	library, err := page.Builtin()
	if err != nil {
		return err
	}
	home, query := cutAddress(*address)
	v, unknown := view.Decode(query)
	p := library.Compose(page.State{View: v, Unknown: unknown, Corpus: view.SharedCorpus(query)})
	for _, n := range p.Notes {
		fmt.Fprintln(stderr, n.Text)
	}
	exported := library.Exported(p, home, *day)
	exported.By, exported.Note = export.Grouping(*by), *note
	_, err = stdout.Write(format.Write(exported))
	return err
}

// cutAddress parts the address of a view into that of its page, "" if there is none that
// others can open, and the query. The story that it leads to, behind a "#", is no part of a view.
func cutAddress(address string) (home, query string) {
	address, _, _ = strings.Cut(strings.TrimSpace(address), "#")
	before, after, found := strings.Cut(address, "?")
	scheme, _, isPage := strings.Cut(before, "://")
	switch {
	case isPage && (scheme == "http" || scheme == "https"):
		return before, after
	case isPage || found:
		return "", after
	}
	return "", address
}

// formatNames are the names of the formats, as a sentence has them.
func formatNames() string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
