package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// renderComparison draws the systems side by side, and the matrix of all.
func renderComparison(c *page.Comparison) goapp.UI {
	var w markup.Writer
	w.Raw(`<div class="comparison">`)
	if c.Columns == nil {
		w.Element("p", c.Hint, markup.A("class", "note"))
	} else {
		w.Raw(`<div class="columns">`)
		for _, column := range c.Columns {
			writeColumn(&w, column)
		}
		w.Raw(`</div>`)
	}
	writeMatrix(&w, c.Matrix)
	w.Raw(`</div>`)
	return drawn(&w)
}

func writeColumn(w *markup.Writer, c page.Column) {
	w.Tag("section", markup.A("id", c.ID), markup.A("tabindex", "-1"))
	w.Raw(`<h2>`)
	w.Text(c.Heading + " ")
	w.Element("span", strconv.Itoa(c.Total), markup.A("class", "count"))
	w.Raw(`</h2>`)
	if c.Absent {
		w.Raw(`<p class="note">Its listing is not in this copy.</p>`)
	}
	w.Raw(`<ol>`)
	for _, s := range c.Stories {
		w.Raw(`<li>`)
		w.Tag("article", markup.A("data-story", s.Key))
		w.Raw(`<h3>`)
		w.Element("a", s.Headline, markup.A("href", s.Href))
		w.Raw(`</h3></article></li>`)
	}
	w.Raw(`</ol>`)
	writeMore(w, "more-"+c.ID, c.Total-len(c.Stories))
	w.Raw(`</section>`)
}

// writeMatrix writes the matrix as a table whose cells lead to the comparison of their
// two systems, at what they share.
func writeMatrix(w *markup.Writer, m page.Matrix) {
	w.Raw(`<section class="matrix" tabindex="0" aria-label="Shared stories"><table><caption>Stories that two systems share, of all that either of them has</caption><thead><tr><td></td>`)
	for _, system := range m.Systems {
		w.Element("th", system, markup.A("scope", "col"))
	}
	w.Raw(`</tr></thead><tbody>`)
	for a, system := range m.Systems {
		w.Raw(`<tr>`)
		w.Element("th", system, markup.A("scope", "row"))
		for b, cell := range m.Cells[a] {
			switch {
			case a == b:
				w.Element("td", strconv.Itoa(cell.Count), markup.A("class", "own"))
			case cell.Count == 0:
				w.Element("td", "0", markup.A("class", "none"))
			default:
				w.Raw(`<td>`)
				w.Element("a", cell.Words(), markup.A("href", cell.Href))
				w.Raw(`</td>`)
			}
		}
		w.Raw(`</tr>`)
	}
	w.Raw(`</tbody></table></section>`)
}
