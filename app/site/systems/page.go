package systems

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"icsexplorer/app/markup"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// policy is what a page may load: it runs no script, and its form leads to the explorer. What looks at a page for a search
// engine asks for robots.txt from within it.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"

// A head is what a page says of itself to whoever does not see it.
type head struct {
	title, description string
	folder             string // of the page, in the site
	up                 string // the way from there to the site
	picture            string // what its picture shows
	feed               string // what its feed is called, or "" if it has none
}

// head writes the start of a page, up to its body.
func (s Site) head(w *markup.Writer, h head) {
	w.Raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"UTF-8\">\n")
	meta := func(name, content string) {
		w.Tag("meta", markup.A("name", name), markup.A("content", content))
		w.Raw("\n")
	}
	property := func(name, content string) {
		w.Tag("meta", markup.A("property", name), markup.A("content", content))
		w.Raw("\n")
	}
	link := func(attributes ...markup.Attr) {
		w.Tag("link", attributes...)
		w.Raw("\n")
	}
	w.Tag("meta", markup.A("http-equiv", "Content-Security-Policy"), markup.A("content", policy))
	w.Raw("\n")
	meta("referrer", "no-referrer")
	meta("viewport", "width=device-width, initial-scale=1")
	w.Element("title", h.title)
	w.Raw("\n")
	meta("description", h.description)
	here := "" // without the address of the site a page is known by where it was found
	if s.Home != "" {
		here = s.Home + h.folder
		link(markup.A("rel", "canonical"), markup.A("href", here))
	}
	property("og:type", "website")
	property("og:site_name", page.Name)
	property("og:title", h.title)
	property("og:description", h.description)
	if here != "" {
		property("og:url", here)
	}
	property("og:image", here+pictureName)
	property("og:image:width", strconv.Itoa(width))
	property("og:image:height", strconv.Itoa(height))
	property("og:image:alt", h.picture)
	meta("twitter:card", "summary_large_image")
	if h.feed != "" {
		link(markup.A("rel", "alternate"), markup.A("type", "application/atom+xml"), markup.A("title", h.feed), markup.A("href", feedName))
	}
	link(markup.A("rel", "icon"), markup.A("type", "image/svg+xml"), markup.A("href", h.up+s.Icon))
	for _, name := range s.Styles {
		link(markup.A("rel", "stylesheet"), markup.A("href", h.up+name))
	}
	w.Raw("</head>\n<body>\n")
}

// masthead writes the head that all pages share: the name, a search that the explorer answers and
// the ways to look there; of one system, if there is one whose listing is here.
func masthead(w *markup.Writer, up string, only ...string) {
	w.Raw(`<header class="masthead"><p class="name">`)
	w.Element("a", page.Name, markup.A("href", up))
	w.Raw(`</p>`)
	w.Tag("form", markup.A("class", "search"), markup.A("role", "search"), markup.A("action", up))
	label := "Search headlines"
	if len(only) > 0 {
		label = "Search these headlines"
	}
	w.Element("label", label, markup.A("for", view.KeyQuery))
	w.Raw(`<div class="ask">`)
	w.Tag("input", markup.A("type", "search"), markup.A("id", view.KeyQuery), markup.A("name", view.KeyQuery),
		markup.A("autocomplete", "off"), markup.A("spellcheck", "false"))
	for _, slug := range only {
		w.Tag("input", markup.A("type", "hidden"), markup.A("name", view.KeySystems), markup.A("value", slug))
	}
	w.Raw(`<button type="submit">Search</button></div></form><nav class="shows" aria-label="Ways to look">`)
	for _, way := range []struct {
		show  view.Show
		label string
	}{{"", "List"}, {view.Map, "Map"}, {view.Compare, "Compare"}} {
		v := view.View{Systems: only, Show: way.show}
		w.Element("a", way.label, markup.A("href", up+v.Href()))
	}
	w.Raw("</nav></header>\n")
}

// system writes the page of the system of the tile, whose stories are shown.
func (s Site) system(l *page.Library, shown page.Page, t page.Tile) []byte {
	const up = "../../"
	var w markup.Writer
	h := head{
		title:       name(t) + " · " + page.Name,
		description: describe(shown, t),
		folder:      Folder + t.System.Slug + "/",
		up:          up,
		picture:     "England’s integrated care systems as a map of tiles, with " + name(t) + " lit",
	}
	if t.Listed {
		h.title = name(t) + " · " + t.Stories() + " · " + page.Name
		h.feed = "HSJ’s headlines about " + name(t)
	}
	s.head(&w, h)
	if t.Listed {
		masthead(&w, up, t.System.Slug)
	} else {
		masthead(&w, up)
	}
	w.Raw(`<main class="sheet">`)
	w.Element("h1", name(t))
	w.Raw(`<p class="intro">`)
	if t.Listed {
		w.Text("HSJ’s headlines about it, newest first: " + t.Stories() + age(l, shown) + ". ")
	} else {
		w.Text("HSJ’s listing of it is not in this copy of " + page.Name + ": its stories are on HSJ’s own page. ")
	}
	w.Raw(`</p><ul class="ways">`)
	way := func(label, to string, more ...markup.Attr) {
		w.Raw(`<li>`)
		w.Element("a", label, append(more, markup.A("href", to))...)
		w.Raw(`</li>`)
	}
	if t.Listed {
		way("Search, filter and compare these stories", up+shown.View.Href())
	} else {
		way("Search the systems that are here", up)
	}
	way("Its page on HSJ", t.Page, markup.A("rel", "noreferrer"))
	if t.Listed {
		way("Follow as a feed (Atom)", feedName, markup.A("type", "application/atom+xml"))
	}
	way("All systems", "../")
	w.Raw(`</ul><dl class="facts">`)
	for _, f := range t.Facts() {
		w.Raw(`<div>`)
		w.Element("dt", f.Term)
		w.Element("dd", f.Text)
		w.Raw(`</div>`)
	}
	w.Raw("</dl>\n")
	for _, r := range shown.Rows {
		story(&w, r, t.System.Slug)
	}
	foot(&w)
	return []byte(w.String())
}

