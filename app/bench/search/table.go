package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// An answered is one engine's answers to the queries that it came to.
type answered struct {
	Records []record `json:"recs"`
}

type record struct {
	Class string `json:"cls"`
	Rank  int    `json:"rank"`  // of the headline wanted, from 1; 0 if it is not among the first ten
	Total int    `json:"total"` // headlines found
}

// gibberish is the class of queries that should find nothing.
const gibberish = "gibberish"

// A timed is one engine's speed at one size: the median over runs.
type timed struct {
	Build float64 `json:"init_ms"`
	First float64 `json:"first_query_ms"`
	P50   float64 `json:"p50"` // µs a keystroke, as are P95 and Max
	P95   float64 `json:"p95"`
	Max   float64 `json:"max"`
	Heap  float64 `json:"heap_end"` // bytes, headlines included
}

// A row is what is known of an engine.
type row struct {
	engine    string
	queries   int
	first     map[string]float64 // class to success@1
	ten       map[string]float64 // class to how often it is within ten
	mean, mrr float64            // of the classes
	meanTen   float64
	nothing   float64 // share of gibberish that found nothing
	speed     *timed  // at the largest size, nil if not measured
}

// A table has a row for each engine, ours first, the others by name. Without times no row has
// a speed.
type table struct {
	classes []string // in the order of the queries
	size    int      // headlines of the speed run
	rows    []row
}

func newTable(answers map[string]answered, times map[string]map[string]timed, ours string) (*table, error) {
	if len(answers[ours].Records) == 0 || times != nil && len(times[ours]) == 0 {
		return nil, fmt.Errorf("no answers or no times of %q", ours)
	}
	t := new(table)
	for _, r := range answers[ours].Records {
		if r.Class != gibberish && !slices.Contains(t.classes, r.Class) {
			t.classes = append(t.classes, r.Class)
		}
	}
	for size := range times[ours] {
		n, err := strconv.Atoi(size)
		if err != nil {
			return nil, fmt.Errorf("size %q: %w", size, err)
		}
		t.size = max(t.size, n)
	}
	engines := slices.Sorted(maps.Keys(answers))
	engines = slices.DeleteFunc(engines, func(name string) bool { return name == ours })
	for _, name := range append([]string{ours}, engines...) {
		r := newRow(name, answers[name].Records, t.classes)
		if speed, ok := times[name][strconv.Itoa(t.size)]; ok {
			r.speed = &speed
		}
		t.rows = append(t.rows, r)
	}
	return t, nil
}

func newRow(engine string, records []record, classes []string) row {
	r := row{engine: engine, queries: len(records), first: map[string]float64{}, ten: map[string]float64{}}
	reciprocal, asked := map[string]float64{}, map[string]float64{}
	nothing := 0.
	for _, q := range records {
		asked[q.Class]++
		switch {
		case q.Class == gibberish && q.Total == 0:
			nothing++
		case q.Class == gibberish:
		case q.Rank == 1:
			r.first[q.Class]++
			fallthrough
		case q.Rank > 0:
			r.ten[q.Class]++
			reciprocal[q.Class] += 1 / float64(q.Rank)
		}
	}
	for _, c := range classes {
		n := max(1, asked[c])
		r.first[c] /= n
		r.ten[c] /= n
		r.mean += r.first[c] / float64(len(classes))
		r.meanTen += r.ten[c] / float64(len(classes))
		r.mrr += reciprocal[c] / n / float64(len(classes))
	}
	r.nothing = nothing / max(1, asked[gibberish])
	return r
}

// print writes the table and then what ours is to reach.
func (t *table) print(w io.Writer) {
	tw := newWriter(w)
	line := func(cells ...string) { fmt.Fprintln(tw, strings.Join(cells, "\t")+"\t") }
	line(slices.Concat([]string{"success@1"}, t.classes, []string{"mean", "MRR@10", "nothing", "queries"})...)
	for _, r := range t.rows {
		cells := []string{r.engine}
		for _, c := range t.classes {
			cells = append(cells, share(r.first[c]))
		}
		line(append(cells, share(r.mean), share(r.mrr), share(r.nothing), strconv.Itoa(r.queries))...)
	}
	line()
	line(fmt.Sprintf("%d headlines", t.size), "first ms", "p50 ms", "p95 ms", "max ms", "build ms", "heap MB")
	for _, r := range t.rows {
		if s := r.speed; s != nil {
			line(r.engine, fmt.Sprintf("%.1f", s.First), ms(s.P50), ms(s.P95), ms(s.Max), fmt.Sprintf("%.0f", s.Build), fmt.Sprintf("%.1f", s.Heap/1e6))
		}
	}
	tw.Flush()
	fmt.Fprintln(w)
	printLimits(w, t.limits())
}

func newWriter(w io.Writer) *tabwriter.Writer {
	return tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
}

func share(f float64) string { return fmt.Sprintf("%.3f", f) }

func ms(us float64) string { return fmt.Sprintf("%.2f", us/1e3) }
