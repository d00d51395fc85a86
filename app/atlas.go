package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/corpus"
)

// hsjListing is where HSJ has the listing of a system; its slug goes behind.
const hsjListing = "https://www.hsj.co.uk/local/icss/"

// renderAtlas draws the map large, what there is to know of the chosen systems,
// and the same as a table.
func (x *explorer) renderAtlas() goapp.UI {
	var panels []goapp.UI
	for _, t := range x.page.tiles {
		if t.chosen {
			panels = append(panels, renderSystem(t))
		}
	}
	if panels == nil {
		panels = append(panels, goapp.Elem("p").Class("note").Text("Choose a system on the map to read about it."))
	}
	return goapp.Elem("div").Class("atlas").Body(
		renderMap(x.page.tiles, "large"),
		goapp.Elem("div").Class("panels").Body(panels...),
		goapp.Elem("details").Class("same").Body(
			goapp.Elem("summary").Text("The same as a table"),
			renderTable(x.page.tiles),
		),
	)
}

// renderSystem draws what there is to know of a system.
func renderSystem(t tile) goapp.UI {
	s := t.system
	fact := func(term, text string) goapp.UI {
		return goapp.Elem("div").Body(goapp.Elem("dt").Text(term), goapp.Elem("dd").Text(text))
	}
	stories := t.says()[len(s.ShortName)+len(": "):]
	return goapp.Elem("section").Class("system").ID("system-"+s.Slug).Body(
		goapp.Elem("h2").Text(s.ShortName),
		goapp.Elem("dl").Body(
			fact("Stories here", stories),
			fact("Board", s.Name),
			fact("Region", s.Region),
			fact("Codes", "ODS "+s.ODS+", ONS "+s.ONS),
			goapp.If(len(s.Aliases) > 0, func() goapp.UI { return fact("Also known as", strings.Join(s.Aliases, ", ")) }),
			fact("Since 1 April 2026", fate(s)),
		),
		goapp.Elem("p").Body(
			goapp.Elem("a").Attr("href", hsjListing+s.Slug+"-ics").Attr("rel", "noreferrer").Text("Its page on HSJ"),
		),
	)
}

// fate says what became of a system's board on 1 April 2026.
func fate(s corpus.System) string {
	if len(s.Successors) == 0 {
		return "unchanged"
	}
	var parts []string
	for _, to := range s.Successors {
		part := to.Board + " (" + to.ONS + ")"
		if !to.Whole {
			part = to.Area + " in " + part
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}

// renderTable draws what the map shows as a table.
func renderTable(tiles []tile) goapp.UI {
	var w htmlWriter
	w.tag(`<div class="matrix" tabindex="0" role="region" aria-label="Systems as a table"><table><caption>England’s systems and their stories here</caption>` +
		`<thead><tr><th scope="col">System</th><th scope="col">Region</th><th scope="col">Code</th><th scope="col">Stories</th></tr></thead><tbody>`)
	for _, t := range tiles {
		w.tag(`<tr><th scope="row"><a href="`, t.href, `">`)
		w.text(t.system.ShortName)
		w.tag(`</a></th><td>`)
		w.text(t.system.Region)
		w.tag(`</td><td>`)
		w.text(t.system.ODS)
		w.tag(`</td><td class="number">`)
		if t.listed {
			w.text(strconv.Itoa(t.count))
		} else {
			w.text("no listing")
		}
		w.tag(`</td></tr>`)
	}
	w.tag(`</tbody></table></div>`)
	return goapp.Raw(w.String())
}
