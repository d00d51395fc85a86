package app

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// renderFacet draws the facet as a group of labelled boxes; more is drawn between
// its legend and its values. The text of each label is a link to the view that its
// box gives, so that it can be opened in a new tab; the keyboard and who hears the page
// have the box, which says what it is and how many stories it gives.
func renderFacet(f page.Facet, more ...goapp.UI) goapp.UI {
	body := append([]goapp.UI{goapp.Elem("legend").Text(f.Legend)}, more...)
	group := ""
	for _, v := range f.Values {
		if v.Group != group {
			group = v.Group
			body = append(body, goapp.Raw(markup.Element("p", group, markup.A("class", "group"))))
		}
		body = append(body, renderValue(f, v))
	}
	return goapp.Elem("fieldset").Class("facet").Body(body...)
}

func renderValue(f page.Facet, v page.Value) goapp.UI {
	id, kind := f.Key+"-"+v.Value, "checkbox"
	if f.OneOf {
		kind = "radio"
	}
	row := goapp.Elem("label").Class("value")
	if v.Count == 0 {
		row = row.Class("none")
	}
	return row.Body(
		box(kind, id, f.Key, v.Value, v.Checked).Aria("label", v.Label+", "+v.Stories()),
		goapp.Raw(markup.Element("a", v.Label, markup.A("class", "label"), markup.A("href", v.Href), markup.A("tabindex", "-1"), markup.A("aria-hidden", "true"))),
		goapp.Raw(markup.Element("span", v.Stories(), markup.A("class", "count"), markup.A("aria-hidden", "true"))),
	)
}

// byDefault is the value of what an address says nothing of. It cannot be empty: an option
// without a value has its text for one, and a box "on".
const byDefault = "default"

// valueOf is what an element has for a value of an address.
func valueOf(inAddress string) string {
	if inAddress == "" {
		return byDefault
	}
	return inAddress
}

// valueIn is the value of an address that the element stands for.
func valueIn(element goapp.Value) string {
	return strings.TrimPrefix(dom.Text(element, "value"), byDefault)
}

// box draws a checkbox or a radio button.
func box(kind, id, name, value string, checked bool) goapp.HTMLElemSelfClosing {
	box := goapp.ElemSelfClosing("input").Attr("type", kind).ID(id).Attr("name", name).Attr("value", valueOf(value))
	if checked || goapp.IsClient {
		box = box.Attr("checked", checked) // false is written into the HTML as if it were true
	}
	return box
}

// renderIn draws the choice of the fields that are searched.
func renderIn(v view.View) goapp.UI {
	return goapp.Elem("fieldset").Class("facet").Body(
		goapp.Elem("legend").Text("Search"),
		goapp.Elem("label").Class("value").Body(
			box("checkbox", "in-headline", view.KeyIn, string(view.Headline), v.In == view.Headline),
			goapp.Elem("span").Class("label").Text("Headlines only"),
		),
	)
}

// pickBox finds a system by typing. Like the search box, it is drawn once.
type pickBox struct{ goapp.Compo }

// Render draws the box with its label.
func (b *pickBox) Render() goapp.UI {
	return goapp.Elem("div").Class("pick").Body(
		goapp.Elem("label").Attr("for", "pick").Text("Find a system"),
		goapp.ElemSelfClosing("input").Attr("type", "search").ID("pick").
			Attr("autocomplete", "off").Attr("spellcheck", "false"),
	)
}

// renderDays draws the days that stories are narrowed to.
func renderDays(d page.Days) goapp.UI {
	day := func(key, label, value string) goapp.UI {
		input := goapp.ElemSelfClosing("input").Attr("type", "date").ID(key).Attr("name", key).
			Attr("min", d.First).Attr("max", d.Last)
		if value != "" || goapp.IsClient {
			input = input.Attr("value", value)
		}
		return goapp.Elem("label").Class("day").Body(goapp.Elem("span").Text(label), input)
	}
	return goapp.Elem("fieldset").Class("facet").Body(
		goapp.Elem("legend").Text("Date"),
		day(view.KeyFrom, "From", d.From),
		day(view.KeyTo, "To", d.To),
	)
}
