package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// renderMasthead draws the head of the page: the name, the search box and the
// ways to look.
func (x *explorer) renderMasthead() goapp.UI {
	show := func(s view.Show, label string) goapp.UI {
		v := x.state.View
		v.Show = s
		link := goapp.Elem("a").ID("show-"+label).Attr("href", v.Href()).Text(label)
		if x.state.View.Show == s {
			link = link.Aria("current", "page")
		}
		return link
	}
	return goapp.Elem("header").Class("masthead").Body(
		goapp.Elem("a").Class("skip").Attr("href", "#stories").Text("Skip to the stories"),
		goapp.Elem("h1").Class("name").Body(goapp.Elem("a").ID("home").Attr("href", "?").Text(page.Name)),
		&searchBox{},
		goapp.Elem("nav").Class("shows").Aria("label", "Ways to look").Body(
			show("", "List"), show(view.Map, "Map"), show(view.Compare, "Compare"),
		),
	)
}

// searchBox has no inputs and is therefore drawn once: its text is the reader's,
// not the program's.
type searchBox struct{ goapp.Compo }

// Render draws the box with its label and the button that explains it. It is no form: what is typed is sent nowhere.
func (b *searchBox) Render() goapp.UI {
	return goapp.Elem("div").Class("search").Attr("role", "search").Body(
		goapp.Elem("label").Attr("for", view.KeyQuery).Text("Search headlines"),
		goapp.Elem("div").Class("field").Body(
			goapp.ElemSelfClosing("input").Attr("type", "search").ID(view.KeyQuery).Attr("name", view.KeyQuery).
				Attr("autocomplete", "off").Attr("autocapitalize", "off").Attr("spellcheck", "false").
				Attr("enterkeyhint", "search"),
			goapp.Elem("button").Attr("type", "button").ID("ask").DataSet("do", "help").
				Aria("label", "Help: what can be typed, and keys").Text("?"),
		),
	)
}
