package search

import (
	"fmt"
	"strings"
)

// Explain says why h, a hit of a, stands where it does: the field, how each word typed was
// matched, and the cost.
func (a Answer) Explain(h Hit) string {
	p := a.planOf(h.Story)
	var b strings.Builder
	if a.Partial {
		fmt.Fprintf(&b, "some of the words, up to the %v", h.Field)
	} else {
		b.WriteString(h.Field.String())
	}
	for i := range p.matchers {
		m := &p.matchers[i]
		if w, _ := p.first(m, uint32(h.Story)); w != absent || a.Partial || p.optional&m.bit != 0 {
			fmt.Fprintf(&b, "; %q %v", p.query.text[m.term.start:m.term.end], w)
		}
	}
	fmt.Fprintf(&b, "; cost %d", h.rank.cost())
	return b.String()
}
