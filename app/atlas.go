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
	return goapp.Elem("div").Class("atlas").Body(
		renderMap(x.page.tiles, "large"),
		renderSystems(x.page.tiles),
		goapp.Elem("details").Class("same").Body(
			goapp.Elem("summary").Text("The same as a table"),
			renderTable(x.page.tiles),
		),
	)
}

// renderSystems draws what there is to know of each chosen system.
func renderSystems(tiles []tile) goapp.UI {
	var w htmlWriter
	w.tag(`<div class="panels">`)
	chosen := false
	for _, t := range tiles {
		if t.chosen {
			chosen = true
			t.writeSystem(&w)
		}
	}
	if !chosen {
		w.tag(`<p class="note">Choose a system on the map to read about it.</p>`)
	}
	w.tag(`</div>`)
	return goapp.Raw(w.String())
}

func (t tile) writeSystem(w *htmlWriter) {
	s := t.system
	fact := func(term, text string) {
		w.tag(`<div><dt>`)
		w.text(term)
		w.tag(`</dt><dd>`)
		w.text(text)
		w.tag(`</dd></div>`)
	}
	w.tag(`<section class="system" id="`, "system-"+s.Slug, `"><h2>`)
	w.text(s.ShortName)
	w.tag(`</h2><dl>`)
	fact("Stories here", t.stories())
	fact("Board", s.Name)
	fact("Region", s.Region)
	fact("Codes", "ODS "+s.ODS+", ONS "+s.ONS)
	if len(s.Aliases) > 0 {
		fact("Also known as", strings.Join(s.Aliases, ", "))
	}
	fact("Since 1 April 2026", fate(s))
	w.tag(`</dl><p><a href="`, hsjListing+s.Slug+"-ics", `" rel="noreferrer">Its page on HSJ</a></p></section>`)
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
