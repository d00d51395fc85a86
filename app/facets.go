package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// render draws the facet as a group of labelled checkboxes.
func (f facet) render() goapp.UI {
	return goapp.Elem("fieldset").Class("facet").Body(
		goapp.Elem("legend").Text(f.legend),
		goapp.Range(f.values).Slice(func(i int) goapp.UI { return f.values[i].render(f.name) }),
	)
}

func (v facetValue) render(name string) goapp.UI {
	id := name + "-" + v.value
	box := goapp.ElemSelfClosing("input").Attr("type", "checkbox").ID(id).Attr("name", name).Attr("value", v.value)
	if v.checked || goapp.IsClient {
		box = box.Attr("checked", v.checked) // false is written into the HTML as if it were true
	}
	row := goapp.Elem("label").Class("value").Attr("for", id)
	if v.count == 0 {
		row = row.Class("none")
	}
	return row.Body(
		box,
		goapp.Elem("span").Class("label").Text(v.label),
		goapp.Elem("span").Class("count").Text(strconv.Itoa(v.count)),
	)
}
