package main

import (
	"math"
	"strings"
	"testing"
)

func sample(t *testing.T) *table {
	t.Helper()
	answers := map[string]answered{
		"ours": {[]record{
			{"exact", 1, 3}, {"exact", 2, 9}, {"exact", 0, 9}, {"exact", 1, 1},
			{"typo", 4, 9}, {"typo", 1, 2},
			{gibberish, 0, 0}, {gibberish, 0, 5},
		}},
		"ufuzzy": {[]record{{"exact", 1, 1}, {"exact", 0, 0}, {"typo", 0, 1}, {gibberish, 0, 0}}},
		"fzf":    {[]record{{"exact", 1, 1}, {"exact", 1, 1}, {"exact", 1, 1}, {"typo", 0, 1}}},
		"slow":   {[]record{{"typo", 1, 1}}},
	}
	times := map[string]map[string]timed{
		"ours":   {"10000": {}, "162000": {Build: 310, P50: 400, P95: 3000, Max: 9000, Heap: 25e6}},
		"ufuzzy": {"162000": {P95: 10000}},
	}
	table, err := newTable(answers, times, "ours")
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestTable(t *testing.T) {
	table := sample(t)
	ours := table.rows[0]
	for name, test := range map[string]struct{ got, want float64 }{
		"exact":    {ours.first["exact"], 2. / 4},
		"typo":     {ours.first["typo"], 1. / 2},
		"mean":     {ours.mean, 1. / 2},
		"MRR":      {ours.mrr, (2.5/4 + 1.25/2) / 2},
		"nothing":  {ours.nothing, 1. / 2},
		"size":     {float64(table.size), 162000},
		"rows":     {float64(len(table.rows)), 4},
		"unasked":  {table.rows[2].first["exact"], 0},
		"measured": {table.rows[3].speed.P95, 10000},
	} {
		if math.Abs(test.got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", name, test.got, test.want)
		}
	}
}

func TestLimits(t *testing.T) {
	var b strings.Builder
	sample(t).print(&b)
	for _, want := range []string{
		"MISSED   mean success@1 0.500, at least 0.955",
		"MISSED   exact 0.500, at least 0.980 (fzf less 0.02)",
		"reached  typo 0.500, at least -0.020",
		"reached  keystroke p50 / p95 / max 0.40 / 3.00 / 9.00 ms",
		"MISSED   index built in 310 ms, at most 300",
		"reached  heap 25.0 MB",
		"reached  p95 0.30 of that of ufuzzy, at most 0.33",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, &b)
		}
	}
}

func TestTableWithoutOurs(t *testing.T) {
	if _, err := newTable(map[string]answered{"fzf": {}}, nil, "ours"); err == nil {
		t.Error("a table without our engine is no error")
	}
}
