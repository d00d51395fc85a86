package corpus

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the wanted files under testdata")

func registry(t testing.TB) Registry {
	t.Helper()
	r, err := LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Each archive under testdata/parse holds cases: a folder with a listing and the file
// "want", what Parse makes of it. In a listing \xHH is a byte, and a backslash at the
// end of a line takes the newline away.
func TestParse(t *testing.T) {
	files, err := filepath.Glob("testdata/parse/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			testArchive(t, file, func(t *testing.T, inputs []txtar.File) string {
				text := bytesOf(t, inputs[0].Data)
				l, faults := Parse(inputs[0].Name, text, registry(t))
				if got := Format(l); string(got) != string(text) {
					t.Errorf("Format gives %q\nwant %q", got, text)
				}
				return describe(l, faults)
			})
		})
	}
}

// testArchive runs each case of a txtar archive, a folder whose files before "want" are
// its input, and compares what run returns with the file "want".
func testArchive(t *testing.T, file string, run func(*testing.T, []txtar.File) string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var inputs []txtar.File
	for i, f := range a.Files {
		dir, base := path.Split(f.Name)
		if base != "want" {
			inputs = append(inputs, txtar.File{Name: base, Data: f.Data})
			continue
		}
		t.Run(path.Clean(dir), func(t *testing.T) {
			got := run(t, inputs)
			if *update {
				a.Files[i].Data = []byte(got)
			} else if got != string(f.Data) {
				t.Errorf("got:\n%s\nwant:\n%s", got, f.Data)
			}
		})
		inputs = nil
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func bytesOf(t *testing.T, text []byte) []byte {
	t.Helper()
	var out []byte
	rest := string(text)
	for {
		before, after, found := strings.Cut(rest, `\`)
		out = append(out, before...)
		switch {
		case !found:
			return out
		case strings.HasPrefix(after, "\n"):
			rest = after[1:]
		default:
			b, err := strconv.ParseUint(after[1:3], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, byte(b))
			rest = after[3:]
		}
	}
}

// Wherever a page is cut, Parse says so and keeps what stands before, unless a sentence
// or a line ends there.
func TestParseCut(t *testing.T) {
	c := seeds(t)
	for _, whole := range c.Listings {
		text := Format(whole)
		for n := range text {
			l, faults := Parse(whole.File, text[:n], c.Registry)
			before := string(text[:n])
			if faults.Err() == nil && !endsSentence(clean(before)) && !strings.HasSuffix(before, "\n") {
				t.Fatalf("%s: no error at byte %d, after %q", whole.File, n, tail(before))
			}
			for i, e := range l.Entries[:max(0, len(l.Entries)-1)] {
				if w := whole.Entries[i]; e != w {
					t.Fatalf("%s, cut at byte %d: story %d is %+v, want %+v", whole.File, n, i, e, w)
				}
			}
		}
	}
}

// describe prints a listing and what was reported of it, a line for each thing.
func describe(l Listing, faults ErrorList) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d: title %q, system %q, captured %q\n", l.Line, l.Title, l.System, l.Captured)
	for _, e := range l.Entries {
		fmt.Fprintf(&b, "%d: %s\n", e.Line, e.Headline)
		if e.Caption != "" {
			fmt.Fprintf(&b, "\tcaption %s\n", e.Caption)
		}
		if !e.Published.IsZero() {
			fmt.Fprintf(&b, "\tpublished %s\n", formatTime(e.Published, e.Day))
		}
		if e.URL != "" {
			fmt.Fprintf(&b, "\taddress %s\n", e.URL)
		}
		if e.Label != "" {
			fmt.Fprintf(&b, "\tlabel %s\n", e.Label)
		}
		if e.Standfirst != "" {
			fmt.Fprintf(&b, "\tstandfirst %s\n", e.Standfirst)
		}
	}
	for _, e := range faults {
		fmt.Fprintln(&b, e)
	}
	return b.String()
}
