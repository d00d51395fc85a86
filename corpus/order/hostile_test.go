package order

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// hostiles are ways to put together runs that contradict each other or the times in as
// many places as can be.
var hostiles = []struct {
	name  string
	dated bool // every second item has a time, the first item the newest
	order func(rnd *rand.Rand, run []int, r int)
}{
	{"agreeing", true, func(*rand.Rand, []int, int) {}},
	{"oldest first", true, func(_ *rand.Rand, run []int, _ int) { slices.Reverse(run) }},
	{"every second reversed", false, func(_ *rand.Rand, run []int, r int) {
		if r%2 == 1 {
			slices.Reverse(run)
		}
	}},
	{"shuffled", false, func(rnd *rand.Rand, run []int, _ int) { shuffle(rnd, run) }},
	{"shuffled and dated", true, func(rnd *rand.Rand, run []int, _ int) { shuffle(rnd, run) }},
	{"every second shuffled", true, func(rnd *rand.Rand, run []int, r int) {
		if r%2 == 1 {
			shuffle(rnd, run)
		}
	}},
	{"turned", false, func(_ *rand.Rand, run []int, r int) { turn(run, r*997%len(run)) }},
	{"turned and dated", true, func(_ *rand.Rand, run []int, r int) { turn(run, r*997%len(run)) }},
	{"interleaved", false, func(_ *rand.Rand, run []int, r int) {
		half := slices.Clone(run[len(run)/2:])
		for i, rest := 0, slices.Clone(run[:len(run)/2]); i < len(rest); i++ {
			run[2*i], run[2*i+1] = half[i], rest[(i+r)%len(rest)]
		}
	}},
	{"blocks in reverse", true, func(_ *rand.Rand, run []int, r int) {
		slices.Reverse(run)
		for at := 0; at < len(run); at += 10 + r {
			slices.Reverse(run[at:min(at+10+r, len(run))])
		}
	}},
}

func shuffle(rnd *rand.Rand, run []int) {
	rnd.Shuffle(len(run), func(i, j int) { run[i], run[j] = run[j], run[i] })
}

// turn puts the first n items of a run last.
func turn(run []int, n int) {
	copy(run, append(slices.Clone(run[n:]), run[:n]...))
}

// hostile makes n items, each in some of the runs, and orders each run.
func hostile(n, runs, copies int, dated bool, order func(*rand.Rand, []int, int)) ([]Item, [][]int) {
	rnd := rand.New(rand.NewPCG(7, 8))
	items, out := make([]Item, n), make([][]int, runs)
	keys := rnd.Perm(n)
	newest := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	for i := range items {
		items[i].Key = fmt.Sprintf("%07d", keys[i])
		if dated && i%2 == 0 {
			items[i].Time = newest.Add(-time.Duration(i/20) * time.Minute)
		}
		for _, r := range rnd.Perm(runs)[:copies] {
			out[r] = append(out[r], i)
		}
	}
	for r, run := range out {
		if len(run) > 0 {
			order(rnd, run, r)
		}
	}
	return items, out
}

// However much the runs contradict each other, the spots looked at are bounded, every
// item is there once, the times hold, and nothing is set aside twice.
func TestSortHostile(t *testing.T) {
	for _, h := range hostiles {
		for _, size := range []struct{ items, runs, copies int }{{4_000, 2, 2}, {4_000, 42, 2}, {500, 42, 12}, {100, 42, 42}, {1_000, 300, 4}, {2_000, 1, 1}} {
			t.Run(fmt.Sprintf("%s, %d in %d of %d", h.name, size.items, size.copies, size.runs), func(t *testing.T) {
				items, runs := hostile(size.items, size.runs, size.copies, h.dated, h.order)
				checkSort(t, items, runs)
				q := newQueue(items, runs)
				q.lineUp()
				entries := size.items * size.copies
				if most := 8 * entries * size.runs; q.steps > most {
					t.Errorf("%d steps, more than %d", q.steps, most)
				}
			})
		}
	}
}

func BenchmarkSort(b *testing.B) {
	for _, h := range hostiles {
		for _, size := range []struct{ items, runs, copies int }{{100_000, 2, 2}, {100_000, 42, 2}, {100_000, 42, 12}} {
			b.Run(fmt.Sprintf("%s/%d in %d of %d", h.name, size.items, size.copies, size.runs), func(b *testing.B) {
				items, runs := hostile(size.items, size.runs, size.copies, h.dated, h.order)
				aside := 0
				for b.Loop() {
					_, o := Sort(items, runs)
					aside = len(o.Aside)
				}
				b.ReportMetric(float64(aside), "aside")
			})
		}
	}
}
