package corpus

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Labels returns what the publisher is known to print above headlines, as it prints it:
// "News", "HSJ Local", "Expert Briefing". The list is registry/labels.txt.
func Labels() []string { return slices.Clone(labels().names) }

// FindLabel returns the label that text is, however its letters are cased ("HSJ LOCAL" is
// "HSJ Local"), and whether it is one.
func FindLabel(text string) (string, bool) {
	if len(text) > maxLabelBytes {
		return "", false
	}
	name, ok := labels().byFold[Fold(text)]
	return name, ok
}

// maxLabelBytes is more than any label takes.
const maxLabelBytes = 80

//go:embed registry/labels.txt
var labelList string

type labelTable struct {
	names  []string
	byFold map[string]string
}

var labels = sync.OnceValue(func() labelTable {
	t := labelTable{byFold: make(map[string]string)}
	for name := range strings.Lines(labelList) {
		name = strings.TrimSpace(name)
		t.names = append(t.names, name)
		t.byFold[Fold(name)] = name
	}
	return t
})

// labelLine returns the label of a line that holds one in square brackets and nothing else,
// and whether the line is such a one.
func labelLine(text string) (string, bool) {
	text, open := strings.CutPrefix(text, "[")
	text, closed := strings.CutSuffix(text, "]")
	if !open || !closed {
		return "", false
	}
	return FindLabel(text)
}
