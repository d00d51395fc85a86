package app

import (
	"fmt"
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// renderMap draws the tiles at their places. One of them can be reached by Tab,
// and from there the others with the arrow keys.
func renderMap(tiles []page.Tile, size string) goapp.UI {
	entry := slices.IndexFunc(tiles, func(t page.Tile) bool { return t.Chosen })
	if entry < 0 {
		entry = slices.IndexFunc(tiles, func(t page.Tile) bool { return t.Listed })
	}
	var w markup.Writer
	w.Tag("div", markup.A("class", "map "+size))
	w.Raw(`<div class="tiles" role="group" aria-label="Map of England’s systems">`)
	for i, t := range tiles {
		writeTile(&w, t, i == entry)
	}
	w.Raw(`</div><p class="legend"><span class="key unlisted">not in this copy</span><span class="key shade0">no match</span>` +
		`<span class="key shade1">few</span><span class="key shade4">most stories</span></p></div>`)
	return drawn(&w)
}

func writeTile(w *markup.Writer, t page.Tile, entry bool) {
	class, text := "shade"+strconv.Itoa(t.Shade), short(t.Count)
	if !t.Listed {
		class, text = "unlisted", ""
	}
	index := "-1"
	if entry {
		index = "0"
	}
	w.Element("a", text,
		markup.A("id", "tile-"+t.System.Slug),
		markup.A("class", fmt.Sprintf("tile %s col%d row%d%s", class, t.System.Col, t.System.Row, when(t.Chosen, " chosen"))),
		markup.A("href", t.Href),
		markup.A("tabindex", index),
		markup.A("data-says", t.Says()),
		markup.A("aria-label", t.Says()+when(t.Chosen, ", chosen")))
}

// short is a count that fits on a tile.
func short(n int) string {
	if n >= 1000 {
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n)
}
