package search

import (
	_ "embed"
	"iter"
	"slices"
	"strings"
)

// formsText holds the forms of words that no rule gives, with their source.
//
//go:embed forms.txt
var formsText string

// irregular returns the other forms of w that no rule gives, nil if there are none. The table
// is so small that it is looked through each time: who types the first letter does not wait
// until something is made of it.
func irregular(w []byte) (forms []string) {
	for _, base := range bases(w) {
		for line := range linesWith(formsText, string(base)) {
			family := strings.Fields(line)
			regular([]byte(family[0]), func(form []byte) {
				if form[len(form)-1] != 'd' && !slices.Contains(family, string(form)) { // these have no -ed
					family = append(family, string(form))
				}
			})
			if i := slices.Index(family, string(w)); i >= 0 {
				forms = slices.Concat(forms, family[:i], family[i+1:])
			}
		}
	}
	return forms
}

// linesWith yields the lines of table, comments aside, that have this word.
func linesWith(table, word string) iter.Seq[string] {
	return func(yield func(line string) bool) {
		for at := 0; ; {
			i := strings.Index(table[at:], word)
			if i < 0 {
				return
			}
			start, end := at+i, at+i+len(word)
			at = end
			if blank(table, start-1) && blank(table, end) {
				line := table[strings.LastIndexByte(table[:start], '\n')+1:]
				line, _, _ = strings.Cut(line, "\n")
				if line[0] != '#' && !yield(line) {
					return
				}
			}
		}
	}
}

// blank reports whether no word goes on at i of table.
func blank(table string, i int) bool {
	return i < 0 || i == len(table) || table[i] <= ' '
}
