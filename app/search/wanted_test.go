package search

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A wish is a query and the headlines any of which should come first.
type wish struct {
	query string
	want  []string
}

func wishes(t *testing.T) []wish {
	t.Helper()
	text, err := os.ReadFile("testdata/wanted.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []wish
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		i := strings.LastIndex(line, " |")
		if i < 0 {
			t.Fatalf("testdata/wanted.txt: no bar in %q", line)
		}
		query, headline := line[:i], strings.TrimSpace(line[i+2:])
		if n := len(list); n == 0 || list[n-1].query != query {
			list = append(list, wish{query: query})
		}
		if headline != "" {
			last := &list[len(list)-1]
			last.want = append(last.want, headline)
		}
	}
	return list
}

// golden compares got with a file of testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	was, is := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(was), len(is)) {
		if i >= len(was) || i >= len(is) || was[i] != is[i] {
			t.Fatalf("%s differs from line %d on (go test -update writes it):\n%s", file, i+1, strings.Join(is[min(i, len(is)):min(i+3, len(is))], "\n"))
		}
	}
}

// TestWanted holds what queries find: the first three hits of each, why they stand
// there and what is marked, the same natively and in WebAssembly; and how often the
// wanted story is first, among five, and how far down it is (MRR).
func TestWanted(t *testing.T) {
	texts := twoListings(t)
	s := New(texts).NewSearcher()
	var report strings.Builder
	var first, five, sum float64
	n := 0
	for _, w := range wishes(t) {
		r := s.Search(w.query, Options{})
		fmt.Fprintf(&report, "%s\n", w.query)
		if r.Partial {
			fmt.Fprintf(&report, "  some of the words\n")
		}
		if r.Corrected != "" {
			fmt.Fprintf(&report, "  corrected: %s\n  verbatim: %s\n", r.Corrected, r.Verbatim)
		}
		for _, h := range r.Hits[:min(3, len(r.Hits))] {
			fmt.Fprintf(&report, "  %s\n    %s\n", marked(r, h.Story, h.Field), r.Explain(h))
		}
		if rest := len(r.Hits) - 3; rest > 0 {
			fmt.Fprintf(&report, "  and %d more\n", rest)
		}
		if len(w.want) == 0 {
			if len(r.Hits) > 0 {
				t.Errorf("%q finds %q", w.query, texts.Text(r.Hits[0].Story, Headline))
			}
			continue
		}
		n++
		switch at := slices.IndexFunc(r.Hits, func(h Hit) bool { return slices.Contains(w.want, texts.Text(h.Story, Headline)) }); {
		case at < 0:
			t.Errorf("%q does not find %q", w.query, w.want[0])
		case at == 0:
			first++
			fallthrough
		case at < 5:
			five++
			fallthrough
		default:
			sum += 1 / float64(at+1)
			if at > 0 {
				t.Errorf("%q finds %q first, and %q only in place %d", w.query, texts.Text(r.Hits[0].Story, Headline), w.want[0], at+1)
			}
		}
	}
	golden(t, "ranking.golden", report.String())
	golden(t, "recall.golden", fmt.Sprintf("queries   %d\nrecall@1  %.3f\nrecall@5  %.3f\nMRR       %.3f\n", n, first/float64(n), five/float64(n), sum/float64(n)))
}

// bracketed returns field f of a story with what a marks of it in brackets.
func bracketed(a Answer, story int, f Field) string {
	text := a.plan.texts.Text(story, f)
	var b strings.Builder
	at := 0
	for _, m := range a.Marks(story, f) {
		b.WriteString(text[at:m.Start] + "[" + text[m.Start:m.End] + "]")
		at = m.End
	}
	return b.String() + text[at:]
}

// marked returns the headline of a story, and then the field if it is another, with
// marks. Of systems only the names marked are shown.
func marked(a Answer, story int, f Field) string {
	shown := bracketed(a, story, Headline)
	switch f {
	case Caption, Standfirst:
		shown += " — " + bracketed(a, story, f)
	case System:
		for name := range strings.SplitSeq(bracketed(a, story, System), separator) {
			if strings.Contains(name, "[") {
				shown += " — " + name
			}
		}
	}
	return shown
}
