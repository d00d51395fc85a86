package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

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
	w.Raw(`</div><p class="legend">`)
	for _, k := range page.Legend(tiles) {
		w.Element("span", k.Words, markup.A("class", "key "+shadeClass(k.Shade)))
	}
	w.Raw(`</p>`)
	var names []string
	for _, t := range tiles {
		if t.Chosen {
			names = append(names, t.Says())
		}
	}
	w.Element("p", strings.Join(names, " · "), markup.A("class", "named"))
	w.Raw(`</div>`)
	return drawn(&w)
}

func writeTile(w *markup.Writer, t page.Tile, entry bool) {
	shade := t.Shade
	if !t.Listed {
		shade = -1
	}
	index := "-1"
	if entry {
		index = "0"
	}
	attributes := []markup.Attr{
		markup.A("id", "tile-"+t.System.Slug),
		markup.A("class", fmt.Sprintf("tile %s col%d row%d%s", shadeClass(shade), t.System.Col, t.System.Row, when(t.Chosen, " chosen"))),
		markup.A("href", t.Href),
		markup.A("tabindex", index),
		markup.A("data-says", t.Says()),
		markup.A("aria-label", when(t.Code != t.System.ShortName, t.Code+", ")+t.Says()+when(t.Chosen, ", chosen")),
	}
	if t.Listed {
		attributes = append(attributes, markup.A("data-count", short(t.Count)))
	}
	w.Element("a", t.Code, attributes...)
}

// shadeClass is the class of what has a shade; a system without a listing has -1.
func shadeClass(shade int) string {
	if shade < 0 {
		return "unlisted"
	}
	return "shade" + strconv.Itoa(shade)
}

// short is a count that fits on a tile.
func short(n int) string {
	if n >= 1000 {
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n)
}
