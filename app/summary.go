package app

import (
	"strconv"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// renderSummary draws how many stories there are, what was chosen, and what can
// be done with the view.
func (x *explorer) renderSummary() goapp.UI {
	p := x.page
	return goapp.Elem("div").Class("summary").Body(
		goapp.Elem("p").Attr("role", "status").Aria("live", "off").Body(renderStatus(p)),
		goapp.Elem("div").Class("actions").Body(
			goapp.Elem("span").Class("said").Body(goapp.Raw(markup.Element("span", x.said))),
			x.renderDensity(),
			goapp.Elem("label").Body(
				goapp.Elem("span").Text("Sort "),
				goapp.Elem("select").ID("sort").On("change", x.onSort).Body(
					each(len(p.Orders), func(i int) goapp.UI { return renderOrder(p.Orders[i]) }),
				),
			),
			goapp.Elem("button").ID("copy").Attr("type", "button").DataSet("do", "copy").Text("Copy link"),
			x.renderExport(),
			x.renderKeep(),
			goapp.Elem("button").ID("bring").Attr("type", "button").DataSet("do", "add").Text("Add stories"),
		),
		goapp.If(goapp.IsClient, func() goapp.UI {
			return goapp.Raw(markup.Element("p", printed(p), markup.A("class", "printed")))
		}),
		goapp.Elem("ul").Class("chips").Aria("label", "Chosen").Body(
			each(len(p.Chips), func(i int) goapp.UI { return renderChip(p.Chips[i], i) }),
			goapp.If(x.state.View.Filtered(), func() goapp.UI {
				var w markup.Writer
				w.Raw(`<li class="clear">`)
				w.Element("a", "Clear filters", markup.A("id", "clear"), markup.A("href", x.state.View.WithoutFilters().Href()))
				w.Raw(`</li>`)
				return drawn(&w)
			}),
		),
	)
}

// printed is what paper says of the view: what it is, whose it is, of what day and, unless the page
// is from disk, where it is found.
func printed(p page.Page) string {
	parts := []string{p.Title, "headlines of HSJ, the Health Service Journal", time.Now().Format("2 January 2006")}
	if home := dom.Home(); home != "" {
		parts = append(parts, home+p.View.Href())
	}
	return strings.Join(parts, " · ")
}

// renderStatus draws the number of stories and what stands behind it.
func renderStatus(p page.Page) goapp.UI {
	var w markup.Writer
	w.Raw(`<span>`)
	w.Element("strong", strconv.Itoa(p.Total))
	w.Text(" " + p.Status)
	w.Raw(`</span>`)
	return drawn(&w)
}

func renderOrder(o page.Order) goapp.UI {
	attributes := []markup.Attr{markup.A("value", valueOf(string(o.Sort)))}
	if o.Chosen {
		attributes = append(attributes, markup.A("selected", ""))
	}
	return goapp.Raw(markup.Element("option", o.Label, attributes...))
}

func renderChip(c page.Chip, i int) goapp.UI {
	var w markup.Writer
	w.Raw(`<li>`)
	w.Tag("a", markup.A("id", "chip-"+strconv.Itoa(i)), markup.A("href", c.Href))
	w.Raw(`<span class="unseen">Remove </span>`)
	w.Text(c.Label)
	w.Raw(`<span class="cross" aria-hidden="true">×</span></a></li>`)
	return drawn(&w)
}

func renderNote(n page.Note) goapp.UI {
	var w markup.Writer
	w.Raw(`<p class="note">`)
	writeQuoted(&w, n.Text+" ")
	if n.Link != "" {
		w.Element("a", n.Link, markup.A("href", n.Href))
	}
	w.Raw(`</p>`)
	return drawn(&w)
}

// writeQuoted writes a sentence in which what the reader typed stands between quotation
// marks: set apart, so that letters that run to the left turn nothing but themselves.
func writeQuoted(w *markup.Writer, text string) {
	for {
		before, rest, found := strings.Cut(text, "“")
		quoted, after, closed := strings.Cut(rest, "”")
		if !found || !closed {
			w.Text(text)
			return
		}
		w.Text(before + "“")
		w.Element("bdi", quoted)
		w.Text("”")
		text = after
	}
}

func renderEmpty(e *page.Empty) goapp.UI {
	var w markup.Writer
	w.Raw(`<div class="empty">`)
	w.Raw(`<h2>`)
	writeQuoted(&w, e.Text)
	w.Raw(`</h2>`)
	if e.Hint != "" {
		w.Element("p", e.Hint)
	}
	w.Raw(`<ul>`)
	for _, way := range e.Ways {
		w.Raw(`<li>`)
		w.Element("a", way.Label, markup.A("href", way.Href))
		w.Text(" " + way.Stories())
		w.Raw(`</li>`)
	}
	w.Raw(`</ul></div>`)
	return drawn(&w)
}
