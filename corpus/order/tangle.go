package order

import "cmp"

// maxEffort bounds the items looked at to untangle contradictions, and so the time.
// Beyond it (listings of thousands of entries in reverse, say) entries are moved
// without asking whether a better choice exists.
const maxEffort = 1 << 22

// A tangle finds items each of which is known to be newer than all the others: a
// strongly connected component, found as Tarjan does.
type tangle struct {
	index []int // of each item: when it was visited, from 1; 0 if it was not
	low   []int // the earliest visited item that can be reached
	stack []int
	in    []bool // of each item: it is one of the tangle found
	sunk  []bool // of each item: it was moved down
}

// untangle moves an entry of a run so that the line can go on. It is called when no
// item is ready.
func (q *queue) untangle() {
	if q.effort <= 0 {
		q.raise(q.next())
		return
	}
	found := q.findTangle()
	oldest := -1 // date in it
	for _, s := range found {
		oldest = max(oldest, q.group[s])
	}
	var best choice
	for i, s := range found {
		if c := q.consider(s, oldest); c.moves > 0 && (i == 0 || best.moves == 0 || c.compare(best, q.keys) < 0) {
			best = c
		}
	}
	if best.rise {
		q.raise(best.item)
	} else {
		q.sink(best.item)
	}
	clear(q.tangle.in)
}

// next returns a item that no date forbids to take.
func (q *queue) next() int {
	for r, run := range q.runs {
		if q.head[r] < len(run) && q.isDue(run[q.head[r]]) {
			return run[q.head[r]]
		}
	}
	return q.dated[q.first]
}

// A choice is a item whose entries might be moved.
type choice struct {
	item  int
	rise  bool // move it up where it is low; else down where it is high
	moves int  // entries to move; 0 if it is no choice
	far   int  // how far apart its places are, at most
}

// compare orders choices, the best first: the fewest entries moved; then the item
// farthest out of place, since the many items it stands in the way of are unlikely
// to be wrong together.
func (c choice) compare(d choice, keys []string) int {
	return cmp.Or(
		cmp.Compare(c.moves, d.moves),
		cmp.Compare(d.far, c.far),
		cmp.Compare(keys[c.item], keys[d.item]),
	)
}

// consider says what moving a item of the tangle takes. A choice is a item that is
// first in some run, or the newest by date. To sink one by whose date another of the
// tangle is older would not help. A item sinks only once, and one that has risen is
// taken next, so there is an end to it.
func (q *queue) consider(s, oldest int) choice {
	c := choice{item: s}
	high, low := 0, 0
	for _, p := range q.spots[s] {
		ahead := p.at - q.head[p.run]
		switch {
		case ahead > 0:
			low++
			c.far = max(c.far, ahead)
		case q.end(p) > p.at:
			high++
		}
	}
	due := q.isDue(s)
	if !due {
		c.far = max(c.far, q.datum[s]-q.first)
	}
	canSink := high > 0 && !q.tangle.sunk[s] && (q.group[s] < 0 || q.group[s] == oldest)
	canRise := low > 0 && due && (high > 0 || q.datum[s] >= 0)
	switch {
	case canSink && (!canRise || high <= low):
		c.moves = high
	case canRise:
		c.rise, c.moves = true, low
	}
	return c
}

// end returns the place of the last item of the tangle in an unbroken row from p on.
func (q *queue) end(p spot) int {
	run, at := q.runs[p.run], p.at
	for at+1 < len(run) && q.tangle.in[run[at+1]] {
		at++
	}
	return at
}

// sink moves s below all items of the tangle wherever it is first.
func (q *queue) sink(s int) {
	q.tangle.sunk[s] = true
	for i := range q.spots[s] {
		p := q.spots[s][i]
		if end := q.end(p); p.at == q.head[p.run] && end > p.at {
			q.shift(p.run, p.at, end)
		}
	}
}

// raise moves s to the front wherever it is not first.
func (q *queue) raise(s int) {
	for i := range q.spots[s] {
		if p := q.spots[s][i]; p.at > q.head[p.run] {
			q.shift(p.run, p.at, q.head[p.run])
		}
	}
}

// findTangle returns a tangle that no other item stands before.
func (q *queue) findTangle() []int {
	t := &q.tangle
	if t.index == nil {
		t.index = make([]int, len(q.keys))
		t.low = make([]int, len(q.keys))
		t.in = make([]bool, len(q.keys))
		t.sunk = make([]bool, len(q.keys))
	}
	clear(t.index)
	t.stack = t.stack[:0]
	for r, run := range q.runs {
		if q.head[r] < len(run) {
			found := q.visit(run[q.head[r]])
			for _, s := range found {
				t.in[s] = true
			}
			return found
		}
	}
	return nil
}

// visit looks for a tangle among s and all that stands before it, and returns the
// first one it finds: nothing stands before that.
func (q *queue) visit(s int) []int {
	t := &q.tangle
	q.effort--
	t.stack = append(t.stack, s)
	at := len(t.stack) - 1
	t.index[s] = len(t.stack)
	t.low[s] = t.index[s]
	var found []int
	q.before(s, func(b int) bool {
		if t.index[b] == 0 {
			found = q.visit(b)
		}
		t.low[s] = min(t.low[s], t.low[b])
		return found == nil
	})
	if found == nil && t.low[s] == t.index[s] {
		return t.stack[at:]
	}
	return found
}

// before calls yield for the remaining items that must be taken just before s, until
// it returns false.
func (q *queue) before(s int, yield func(int) bool) {
	for _, p := range q.spots[s] {
		if p.at > q.head[p.run] && !yield(q.runs[p.run][p.at-1]) {
			return
		}
	}
	if q.isDue(s) {
		return
	}
	at := q.datum[s] - 1
	for q.group[q.dated[at]] == q.group[s] {
		at--
	}
	for group := q.group[q.dated[at]]; at >= q.first && q.group[q.dated[at]] == group; at-- {
		if b := q.dated[at]; !q.taken[b] && !yield(b) {
			return
		}
	}
}
