package facet

import "slices"

// labels are the values that stories have in one facet.
type labels struct {
	names   []string // of the values, by number
	numbers map[string]int
	of      []int // the numbers of each story's values, one story's behind the other's
	ends    []int // where those of each story end
}

func newLabels(stories int) labels {
	return labels{numbers: make(map[string]int), ends: make([]int, 0, stories)}
}

// add gives the next story a value called name.
func (l *labels) add(name string) {
	n, ok := l.numbers[name]
	if !ok {
		n = len(l.names)
		l.numbers[name] = n
		l.names = append(l.names, name)
	}
	l.of = append(l.of, n)
}

// end says that the next story has no more values.
func (l *labels) end() { l.ends = append(l.ends, len(l.of)) }

// at returns the numbers of story i's values.
func (l *labels) at(i int) []int {
	start := 0
	if i > 0 {
		start = l.ends[i-1]
	}
	return l.of[start:l.ends[i]]
}

// choose says for the number of each value whether it is among names; nil if nothing
// was chosen.
func (l *labels) choose(names []string) []bool {
	if len(names) == 0 {
		return nil
	}
	chosen := make([]bool, len(l.names))
	for _, name := range names {
		if n, ok := l.numbers[name]; ok {
			chosen[n] = true
		}
	}
	return chosen
}

// keeps reports whether story i has a chosen value; every story has if chosen is nil.
func (l *labels) keeps(i int, chosen []bool) bool {
	return chosen == nil || slices.ContainsFunc(l.at(i), func(n int) bool { return chosen[n] })
}

// count adds story i to the tally of each of its values.
func (l *labels) count(i int, tally []int) {
	for _, n := range l.at(i) {
		tally[n]++
	}
}

// named is a tally by the names of the values, without those that are zero.
func (l *labels) named(tally []int) map[string]int {
	counts := make(map[string]int)
	for n, count := range tally {
		if count > 0 {
			counts[l.names[n]] = count
		}
	}
	return counts
}
