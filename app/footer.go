package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderFooter draws what the page is made from, whether it opens without a
// network, and the offer of a newer version.
func (x *explorer) renderFooter() goapp.UI {
	return goapp.Elem("footer").Body(
		goapp.If(x.release.ready || x.release.taken, func() goapp.UI {
			return goapp.Elem("p").Class("release").Attr("role", "alert").Body(
				goapp.Text("A new version is ready. "),
				goapp.Elem("button").ID("update").Attr("type", "button").DataSet("do", "update").Text("Show it"),
			)
		}),
		goapp.Elem("p").Body(
			goapp.Elem("span").Text(corpusSummary(x.library.corpus)),
			goapp.If(x.release.offline, func() goapp.UI { return goapp.Elem("span").ID("offline").Text("Ready offline") }),
			goapp.Elem("span").Text("Search runs in your browser and sends nothing"),
		),
		goapp.Elem("p").Class("origin").Body(
			goapp.Text("Headlines and summaries are HSJ’s. "),
			goapp.Elem("span").Text("Corpus "+x.library.corpus.Fingerprint),
		),
	)
}
