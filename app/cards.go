package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// renderCards draws the systems that the reader has named, and where each can be read.
func renderCards(cards []page.Card) goapp.UI {
	var w markup.Writer
	w.Raw(`<div class="cards">`)
	for _, c := range cards {
		w.Tag("section", markup.A("class", "card"), markup.A("id", "card-"+c.System.Slug))
		w.Element("h2", c.System.ShortName)
		w.Raw(`<p>`)
		if c.Listed {
			w.Element("a", c.Listing(), markup.A("href", c.Href))
		} else {
			w.Text(c.Listing())
		}
		w.Text(" · " + c.System.Name + " · " + c.System.Region + " · ")
		for _, f := range c.Fate {
			w.Text(f.Term + ": " + f.Text + " · ")
		}
		w.Element("a", "Its page on HSJ", markup.A("href", c.Page), markup.A("rel", "noreferrer"))
		w.Raw(`</p></section>`)
	}
	w.Raw(`</div>`)
	return drawn(&w)
}
