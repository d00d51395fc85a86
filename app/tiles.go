package app

import (
	"fmt"
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/search"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// tile is a system on the map of England.
type tile struct {
	system corpus.System
	count  int // stories of the current query
	shade  int // 0 for none to 4 for the most
	listed bool
	chosen bool
	href   string // the view with the system toggled
}

// tiles are all systems, in the order of the registry.
func (l *library) tiles(v view.View, counts search.Counts) []tile {
	tiles := make([]tile, len(l.corpus.Registry))
	most := 0
	for i, system := range l.corpus.Registry {
		tiles[i] = tile{
			system: system,
			count:  counts[search.BySystem][system.Slug],
			listed: l.isListed(system.Slug),
			chosen: slices.Contains(v.Systems, system.Slug),
			href:   v.ToggleSystem(system.Slug).Href(),
		}
		most = max(most, tiles[i].count)
	}
	for i := range tiles {
		if n := tiles[i].count; n > 0 {
			tiles[i].shade = 1 + (n-1)*4/most
		}
	}
	return tiles
}

// says is what a tile says of itself.
func (t tile) says() string { return t.system.ShortName + ": " + t.stories() }

// stories says how many stories of the current query a system has.
func (t tile) stories() string {
	if !t.listed {
		return "no listing"
	}
	return fmt.Sprintf("%d %s", t.count, plural(t.count, "story", "stories"))
}

// renderMap draws the tiles at their places. One of them can be reached by Tab,
// and from there the others with the arrow keys.
func renderMap(tiles []tile, size string) goapp.UI {
	entry := slices.IndexFunc(tiles, func(t tile) bool { return t.chosen })
	if entry < 0 {
		entry = slices.IndexFunc(tiles, func(t tile) bool { return t.listed })
	}
	var w htmlWriter
	w.tag(`<div class="map `, size, `"><div class="tiles" role="group" aria-label="Map of England’s systems">`)
	for i, t := range tiles {
		t.write(&w, i == entry)
	}
	w.tag(`</div><p class="legend"><span class="key unlisted">no listing</span><span class="key shade0">no match</span>` +
		`<span class="key shade1">few</span><span class="key shade4">most stories</span></p></div>`)
	return goapp.Raw(w.String())
}

func (t tile) write(w *htmlWriter, entry bool) {
	class, text := "shade"+strconv.Itoa(t.shade), short(t.count)
	if !t.listed {
		class, text = "unlisted", ""
	}
	index := "-1"
	if entry {
		index = "0"
	}
	w.tag(`<a id="`, "tile-"+t.system.Slug,
		`" class="`, fmt.Sprintf("tile %s col%d row%d%s", class, t.system.Col, t.system.Row, says(t.chosen, " chosen")),
		`" href="`, t.href, `" tabindex="`, index,
		`" data-says="`, t.says(), `" aria-label="`, t.says()+says(t.chosen, ", chosen"), `">`)
	w.text(text)
	w.tag(`</a>`)
}

func says(really bool, words string) string {
	if really {
		return words
	}
	return ""
}

// short is a count that fits on a tile.
func short(n int) string {
	if n >= 1000 {
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n)
}

// neighbour is the slug of the nearest tile in the direction of an arrow key, or
// "" if there is none. Tiles straight ahead come before those to the side.
func neighbour(systems corpus.Registry, slug, key string) string {
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
