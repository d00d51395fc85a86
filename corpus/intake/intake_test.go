package intake_test

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"icsexplorer/corpus"
	"icsexplorer/corpus/intake"
	"icsexplorer/corpus/intake/htmlfile"
)

var update = flag.Bool("update", false, "rewrite the wanted files under testdata")

var loaded = sync.OnceValues(corpus.LoadRegistry)

func registry(t testing.TB) corpus.Registry {
	t.Helper()
	r, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// captured is the day on which all cases were captured.
var captured = time.Date(2026, 5, 15, 9, 0, 0, 0, time.UTC)

func read(t testing.TB, name string, data []byte, form string) intake.Result {
	t.Helper()
	src, err := htmlfile.Source(name, data)
	if err != nil {
		return intake.Result{Err: err}
	}
	src.Day = captured
	return intake.Read(src, intake.Options{Registry: registry(t), Form: form})
}

// Each archive under testdata/cases holds cases: a folder with a source and the file
// "want", what is made of it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for i := 0; i+1 < len(a.Files); i += 2 {
				in, want := a.Files[i], &a.Files[i+1]
				dir, base := path.Split(in.Name)
				if want.Name != dir+"want" {
					t.Fatalf("%s is followed by %s", in.Name, want.Name)
				}
				t.Run(path.Clean(dir), func(t *testing.T) {
					got := describe(read(t, base, in.Data, ""))
					if *update {
						want.Data = []byte(got)
					} else if got != string(want.Data) {
						t.Errorf("got:\n%s\nwant:\n%s", got, want.Data)
					}
				})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func describe(r intake.Result) string {
	var b strings.Builder
	if r.Err != nil {
		fmt.Fprintf(&b, "error: %v\n", r.Err)
	}
	fmt.Fprintf(&b, "%s, title %q, system %q", r.Form.ID, r.Title, r.System)
	if r.Guess != "" {
		fmt.Fprintf(&b, ", guess %q", r.Guess)
	}
	b.WriteByte('\n')
	for _, e := range r.Stories {
		fmt.Fprintf(&b, "%d: %s\n", e.Line, e.Headline)
		published := ""
		switch {
		case e.Day:
			published = e.Published.Format(time.DateOnly)
		case !e.Published.IsZero():
			published = e.Published.Format(time.RFC3339)
		}
		for _, part := range []struct{ name, text string }{
			{"caption", e.Caption}, {"label", e.Label}, {"published", published}, {"address", e.URL}, {"standfirst", e.Standfirst},
		} {
			if part.text != "" {
				fmt.Fprintf(&b, "\t%s %s\n", part.name, part.text)
			}
		}
	}
	for _, l := range r.Left {
		fmt.Fprintf(&b, "%d left out, %s: %s\n", l.Line, l.Reason, strings.ReplaceAll(l.Text, "\n", " / "))
	}
	for _, n := range r.Notes {
		fmt.Fprintln(&b, "note:", n)
	}
	return b.String()
}
