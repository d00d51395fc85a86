package page

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

var update = flag.Bool("update", false, "rewrite testdata/pages.txt")

// goldenLibrary is of three small listings: Devon's is dated and of a known day,
// Dorset's shares two stories with it, Somerset's none.
func goldenLibrary(t testing.TB) *Library {
	t.Helper()
	return libraryOf(t, os.DirFS("testdata/listings"))
}

// libraryOf is the library of the listings in a folder, in which there is no fault.
func libraryOf(t testing.TB, listings fs.FS) *Library {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	c, faults := corpus.Load(listings, registry)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return NewLibrary(c)
}

// Each file of testdata/pages.txt is called by an address, which may be followed by
// what the reader has set besides, and holds everything that its page says.
func TestEverythingAPageSays(t *testing.T) {
	const name = "testdata/pages.txt"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	l := goldenLibrary(t)
	for i, f := range archive.Files {
		var b strings.Builder
		describe(&b, l.Compose(stateOf(t, l, f.Name)))
		if got := b.String(); *update {
			archive.Files[i].Data = []byte(got)
		} else if got != string(f.Data) {
			t.Errorf("%s\n%s", f.Name, difference(string(f.Data), got))
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// stateOf reads the name of a case: an address, and words of the form key=value behind
// it: open, the beginning of a story's headline with "_" for blanks; limit; pick; corpus; cut.
func stateOf(t *testing.T, l *Library, name string) State {
	t.Helper()
	words := strings.Fields(name)
	s := State{Limit: RowsAtOnce}
	s.View, s.Unknown = view.Decode(words[0])
	for _, word := range words[1:] {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "open":
			for _, story := range l.corpus.Stories {
				if strings.HasPrefix(story.Headline, strings.ReplaceAll(value, "_", " ")) {
					s.Open = story.Key
				}
			}
		case "limit":
			fmt.Sscan(value, &s.Limit)
		case "pick":
			s.Pick = value
		case "corpus":
			s.Corpus = value
		case "cut":
			s.Cut = true
		default:
			t.Fatalf("%s: what is %s?", name, word)
		}
	}
	return s
}

// difference is the lines that only one of two texts has.
func difference(want, got string) string {
	var b strings.Builder
	only := func(sign, of, in string) {
		for line := range strings.Lines(of) {
			if !strings.Contains(in, line) {
				b.WriteString(sign + line)
			}
		}
	}
	only("- ", want, got)
	only("+ ", got, want)
	if b.Len() == 0 {
		return "the same lines in another order\n" + got
	}
	return b.String()
}

func describe(b *strings.Builder, p Page) {
	line := func(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }
	line("title %s", p.Title)
	line("status %d %s", p.Total, p.Status)
	var orders []string
	for _, o := range p.Orders {
		orders = append(orders, tick(o.Chosen)+string(o.Sort)+" "+o.Label)
	}
	line("orders %s", strings.Join(orders, ", "))
	for _, c := range p.Chips {
		line("chip %s -> %s", c.Label, c.Href)
	}
	for _, n := range p.Notes {
		line("note %s [%s -> %s]", n.Text, n.Link, n.Href)
	}
	for _, f := range p.Facets {
		line("facet %s: %s", f.Key, f.Legend)
		for _, v := range f.Values {
			line("  %s %s %q under %q: %s -> %s", tick(v.Checked), v.Value, v.Label, v.Group, v.Stories(), v.Href)
		}
	}
	if p.Days != nil {
		line("days %+v", *p.Days)
	}
	for _, t := range p.Tiles {
		if t.Listed || t.Chosen {
			line("tile %s %s, shade %d -> %s", tick(t.Chosen), t.Says(), t.Shade, t.Href)
		}
		if t.Chosen {
			line("  %s; %s", t.Fate, t.Page)
		}
	}
	for _, c := range p.Cards {
		line("card %s: %s -> %s; %s, %s; %s; %s", c.System.ShortName, c.Listing(), c.Href, c.System.Name, c.System.Region, c.Fate, c.Page)
	}
	for _, r := range p.Rows {
		line("row %s | %s | %s |%s|%s", r.Spread, r.Date, marked(r.Series), marked(r.Headline), tags(r.Systems))
		line("  standfirst %s | caption %s | %s", marked(r.Standfirst), marked(r.Caption), r.Reason)
		line("  web %s", r.Web)
		if r.Panel != nil {
			describePanel(line, r.Panel)
		}
	}
	if p.Order != "" {
		line("order %s", p.Order)
	}
	if p.Next != "" {
		line("more to come")
	}
	if p.Empty != nil {
		line("empty %s", p.Empty.Text)
		if p.Empty.Hint != "" {
			line("hint %s", p.Empty.Hint)
		}
		for _, w := range p.Empty.Ways {
			line("  %s: %s -> %s", w.Label, w.Stories(), w.Href)
		}
	}
	if p.Comparison != nil {
		describeComparison(line, p.Comparison)
	}
}

func describePanel(line func(string, ...any), p *Panel) {
	for _, place := range p.Places {
		line("  place %s", place)
	}
	line("  picture %s | %s", p.Caption, p.Self)
	for _, s := range p.Like {
		line("  like %s -> %s", s.Headline, s.Href)
	}
}

func describeComparison(line func(string, ...any), c *Comparison) {
	if c.Hint != "" {
		line("hint %s", c.Hint)
	}
	for _, column := range c.Columns {
		line("column %s: %s %d, absent %v", column.ID, column.Heading, column.Total, column.Absent)
		for _, s := range column.Stories {
			line("  %s -> %s", s.Headline, s.Href)
		}
	}
	for a, row := range c.Matrix.Cells {
		for b, cell := range row {
			line("cell %s, %s: %s -> %s", c.Matrix.Systems[a], c.Matrix.Systems[b], cell.Words(), cell.Href)
		}
	}
}

func tick(checked bool) string {
	if checked {
		return "[x]"
	}
	return "[ ]"
}

func marked(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Marked {
			b.WriteString("{" + p.Text + "}")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func tags(systems []Tag) string {
	var b strings.Builder
	for _, t := range systems {
		fmt.Fprintf(&b, " %s%s -> %s", tick(t.Chosen), t.Label, t.Href)
	}
	return b.String()
}
