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
		"ours":   {"10000": {}, "162000": {Build: 310, First: 1.5, P50: 400, P95: 3000, Max: 9000, Heap: 25e6}},
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
		"reached  first keystroke of a fresh program 1.5 ms, at most 2",
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

func TestKinds(t *testing.T) {
	answers := map[string]answered{
		"ours":       {[]record{{"wiki", 1, 1}, {"wiki", 2, 5}, {"real", 0, 3}, {"real", 9, 9}}},
		"minisearch": {[]record{{"wiki", 1, 1}, {"wiki", 0, 5}, {"real", 3, 3}, {"real", 4, 9}}},
	}
	table, err := newTable(answers, nil, "ours")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	table.printKinds(&b)
	for _, want := range []string{
		"wiki  0.500 / 1.000  0.500 / 0.500",
		"mean  0.250 / 0.750  0.250 / 0.750",
		"MISSED   what people type: mean success@1 0.250, at least 0.82",
		"MISSED   what people type: mean within ten 0.750, at least 0.94",
		"reached  within ten, wiki 1.000, at least 0.480 (minisearch less 0.02)",
		"MISSED   within ten, real 0.500, at least 0.980 (minisearch less 0.02)",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, &b)
		}
	}
}

func TestKeys(t *testing.T) {
	engines := map[string][]typed{
		"ours":    {{[]int{0, 2, 1, 2, 1}}, {[]int{1, 1}}},
		"ufuzzy":  {{[]int{0, 1, 1, 1, 1}}, {[]int{0, 0}}},
		"fuzzier": {{[]int{0, 1, 0, 1, 0}}, {[]int{1, 0}}},
	}
	var b strings.Builder
	if err := printKeys(&b, 36, engines, "ours"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"fuzzier                       1.50             1.500",
		"ours                       2.00             0.500",
		"ufuzzy                       4.50             0.000",
		"reached  keystrokes to first place among 36 2.00, at most 4.6",
		"MISSED   keystrokes to first place among 36: fuzzier is first",
		"MISSED   first place is lost 0.500 times a query, at most 0.10",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, &b)
		}
	}
	if err := printKeys(&b, 36, engines, "fzf"); err == nil {
		t.Error("keystrokes without our engine are no error")
	}
}
