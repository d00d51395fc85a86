package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// renderDesk draws what the page has for its reader: what is new, what has a star, their
// views, and what a link has brought. Until what is kept was read, it is what web/boot.js has put there.
func (x *explorer) renderDesk() goapp.UI {
	var w markup.Writer
	w.Tag("div", markup.A("class", "desk"+when(x.state.Reader.Shelf == nil, " unread")))
	if x.state.Reader.Shelf != nil {
		x.writeCarried(&w)
		writeDesk(&w, x.page.Desk)
	}
	w.Raw(`</div>`)
	return goapp.Elem("div").ID("desk").On("change", x.onSince).Body(drawn(&w))
}

func writeDesk(w *markup.Writer, d page.Desk) {
	if d.News != nil {
		writeNews(w, d.News)
	}
	writeChoice(w, d)
	if len(d.Views) > 0 {
		writeViews(w, d.Views)
	}
	for _, c := range d.Changes {
		writeChange(w, c)
	}
}

// deskName is the name under which the browser remembers what the page has for its reader on the front page, and of which
// listings: web/boot.js puts it there before the page is painted.
const deskName = "ics-explorer-desk"

// rememberDesk has it remembered, if it is another than before.
func (x *explorer) rememberDesk() {
	var w markup.Writer
	writeDesk(&w, x.library.FrontDesk(&x.shelving.shelf))
	if desk := dom.Listings() + "\n" + w.String(); desk != x.shelving.desk {
		x.shelving.desk = desk
		dom.Remember(deskName, desk)
	}
}

// writeNews writes the quiet line of what is new.
func writeNews(w *markup.Writer, n *page.News) {
	w.Raw(`<p class="news">`)
	w.Element("a", strconv.Itoa(n.Total)+" new", markup.A("id", "news"), markup.A("href", "?"), markup.A("data-do", "news"))
	w.Text(" since " + n.Since)
	for i, s := range n.Of {
		w.Text([]string{": ", ", "}[min(i, 1)] + strconv.Itoa(s.New) + " ")
		w.Element("a", s.Name, markup.A("id", "news-"+s.ID), markup.A("href", s.Href), markup.A("data-do", "news"))
	}
	w.Raw(` <button type="button" id="seen" data-do="seen">Mark all as seen</button></p>`)
}

// writeChoice writes how the stories can be narrowed by what they are to the reader, and how they
// are.
func writeChoice(w *markup.Writer, d page.Desk) {
	chosen := func(c page.Choice) string { return strconv.FormatBool(d.Choice == c) }
	if d.Choice == "" && d.Starred == 0 && d.News == nil {
		return
	}
	w.Raw(`<p class="choice"><span class="hint">Only </span>`)
	if d.Choice == page.Fresh {
		w.Element("button", "New", markup.A("type", "button"), markup.A("id", "only-new"), markup.A("data-do", "only-new"), markup.A("aria-pressed", chosen(page.Fresh)))
	}
	if d.Starred > 0 || d.Choice == page.Starred {
		w.Element("button", "Starred "+strconv.Itoa(d.Starred), markup.A("type", "button"), markup.A("id", "only-starred"), markup.A("data-do", "only-starred"), markup.A("aria-pressed", chosen(page.Starred)))
	}
	w.Raw(`<label>since `)
	w.Tag("input", markup.A("type", "date"), markup.A("id", "since"), markup.A("name", "since"), markup.A("value", d.Since))
	w.Raw(`</label>`)
	if d.Choice != "" {
		w.Raw(`<button type="button" id="only-all" data-do="only-all">All</button>`)
	}
	w.Raw(`</p>`)
}

// writeViews writes the reader's views.
func writeViews(w *markup.Writer, views []page.Saved) {
	w.Raw(`<section class="views"><h2>Your views</h2><ul>`)
	for i, v := range views {
		w.Tag("li", markup.A("data-id", v.ID))
		w.Element("a", v.Name, markup.A("id", "view-"+v.ID), markup.A("href", v.Href))
		w.Raw(`<span>`)
		w.Text(page.Count(v.Count))
		if v.New > 0 {
			w.Text(", ")
			w.Element("strong", strconv.Itoa(v.New)+" new")
		}
		w.Raw(`</span>`)
		button := func(do, label string) {
			w.Element("button", label, markup.A("type", "button"), markup.A("id", do+"-"+v.ID), markup.A("data-do", do), markup.A("aria-label", label+": "+v.Name))
		}
		if v.ID != page.MySystems {
			if i > 0 && views[i-1].ID != page.MySystems {
				button("view-up", "Up")
			}
			if i < len(views)-1 {
				button("view-down", "Down")
			}
		}
		button("view-remove", "Remove")
		w.Raw(`</li>`)
	}
	w.Raw(`</ul></section>`)
}

