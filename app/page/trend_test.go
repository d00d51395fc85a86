package page

import (
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/app/markup"
	"icsexplorer/corpus"
)

// Below a map and a comparison stands what many stories come to; below a list, and of few
// stories, nothing.
func TestTrendStandsBelowTheMapWhereThereIsSomethingToSay(t *testing.T) {
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	text := func(system, about string) *fstest.MapFile {
		var b strings.Builder
		b.WriteString(system + " ICS\n")
		for i := range 12 {
			b.WriteString("\n" + strings.Repeat("a", i+1) + " " + about + " in " + system + "\n\n2025-" + []string{"06", "05", "04"}[i/4] + "-0" + string(rune('9'-i%4)) + "T09:00:00+00:00\n\nBelow.\n")
		}
		return &fstest.MapFile{Data: []byte(b.String())}
	}
	c, faults := corpus.Load(fstest.MapFS{"devon-ics.txt": text("Devon", "ferries late"), "dorset-ics.txt": text("Dorset", "hospitals full")}, registry)
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	l := NewLibrary(c)
	written := func(l *Library, address string) string {
		var w markup.Writer
		l.WriteTrend(&w, l.page(address))
		return w.String()
	}
	got := written(l, "?show=map")
	for _, part := range []string{"Month by month", "<svg", "Words that set a system apart", "ferries", "<a href="} {
		if !strings.Contains(got, part) {
			t.Errorf("no %s in\n%s", part, got)
		}
	}
	if got := written(l, ""); got != "" {
		t.Errorf("below a list stands %s", got)
	}
	if got := written(threeListings(t), "?show=map"); got != "" {
		t.Errorf("of few stories without a day it says %s", got)
	}
}
