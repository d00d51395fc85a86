package order

import (
	"cmp"
	"slices"
)

// A queue lines up items so that every run's order and every time holds. It takes one
// item after another that is first of all that remain in every run it is part of and
// has no newer time before it. Where no item is, the runs contradict each other, and an
// entry is set aside: its run then says nothing about the item.
type queue struct {
	keys []string
	layout
	aside [][]bool // of each run: the entries set aside; its items no longer have these spots
	head  []int    // of each run: the first that remains
	open  int      // the first run of which something remains, or one before it
	line  []int    // the items taken, newest first
	taken []bool
	check []int // items that may have become ready
	found []Aside
	path  []step // of circle
	on    []int  // of each item: its index in path, counted from 1; 0 if it is not there
	steps int    // spots looked at to find circles, for tests

	dated []int // the dated items, newest first
	first int   // of dated: the first that remains
	datum []int // of each item: its index in dated, -1 if it has no time
	group []int // of each item: 0 for the newest time, 1 for the next, -1 for none
}

func newQueue(items []Item, runs [][]int) *queue {
	q := &queue{
		keys:   make([]string, len(items)),
		layout: newLayout(len(items), runs),
		aside:  make([][]bool, len(runs)),
		head:   make([]int, len(runs)),
		line:   make([]int, 0, len(items)),
		taken:  make([]bool, len(items)),
		on:     make([]int, len(items)),
		datum:  make([]int, len(items)),
		group:  make([]int, len(items)),
	}
	for r, run := range runs {
		q.aside[r] = make([]bool, len(run))
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

// lineUp takes all items, and leaves the entries that were set aside out of the runs.
func (q *queue) lineUp() {
	for s := range q.keys {
		q.check = append(q.check, s)
	}
	for {
		for len(q.check) > 0 {
			s := q.check[len(q.check)-1]
			q.check = q.check[:len(q.check)-1]
			if !q.taken[s] && q.isReady(s) {
				q.take(s)
			}
		}
		if len(q.line) == len(q.keys) {
			break
		}
		q.untangle()
	}
	kept := make([][]int, len(q.runs))
	for r, run := range q.runs {
		for at, s := range run {
			if !q.aside[r][at] {
				kept[r] = append(kept[r], s)
			}
		}
	}
	q.layout = newLayout(len(q.keys), kept)
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
		q.advance(p.run)
	}
	for q.first < len(q.dated) && q.taken[q.dated[q.first]] {
		q.first++
	}
	if q.first == len(q.dated) || q.datum[s] < 0 || q.isDue(s) {
		return
	}
	for _, d := range q.dated[q.first:] { // a group has become due
		if !q.isDue(d) {
			break
		}
		q.check = append(q.check, d)
	}
}

// advance moves the head of a run past entries that were set aside.
func (q *queue) advance(r int) {
	run := q.runs[r]
	for q.head[r] < len(run) && q.aside[r][q.head[r]] {
		q.head[r]++
	}
	if q.head[r] < len(run) {
		q.check = append(q.check, run[q.head[r]])
	}
}

// setAside lets a run say nothing about s.
func (q *queue) setAside(s, r int) {
	i := slices.IndexFunc(q.spots[s], func(p spot) bool { return p.run == r })
	q.aside[r][q.spots[s][i].at] = true
	q.spots[s] = slices.Delete(q.spots[s], i, i+1)
	q.check = append(q.check, s)
	q.advance(r)
}