// writeChange writes what the latest capture of a system brought and left out.
func writeChange(w *markup.Writer, c page.Change) {
	if len(c.Gone) == 0 {
		w.Element("p", c.Words(), markup.A("class", "change"))
		return
	}
	w.Raw(`<details class="change"><summary>`)
	w.Text(c.Words())
	w.Raw(`</summary><ul>`)
	for _, s := range c.Gone {
		w.Raw(`<li>`)
		w.Element("a", s.Headline, markup.A("href", s.Href))
		w.Raw(`</li>`)
	}
	w.Raw(`</ul></details>`)
}

// writeCarried says what came with the page.
func (x *explorer) writeCarried(w *markup.Writer) {
	if why := x.shelving.damaged; why != "" {
		w.Element("p", "This page should bring stories along, but "+why+".", markup.A("class", "note"))
	}
	stories := 0
	for _, l := range x.shelving.carried {
		stories += len(x.shelving.parsed[l].Entries)
	}
	if stories == 0 {
		return
	}
	w.Raw(`<p class="note carried">`)
	w.Text(page.Count(stories) + " brought by this " + x.shelving.carried[0].ID + ", here as long as the page is open. ")
	w.Raw(`<button type="button" id="carried-keep" data-do="carried-keep">Keep them in this browser</button></p>`)
}

// saveBox holds the name of a view that is to be saved. It is the reader's: it is drawn once.
type saveBox struct{ goapp.Compo }

// Render draws the box and its button.
func (b *saveBox) Render() goapp.UI {
	return goapp.Raw(`<p class="save-box"><label for="view-name">Name of this view</label><input type="text" id="view-name" autocomplete="off" maxlength="100">` +
		`<button type="button" data-do="view-save">Save</button></p>`)
}

// renderKeep draws the ways to keep the view.
func (x *explorer) renderKeep() goapp.UI {
	button := func(do, label string) goapp.UI {
		return goapp.Elem("button").Attr("type", "button").DataSet("do", do).Text(label)
	}
	return goapp.Elem("details").Class("export keeping").Body(
		goapp.Elem("summary").ID("keep").Text("Save view"),
		goapp.Elem("div").Class("menu").Body(
			&saveBox{},
			goapp.If(len(x.state.View.Systems) > 0, func() goapp.UI { return button("mine", "Make these my systems") }),
			goapp.If(x.shelving.shelf.Start != startOf(x.state.View), func() goapp.UI { return button("start", "Start the page with this view") }),
			goapp.If(x.shelving.shelf.Start != "", func() goapp.UI { return button("no-start", "Start the page with all stories") }),
		),
	)
}

// startOf is a view as the address to start with: "" is the front page.
func startOf(v view.View) string {
	if href := v.Href(); href != "?" {
		return href
	}
	return ""
}

// doChoice narrows the stories by what they are to the reader, or widens them again.
func (x *explorer) doChoice(choice page.Choice) {
	r := &x.state.Reader
	if r.Choice == choice {
		choice = ""
	}
	r.Choice, r.Since = choice, ""
	r.Fresh = x.library.FreshKeys(&x.shelving.shelf)
	x.state.Limit = page.RowsAtOnce
	x.compose()
	dom.SetTitle(x.page.Title)
}

// showNews shows what is new of the view that a query string denotes.
func (x *explorer) showNews(query string) {
	v, _ := view.Decode(query)
	x.state.Reader.Choice = page.Fresh
	x.state.Reader.Fresh = x.library.FreshKeys(&x.shelving.shelf)
	x.choose(v, "")
	dom.ScrollToTop()
}

// onSince narrows the stories to those that came on a day or later.
func (x *explorer) onSince(ctx goapp.Context, e goapp.Event) {
	day := dom.Text(dom.Get(e, "target"), "value")
	r := &x.state.Reader
	r.Choice, r.Since = page.Since, day
	if day == "" {
		r.Choice = ""
	}
	x.compose()
	dom.SetTitle(x.page.Title)
	ctx.Defer(func(goapp.Context) { dom.Focus("since") }) // it was drawn anew
}
