package corpus

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// folded has the characters that decompose, and what each of them folds to. A line is a run
// of characters without a gap: the code point of the first, in hexadecimal, and what it and
// those behind it fold to, with single spaces between; an empty one is a character that leaves no letter.
//
// It is made from the tables of golang.org/x/text by
//
//	go test ./corpus -run FoldedTable -update
//
// and is a quarter of them: to compare words takes no more.
//
//go:embed folded.txt
var folded string

// A foldedRun is a line of it.
type foldedRun struct {
	first rune
	texts string
}

var foldedRuns = sync.OnceValue(func() []foldedRun {
	runs := make([]foldedRun, 0, strings.Count(folded, "\n"))
	for line := range strings.Lines(folded) {
		first, texts, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		code, err := strconv.ParseInt(first, 16, 32)
		if err != nil {
			panic(err) // a test reads it
		}
		runs = append(runs, foldedRun{rune(code), texts})
	}
	return runs
})

// foldedParts returns what a character that decomposes folds to, and whether it does.
func foldedParts(r rune) (text string, ok bool) {
	runs := foldedRuns()
	i := sort.Search(len(runs), func(i int) bool { return runs[i].first > r }) - 1
	if i < 0 {
		return "", false
	}
	rest := runs[i].texts
	for range r - runs[i].first {
		if _, rest, ok = strings.Cut(rest, " "); !ok {
			return "", false
		}
	}
	text, _, _ = strings.Cut(rest, " ")
	return text, true
}
