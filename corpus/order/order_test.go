package order

import (
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

// When the effort is spent, entries are moved blindly; still every item is taken once
// and the times hold.
func TestLineUpBlindly(t *testing.T) {
	items, runs := itemsOf("abcdefg", "gfedcba", "x1a2y3g4", "y3bx1")
	q := newQueue(items, runs)
	q.effort = 0
	q.lineUp()
	line := ""
	for _, i := range q.line {
		line += items[i].Key
	}
	if want := "xaybcdefg"; line != want {
		t.Errorf("lined up %q, want %q", line, want)
	}
	for _, m := range q.moves {
		if m.past != nil {
			t.Errorf("a blind move claims a contradiction: %+v", m)
		}
	}
}
