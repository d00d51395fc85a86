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
	newestFirst, _ := Sort(items, runs)
	line := ""
	for _, i := range newestFirst {
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
	if got, _ := Sort(items, nil); !slices.Equal(got, []int{3, 2, 1, 0}) {
		t.Errorf("got %v", got)
	}
}

func TestRestoreRefusesWhatIsNotInTheSequence(t *testing.T) {
	times := make([]time.Time, 3)
	for _, tt := range []struct {
		name  string
		runs  [][]int
		aside []Aside
		want  string
	}{
		{"in it", [][]int{{0, 2}, {1}}, nil, ""},
		{"but for what is set aside", [][]int{{0, 2, 1}}, []Aside{{Run: 0, Upper: 2, Lower: 1}}, ""},
		{"not in it", [][]int{{0, 1}, {0, 2, 1}}, nil, "run 1 has the item at 1 below that at 2"},
		{"an item twice", [][]int{{0, 1, 1}}, nil, "run 0 has the item at 1 below that at 1"},
		{"set aside in no run", [][]int{{0, 1}}, []Aside{{Run: 1, Upper: 0, Lower: 1}}, "number 0 of what was set aside is of no run"},
		{"set aside in the run of others", [][]int{{0, 1}, {2}}, []Aside{{Run: 1, Upper: 2, Lower: 1}}, "number 0 of what was set aside is of no run"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if _, err := Restore(times, tt.runs, tt.aside); err != nil {
				got = err.Error()
			}
			if got != tt.want {
				t.Errorf("error %q, want %q", got, tt.want)
			}
		})
	}
}
