package page

import (
	"slices"
	"strings"
	"testing"
)

// What a search says of itself: which words the nearest stories are without. A word that
// stands in a listing or in the name of a system is never said to be another.
func TestNotesOfASearch(t *testing.T) {
	l := newTestLibrary(t)
	for _, test := range []struct{ address, note, first string }{
		{"?q=dental+london", "No story has all of these words. These come nearest; the first is without “london”.", "Revealed: The systems with a third of dental budget unspent"},
		{"?q=unspnt", "Showing results for “unspent”.", "Revealed: The systems with a third of dental budget unspent"},
		{"?q=fndng", "Nothing here has “fndng”. These have “funding”.", "Exclusive: Government and NHS in talks over £1bn funding gap"},
		{"?q=dentist", "Also searched for: dental.", "Revealed: The systems with a third of dental budget unspent"},
	} {
		p := l.page(test.address)
		if !slices.ContainsFunc(p.Notes, func(n Note) bool { return n.Text == test.note }) {
			t.Errorf("%s: the notes are %v, not %q", test.address, p.Notes, test.note)
		}
		if test.first != "" && p.Rows[0].Title() != test.first {
			t.Errorf("%s: nearest is %q, want %q", test.address, p.Rows[0].Title(), test.first)
		}
	}
	asks := Note{Text: Nearest([]string{"scotland"}), Link: "Did you mean “dental budget unspent scotland”?", Href: "?q=dental+budget+unspent+scotland"}
	if p := l.page("?q=dental+budget+unspnt+scotland"); !slices.Contains(p.Notes, asks) {
		t.Errorf("the notes are %+v, without %+v", p.Notes, asks)
	}
	for _, address := range []string{"?q=kent", "?q=dental+london", "?q=surrey", "?q=manchester", "?q=sussex+cancer", "?q=frimley+trust"} {
		for _, n := range l.page(address).Notes {
			if strings.HasPrefix(n.Text, "Showing results for") {
				t.Errorf("%s: %s", address, n.Text)
			}
		}
	}
	if p := l.page("?q=dental"); len(p.Notes) > 0 {
		t.Errorf("of a word that is found, the notes are %v", p.Notes)
	}
}
