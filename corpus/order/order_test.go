package order

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// itemsOf makes items of runs of letters; a digit after a letter is its age in hours.
func itemsOf(texts ...string) (items []Item, runs [][]int) {
	known := make(map[rune]int)
	runs = make([][]int, len(texts))
	for r, text := range texts {
		for _, c := range text {
			if c >= '0' && c <= '9' {
				items[runs[r][len(runs[r])-1]].Time = time.Date(2026, 1, 1, 12-int(c-'0'), 0, 0, 0, time.UTC)
				continue
			}
			i, ok := known[c]
			if !ok {
				i = len(items)
				known[c] = i
				items = append(items, Item{Key: string(c)})
			}
			runs[r] = append(runs[r], i)
		}
	}
	return items, runs
}

// sorted returns the keys of the runs' items in order.
func sorted(texts ...string) string {
	items, runs := itemsOf(texts...)
	line := ""
	for _, i := range Sort(items, runs).Items {
		line += items[i].Key
	}
	return line
}

// Under one floor the chains above and below an item decide, and dates are links of
// them.
func TestEstimate(t *testing.T) {
	for _, tt := range []struct{ name, runs, want string }{
		{"more above it", "pvx9 ux9", "puvx"},
		{"more below it", "ux9 vwx9", "vuwx"},
		{"dates above it count", "a1b2 c3ux9 pqvx9", "abcpqvux"},
		{"dates below it count", "pbx7 qratx7 y8", "qprbatxy"},
		{"an equal date above it does not count", "a3 c3ux9 pvx9", "capuvx"},
		{"an equal date below it does not count", "pbx7 qratx7 y7", "qprabytx"},
		{"the proportion of both counts", "mrs pawxyz", "pmawrxysz"},
		{"else the keys", "ux9 vx9", "uvx"},
		{"a nearer floor comes first", "abcu8 v9", "abcuv"},
		{"the nearest of several floors counts", "au3 va w1 vx9", "wvaux"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := sorted(strings.Fields(tt.runs)...); got != tt.want {
				t.Errorf("%q is lined up as %q, want %q", tt.runs, got, tt.want)
			}
		})
	}
}

// An item that no run has comes all the same.
func TestItemsWithoutRuns(t *testing.T) {
	items := []Item{{Key: "c"}, {Key: "b"}, {Key: "a", Time: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}, {Key: "d", Time: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)}}
	if got := Sort(items, nil).Items; !slices.Equal(got, []int{3, 2, 1, 0}) {
		t.Errorf("got %v", got)
	}
}