// describe is a page in a sentence or two, as a search engine or a preview shows it: whose stories, and
// the newest of them.
func describe(shown page.Page, t page.Tile) string {
	of := name(t) + " (" + t.System.Name + ", " + t.System.Region + ")"
	if len(shown.Rows) == 0 {
		return of + ": its board, what became of it, and its page on HSJ. Its listing is not in this copy."
	}
	text := t.Stories() + " that HSJ lists about " + of
	const newest = 2
	for i, r := range shown.Rows[:min(newest, len(shown.Rows))] {
		text += []string{": ", "; "}[i] + r.Title()
	}
	return text
}

// age says how old the listing of the one system is that is shown: as of its capture, or else as far as its
// stories have days.
func age(l *page.Library, shown page.Page) string {
	for _, listing := range l.Exported(shown, "", "").Listings {
		if captured, err := time.Parse(time.DateOnly, listing.Captured); err == nil {
			return ", as of " + captured.Format(longDate)
		}
	}
	newest := ""
	for _, r := range shown.Rows {
		newest = max(newest, r.Date)
	}
	if day, err := time.Parse(time.DateOnly, newest); err == nil {
		return ", up to " + day.Format(longDate)
	}
	return ", undated"
}

// longDate is how a sentence has a day.
const longDate = "2 January 2006"

// story writes one story of the page of the system with the slug.
func story(w *markup.Writer, r page.Row, slug string) {
	w.Tag("article", markup.A("id", r.Key))
	if r.Date != "" {
		w.Raw(`<p class="kicker">`)
		w.Element("time", r.Date, markup.A("datetime", r.Date))
		w.Raw(`</p>`)
	}
	w.Raw(`<h2>`)
	if series := text(r.Series); series != "" {
		w.Element("span", series, markup.A("class", "series"))
	}
	w.Text(text(r.Headline))
	w.Raw(`</h2>`)
	if standfirst := text(r.Standfirst); standfirst != "" {
		w.Element("p", standfirst)
	}
	w.Raw(`<ul class="ways">`)
	w.Raw(`<li>`)
	if r.Article != "" {
		w.Element("a", "Read on HSJ", markup.A("href", r.Article), markup.A("rel", "noreferrer"))
	} else {
		w.Element("a", "Find on HSJ (web search)", markup.A("href", r.Web), markup.A("rel", "noreferrer"))
	}
	w.Raw(`</li>`)
	for _, other := range r.Systems {
		if other.Slug != slug {
			w.Raw(`<li>also `)
			w.Element("a", other.Label, markup.A("href", "../"+other.Slug+"/"))
			w.Raw(`</li>`)
		}
	}
	w.Raw("</ul></article>\n")
}

func text(pieces []page.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// overview writes the page that leads to those of all systems, by region.
func (s Site) overview(l *page.Library, tiles []page.Tile) []byte {
	var w markup.Writer
	title := "England’s " + strconv.Itoa(len(tiles)) + " integrated care systems"
	s.head(&w, head{
		title:       title + " · " + page.Name,
		description: l.Intro() + " A page for each system, with its board and what became of it.",
		folder:      Folder,
		up:          "../",
		picture:     title + " as a map of tiles",
		feed:        "HSJ’s headlines about England’s integrated care systems",
	})
	masthead(&w, "../")
	w.Raw(`<main class="sheet">`)
	w.Element("h1", title)
	w.Element("p", l.Intro(), markup.A("class", "intro"))
	w.Raw(`<ul class="ways"><li><a href="../">Search, filter and compare all stories</a></li>` +
		`<li><a type="application/atom+xml" href="feed.atom">Follow all as a feed (Atom)</a></li></ul>`)
	for _, region := range regions(tiles) {
		w.Element("h2", region)
		w.Raw(`<ul class="all">`)
		for _, t := range tiles {
			if t.System.Region == region {
				w.Raw(`<li>`)
				w.Element("a", t.System.ShortName, markup.A("href", t.System.Slug+"/"))
				w.Text(" " + t.Stories())
				w.Raw(`</li>`)
			}
		}
		w.Raw("</ul>\n")
	}
	foot(&w)
	return []byte(w.String())
}

// foot ends a page.
func foot(w *markup.Writer) {
	w.Raw(`</main><footer><p>Headlines and summaries are HSJ’s, the Health Service Journal’s; the whole story is on its site.</p></footer>` +
		"\n</body>\n</html>\n")
}

// regions are those of the systems, in the order of the alphabet.
func regions(tiles []page.Tile) []string {
	var all []string
	for _, t := range tiles {
		all = append(all, t.System.Region)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
