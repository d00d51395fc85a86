package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// renderAtlas draws the map large, what there is to know of the chosen systems,
// and the same as a table.
func renderAtlas(tiles []page.Tile) goapp.UI {
	return goapp.Elem("div").Class("atlas").Body(
		renderMap(tiles, "large"),
		renderSystems(tiles),
		goapp.Elem("details").Class("same").Body(
			goapp.Elem("summary").Text("All systems in a table"),
			renderTable(tiles),
		),
	)
}

// renderSystems draws what there is to know of each chosen system.
func renderSystems(tiles []page.Tile) goapp.UI {
	var w markup.Writer
	w.Raw(`<div class="panels">`)
	chosen := false
	for _, t := range tiles {
		if t.Chosen {
			chosen = true
			writeSystem(&w, t)
		}
	}
	if !chosen {
		w.Raw(`<p class="note">Choose a system on the map to read about it.</p>`)
	}
	w.Raw(`</div>`)
	return drawn(&w)
}

func writeSystem(w *markup.Writer, t page.Tile) {
	w.Tag("section", markup.A("class", "system"), markup.A("id", "system-"+t.System.Slug))
	w.Element("h2", t.System.ShortName)
	w.Raw(`<dl>`)
	for _, f := range t.Facts() {
		w.Raw(`<div>`)
		w.Element("dt", f.Term)
		w.Element("dd", f.Text)
		w.Raw(`</div>`)
	}
	w.Raw(`</dl><p>`)
	w.Element("a", "Its page on HSJ", markup.A("href", t.Page), markup.A("rel", "noreferrer"))
	if dom.Home() != "" { // the one file has no other pages
		w.Raw(` · `)
		w.Element("a", "Its page here", markup.A("href", "ics/"+t.System.Slug+"/"))
		if t.Listed {
			w.Raw(` · `)
			w.Element("a", "Follow as a feed", markup.A("href", "ics/"+t.System.Slug+"/feed.atom"), markup.A("type", "application/atom+xml"))
		}
	}
	w.Raw(`</p></section>`)
}

// renderTable draws what the map shows as a table.
func renderTable(tiles []page.Tile) goapp.UI {
	var w markup.Writer
	w.Raw(`<section class="matrix" tabindex="0" aria-label="Systems as a table"><table><caption>England’s systems and their stories here</caption>` +
		`<thead><tr><th scope="col">System</th><th scope="col">Region</th><th scope="col">Code</th><th scope="col">Stories</th></tr></thead><tbody>`)
	for _, t := range tiles {
		w.Raw(`<tr><th scope="row">`)
		w.Element("a", t.System.ShortName, markup.A("href", t.Href))
		w.Raw(`</th>`)
		w.Element("td", t.System.Region)
		w.Element("td", t.System.ODS)
		stories := "not in this copy"
		if t.Listed {
			stories = strconv.Itoa(t.Count)
		}
		w.Element("td", stories, markup.A("class", "number"))
		w.Raw(`</tr>`)
	}
	w.Raw(`</tbody></table></section>`)
	return drawn(&w)
}
