package search

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestLog2(t *testing.T) {
	if log2(0) != 0 {
		t.Error("log2(0) is not 0")
	}
	last := int32(0)
	for n := uint32(1); n < 1<<18; n++ {
		got := log2(n)
		if want := math.Log2(float64(n)) * fraction; math.Abs(float64(got)-want) > 2.5 || got < last {
			t.Fatalf("log2(%d) = %d after %d, want about %v", n, got, last, want)
		}
		last = got
	}
	if got := log2(math.MaxUint32); got != 32*fraction-1 {
		t.Errorf("log2(MaxUint32) = %d", got)
	}
}

func TestRanksKeepTheirParts(t *testing.T) {
	var last rank
	for f := Headline; f < fieldCount; f++ {
		for _, cost := range []int32{0, 1, 1000, worstCost, worstCost + 1} {
			r := newRank(cost, f)
			if r.field() != f || r.cost() != min(cost, worstCost) {
				t.Errorf("rank of %v, %d has %v, %d", f, cost, r.field(), r.cost())
			}
			if r < last {
				t.Errorf("rank of %v, %d is %d after %d", f, cost, r, last)
			}
			last = r
			for missing := range mostMissing + 2 {
				p := newPartialRank(missing, cost, f)
				if p.missing() != min(missing, mostMissing) || p.field() != f || p.cost() != r.cost() || p >= 1<<rankBits {
					t.Errorf("rank without %d, of %v, %d has %d, %v, %d", missing, f, cost, p.missing(), p.field(), p.cost())
				}
			}
		}
	}
}

// TestNearerWaysCostNoMore holds that ways are in the order of their costs, but for those of
// another reading.
func TestNearerWaysCostNoMore(t *testing.T) {
	for w := whole; w < editedTwice; w++ {
		if near, far := w.cost(), (w + 1).cost(); near > far && w != initials {
			t.Errorf("%v costs %d, %v %d", w, near, w+1, far)
		}
	}
}

func TestSortKeys(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var spare []key
	for _, n := range []int{0, 1, 2, 100, 5000} {
		for _, ranks := range []uint32{1, 3, 1 << digitBits, 1 << rankBits} {
			var keys []key
			for story := range uint32(n) {
				keys = append(keys, newKey(rank(random.Uint32N(ranks)), story))
			}
			want := slices.Sorted(slices.Values(keys))
			keys, spare = sortKeys(keys, spare)
			if !slices.Equal(keys, want) {
				t.Errorf("%d keys of %d ranks are not in order", n, ranks)
			}
		}
	}
}

func TestSet(t *testing.T) {
	stories := []uint32{0, 1, 63, 64, 127, 128, 199}
	b := newSet(200)
	for _, story := range slices.Backward(stories) {
		b.add(story)
		b.add(story)
	}
	if got := slices.Collect(b.all); !slices.Equal(got, stories) {
		t.Errorf("stories %v, want %v", got, stories)
	}
	for story := range b.all {
		if story == 64 {
			break
		}
	}
	b.remove(63)
	b.remove(64)
	b.remove(65)
	if got := slices.Collect(b.all); !slices.Equal(got, []uint32{0, 1, 127, 128, 199}) {
		t.Errorf("after removing, stories %v", got)
	}
	b.clear()
	if got := slices.Collect(b.all); len(got) != 0 {
		t.Errorf("after clear, stories %v", got)
	}
}
