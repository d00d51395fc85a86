package app

import (
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/search"
	"icsexplorer/app/view"
)

// facet is one group of checkboxes.
type facet struct {
	name   string // its key in an address: ics, series, spread
	legend string
	values []facetValue
}

type facetValue struct {
	value   string
	label   string
	group   string // the heading it stands under, if any
	href    string // the view with this value toggled
	count   int    // stories that choosing it alone in this facet would give
	checked bool
}

// picked is how many systems are shown at most for what is typed to find one.
const picked = 8

// facets are the groups of checkboxes. Their order, and the order of the values
// in each, never depends on the view, so nothing jumps while the reader chooses;
// values that the corpus does not have but the view names come last. What is typed
// into the box of the systems shows those it finds instead, listed or not.
func (l *library) facets(v view.View, counts search.Counts, pick string) []facet {
	systems := facet{name: "ics", legend: "Systems"}
	add := func(system name, group string) {
		systems.values = append(systems.values, facetValue{
			value:   system.slug,
			label:   system.label,
			group:   group,
			href:    v.ToggleSystem(system.slug).Href(),
			count:   counts[search.BySystem][system.slug],
			checked: slices.Contains(v.Systems, system.slug),
		})
	}
	if blank(pick) {
		for _, system := range withUnlisted(l.listed, v.Systems, l.systemLabel) {
			add(system, l.region(system.slug))
		}
	} else {
		found := search.PickSystems(l.corpus.Registry, pick)
		for _, i := range found[:min(picked, len(found))] {
			system := l.corpus.Registry[i]
			add(name{system.Slug, system.ShortName}, "")
		}
	}
	series := facet{name: "series", legend: "Series"}
	for _, s := range withUnlisted(l.series, v.Series, l.seriesLabel) {
		series.values = append(series.values, facetValue{
			value:   s.slug,
			label:   s.label,
			href:    v.ToggleSeries(s.slug).Href(),
			count:   counts[search.BySeries][s.slug],
			checked: slices.Contains(v.Series, s.slug),
		})
	}
	spread := facet{name: "spread", legend: "Spread"}
	for _, s := range []view.Spread{view.National, view.Local} {
		spread.values = append(spread.values, facetValue{
			value:   string(s),
			label:   spreadLabel(s),
			href:    v.ToggleSpread(s).Href(),
			count:   counts[search.BySpread][string(s)],
			checked: v.Spread == s,
		})
	}
	facets := []facet{systems}
	if len(series.values) > 0 {
		facets = append(facets, series)
	}
	return append(facets, spread)
}

// withUnlisted is known and, behind it, the chosen slugs that are not in it.
func withUnlisted(known []name, chosen []string, label func(string) string) []name {
	names := slices.Clone(known)
	for _, slug := range chosen {
		if !slices.ContainsFunc(known, func(n name) bool { return n.slug == slug }) {
			names = append(names, name{slug, label(slug)})
		}
	}
	return names
}

func spreadLabel(s view.Spread) string {
	if s == view.National {
		return "National"
	}
	return "Local"
}

// render draws the facet as a group of labelled checkboxes; more is drawn between
// its legend and its values. The text of each label is a link to the view that its
// box gives, so that it can be opened in a new tab; the keyboard has the box.
func (f facet) render(more ...goapp.UI) goapp.UI {
	body := append([]goapp.UI{goapp.Elem("legend").Text(f.legend)}, more...)
	group := ""
	for _, v := range f.values {
		if v.group != group {
			group = v.group
			body = append(body, goapp.Elem("p").Class("group").Text(group))
		}
		body = append(body, v.render(f.name))
	}
	return goapp.Elem("fieldset").Class("facet").Body(body...)
}

func (v facetValue) render(name string) goapp.UI {
	id := name + "-" + v.value
	box := checkbox(id, name, v.value, v.checked)
	row := goapp.Elem("label").Class("value").Attr("for", id)
	if v.count == 0 {
		row = row.Class("none")
	}
	return row.Body(
		box,
		goapp.Elem("a").Class("label").Attr("href", v.href).Attr("tabindex", -1).Text(v.label),
		goapp.Elem("span").Class("count").Text(strconv.Itoa(v.count)),
	)
}

func checkbox(id, name, value string, checked bool) goapp.UI {
	box := goapp.ElemSelfClosing("input").Attr("type", "checkbox").ID(id).Attr("name", name).Attr("value", value)
	if checked || goapp.IsClient {
		box = box.Attr("checked", checked) // false is written into the HTML as if it were true
	}
	return box
}

// renderIn draws the choice of the fields that are searched.
func (x *explorer) renderIn() goapp.UI {
	return goapp.Elem("fieldset").Class("facet").Body(
		goapp.Elem("legend").Text("Search"),
		goapp.Elem("label").Class("value").Attr("for", "in-headline").Body(
			checkbox("in-headline", "in", string(view.Headline), x.state.view.In == view.Headline),
			goapp.Elem("span").Class("label").Text("Headlines only"),
		),
	)
}

// pickBox finds a system by typing. Like the search box, it is drawn once.
type pickBox struct{ goapp.Compo }

// Render draws the box with its label.
func (b *pickBox) Render() goapp.UI {
	return goapp.Elem("div").Class("pick").Body(
		goapp.Elem("label").Class("unseen").Attr("for", "pick").Text("Find a system"),
		goapp.ElemSelfClosing("input").Attr("type", "search").ID("pick").Attr("placeholder", "Find a system").
			Attr("autocomplete", "off").Attr("spellcheck", "false"),
	)
}

// renderDates draws the days that stories are narrowed to, once a story has one.
func (x *explorer) renderDates() goapp.UI {
	day := func(key, label, value string) goapp.UI {
		input := goapp.ElemSelfClosing("input").Attr("type", "date").ID(key).Attr("name", key).
			Attr("min", x.library.firstDay).Attr("max", x.library.lastDay)
		if value != "" || goapp.IsClient {
			input = input.Attr("value", value)
		}
		return goapp.Elem("label").Class("day").Attr("for", key).Body(goapp.Elem("span").Text(label), input)
	}
	return goapp.Elem("fieldset").Class("facet").Body(
		goapp.Elem("legend").Text("Date"),
		day("from", "From", x.state.view.From),
		day("to", "To", x.state.view.To),
	)
}
