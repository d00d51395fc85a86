package corpus

import (
	"cmp"
	"slices"
)

// A queue lines up stories so that every run's order and every date holds. It takes
// one story after another that is first of all that remain in every run it is part of
// and has no newer date before it. Where no story is, the runs contradict each other:
// an entry is moved within its run, up or down, just past the stories it contradicts.
type queue struct {
	keys   []string
	spots  [][]spot
	runs   [][]int32
	head   []int32 // of each run: the first that remains
	line   []int32 // the stories taken, newest first
	taken  []bool
	moves  []move
	effort int // stories that may still be looked at to untangle contradictions

	dated  []int32 // the dated stories, newest first
	first  int     // of dated: the first that remains
	datum  []int32 // of each story: its index in dated, -1 if it has no date
	group  []int32 // of each story: 0 for the newest date, 1 for the next, -1 for none
	tangle tangle
}

// A move is an entry that contradicts other listings or the dates.
type move struct {
	listing int
	story   int32
	sank    bool    // it stands too high in the listing; else too low
	past    []int32 // the stories it was moved past, nearest first; nil beyond maxFaults moves and maxEffort
}

func newQueue(stories []Story, runs [][]int32) *queue {
	q := &queue{
		keys:  make([]string, len(stories)),
		spots: make([][]spot, len(stories)),
		runs:  runs,
		head:  make([]int32, len(runs)),
		line:  make([]int32, 0, len(stories)),
		taken: make([]bool, len(stories)),
		datum: make([]int32, len(stories)),
		group: make([]int32, len(stories)),

		effort: maxEffort,
	}
	for s := range stories {
		q.keys[s] = stories[s].Key
		q.datum[s], q.group[s] = -1, -1
		if !stories[s].Published.IsZero() {
			q.dated = append(q.dated, int32(s))
		}
	}
	slices.SortFunc(q.dated, func(a, b int32) int {
		return cmp.Or(stories[b].Published.Compare(stories[a].Published), cmp.Compare(q.keys[a], q.keys[b]))
	})
	group := int32(0)
	for i, s := range q.dated {
		if i > 0 && !stories[s].Published.Equal(stories[q.dated[i-1]].Published) {
			group++
		}
		q.datum[s], q.group[s] = int32(i), group
	}
	for r, run := range runs {
		for at, s := range run {
			q.spots[s] = append(q.spots[s], spot{int32(r), int32(at)})
		}
	}
	return q
}

// lineUp takes all stories.
func (q *queue) lineUp() {
	for len(q.line) < cap(q.line) {
		n := len(q.line)
		for r, run := range q.runs {
			for int(q.head[r]) < len(run) && q.isReady(run[q.head[r]]) {
				q.take(run[q.head[r]])
			}
		}
		if len(q.line) == n {
			q.untangle()
		}
	}
}

// isReady tells whether s may be taken next.
func (q *queue) isReady(s int32) bool {
	for _, p := range q.spots[s] {
		if p.at != q.head[p.run] {
			return false
		}
	}
	return q.isDue(s)
}

// isDue tells whether no story with a newer date than s remains.
func (q *queue) isDue(s int32) bool {
	return q.datum[s] < 0 || q.group[s] == q.group[q.dated[q.first]]
}

func (q *queue) take(s int32) {
	q.line = append(q.line, s)
	q.taken[s] = true
	for _, p := range q.spots[s] {
		q.head[p.run]++
	}
	for q.first < len(q.dated) && q.taken[q.dated[q.first]] {
		q.first++
	}
}

// shift moves the story at one place of a run to another.
func (q *queue) shift(r int32, from, to int32) {
	run := q.runs[r]
	step := int32(1)
	if to < from {
		step = -1
	}
	m := move{listing: int(r), story: run[from], sank: to > from}
	for at := from; at != to; at += step {
		if len(q.moves) < maxFaults && q.effort > 0 {
			m.past = append(m.past, run[at+step])
		}
		q.put(r, at, run[at+step])
	}
	q.put(r, to, m.story)
	q.moves = append(q.moves, m)
}

// put sets the story at a place of a run.
func (q *queue) put(r, at, s int32) {
	q.runs[r][at] = s
	for i := range q.spots[s] {
		if q.spots[s][i].run == r {
			q.spots[s][i].at = at
		}
	}
}
