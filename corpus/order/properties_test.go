package order

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// known returns for each pair of items whether the runs and the times say that the first
// is newer than the second, by the plainest method there is.
func known(items []Item, runs [][]int) [][]bool {
	newer := make([][]bool, len(items))
	for i := range newer {
		newer[i] = make([]bool, len(items))
		for j := range newer[i] {
			a, b := items[i].Time, items[j].Time
			newer[i][j] = !a.IsZero() && !b.IsZero() && a.After(b)
		}
	}
	for _, run := range runs {
		for at, i := range run {
			for _, j := range run[at+1:] {
				newer[i][j] = true
			}
		}
	}
	for k := range newer {
		for i := range newer {
			for j := range newer {
				newer[i][j] = newer[i][j] || newer[i][k] && newer[k][j]
			}
		}
	}
	return newer
}

// checkSort checks what must hold of any order, and returns it with the items in it.
func checkSort(t *testing.T, items []Item, runs [][]int) ([]int, *Order) {
	t.Helper()
	line, o := Sort(items, runs)
	place := make([]int, len(items))
	for i, item := range line {
		place[item] = i
	}
	if all := slices.Sorted(slices.Values(line)); len(all) != len(items) || len(slices.Compact(all)) != len(items) {
		t.Fatalf("%d of %d items", len(all), len(items))
	}
	dated := -1
	for _, i := range line {
		if !items[i].Time.IsZero() {
			if dated >= 0 && items[i].Time.After(items[dated].Time) {
				t.Fatalf("%v stands below %v", items[i], items[dated])
			}
			dated = i
		}
	}
	aside := make(map[[2]int]bool) // run and place
	for _, a := range o.Aside {
		upper, up := o.given.at(a.Run, a.Upper)
		lower, low := o.given.at(a.Run, a.Lower)
		if !up || !low || upper >= lower {
			t.Fatalf("run %d does not have %d above %d", a.Run, a.Upper, a.Lower)
		}
		entry := [2]int{a.Run, a.Lower}
		if a.TooHigh {
			entry[1] = a.Upper
		}
		if aside[entry] {
			t.Fatalf("%v is set aside twice", entry)
		}
		aside[entry] = true
	}
	for r, run := range runs {
		above := -1
		for _, i := range run {
			if aside[[2]int{r, place[i]}] {
				continue
			}
			if place[i] < above {
				t.Fatalf("run %d has the item at %d below that at %d", r, place[i], above)
			}
			above = place[i]
		}
	}
	if restored, err := Restore(o.times, o.given.runs, o.Aside); err != nil || !reflect.DeepEqual(restored, o) {
		t.Fatalf("restored it is another, %v", err)
	}
	return line, o
}

// checkSmall checks what takes long to check.
func checkSmall(t *testing.T, items []Item, runs [][]int) {
	t.Helper()
	line, o := checkSort(t, items, runs)
	newer := known(items, runs)
	for _, a := range o.Aside {
		if !newer[line[a.Lower]][line[a.Upper]] {
			t.Errorf("%v is set aside for nothing", a)
		}
		if n := o.Nearest(a); !newer[line[n.Lower]][line[n.Upper]] {
			t.Errorf("%v, nearest of %v, is no contradiction", n, a)
		}
		at := a.Lower
		for _, link := range o.Why(a) {
			if link.Newer != at || link.Run == a.Run {
				t.Errorf("%v is set aside because of %v", a, link)
			}
			at = link.Older
			o.checkLink(t, link)
		}
		if at != a.Upper {
			t.Errorf("the links of %v end at %d", a, at)
		}
	}
	contradiction := false
	for i := range newer {
		contradiction = contradiction || newer[i][i]
	}
	if contradiction != (len(o.Aside) > 0) {
		t.Errorf("contradiction: %v, but set aside: %v", contradiction, o.Aside)
	}
	for a := range items {
		for b := a + 1; b < len(items); b++ {
			chain := o.Chain(a, b)
			i, j := line[a], line[b]
			if len(chain) > 0 && !newer[i][j] || len(chain) == 0 && newer[i][j] && !contradiction {
				t.Errorf("%d is newer than %d: %v, but the chain is %v", a, b, newer[i][j], chain)
			}
			if newer[j][i] && !contradiction {
				t.Errorf("%d stands above %d and is known to be older", a, b)
			}
			for _, link := range chain {
				o.checkLink(t, link)
			}
		}
	}

	turned := make([]Item, len(items)) // the same items, numbered from the end
	for i, item := range items {
		turned[len(items)-1-i] = item
	}
	var others [][]int
	for _, run := range runs {
		other := make([]int, len(run))
		for at, i := range run {
			other[at] = len(items) - 1 - i
		}
		others = append(others, other)
	}
	again, _ := Sort(turned, others)
	for place, i := range again {
		if turned[i].Key != items[line[place]].Key {
			t.Fatalf("numbered otherwise, %s stands at %d", turned[i].Key, place)
		}
	}
}

