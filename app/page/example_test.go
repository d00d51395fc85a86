package page

import (
	"strings"
	"testing"

	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// The example finds the newest story first, whatever the listings are.
func TestTheExampleFindsTheNewestStory(t *testing.T) {
	for name, l := range map[string]*Library{"the two listings": newTestLibrary(t), "three": threeListings(t), "dated": goldenLibrary(t)} {
		example := l.Example()
		p := l.page(view.View{Query: example}.Href())
		if len(p.Rows) == 0 || p.Rows[0].Key != l.corpus.Stories[0].Key || strings.Count(example, " ") != 1 {
			t.Errorf("%s: the example %q finds %d stories", name, example, len(p.Rows))
		}
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	c, _ := corpus.Merge(nil, registry)
	if got := NewLibrary(c).Example(); got != "" {
		t.Errorf("without stories the example is %q", got)
	}
}
