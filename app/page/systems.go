package page

import (
	"slices"
	"strconv"
	"strings"

	"icsexplorer/app/search"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// A Card says what there is to know of a system that the reader has named: in the search
// box, or by choosing it though the corpus has no listing of it.
type Card struct{ Tile }

// Listing says whether the corpus has the system's listing.
func (c Card) Listing() string {
	if c.Listed {
		return Count(c.Count) + " here"
	}
	return "Its listing is not in this copy"
}

// mostCards is how many systems a name may stand for and still be spelt out: London is
// five, the South West seven.
const mostCards = 7

// cards are those for the systems that v names without showing them.
func (l *Library) cards(v view.View) []Card {
	var slugs []string
	if named := l.names.Find(v.Query); len(named) <= mostCards {
		slugs = named
	}
	for _, slug := range l.spelt(v.Systems) {
		if v.Show == view.Map {
			break // the map has more to say of those that are chosen
		}
		if !l.isListed(slug) && !slices.Contains(slugs, slug) {
			slugs = append(slugs, slug)
		}
	}
	var cards []Card
	for _, slug := range slugs {
		i, ok := l.systems[slug]
		if !ok {
			continue
		}
		only := view.View{Systems: []string{slug}}
		card := Card{l.tile(l.corpus.Registry[i])}
		card.Count, card.Href = len(l.of(slug)), only.Href()
		cards = append(cards, card)
	}
	return cards
}

// spelt are the slugs of an address with each board of today as the systems that it took
// over, each once. The name of a board that is also a system's stands for the system.
func (l *Library) spelt(slugs []string) []string {
	var all []string
	for _, slug := range slugs {
		systems := []string{slug}
		if _, ok := l.system(slug); !ok {
			if board, ok := l.names.Board(slug); ok {
				systems = board.Systems
			}
		}
		for _, system := range systems {
			if !slices.Contains(all, system) {
				all = append(all, system)
			}
		}
	}
	return all
}

// Spelt are the systems that slugs of an address stand for.
func (l *Library) Spelt(slugs []string) []string { return l.spelt(slugs) }

// isKnown reports whether a slug of an address is a system's or a board's.
func (l *Library) isKnown(slug string) bool {
	_, system := l.system(slug)
	_, board := l.names.Board(slug)
	return system || board
}

// isHere reports whether the corpus has a listing of any of the systems and boards.
func (l *Library) isHere(slugs ...string) bool {
	return slices.ContainsFunc(l.spelt(slugs), l.isListed)
}

// of are the stories that the system lists, newest first.
func (l *Library) of(slug string) []int {
	var stories []int
	for _, i := range l.all {
		if slices.Contains(l.corpus.Stories[i].Systems, slug) {
			stories = append(stories, i)
		}
	}
	return stories
}

// unlisted are those of v's systems that the corpus has no listing of, by name.
func (l *Library) unlisted(v view.View) []string {
	var names []string
	for _, slug := range l.spelt(v.Systems) {
		if system, ok := l.system(slug); ok && !l.isListed(slug) {
			names = append(names, system.ShortName)
		}
	}
	return names
}

// pick returns the systems that are called as typed, or else those that the text finds.
func (l *Library) pick(typed string) []corpus.System {
	var found []corpus.System
	for _, slug := range l.names.Find(typed) {
		found = append(found, l.corpus.Registry[l.systems[slug]])
	}
	if len(found) > 0 {
		return found
	}
	for _, i := range search.PickSystems(l.corpus.Registry, typed) {
		found = append(found, l.corpus.Registry[i])
	}
	return found
}

// some is list, but of many names the first few, and how many more there are.
func some(names []string) string {
	if more := len(names) - mostNamed; more > 1 {
		return list(append(slices.Clone(names[:mostNamed]), strconv.Itoa(more)+" more"))
	}
	return list(names)
}

// list is names as a sentence has them: "a", "a and b", "a, b and c".
func list(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
