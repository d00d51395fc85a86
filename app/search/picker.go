package search

import "icsexplorer/corpus"

// PickSystems returns the positions in r of the systems that text finds, best
// first, by name, alias, code or board; all of them, in the order of r, for text
// without words.
func PickSystems(r corpus.Registry, text string) []int {
	s := New(systems(r)).NewSearcher()
	found := s.Search(text, Options{})
	var picked []int
	if found.plan == nil {
		for i := range r {
			picked = append(picked, i)
		}
	}
	for _, h := range found.Hits {
		picked = append(picked, h.Story)
	}
	return picked
}

// systems presents each system as a story whose headline is its short name.
type systems corpus.Registry

func (r systems) Len() int { return len(r) }

func (r systems) Text(i int, f Field) string {
	switch f {
	case Headline:
		return r[i].ShortName
	case System:
		return systemText(r[i])
	}
	return ""
}
