package search

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// formsText holds the forms of words that no rule gives, with their source.
//
//go:embed forms.txt
var formsText string

// irregular returns, for each word that has them, its other forms that no rule gives.
var irregular = sync.OnceValue(func() map[string][]string {
	forms := make(map[string][]string)
	for line := range strings.Lines(formsText) {
		family := strings.Fields(line)
		if len(family) == 0 || family[0] == "#" {
			continue
		}
		regular([]byte(family[0]), func(form []byte) {
			if form[len(form)-1] != 'd' && !slices.Contains(family, string(form)) { // these have no -ed
				family = append(family, string(form))
			}
		})
		for i, word := range family {
			forms[word] = slices.Concat(forms[word], family[:i], family[i+1:])
		}
	}
	return forms
})
