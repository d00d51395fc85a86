package order

import (
	"cmp"
	"slices"
)

// A queue lines up items so that every run's order and every time holds. It takes one
// item after another that is first of all that remain in every run it is part of and
// has no newer time before it. Where no item is, the runs contradict each other: an
// entry is moved within its run, up or down, just past the items it contradicts.
type queue struct {
	keys []string
	layout
	head   []int // of each run: the first that remains
	line   []int // the items taken, newest first
	taken  []bool
	moves  []move
	effort int // items that may still be looked at to untangle contradictions

	dated  []int // the dated items, newest first
	first  int   // of dated: the first that remains
	datum  []int // of each item: its index in dated, -1 if it has no date
	group  []int // of each item: 0 for the newest date, 1 for the next, -1 for none
	tangle tangle
}

// A move is an entry that contradicts other runs or the times.
type move struct {
	run  int
	item int
	sank bool  // it stands too high in the run; else too low
	past []int // the items it was moved past, nearest first; nil beyond maxMoves moves and maxEffort
}

// maxMoves is the number of moves of which it is remembered what they were past.
const maxMoves = 100

func newQueue(items []Item, runs [][]int) *queue {
	copies := make([][]int, len(runs))
	for r, run := range runs {
		copies[r] = slices.Clone(run)
	}
	q := &queue{
		layout: newLayout(len(items), copies),
		keys:   make([]string, len(items)),
		head:   make([]int, len(runs)),
		line:   make([]int, 0, len(items)),
		taken:  make([]bool, len(items)),
		datum:  make([]int, len(items)),
		group:  make([]int, len(items)),

		effort: maxEffort,
	}
	for s := range items {
		q.keys[s] = items[s].Key
		q.datum[s], q.group[s] = -1, -1
		if !items[s].Time.IsZero() {
			q.dated = append(q.dated, s)
		}
	}
	slices.SortFunc(q.dated, func(a, b int) int {
		return cmp.Or(items[b].Time.Compare(items[a].Time), cmp.Compare(q.keys[a], q.keys[b]))
	})
	group := 0
	for i, s := range q.dated {
		if i > 0 && !items[s].Time.Equal(items[q.dated[i-1]].Time) {
			group++
		}
		q.datum[s], q.group[s] = i, group
	}
	return q
}

// lineUp takes all items.
func (q *queue) lineUp() {
	for len(q.line) < cap(q.line) {
		n := len(q.line)
		for r, run := range q.runs {
			for q.head[r] < len(run) && q.isReady(run[q.head[r]]) {
				q.take(run[q.head[r]])
			}
		}
		if len(q.line) == n {
			q.untangle()
		}
	}
}

// isReady reports whether s may be taken next.
func (q *queue) isReady(s int) bool {
	for _, p := range q.spots[s] {
		if p.at != q.head[p.run] {
			return false
		}
	}
	return q.isDue(s)
}

// isDue reports whether no item with a newer time than s remains.
func (q *queue) isDue(s int) bool {
	return q.datum[s] < 0 || q.group[s] == q.group[q.dated[q.first]]
}

func (q *queue) take(s int) {
	q.line = append(q.line, s)
	q.taken[s] = true
	for _, p := range q.spots[s] {
		q.head[p.run]++
	}
	for q.first < len(q.dated) && q.taken[q.dated[q.first]] {
		q.first++
	}
}

// shift moves the item at one place of a run to another.
func (q *queue) shift(r int, from, to int) {
	run := q.runs[r]
	step := 1
	if to < from {
		step = -1
	}
	m := move{run: r, item: run[from], sank: to > from}
	for at := from; at != to; at += step {
		if len(q.moves) < maxMoves && q.effort > 0 {
			m.past = append(m.past, run[at+step])
		}
		q.put(r, at, run[at+step])
	}
	q.put(r, to, m.item)
	q.moves = append(q.moves, m)
}

// put sets the item at a place of a run.
func (q *queue) put(r, at, s int) {
	q.runs[r][at] = s
	for i := range q.spots[s] {
		if q.spots[s][i].run == r {
			q.spots[s][i].at = at
		}
	}
}
