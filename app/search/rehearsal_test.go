package search

import "testing"

// TestRehearsal holds that every reading is rehearsed, and what answers have.
func TestRehearsal(t *testing.T) {
	s := New(twoListings(t)).NewSearcher()
	read := map[reading]bool{}
	var operators, corrected, meant bool
	for _, text := range s.Rehearsal() {
		a := s.Search(text, Options{})
		read[a.plan.reading] = true
		operators = operators || !a.plan.query.plain() && len(a.Hits) > 0
		corrected = corrected || a.Corrected != ""
		meant = meant || a.Partial && len(a.Missing) > 0
	}
	for _, r := range []reading{literal, compound, misspelt, partial} {
		if !read[r] {
			t.Errorf("no query is read as reading %d", r)
		}
	}
	if !operators || !corrected || !meant {
		t.Errorf("operators are rehearsed: %v, corrections: %v, missing words: %v", operators, corrected, meant)
	}
	for _, texts := range []lines{nil, {"", "gp", "£38.5m for seven trusts"}} {
		if got := New(texts).NewSearcher().Rehearsal(); got != nil {
			t.Errorf("of %q, %q are rehearsed", texts, got)
		}
	}
}
