// Package order lines up items, newest first, from what is known about them: runs,
// which are lists of items that have the newest first, and the times of some items.
// It knows nothing else about the items but a key for each, which decides where
// nothing else does.
//
// What is certain is each run's order and the order of two different times; where they
// contradict each other the times win, and among runs few entries are set aside: where
// items form a circle, each newer than the next by some run or by the times, the entry
// that the fewest runs agree with. An entry that is set aside decides nothing.
// The rest is estimated. An item's floor is the newest dated item known to be no newer
// than itself; items come in the order of their floors, and those that are not known
// to be newer than any dated item come last. Under one floor an item comes the earlier,
// the fewer items are known to be newer than it in proportion to those known to be
// older (counted along the longest chain), and at last in the order of keys.
package order

import (
	"fmt"
	"slices"
	"time"
)

// An Item is something to line up.
type Item struct {
	Key  string    // different for every item
	Time time.Time // zero if it is not known
}

// An Order is what is known of a sequence of items, newest first. It calls an item by its
// place in the sequence, from 0.
type Order struct {
	Aside []Aside // what was set aside, as it was found

	times []time.Time
	given layout // the runs as they were given
	kept  layout // the runs without the entries that were set aside
	dated []int  // the items with a time
}

// Aside is an entry of a run that other runs or the times contradict: Lower stands below
// Upper in it, but is newer. [Order.Why] says by what.
type Aside struct {
	Run          int
	Upper, Lower int
	TooHigh      bool // the entry is Upper's; else Lower's
}

// Entry returns the item whose entry it is.
func (a Aside) Entry() int {
	if a.TooHigh {
		return a.Upper
	}
	return a.Lower
}

// Sort lines up the items and returns their indexes, newest first, with what is known of
// their order. Each run holds indexes of items, each at most once. The result depends on the
// keys, the times and the runs, not on the order of the items. It takes time in proportion
// to the entries of the runs, and to the number of runs where they contradict each other.
func Sort(items []Item, runs [][]int) ([]int, *Order) {
	return SortPatiently(items, runs, func() {})
}

// SortPatiently is [Sort], and calls rest between its parts, for a caller with one thread to look
// after others.
func SortPatiently(items []Item, runs [][]int, rest func()) ([]int, *Order) {
	q := newQueue(items, runs)
	rest()
	q.lineUp()
	rest()
	line := q.estimate()
	times := make([]time.Time, len(items))
	place := make([]int, len(items))
	for i, item := range line {
		times[i], place[item] = items[item].Time, i
	}
	rest()
	var aside []Aside
	for _, a := range q.found {
		aside = append(aside, Aside{a.Run, place[a.Upper], place[a.Lower], a.TooHigh})
	}
	return line, newOrder(times, newLayout(len(items), renumbered(runs, place)), aside)
}

// Restore returns what [Sort] did, given the times of the items in their sequence, the runs,
// which call each item by its place in it, and what was set aside. It is an error if
// the rest of the runs is not in the sequence.
func Restore(times []time.Time, runs [][]int, aside []Aside) (*Order, error) {
	given := newLayout(len(times), runs)
	for i, a := range aside {
		_, up := given.at(a.Run, a.Upper)
		_, low := given.at(a.Run, a.Lower)
		if !up || !low {
			return nil, fmt.Errorf("number %d of what was set aside is of no run", i)
		}
	}
	o := newOrder(times, given, aside)
	for r, run := range o.kept.runs {
		for i := 1; i < len(run); i++ {
			if run[i] <= run[i-1] {
				return nil, fmt.Errorf("run %d has the item at %d below that at %d", r, run[i], run[i-1])
			}
		}
	}
	return o, nil
}

func newOrder(times []time.Time, given layout, aside []Aside) *Order {
	o := &Order{Aside: aside, times: times, given: given, kept: given}
	if len(aside) > 0 {
		o.kept = newLayout(len(times), without(given.runs, aside))
	}
	for i, t := range times {
		if !t.IsZero() {
			o.dated = append(o.dated, i)
		}
	}
	return o
}

// without returns the runs without the entries that were set aside.
func without(runs [][]int, aside []Aside) [][]int {
	out := make([]map[int]bool, len(runs))
	for _, a := range aside {
		if out[a.Run] == nil {
			out[a.Run] = make(map[int]bool)
		}
		out[a.Run][a.Entry()] = true
	}
	kept := slices.Clone(runs)
	for r := range kept {
		if out[r] != nil {
			kept[r] = slices.DeleteFunc(slices.Clone(runs[r]), func(item int) bool { return out[r][item] })
		}
	}
	return kept
}

// A spot is an item's place in a run.
type spot struct{ run, at int }

// A layout is runs together with the places of each item in them.
type layout struct {
	runs  [][]int
	spots [][]spot // of each item, in the order of the runs
}

// newLayout keeps the runs.
func newLayout(items int, runs [][]int) layout {
	n := make([]int, items)
	all := 0
	for _, run := range runs {
		all += len(run)
		for _, item := range run {
			n[item]++
		}
	}
	l := layout{runs, make([][]spot, items)}
	room := make([]spot, all)
	for item := range l.spots {
		l.spots[item], room = room[:0:n[item]], room[n[item]:]
	}
	for r, run := range runs {
		for at, item := range run {
			l.spots[item] = append(l.spots[item], spot{r, at})
		}
	}
	return l
}

// at returns the place of an item in a run, and whether it has one.
func (l *layout) at(run, item int) (at int, ok bool) {
	for _, p := range l.spots[item] {
		if p.run == run {
			return p.at, true
		}
	}
	return 0, false
}

// renumbered returns copies of the runs in which each item is called by its place.
func renumbered(runs [][]int, place []int) [][]int {
	out := make([][]int, len(runs))
	for r, run := range runs {
		out[r] = make([]int, len(run))
		for i, item := range run {
			out[r][i] = place[item]
		}
	}
	return out
}
