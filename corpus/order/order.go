// Package order lines up items, newest first, from what is known about them: runs,
// which are lists of items that have the newest first, and the times of some items.
// It knows nothing else about the items but a key for each, which decides where
// nothing else does.
//
// What is certain is each run's order and the order of two different times; where they
// contradict each other the times win, and among runs the fewest entries are moved.
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
	Items []int  // the index that the item at each place had in the input
	Moves []Move // what was moved in the runs because of contradictions, as it was found

	times []time.Time
	given layout // the runs as they were given
	kept  layout // the runs with all moves made: no contradiction is left in them
}

// A Move is an entry that was moved within its run because other runs or the times
// contradict it. Lower stands below Upper in the run as it was given, but is newer: see
// [Order.Why]. Of moves beyond the first hundred, and when there is too much to untangle,
// Upper and Lower both are the item that was moved.
type Move struct {
	Run          int
	Upper, Lower int
	Sank         bool // Upper was moved down; else Lower was moved up
}

// Sort lines up the items. Each run holds indexes of items, each at most once. The
// result depends on the keys, the times and the runs, not on the order of the items.
func Sort(items []Item, runs [][]int) *Order {
	q := newQueue(items, runs)
	q.lineUp()
	o := &Order{Items: q.estimate(), times: make([]time.Time, len(items))}
	place := make([]int, len(items))
	for i, item := range o.Items {
		o.times[i], place[item] = items[item].Time, i
	}
	o.given = newLayout(len(items), renumbered(runs, place))
	o.kept = newLayout(len(items), renumbered(q.runs, place))
	for _, m := range q.moves {
		if move, ok := o.describe(m, place); ok {
			o.Moves = append(o.Moves, move)
		}
	}
	return o
}

// describe says which item m contradicts; it returns false if m only undid other
// moves.
func (o *Order) describe(m move, place []int) (described Move, ok bool) {
	item := place[m.item]
	if m.past == nil {
		return Move{m.run, item, item, m.sank}, true
	}
	for _, other := range m.past {
		upper, lower := item, place[other]
		if !m.sank {
			upper, lower = lower, upper
		}
		if !o.given.stands(m.run, upper, lower) {
			continue
		}
		direct := o.direct(lower, upper) != nil
		if !ok || direct {
			described, ok = Move{m.run, upper, lower, m.sank}, true
		}
		if direct {
			break
		}
	}
	return described, ok
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

// stands reports whether one item stands above another in a run that has both.
func (l *layout) stands(run, above, below int) bool {
	a, _ := l.at(run, above)
	b, _ := l.at(run, below)
	return a < b
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
