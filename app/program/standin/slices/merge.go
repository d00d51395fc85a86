// Package slices has the one sort of the program.
package slices

// stableCmpFunc sorts data, whose length is n, by cmp, and leaves what is equal in its
// order: one half after the other, of which the first is put aside while both are merged.
func stableCmpFunc[E any](data []E, n int, cmp func(a, b E) int) {
	if n < 2 {
		return
	}
	half := n / 2
	stableCmpFunc(data, half, cmp)
	second := data[half:n]
	stableCmpFunc(second, n-half, cmp)
	if cmp(data[half-1], second[0]) <= 0 {
		return
	}
	first := append([]E(nil), data[:half]...)
	for i := range data[:n] {
		if len(first) == 0 {
			return
		}
		if len(second) > 0 && cmp(second[0], first[0]) < 0 {
			data[i], second = second[0], second[1:]
		} else {
			data[i], first = first[0], first[1:]
		}
	}
}
