package slices

import (
	"cmp"
	"slices"
	"testing"
)

// A pair is compared by its key alone.
type pair struct{ key, place int }

func check(t *testing.T, keys []byte) {
	t.Helper()
	var got []pair
	for i, k := range keys {
		got = append(got, pair{int(k), i})
	}
	want := slices.Clone(got)
	byKey := func(a, b pair) int { return cmp.Compare(a.key, b.key) }
	slices.SortStableFunc(want, byKey)
	if stableCmpFunc(got, len(got), byKey); !slices.Equal(got, want) {
		t.Errorf("%d sorted is %v, want %v", keys, got, want)
	}
}

func TestEveryOrderOfFew(t *testing.T) {
	var every func(keys []byte, n int)
	every = func(keys []byte, n int) {
		check(t, keys)
		for k := range byte(n) {
			every(append(slices.Clip(keys), k), n-1)
		}
	}
	every(nil, 6)
}

func FuzzSort(f *testing.F) {
	f.Add([]byte("threefold variation in the waits of one region"))
	f.Fuzz(func(t *testing.T, keys []byte) { check(t, keys) })
}
