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

import "time"

// An Item is something to line up.
type Item struct {
	Key  string    // different for every item
	Time time.Time // zero if it is not known
}

// An Order is a sequence of items, newest first. But for Items, everything in it calls
// an item by its place in the sequence, from 0.
type Order struct {
	Items []int   // the index that the item at each place had in the input
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

// Sort lines up the items. Each run holds indexes of items, each at most once. The
// result depends on the keys, the times and the runs, not on the order of the items. It
// takes time in proportion to the entries of the runs, and to the number of runs where
// they contradict each other.
func Sort(items []Item, runs [][]int) *Order { return SortPatiently(items, runs, func() {}) }

// SortPatiently is [Sort], and calls rest between its parts, for a caller with one thread to look
// after others.
func SortPatiently(items []Item, runs [][]int, rest func()) *Order {
	q := newQueue(items, runs)
	rest()
	q.lineUp()
	rest()
	o := &Order{Items: q.estimate(), times: make([]time.Time, len(items))}
	place := make([]int, len(items))
	for i, item := range o.Items {
		o.times[i], place[item] = items[item].Time, i
		if !o.times[i].IsZero() {
			o.dated = append(o.dated, i)
		}
	}
	rest()
	o.given = newLayout(len(items), renumbered(runs, place))
	o.kept = newLayout(len(items), renumbered(q.runs, place))
	for _, a := range q.found {
		o.Aside = append(o.Aside, Aside{a.Run, place[a.Upper], place[a.Lower], a.TooHigh})
	}
	return o
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
	l := layout{runs, make([][]spot, items)}
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
