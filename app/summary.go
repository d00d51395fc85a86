package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// defaultSort is the value of the default order in the list of orders. It cannot
// be empty, as it is in an address: an option without a value has its text for one.
const defaultSort = "default"

// renderSummary draws how many stories there are, what was chosen, and what can
// be done with the view.
func (x *explorer) renderSummary() goapp.UI {
	p := x.page
	return goapp.Elem("div").Class("summary").Body(
		goapp.Elem("p").Attr("role", "status").Body(
			goapp.Elem("strong").Text(strconv.Itoa(p.Total)),
			goapp.Text(" "+p.Status),
		),
		goapp.Elem("div").Class("actions").Body(
			goapp.Elem("span").Class("said").Aria("live", "polite").Text(x.said),
			goapp.Elem("button").ID("copy").Attr("type", "button").DataSet("do", "copy").Text("Copy link"),
			x.renderExport(),
			goapp.Elem("label").Body(
				goapp.Text("Sort "),
				goapp.Elem("select").ID("sort").On("change", x.onSort).Body(x.renderOrders()...),
			),
		),
		goapp.If(goapp.IsClient, func() goapp.UI {
			return goapp.Elem("p").Class("printed").Text(p.Title + " · " + baseAddress() + x.state.View.Href())
		}),
		goapp.Elem("ul").Class("chips").Aria("label", "Chosen").Body(
			goapp.Range(p.Chips).Slice(func(i int) goapp.UI { return renderChip(p.Chips[i], i) }),
			goapp.If(x.state.View.Filtered(), func() goapp.UI {
				return goapp.Elem("li").Class("clear").Body(
					goapp.Elem("a").ID("clear").Attr("href", x.state.View.WithoutFilters().Href()).Text("Clear filters"))
			}),
		),
	)
}

// renderOrders draws the orders there are to choose from. Without words to match
// the default order is newest first, and needs no entry of its own.
func (x *explorer) renderOrders() []goapp.UI {
	order := func(sort view.Sort, value, label string) goapp.UI {
		option := goapp.Elem("option").Attr("value", value).Text(label)
		if chosen := x.state.View.Sort == sort; chosen || goapp.IsClient {
			option = option.Attr("selected", chosen) // false is written into the HTML as if it were true
		}
		return option
	}
	if x.state.View.Query == "" && x.state.View.Sort != view.Newest {
		return []goapp.UI{order("", defaultSort, "Newest"), order(view.AZ, string(view.AZ), "A to Z")}
	}
	return []goapp.UI{
		order("", defaultSort, "Best match"),
		order(view.Newest, string(view.Newest), "Newest"),
		order(view.AZ, string(view.AZ), "A to Z"),
	}
}

func renderChip(c page.Chip, i int) goapp.UI {
	return goapp.Elem("li").Body(
		goapp.Elem("a").ID("chip-"+strconv.Itoa(i)).Attr("href", c.Href).Body(
			goapp.Elem("span").Class("unseen").Text("Remove "),
			goapp.Text(c.Label),
			goapp.Elem("span").Class("cross").Aria("hidden", "true").Text("×"),
		),
	)
}

func renderNote(n page.Note) goapp.UI {
	return goapp.Elem("p").Class("note").Body(
		goapp.Text(n.Text+" "),
		goapp.If(n.Link != "", func() goapp.UI { return goapp.Elem("a").Attr("href", n.Href).Text(n.Link) }),
	)
}

func renderEmpty(e *page.Empty) goapp.UI {
	return goapp.Elem("div").Class("empty").Body(
		goapp.Elem("h2").Text(e.Text),
		goapp.Elem("ul").Body(
			goapp.Range(e.Ways).Slice(func(i int) goapp.UI {
				w := e.Ways[i]
				return goapp.Elem("li").Body(
					goapp.Elem("a").Attr("href", w.Href).Text(w.Label),
					goapp.Text(" "+w.Stories()),
				)
			}),
		),
	)
}
