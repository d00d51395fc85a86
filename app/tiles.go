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
func (t tile) says() string {
	if !t.listed {
		return t.system.ShortName + ": no listing"
	}
	return fmt.Sprintf("%s: %d %s", t.system.ShortName, t.count, plural(t.count, "story", "stories"))
}

// renderMap draws the tiles at their places. One of them can be reached by Tab,
// and from there the others with the arrow keys.
func renderMap(tiles []tile, size string) goapp.UI {
	entry := slices.IndexFunc(tiles, func(t tile) bool { return t.chosen })
	if entry < 0 {
		entry = slices.IndexFunc(tiles, func(t tile) bool { return t.listed })
	}
	return goapp.Elem("div").Class("map").Class(size).Body(
		goapp.Elem("div").Class("tiles").Attr("role", "group").Aria("label", "Map of England’s systems").Body(
			goapp.Range(tiles).Slice(func(i int) goapp.UI { return tiles[i].render(i == entry) }),
		),
		goapp.Elem("p").Class("legend").Body(
			goapp.Elem("span").Class("key").Class("unlisted").Text("no listing"),
			goapp.Elem("span").Class("key").Class("shade0").Text("no match"),
			goapp.Elem("span").Class("key").Class("shade1").Text("few"),
			goapp.Elem("span").Class("key").Class("shade4").Text("most stories"),
		),
	)
}

func (t tile) render(entry bool) goapp.UI {
	class, text := "shade"+strconv.Itoa(t.shade), short(t.count)
	if !t.listed {
		class, text = "unlisted", ""
	}
	chosen := ""
	if t.chosen {
		chosen = "chosen"
	}
	index := -1
	if entry {
		index = 0
	}
	return goapp.Elem("a").ID("tile-"+t.system.Slug).
		Class("tile").Class(class).Class(chosen).
		Class("col"+strconv.Itoa(t.system.Col)).Class("row"+strconv.Itoa(t.system.Row)).
		Attr("href", t.href).Attr("tabindex", index).
		DataSet("says", t.says()).
		Aria("label", t.says()+says(t.chosen, ", chosen")).
		Text(text)
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
