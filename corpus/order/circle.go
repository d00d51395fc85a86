package order

import "cmp"

// A step is an item of a circle and what keeps it from being taken: the next item, which
// is first in a run that has this one farther down, or is newer by its time if run is -1.
type step struct{ item, run int }

// untangle sets an entry aside so that the line can go on. It is called when no item is
// ready. Each item is then kept back by another: by one that is first in a run, or by the
// newest of the times. Going from item to item in this way must lead back to one met
// before, and that is a circle. By the runs and times each item of a circle is newer than
// itself, so at least one of its entries is wrong.
func (q *queue) untangle() {
	circle := q.circle()
	var best choice
	for i, s := range circle {
		before := circle[(i+len(circle)-1)%len(circle)]
		if c := q.consider(s, before); i == 0 || q.compare(c, best) < 0 {
			best = c
		}
	}
	q.found = append(q.found, best.Aside)
	q.setAside(best.item, best.Run)
}

// circle returns a circle, each item kept back by the next and the last by the first.
func (q *queue) circle() []step {
	q.path = q.path[:0]
	for q.head[q.open] == len(q.runs[q.open]) {
		q.open++
	}
	s := q.runs[q.open][q.head[q.open]]
	for q.on[s] == 0 {
		run, next := q.obstacle(s)
		q.path = append(q.path, step{s, run})
		q.on[s] = len(q.path)
		s = next
	}
	start := q.on[s] - 1
	for _, p := range q.path {
		q.on[p.item] = 0
	}
	return q.path[start:]
}

// obstacle returns an item that keeps s back, and the run that has it farther up than
// s, -1 if its time is newer. Of several runs it is the one in which s is lowest.
func (q *queue) obstacle(s int) (run, item int) {
	if !q.isDue(s) {
		return -1, q.dated[q.first]
	}
	low := spot{at: -1}
	ahead := 0
	for _, p := range q.spots[s] {
		q.steps++
		if n := p.at - q.head[p.run]; n > ahead {
			low, ahead = p, n
		}
	}
	return low.run, q.runs[low.run][q.head[low.run]]
}

// A choice is an entry that might be set aside.
type choice struct {
	Aside
	item  int
	votes int // runs that agree: if the entry is too high, those that have the item first; if too low, farther down
	far   int // how far apart its places are, at most
}

// compare orders choices, the best first: the entry that the fewest runs agree with; then
// the item farthest out of place, since the many items it is in the way of are unlikely
// to be wrong together; then the smaller key.
func (q *queue) compare(a, b choice) int {
	return cmp.Or(
		cmp.Compare(a.votes, b.votes),
		cmp.Compare(b.far, a.far),
		cmp.Compare(q.keys[a.item], q.keys[b.item]),
	)
}

// consider returns the better of two choices about the item of s: its entry is too high in
// the run where it keeps back the item before it in the circle, or too low in the run
// where it is itself kept back. Where a time keeps an item back, there is no entry to
// blame.
func (q *queue) consider(s, before step) choice {
	c := choice{item: s.item}
	high, low := 0, 0
	for _, p := range q.spots[s.item] {
		q.steps++
		switch ahead := p.at - q.head[p.run]; {
		case ahead > 0:
			low++
			c.far = max(c.far, ahead)
		case p.at+1 < len(q.runs[p.run]):
			high++
		}
	}
	if !q.isDue(s.item) {
		c.far = max(c.far, q.datum[s.item]-q.first)
	}
	if before.run >= 0 && (s.run < 0 || high <= low) {
		c.votes, c.Aside = high, Aside{before.run, s.item, before.item, true}
	} else {
		c.votes, c.Aside = low, Aside{s.run, q.runs[s.run][q.head[s.run]], s.item, false}
	}
	return c
}
