package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A typed is a query that was typed letter by letter into an engine.
type typed struct {
	Ranks []int `json:"ranks"` // of the headline wanted at each letter, from 1; 0 if it is not among the first ten
}

// keysToFirst returns how many letters it takes until the headline is first: of those
// after which it never is, the whole query and five more.
func (q typed) keysToFirst() int {
	if i := slices.Index(q.Ranks, 1); i >= 0 {
		return i + 1
	}
	return len(q.Ranks) + 5
}

// lost returns how many times the headline is first and then, at the next letter, is not.
func (q typed) lost() (n int) {
	for i := 1; i < len(q.Ranks); i++ {
		if q.Ranks[i-1] == 1 && q.Ranks[i] != 1 {
			n++
		}
	}
	return n
}

// What ours is to reach, and to be the first of all engines in.
var mostKeys = map[int]float64{36: 4.6, 1000: 5.6, 10000: 8.2}

const mostLost = .10 // a query

// A typing is what it took to type queries into an engine.
type typing struct {
	engine     string
	keys, lost float64 // a query
}

// typings sums up queries typed into engines, fewest keystrokes first.
func typings(engines map[string][]typed) []typing {
	var list []typing
	for _, name := range slices.Sorted(maps.Keys(engines)) {
		t := typing{engine: name}
		for _, q := range engines[name] {
			t.keys += float64(q.keysToFirst()) / float64(len(engines[name]))
			t.lost += float64(q.lost()) / float64(len(engines[name]))
		}
		list = append(list, t)
	}
	slices.SortStableFunc(list, func(a, b typing) int { return cmp.Compare(a.keys, b.keys) })
	return list
}

// printKeys writes how many keystrokes each engine needs among so many headlines, and what
// ours is to reach.
func printKeys(w io.Writer, headlines int, engines map[string][]typed, ours string) error {
	list := typings(engines)
	i := slices.IndexFunc(list, func(t typing) bool { return t.engine == ours })
	if i < 0 {
		return fmt.Errorf("no query was typed into %q", ours)
	}
	tw := newWriter(w)
	fmt.Fprintln(tw, strings.Join([]string{fmt.Sprintf("%d headlines", headlines), "keystrokes to first place", "times it is lost"}, "\t")+"\t")
	for _, t := range list {
		fmt.Fprintf(tw, "%s\t%.2f\t%.3f\t\n", t.engine, t.keys, t.lost)
	}
	tw.Flush()
	fmt.Fprintln(w)
	t := list[i]
	printLimits(w, []limit{
		{fmt.Sprintf("keystrokes to first place among %d %.2f, at most %.1f", headlines, t.keys, mostKeys[headlines]), t.keys <= mostKeys[headlines]},
		{fmt.Sprintf("keystrokes to first place among %d: %s is first", headlines, list[0].engine), i == 0},
		{fmt.Sprintf("first place is lost %.3f times a query, at most %.2f", t.lost, mostLost), t.lost <= mostLost},
	})
	return nil
}
