package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// A Board is an integrated care board of today that took over other systems.
type Board struct {
	Slug    string // as in addresses
	Name    string
	ODS     string   // code, "" if not known here
	Systems []string // slugs of those that it took over, whole or in part, in registry order
}

// Names find systems by whatever they are called: names, initials and nicknames, codes
// old and new, the boards of today, regions, and the areas and main towns in them.
//
// What systems were and are called besides stands in registry/names.csv: former names
// from their own publications, the codes of April 2023 from the ONS, areas and towns
// from general knowledge; the codes of boards in registry/boards.csv are NHS England's.
type Names struct {
	registry Registry
	boards   []Board
}

// A systemName is what a system is called.
type systemName struct {
	key   string // see nameKey
	place bool   // it is an area or a town
}

// Names returns the names of the systems of r, which [LoadRegistry] has given them.
func (r Registry) Names() *Names {
	n := &Names{registry: r}
	for _, s := range r {
		for _, to := range s.Successors {
			i := slices.IndexFunc(n.boards, func(b Board) bool { return b.Name == to.Board })
			if i < 0 {
				i = len(n.boards)
				n.boards = append(n.boards, Board{Slug: SeriesSlug(to.Board), Name: to.Board, ODS: to.ODS})
			}
			n.boards[i].Systems = append(n.boards[i].Systems, s.Slug)
		}
	}
	return n
}

// readBoards notes the codes of the boards of today.
func (r Registry) readBoards(text string) error {
	return readCSV(text, func(field func(string) string) error {
		found := false
		for _, s := range r {
			for i := range s.Successors {
				if to := &s.Successors[i]; to.Board == field("board") {
					to.ODS, found = field("ods_code"), true
				}
			}
		}
		if !found {
			return fmt.Errorf("%q took over no system", field("board"))
		}
		return nil
	})
}

// readNames notes what each system is called.
func (r Registry) readNames(text string) error {
	// A system's own names come first: no town or region has one of them, too.
	own := make(map[string]bool)
	for i, s := range r {
		for _, name := range append([]string{s.ShortName, s.Name, s.Slug, s.ODS, s.ONS}, s.Aliases...) {
			key := nameKey(name)
			r.call(i, key)
			own[key] = true
		}
	}
	other := func(i int, name string) {
		if key := nameKey(name); !own[key] {
			r.call(i, key)
		}
	}
	for i, s := range r {
		for _, to := range s.Successors {
			other(i, to.Board)
			other(i, to.ODS)
			other(i, to.ONS)
		}
		other(i, s.Region)
	}
	places := make(map[string]bool)
	err := readCSV(text, func(field func(string) string) error {
		for slug := range strings.SplitSeq(field("systems"), ";") {
			i := r.index(slug)
			if i < 0 {
				return fmt.Errorf("unknown system %q", slug)
			}
			other(i, field("name"))
		}
		if kind := field("kind"); kind == "town" || kind == "area" {
			places[nameKey(field("name"))] = true
		}
		return nil
	})
	for _, s := range r {
		for i := range s.names {
			s.names[i].place = places[s.names[i].key]
		}
	}
	return err
}

// call adds a name to those of a system.
func (r Registry) call(i int, key string) {
	if s := &r[i]; key != "" && !s.called(key) {
		s.names = append(s.names, systemName{key: key})
	}
}

func (s *System) called(key string) bool {
	return slices.ContainsFunc(s.names, func(n systemName) bool { return n.key == key })
}

// Find returns the slugs of the systems that are called by the text as a whole, in
// registry order; none if no system is. "&" and "and", a leading "NHS" or "the", and "ICS",
// "ICB" or what they stand for at the end make no difference.
func (n *Names) Find(text string) []string {
	key := nameKey(text)
	var slugs []string
	for i := range n.registry {
		if s := &n.registry[i]; s.called(key) {
			slugs = append(slugs, s.Slug)
		}
	}
	return slugs
}

// IsPlace reports whether the text is an area or a town, whose name may be a word of
// another meaning, too: Reading, Bath, Barking.
func (n *Names) IsPlace(text string) bool {
	name := systemName{nameKey(text), true}
	return slices.ContainsFunc(n.registry, func(s System) bool { return slices.Contains(s.names, name) })
}

// Board returns the board of today with the slug. A board that goes by the name of a
// system that still stands is that system's.
func (n *Names) Board(slug string) (Board, bool) {
	for _, b := range n.boards {
		if b.Slug == slug {
			return b, true
		}
	}
	return Board{}, false
}

// nameKey is a name as names are compared.
func nameKey(name string) string {
	key := Fold(strings.ReplaceAll(name, "&", " and "))
	for _, prefix := range []string{"the ", "nhs "} {
		key = strings.TrimPrefix(key, prefix)
	}
	for _, suffix := range []string{" ics", " icb", " integrated care system", " integrated care board", " integrated care partnership"} {
		key = strings.TrimSuffix(key, suffix)
	}
	return key
}
