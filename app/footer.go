package app

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// about tells a newcomer what this is.
const about = `<div><p>An integrated care system (ICS) is the NHS and councils of a part of England working together; its board, the ICB, holds the money. ` +
	`HSJ, the Health Service Journal, lists its stories about each system on a page of its own. What stands here are those pages that were added: ` +
	`headlines and summaries are HSJ’s, and the whole story is on its site.</p>` +
	`<p>Search runs in your browser: what you type or add is sent to nobody; only opening a shared address for the first time shows its words to the host. Your browser keeps the page itself, to open it without a network, ` +
	`and what is yours: stories you add, views, stars, which stories you have seen, whether you turned single keys off, and whether you want a denser list. “Add stories” can save all of that as a file, and remove it.</p></div>`

// renderFooter draws whether the page opens without a network, what it is and is made
// from, and the offer of a newer version.
func (x *explorer) renderFooter() goapp.UI {
	return goapp.Elem("footer").Body(
		goapp.If(x.release.newer, func() goapp.UI {
			return goapp.Raw(`<p class="release" role="alert"><span>New version ready. </span>` +
				`<button type="button" id="update" data-release="take">Show it</button></p>`)
		}),
		goapp.Elem("p").Body(
			goapp.Raw(`<span>Search runs in your browser and sends nothing</span>`),
			goapp.If(x.release.storage != "", x.release.renderStorage), // last, since it comes when the rest is there to be read
		),
		goapp.Elem("details").ID("about").Body(
			goapp.Elem("summary").Text("About "+page.Name),
			goapp.Raw(about),
			goapp.Elem("p").Body(
				goapp.Raw(markup.Element("span", "Listings "+x.library.Fingerprint()+until(x.library.Newest()), markup.A("id", "corpus"))),
				goapp.If(x.release.version != "", func() goapp.UI {
					return goapp.Raw(markup.Element("span", "Version "+x.release.version, markup.A("id", "version")))
				}),
				goapp.If(goapp.IsClient && dom.Home() != "", func() goapp.UI {
					return goapp.Raw(`<span><a id="licences" href="licences.txt">Licences</a> · <a id="one-file" href="ics-explorer.html" download>This page as one file</a></span>`)
				}),
			),
		),
		goapp.If(x.release.version != "", x.release.renderCare),
	)
}

// renderStorage says whether the page opens without a network.
func (r *release) renderStorage() goapp.UI {
	id := "storage"
	if r.offline {
		id = "offline"
	}
	return goapp.Raw(markup.Element("span", r.storage, markup.A("id", id)))
}

// renderCare draws what a reader can do about versions and installing.
func (r *release) renderCare() goapp.UI {
	return goapp.Elem("p").Class("care").Body(
		goapp.If(r.checks, func() goapp.UI { return releaseButton("check", "Check for a new version").ID("check") }),
		goapp.If(r.install == "button", func() goapp.UI {
			return releaseButton("offerInstall", "Install as an app").ID("install")
		}),
		goapp.If(r.install == "ios", func() goapp.UI {
			return goapp.Elem("span").ID("install").Text("To install: Share, then Add to Home Screen")
		}),
		goapp.Elem("span").ID("checked").Aria("live", "polite").Body(goapp.Raw(markup.Element("span", r.checked))), // last, since it comes and goes
	)
}

// releaseButton is answered by what web/release.js calls action.
func releaseButton(action, label string) goapp.HTMLElem {
	return goapp.Elem("button").Attr("type", "button").DataSet("release", action).Text(label)
}

func until(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return ", up to " + day.Format("2 January 2006")
}
