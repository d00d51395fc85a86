package intake

import (
	"fmt"
	"strings"

	"icsexplorer/corpus"
)

// once returns the stories each once. The same address, or the same folded headline with
// the same standfirst or without one, is the same story; what the first one lacks it gets
// from the others.
func once(stories []corpus.Entry, notes []string, rest func()) ([]corpus.Entry, []string) {
	type names struct{ headline, standfirst string }
	byURL := make(map[string]int)
	byNames := make(map[names]int)
	var kept []corpus.Entry
	for _, e := range stories {
		rest()
		id := names{corpus.Fold(e.Headline), corpus.Fold(e.Standfirst)}
		i, same := byURL[e.URL]
		if e.URL == "" || !same {
			i, same = byNames[id]
		}
		if !same {
			i = len(kept)
			kept = append(kept, e)
		} else {
			notes = append(notes, fmt.Sprintf("%q stands here twice (lines %d and %d) and counts once", short(e.Headline), kept[i].Line, e.Line))
			fill(&kept[i], e)
		}
		byNames[id] = i
		if e.URL != "" {
			byURL[e.URL] = i
		}
	}
	return kept, notes
}

// fill gives a story what it lacks.
func fill(to *corpus.Entry, from corpus.Entry) {
	if to.Caption == "" {
		to.Caption = from.Caption
	}
	if to.Label == "" {
		to.Label = from.Label
	}
	if to.URL == "" {
		to.URL = from.URL
	}
	if to.Standfirst == "" {
		to.Standfirst = from.Standfirst
	}
	if to.Published.IsZero() {
		to.Published, to.Day = from.Published, from.Day
	}
}

// short returns the beginning of a text.
func short(text string) string {
	if words := strings.Fields(text); len(words) > 12 {
		return strings.Join(words[:12], " ") + " …"
	}
	return text
}