// checkLink checks that a link rests on the runs as given or the times.
func (o *Order) checkLink(t *testing.T, l Link) {
	t.Helper()
	if l.Run < 0 {
		if a, b := o.times[l.Newer], o.times[l.Older]; l.Run != -1 || a.IsZero() || b.IsZero() || !a.After(b) {
			t.Errorf("the times do not say %v", l)
		}
		return
	}
	a, up := o.given.at(l.Run, l.Newer)
	b, low := o.given.at(l.Run, l.Older)
	if !up || !low || a >= b {
		t.Errorf("the run does not say %v", l)
	}
}

// random makes up to six runs of few items, most of which are in several.
func random(rnd *rand.Rand, n int) (items []Item, runs [][]int) {
	names := rnd.Perm(n)
	dated := rnd.IntN(3)
	for i := range n {
		items = append(items, Item{Key: string(rune('a' + names[i]))})
		if rnd.IntN(3) < dated {
			items[i].Time = time.Date(2026, 1, 1, 0, -rnd.IntN(n), 0, 0, time.UTC)
		}
	}
	for range 1 + rnd.IntN(6) {
		run := rnd.Perm(n)[:1+rnd.IntN(n)]
		if rnd.IntN(2) == 0 {
			slices.Sort(run)
		}
		if at := rnd.IntN(len(run)); rnd.IntN(2) == 0 {
			pinned := run[at]
			copy(run[1:], run[:at])
			run[0] = pinned
		}
		runs = append(runs, run)
	}
	return items, runs
}

func TestSortSmall(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 3_000 {
		items, runs := random(rnd, 2+rnd.IntN(9))
		checkSmall(t, items, runs)
		if t.Failed() {
			t.Fatalf("items %v, runs %v", items, runs)
		}
	}
}

// least returns the fewest entries that must be set aside, by trying every order.
func least(items []Item, runs [][]int) int {
	best := math.MaxInt
	place := make([]int, len(items))
	var try func(order []int)
	try = func(order []int) {
		if len(order) == len(items) {
			aside := 0
			for _, run := range runs {
				aside += len(run) - longestKept(run, place)
			}
			best = min(best, aside)
			return
		}
		for i := range items {
			older := func(j int) bool {
				return !items[i].Time.IsZero() && items[i].Time.After(items[j].Time) && !items[j].Time.IsZero()
			}
			if !slices.Contains(order, i) && !slices.ContainsFunc(order, older) {
				place[i] = len(order)
				try(append(order, i))
			}
		}
	}
	try(nil)
	return best
}

// longestKept returns the length of the longest part of a run that is in order.
func longestKept(run, place []int) int {
	kept := make([]int, len(run)) // up to each entry
	for i := range run {
		for j := range i {
			if place[run[j]] < place[run[i]] {
				kept[i] = max(kept[i], kept[j])
			}
		}
		kept[i]++
	}
	return slices.Max(kept)
}

// To set aside as few as possible would take too long to find; it is not many more.
func TestFewAreSetAside(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	aside, fewest := 0, 0
	for range 300 {
		items, runs := random(rnd, 6)
		_, o := Sort(items, runs)
		n, m := len(o.Aside), least(items, runs)
		if n < m {
			t.Fatalf("%d are set aside of at least %d", n, m)
		}
		aside, fewest = aside+n, fewest+m
	}
	t.Logf("%d are set aside; the fewest possible are %d", aside, fewest)
	if 100*aside > 116*fewest {
		t.Errorf("%d are set aside; the fewest possible are %d", aside, fewest)
	}
}

func FuzzSort(f *testing.F) {
	for _, text := range []string{"abc bcd", "ab ba", "a1b3 xa2y", "ab bc ca a1c2", "", "p9a1b2c3", "abcdx xab xcd"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 40 {
			return
		}
		var texts []string
		for _, run := range strings.Fields(text) {
			seen := make(map[rune]bool)
			var b strings.Builder
			for _, c := range strings.TrimLeft(run, "0123456789") {
				if digit := c >= '0' && c <= '9'; digit || !seen[c] {
					b.WriteRune(c)
				}
				seen[c] = true
			}
			texts = append(texts, b.String())
		}
		items, runs := itemsOf(texts...)
		checkSmall(t, items, runs)
	})
}
