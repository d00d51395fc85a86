package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

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
			goapp.Elem("strong").Text(strconv.Itoa(p.total)),
			goapp.Text(" "+p.status),
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
			return goapp.Elem("p").Class("printed").Text(p.title + " · " + baseAddress() + x.state.view.Href())
		}),
		goapp.Elem("ul").Class("chips").Aria("label", "Chosen").Body(
			goapp.Range(p.chips).Slice(func(i int) goapp.UI { return p.chips[i].render(i) }),
			goapp.If(x.state.view.Filtered(), func() goapp.UI {
				return goapp.Elem("li").Class("clear").Body(
					goapp.Elem("a").ID("clear").Attr("href", x.state.view.WithoutFilters().Href()).Text("Clear filters"))
			}),
		),
	)
}

// renderOrders draws the orders there are to choose from. Without words to match
// the default order is newest first, and needs no entry of its own.
func (x *explorer) renderOrders() []goapp.UI {
	order := func(sort view.Sort, value, label string) goapp.UI {
		option := goapp.Elem("option").Attr("value", value).Text(label)
		if chosen := x.state.view.Sort == sort; chosen || goapp.IsClient {
			option = option.Attr("selected", chosen) // false is written into the HTML as if it were true
		}
		return option
	}
	if x.state.view.Query == "" && x.state.view.Sort != view.Newest {
		return []goapp.UI{order("", defaultSort, "Newest"), order(view.AZ, string(view.AZ), "A to Z")}
	}
	return []goapp.UI{
		order("", defaultSort, "Best match"),
		order(view.Newest, string(view.Newest), "Newest"),
		order(view.AZ, string(view.AZ), "A to Z"),
	}
}

func (c chip) render(i int) goapp.UI {
	return goapp.Elem("li").Body(
		goapp.Elem("a").ID("chip-"+strconv.Itoa(i)).Attr("href", c.href).Body(
			goapp.Elem("span").Class("unseen").Text("Remove "),
			goapp.Text(c.label),
			goapp.Elem("span").Class("cross").Aria("hidden", "true").Text("×"),
		),
	)
}

func (n note) render() goapp.UI {
	return goapp.Elem("p").Class("note").Body(
		goapp.Text(n.text+" "),
		goapp.If(n.link != "", func() goapp.UI { return goapp.Elem("a").Attr("href", n.href).Text(n.link) }),
	)
}

func (e *empty) render() goapp.UI {
	return goapp.Elem("div").Class("empty").Body(
		goapp.Elem("h2").Text(e.text),
		goapp.Elem("ul").Body(
			goapp.Range(e.ways).Slice(func(i int) goapp.UI {
				w := e.ways[i]
				return goapp.Elem("li").Body(
					goapp.Elem("a").Attr("href", w.href).Text(w.label),
					goapp.Text(" "+strconv.Itoa(w.count)+" "+plural(w.count, "story", "stories")),
				)
			}),
		),
	)
}
