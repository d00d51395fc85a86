package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// help explains what can be typed and which keys do what. It is drawn once.
type help struct{ goapp.Compo }

// helpWords are what can be typed beyond plain words, each with what it does.
var helpWords = [][2]string{
	{"phone gp", "both words, in any order; beginnings of words and small slips are forgiven"},
	{`"claw back"`, "these words, one after the other"},
	{"-london", "not this word; !london is the same"},
	{"^exclusive", "at the start of the headline"},
	{"revealed$", "at the end of the headline"},
	{"'access", "exactly this word, no slips forgiven"},
	{"dental | cancer", "either"},
	{"swl, hiow, QWE", "a system, by its initials, nickname or code"},
}

// helpKeys are the keys, each with what it does.
var helpKeys = [][2]string{
	{"/", "to the search box"},
	{"j k or ↓ ↑", "through the stories"},
	{"Enter", "opens and closes a story"},
	{"x", "chooses the story’s system, or takes it back"},
	{"?", "this help"},
}

// Render draws the dialog, closed.
func (h *help) Render() goapp.UI {
	list := func(rows [][2]string) goapp.UI {
		return goapp.Elem("dl").Body(goapp.Range(rows).Slice(func(i int) goapp.UI {
			return goapp.Elem("div").Body(
				goapp.Elem("dt").Body(goapp.Elem("kbd").Text(rows[i][0])),
				goapp.Elem("dd").Text(rows[i][1]),
			)
		}))
	}
	return goapp.Elem("dialog").ID("help").Aria("labelledby", "help-title").Body(
		goapp.Elem("h2").ID("help-title").Text("What can be typed"),
		list(helpWords),
		goapp.Elem("h2").Text("Keys"),
		list(helpKeys),
		goapp.Elem("label").Class("value").Attr("for", "keys-off").Body(
			goapp.ElemSelfClosing("input").Attr("type", "checkbox").ID("keys-off"),
			goapp.Elem("span").Text("Turn single keys off"),
		),
		goapp.Elem("button").Attr("type", "button").DataSet("do", "close").Text("Close"),
	)
}
