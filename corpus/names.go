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
	systems map[string][]string // by the key of a name, slugs in registry order
	places  map[string]bool     // the keys that are areas and towns
	boards  []Board
}

// Names returns the names of the systems of r. The data is part of the program, so an
// error means that it was built from a damaged copy.
func (r Registry) Names() (*Names, error) {
	n := &Names{systems: make(map[string][]string), places: make(map[string]bool)}
	if err := n.readBoards(r); err != nil {
		return nil, fmt.Errorf("boards.csv: %w", err)
	}
	// A system's own names come first: no town or region has one of them, too.
	for _, s := range r {
		for _, name := range append([]string{s.ShortName, s.Name, s.Slug, s.ODS, s.ONS}, s.Aliases...) {
			n.add(name, s.Slug)
		}
	}
	own := make(map[string]bool)
	for key := range n.systems {
		own[key] = true
	}
	other := func(name string, slugs ...string) {
		if !own[nameKey(name)] {
			n.add(name, slugs...)
		}
	}
	for _, b := range n.boards {
		other(b.Name, b.Systems...)
		other(b.ODS, b.Systems...)
	}
	for _, s := range r {
		for _, to := range s.Successors {
			other(to.ONS, s.Slug)
		}
	}
	err := readCSV(registryFile("names.csv"), func(field func(string) string) error {
		slugs := strings.Split(field("systems"), ";")
		for _, slug := range slugs {
			if r.index(slug) < 0 {
				return fmt.Errorf("unknown system %q", slug)
			}
		}
		other(field("name"), slugs...)
		if kind := field("kind"); kind == "town" || kind == "area" {
			n.places[nameKey(field("name"))] = true
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("names.csv: %w", err)
	}
	for _, s := range r {
		other(s.Region, s.Slug)
	}
	for key, slugs := range n.systems {
		slices.SortFunc(slugs, func(a, b string) int { return r.index(a) - r.index(b) })
		n.systems[key] = slices.Compact(slugs)
	}
	return n, nil
}

// readBoards gathers the boards of today from what became of the systems.
func (n *Names) readBoards(r Registry) error {
	codes := make(map[string]string)
	err := readCSV(registryFile("boards.csv"), func(field func(string) string) error {
		codes[field("board")] = field("ods_code")
		return nil
	})
	for _, s := range r {
		for _, to := range s.Successors {
			i := slices.IndexFunc(n.boards, func(b Board) bool { return b.Name == to.Board })
			if i < 0 {
				i = len(n.boards)
				n.boards = append(n.boards, Board{Slug: SeriesSlug(to.Board), Name: to.Board, ODS: codes[to.Board]})
				delete(codes, to.Board)
			}
			n.boards[i].Systems = append(n.boards[i].Systems, s.Slug)
		}
	}
	for board := range codes {
		return fmt.Errorf("%q took over no system", board)
	}
	return err
}

func (n *Names) add(name string, slugs ...string) {
	if key := nameKey(name); key != "" {
		n.systems[key] = append(n.systems[key], slugs...)
	}
}

// Find returns the slugs of the systems that are called by the text as a whole, in
// registry order; none if no system is. "&" and "and", a leading "NHS" or "the", and "ICS",
// "ICB" or what they stand for at the end make no difference.
func (n *Names) Find(text string) []string { return slices.Clone(n.systems[nameKey(text)]) }

// IsPlace reports whether the text is an area or a town, whose name may be a word of
// another meaning, too: Reading, Bath, Barking.
func (n *Names) IsPlace(text string) bool { return n.places[nameKey(text)] }

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
