package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// What ours is to reach on queries made of what people really type, of about 60 a kind.
const (
	leastReal = .82
	leastTen  = .94
)

// printKinds writes, for each kind of query that people really type, how often each engine
// has the headline first, and how often among ten.
func (t *table) printKinds(w io.Writer) {
	tw := newWriter(w)
	line := func(cells ...string) { fmt.Fprintln(tw, strings.Join(cells, "\t")+"\t") }
	cells := []string{"success@1 / within ten"}
	for _, r := range t.rows {
		cells = append(cells, r.engine)
	}
	line(cells...)
	for _, c := range append(slices.Clone(t.classes), "mean") {
		cells = []string{c}
		for _, r := range t.rows {
			first, ten := r.mean, r.meanTen
			if c != "mean" {
				first, ten = r.first[c], r.ten[c]
			}
			cells = append(cells, share(first)+" / "+share(ten))
		}
		line(cells...)
	}
	tw.Flush()
	fmt.Fprintln(w)
	printLimits(w, t.kindLimits())
}

// kindLimits lists what ours is to reach on them.
func (t *table) kindLimits() []limit {
	ours := t.rows[0]
	list := []limit{
		{fmt.Sprintf("what people type: mean success@1 %.3f, at least %.2f", ours.mean, leastReal), ours.mean >= leastReal},
		{fmt.Sprintf("what people type: mean within ten %.3f, at least %.2f", ours.meanTen, leastTen), ours.meanTen >= leastTen},
	}
	return append(list, t.behindNone("within ten, ", func(r row) map[string]float64 { return r.ten })...)
}
