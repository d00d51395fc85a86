package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// storyRow draws one story. It is a component so that a row that stays the same
// is not drawn again while others change.
type storyRow struct {
	goapp.Compo
	Row row
}

// Render draws the story as an article that a link can lead to.
func (s *storyRow) Render() goapp.UI {
	r := s.Row
	return goapp.Elem("article").ID(r.key).DataSet("story", r.key).Body(
		goapp.Elem("p").Class("kicker").Body(
			goapp.If(r.date != "", func() goapp.UI { return goapp.Elem("time").Attr("datetime", r.date).Text(r.date) }),
			goapp.Elem("span").Class("spread").Text(r.spread),
		),
		goapp.Elem("h2").Body(
			goapp.If(len(r.series) > 0, func() goapp.UI { return goapp.Elem("span").Class("series").Body(renderPieces(r.series)...) }),
			goapp.Range(r.headline).Slice(func(i int) goapp.UI { return r.headline[i].render() }),
		),
		goapp.If(len(r.standfirst) > 0, func() goapp.UI { return goapp.Elem("p").Class("standfirst").Body(renderPieces(r.standfirst)...) }),
		goapp.If(len(r.caption) > 0, func() goapp.UI {
			return goapp.Elem("p").Class("caption").Body(append([]goapp.UI{goapp.Text("Picture: ")}, renderPieces(r.caption)...)...)
		}),
		goapp.If(r.reason != "", func() goapp.UI { return goapp.Elem("p").Class("reason").Text(r.reason) }),
		goapp.Elem("ul").Class("systems").Aria("label", "Systems").Body(
			goapp.Range(r.systems).Slice(func(i int) goapp.UI { return r.systems[i].render() }),
		),
	)
}

func (t tag) render() goapp.UI {
	link := goapp.Elem("a").Attr("href", t.href).Text(t.label)
	if t.chosen {
		link = link.Class("chosen")
	}
	return goapp.Elem("li").Body(link)
}

func renderPieces(pieces []piece) []goapp.UI {
	drawn := make([]goapp.UI, len(pieces))
	for i, p := range pieces {
		drawn[i] = p.render()
	}
	return drawn
}

func (p piece) render() goapp.UI {
	if p.marked {
		return goapp.Elem("mark").Text(p.text)
	}
	return goapp.Text(p.text)
}
