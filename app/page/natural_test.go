package page

import (
	"slices"
	"testing"
)

func TestNaturally(t *testing.T) {
	sorted := []string{
		"", "1", "2", "7 trusts", "42 systems", "100 days", "100 days 7", "100 days 10", "a", "a 2b", "a 10",
		"a 10 0", "a 010 1", "a b", "ab", "b", "é",
	}
	for seed := range len(sorted) {
		shuffled := slices.Clone(sorted)
		for i := range shuffled {
			j := (i*7 + seed*3) % len(shuffled)
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		}
		slices.SortFunc(shuffled, naturally)
		if !slices.Equal(shuffled, sorted) {
			t.Fatalf("got %q, want %q", shuffled, sorted)
		}
	}
	if c := naturally("a 07", "a 7"); c != 0 {
		t.Errorf("a 07 and a 7 compare %d", c)
	}
}

// It is an order: what it says of two texts it says the other way round of them turned
// round, and it goes on along three.
func FuzzNaturally(f *testing.F) {
	f.Add("7 trusts", "42 systems", "a07b")
	f.Add("", "0", "00a")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if naturally(a, b) != -naturally(b, a) {
			t.Fatalf("%q and %q: %d one way, %d the other", a, b, naturally(a, b), naturally(b, a))
		}
		if naturally(a, b) <= 0 && naturally(b, c) <= 0 && naturally(a, c) > 0 {
			t.Fatalf("%q, %q, %q come in no order", a, b, c)
		}
	})
}
