package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// renderList draws the stories and the way to those that are still to come. Behind a list that is only begun stays what
// stood there before (web/redraw.js).
func renderList(rows []page.Row, toCome int, begun bool) goapp.UI {
	attributes := []markup.Attr{markup.A("id", "list"), markup.A("class", "list")}
	if begun && toCome > 0 {
		attributes = append(attributes, markup.A("data-begun", "true"))
	}
	var w markup.Writer
	w.Tag("div", attributes...)
	for _, r := range rows {
		writeRow(&w, r)
	}
	if !begun {
		writeMore(&w, "more", toCome)
	}
	w.Raw(`</div>`)
	return drawn(&w)
}

// writeRow writes the story as an article that a link can lead to.
func writeRow(w *markup.Writer, r page.Row) {
	attributes := []markup.Attr{markup.A("id", r.Key), markup.A("data-story", r.Key), markup.A("tabindex", "-1")}
	if r.New {
		attributes = append(attributes, markup.A("data-new", "true"))
	}
	w.Tag("article", attributes...)
	w.Raw(`<p class="kicker">`)
	if r.New {
		w.Raw(`<span class="new">New</span>`)
	}
	if r.Own != "" {
		w.Element("span", r.Own, markup.A("class", "mine"))
	}
	if r.Date != "" {
		w.Element("time", r.Date, markup.A("datetime", r.Date))
	}
	w.Element("span", r.Spread, markup.A("class", "spread"))
	w.Raw(`</p><h2>`)
	w.Tag("a", markup.A("class", "headline"), markup.A("id", "headline-"+r.Key), markup.A("href", "#"+r.Key), markup.A("data-do", "panel"))
	if len(r.Series) > 0 {
		w.Raw(`<span class="series">`)
		writePieces(w, r.Series)
		w.Raw(`</span>`)
	}
	writePieces(w, r.Headline)
	w.Raw(`</a></h2>`)
	if len(r.Standfirst) > 0 {
		w.Raw(`<p class="standfirst">`)
		writePieces(w, r.Standfirst)
		w.Raw(`</p>`)
	}
	if len(r.Caption) > 0 {
		w.Raw(`<p class="caption">Picture: `)
		writePieces(w, r.Caption)
		w.Raw(`</p>`)
	}
	if r.Reason != "" {
		w.Element("p", r.Reason, markup.A("class", "reason"))
	}
	w.Raw(`<ul class="systems" aria-label="Systems">`)
	for _, t := range r.Systems {
		w.Raw(`<li>`)
		w.Element("a", t.Label, markup.A("id", r.Key+"-"+t.Slug), markup.A("class", when(t.Chosen, "chosen")), markup.A("href", t.Href))
		w.Raw(`</li>`)
	}
	w.Raw(`</ul>`)
	writeOpener(w, r)
	w.Raw(`</article>`)
}

// writeOpener writes what leads on from the story: the button that opens its panel or
// closes it, the way to HSJ, and the panel, if it is open.
func writeOpener(w *markup.Writer, r page.Row) {
	label := "More"
	if r.Panel != nil {
		label = "Less"
	}
	w.Element("button", label, markup.A("aria-label", label+" about: "+r.Title()), markup.A("type", "button"), markup.A("class", "opener"), markup.A("id", "open-"+r.Key),
		markup.A("data-do", "panel"), markup.A("aria-expanded", strconv.FormatBool(r.Panel != nil)))
	where, to := "Find on HSJ (web search)", r.Web
	if r.Article != "" {
		where, to = "Read on HSJ", r.Article
	}
	w.Element("a", where, markup.A("class", "find"), markup.A("rel", "noreferrer"), markup.A("href", to))
	star, does := "☆ Star", "Star: "
	if r.Starred {
		star, does = "★ Starred", "Starred: "
	}
	w.Element("button", star, markup.A("aria-label", does+r.Title()), markup.A("type", "button"), markup.A("class", "opener star"), markup.A("id", "star-"+r.Key),
		markup.A("data-do", "star"), markup.A("aria-pressed", strconv.FormatBool(r.Starred)))
	if r.Panel != nil {
		writePanel(w, r.Key, r.Panel)
	}
}

// writeMore writes the button that shows some of the stories that are still to come, if
// there are any.
func writeMore(w *markup.Writer, id string, toCome int) {
	if toCome > 0 {
		w.Element("button", "Show more: "+strconv.Itoa(toCome)+" to come",
			markup.A("type", "button"), markup.A("id", id), markup.A("class", "more"), markup.A("data-do", "more"))
	}
}

func writePieces(w *markup.Writer, pieces []page.Piece) {
	for _, p := range pieces {
		if p.Marked {
			w.Element("mark", p.Text)
		} else {
			w.Text(p.Text)
		}
	}
}
