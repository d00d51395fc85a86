package page

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"icsexplorer/app/export"
	"icsexplorer/app/facet"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// A Tile is a system on the map of England.
type Tile struct {
	System corpus.System
	Code   string // its name in five letters or fewer
	Count  int    // stories of the current query
	Shade  int    // 0 for none to 4 for the most
	Listed bool
	Chosen bool
	Href   string // the view with the system toggled
	Page   string // address of the system's page on HSJ
	Fate   []Fact // what became of the system's board, and what is to
}

// A Fact is a term and what there is to say of it.
type Fact struct{ Term, Text string }

// hsjListing is where HSJ has the listing of a system; its slug goes behind.
const hsjListing = "https://www.hsj.co.uk/local/icss/"

// tiles are all systems, in the order of the registry.
func (l *Library) tiles(v view.View, counts facet.Counts) []Tile {
	tiles := make([]Tile, len(l.corpus.Registry))
	most := 0
	chosen := l.spelt(v.Systems)
	for i, system := range l.corpus.Registry {
		tiles[i] = l.tile(system)
		tiles[i].Count = counts.Systems[system.Slug]
		tiles[i].Chosen = slices.Contains(chosen, system.Slug)
		tiles[i].Href = v.ToggleSystem(system.Slug).Href()
		most = max(most, tiles[i].Count)
	}
	for i := range tiles {
		if n := tiles[i].Count; n > 0 {
			tiles[i].Shade = 1 + (n-1)*4/most
		}
	}
	return tiles
}

// tile is what the tile of a system says in every view.
func (l *Library) tile(s corpus.System) Tile {
	return Tile{
		System: s,
		Code:   code(s),
		Listed: l.isListed(s.Slug),
		Page:   hsjListing + s.Slug + "-ics",
		Fate:   append([]Fact{l.fate(s)}, l.cluster(s)...),
	}
}

// mostInCode is how many letters fit on a tile.
const mostInCode = 5

// code is a system's name as it fits on a tile: an abbreviation that is in use, its name if that is as
// short, the first letters of its words, or those of its only word.
func code(s corpus.System) string {
	for _, name := range append(slices.Clone(s.Aliases), s.ShortName) {
		if len(name) <= mostInCode && !strings.Contains(name, " ") {
			return name
		}
	}
	words := strings.Fields(s.ShortName)
	if len(words) == 1 {
		return s.ShortName[:mostInCode-1]
	}
	initials := ""
	for _, word := range words {
		initials += word[:1]
	}
	return initials
}

// A Key is a shade of the map, and what it stands for.
type Key struct {
	Shade int // -1 for a system without a listing
	Words string
}

// Legend is every shade that the tiles have, from none to the most.
func Legend(tiles []Tile) []Key {
	var legend []Key
	fewest, most := make(map[int]int), make(map[int]int)
	for _, t := range tiles {
		if !t.Listed {
			legend = []Key{{-1, export.Absent}}
			continue
		}
		if n, ok := fewest[t.Shade]; !ok || t.Count < n {
			fewest[t.Shade] = t.Count
		}
		most[t.Shade] = max(most[t.Shade], t.Count)
	}
	for _, shade := range slices.Sorted(maps.Keys(most)) {
		words := Count(most[shade])
		if fewest[shade] < most[shade] {
			words = strconv.Itoa(fewest[shade]) + " to " + words
		}
		legend = append(legend, Key{shade, words})
	}
	return legend
}

// Says is what a tile says of itself.
func (t Tile) Says() string { return t.System.ShortName + ": " + t.Stories() }

// Stories says how many stories of the current query a system has.
func (t Tile) Stories() string {
	if !t.Listed {
		return export.Absent
	}
	return Count(t.Count)
}

// Facts are what there is to know of a system.
func (t Tile) Facts() []Fact {
	s := t.System
	facts := []Fact{
		{"Stories here", t.Stories()},
		{"Board", s.Name},
		{"Region", s.Region},
		{"Codes", "ODS " + s.ODS + ", ONS " + s.ONS},
	}
	if len(s.Aliases) > 0 {
		facts = append(facts, Fact{"Also known as", strings.Join(s.Aliases, ", ")})
	}
	return append(facts, t.Fate...)
}

// fate says what became of a system's board since boards were merged.
func (l *Library) fate(s corpus.System) Fact {
	var parts []string
	for _, to := range s.Successors {
		part := to.Board + " (" + to.ONS + ")"
		if !to.Whole {
			part = to.Area + " in " + part
		}
		parts = append(parts, part)
	}
	text := "unchanged"
	if len(parts) > 0 {
		text = strings.Join(parts, "; ")
	}
	return Fact{"Since " + l.merged, text}
}

// cluster says with whom a system's board shares its leadership, if with anybody.
func (l *Library) cluster(s corpus.System) []Fact {
	c := s.Cluster
	var others []string
	for _, slug := range c.Systems {
		if slug != s.Slug {
			others = append(others, l.systemLabel(slug))
		}
	}
	if len(others) == 0 {
		return nil
	}
	text := "led together with " + strings.Join(others, "; ") + " (" + c.AsOf.Format(longDate) + ")"
	if !c.Merger.IsZero() {
		text += "; to merge by " + c.Merger.Format("January 2006")
	}
	return []Fact{{"Cluster", text}}
}

// Neighbour is the slug of the nearest tile in the direction of an arrow key, or
// "" if there is none. Tiles straight ahead come before those to the side.
func Neighbour(systems corpus.Registry, slug, key string) string {
	from, ok := systems.Find(slug)
	if !ok {
		return ""
	}
	best, nearest := "", 1<<30
	for _, to := range systems {
		ahead, aside := to.Col-from.Col, to.Row-from.Row
		switch key {
		case "ArrowLeft":
			ahead = -ahead
		case "ArrowRight":
		case "ArrowUp":
			ahead, aside = -aside, ahead
		case "ArrowDown":
			ahead, aside = aside, ahead
		default:
			return ""
		}
		if ahead <= 0 {
			continue
		}
		if distance := ahead + 3*max(aside, -aside); distance < nearest {
			best, nearest = to.Slug, distance
		}
	}
	return best
}
