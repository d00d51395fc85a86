package order

import (
	"cmp"
	"math"
	"slices"
)

// estimate returns the items in the order that the package documents. Everything certain
// holds in it: along any run and from date to older date, floors never fall behind,
// and the items known to be newer grow while those known to be older shrink.
func (q *queue) estimate() []int {
	depth := q.longest(q.line, func(p spot) (int, bool) {
		if p.at == 0 {
			return 0, false
		}
		return q.runs[p.run][p.at-1], true
	})
	after := func(p spot) (int, bool) {
		if run := q.runs[p.run]; p.at+1 < len(run) {
			return run[p.at+1], true
		}
		return 0, false
	}
	oldestFirst := slices.Clone(q.line)
	slices.Reverse(oldestFirst)
	height := q.longest(oldestFirst, after)

	floor := make([]int, len(q.keys)) // group of the dates
	for _, s := range oldestFirst {
		floor[s] = math.MaxInt32
		if q.group[s] >= 0 {
			floor[s] = q.group[s]
			continue
		}
		for _, p := range q.spots[s] {
			if next, ok := after(p); ok {
				floor[s] = min(floor[s], floor[next])
			}
		}
	}

	slices.SortFunc(oldestFirst, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(floor[a], floor[b]),
			cmp.Compare(depth[a]*height[b], depth[b]*height[a]),
			cmp.Compare(q.keys[a], q.keys[b]),
		)
	})
	return oldestFirst
}

// longest returns for each item the length of the longest chain of items that ends
// in it, itself counted. Line has every item after all that come before it in a
// chain; neighbour returns the one before it in a run.
func (q *queue) longest(line []int, neighbour func(spot) (int, bool)) []int {
	length := make([]int, len(line))
	var chain, same int // the longest up to the date before, and up to the present one
	group := -1
	for _, s := range line {
		n := 1
		for _, p := range q.spots[s] {
			if b, ok := neighbour(p); ok {
				n = max(n, length[b]+1)
			}
		}
		if q.group[s] >= 0 {
			if q.group[s] != group {
				group, chain = q.group[s], same
			}
			n = max(n, chain+1)
			same = max(same, n)
		}
		length[s] = n
	}
	return length
}
