package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// masthead is the head of the page with the search box. It has no inputs and is
// therefore drawn once: the box's text is the reader's, not the program's.
type masthead struct {
	goapp.Compo
}

// Render draws the name and the search box.
func (m *masthead) Render() goapp.UI {
	return goapp.Elem("header").Class("masthead").Body(
		goapp.Elem("a").ID("home").Class("name").Attr("href", "?").Text(Name),
		goapp.Elem("form").Class("search").Attr("role", "search").Body(
			goapp.Elem("label").Attr("for", "q").Text("Search headlines"),
			goapp.ElemSelfClosing("input").Attr("type", "search").ID("q").Attr("name", "q").
				Attr("autocomplete", "off").Attr("autocapitalize", "off").Attr("spellcheck", "false").
				Attr("enterkeyhint", "search"),
		),
	)
}
