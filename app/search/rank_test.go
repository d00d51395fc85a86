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
		for tier := meant; tier <= guesses; tier++ {
			for _, cost := range []int32{0, 1, 1000, worstCost, worstCost + 1} {
				r := newRank(f, tier, cost)
				if r.field() != f || r.tier() != tier || r.cost() != min(cost, worstCost) {
					t.Errorf("rank of %v, %v, %d has %v, %v, %d", f, tier, cost, r.field(), r.tier(), r.cost())
				}
				if r < last || r >= 1<<rankBits {
					t.Errorf("rank of %v, %v, %d is %d after %d", f, tier, cost, r, last)
				}
				last = r
				if p := newPartialRank(7, cost, f); p.partialField() != f || p.partialCost() != min(cost, worstCost) || p >= 1<<rankBits {
					t.Errorf("partial rank of %v, %d has %v, %d", f, cost, p.partialField(), p.partialCost())
				}
			}
		}
	}
}

func TestNearerWaysCostNoMore(t *testing.T) {
	for w := whole; w < editedTwice; w++ {
		near, far := w.meaning().tier, (w + 1).meaning().tier
		if near > far || near == far && w.cost() > (w+1).cost() {
			t.Errorf("%v, of tier %v, costs %d, %v, of tier %v, %d", w, near, w.cost(), w+1, far, (w + 1).cost())
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
