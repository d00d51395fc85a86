package corpus

import (
	"cmp"
	"math"
	"slices"
)

// estimate returns the stories in the order that Merge documents. Everything certain
// holds in it: along any run and from date to older date, floors never fall behind,
// and the stories known to be newer grow while those known to be older shrink.
func (q *queue) estimate(stories []Story) []int32 {
	depth := q.longest(q.line, func(p spot) (int32, bool) {
		if p.at == 0 {
			return 0, false
		}
		return q.runs[p.run][p.at-1], true
	})
	after := func(p spot) (int32, bool) {
		if run := q.runs[p.run]; int(p.at)+1 < len(run) {
			return run[p.at+1], true
		}
		return 0, false
	}
	oldestFirst := slices.Clone(q.line)
	slices.Reverse(oldestFirst)
	height := q.longest(oldestFirst, after)

	floor := make([]int32, len(stories)) // group of the dates
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

	slices.SortFunc(oldestFirst, func(a, b int32) int {
		return cmp.Or(
			cmp.Compare(floor[a], floor[b]),
			cmp.Compare(depth[a]*height[b], depth[b]*height[a]),
			cmp.Compare(q.keys[a], q.keys[b]),
		)
	})
	return oldestFirst
}

// longest returns for each story the length of the longest chain of stories that ends
// in it, itself counted. Line has every story after all that come before it in a
// chain; neighbour returns the one before it in a run.
func (q *queue) longest(line []int32, neighbour func(spot) (int32, bool)) []int64 {
	length := make([]int64, len(line))
	var chain, same int64 // the longest up to the date before, and up to the present one
	group := int32(-1)
	for _, s := range line {
		var n int64
		for _, p := range q.spots[s] {
			if b, ok := neighbour(p); ok {
				n = max(n, length[b])
			}
		}
		if q.group[s] >= 0 {
			if q.group[s] != group {
				group, chain = q.group[s], max(chain, same)
			}
			n = max(n, chain)
			same = max(same, n+1)
		}
		length[s] = n + 1
	}
	return length
}
