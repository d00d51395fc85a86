// Package systems makes what of the site needs no program: a page for each system, with
// its stories, and a page that leads to all of them; a feed for each system that has a
// listing, and for all; a picture of each for whoever previews a link; and the list of all
// pages for search engines.
//
// A page shows what the explorer shows for the same system, and hands over to it: by its
// search box, and by links to the view. References are relative, as everywhere in the site. What
// others demand as a whole address, as feeds and lists of pages do, is there if the build
// was told where the site will be.
package systems

import (
	"cmp"
	"fmt"
	"math"
	"net/url"
	"strings"
	"time"

	"icsexplorer/app/export"
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// Folder is where the pages are in the site: each in a folder of its own, called by the
// slug of the system.
const Folder = "ics/"

// Names of the files in a folder, and of the list of all pages.
const (
	pageName    = "index.html"
	feedName    = "feed.atom"
	pictureName = "map.png"
	sitemapName = "sitemap.xml"
)

// A Site is what the pages become a part of.
type Site struct {
	Home   string   // its address, see [Home]; "" if it is not known
	Styles []string // names of its style sheets
	Icon   string   // and of its icon
}

// Home returns the address of a site as the pages need it, with a slash at its end.
func Home(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	if u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", fmt.Errorf("%q is no address of a site, such as https://example.org/tools/ics/", address)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}

// Files returns the pages of all systems of c with what belongs to them, by name in the site.
func (s Site) Files(c *corpus.Corpus) (map[string][]byte, error) {
	files := make(map[string][]byte)
	l := page.NewLibrary(c)
	all := l.Compose(page.State{Limit: math.MaxInt})
	england := newAtlas(all.Tiles)
	var err error
	if files[Folder+pictureName], err = england.picture(); err != nil {
		return nil, err
	}
	files[Folder+pageName] = s.overview(l, all.Tiles)
	files[Folder+feedName] = s.feed(l, all, Folder, "HSJ’s headlines about England’s integrated care systems")
	for i, t := range all.Tiles {
		slug := t.System.Slug
		folder := Folder + slug + "/"
		shown := l.Compose(page.State{View: view.View{Systems: []string{slug}}, Limit: math.MaxInt})
		if files[folder+pictureName], err = england.picture(t); err != nil {
			return nil, err
		}
		files[folder+pageName] = s.system(l, shown, shown.Tiles[i])
		if t.Listed {
			files[folder+feedName] = s.feed(l, shown, folder, "HSJ’s headlines about "+name(t))
		}
	}
	if s.Home != "" {
		files[sitemapName] = s.sitemap(all.Tiles)
	}
	return files, nil
}

// name is what HSJ calls the system.
func name(t page.Tile) string { return t.System.ShortName + " ICS" }

// mostInFeed is how many stories a feed has at most: those who follow it fetch it daily.
const mostInFeed = 100

// feed writes the stories that are shown as a feed in the folder.
func (s Site) feed(l *page.Library, shown page.Page, folder, title string) []byte {
	v := l.Exported(shown, s.Home, day(l))
	v.Title = title
	v.Stories = v.Stories[:min(mostInFeed, len(v.Stories))]
	if s.Home != "" {
		v.Feed = s.Home + folder + feedName
		for i := range v.Stories {
			story := &v.Stories[i]
			story.URL = cmp.Or(story.URL, v.Address+"#"+story.Key)
		}
	}
	return export.Atom(v)
}

// day is what stands in a feed for the day of what has none. A build has no clock, so that
// the same listings give the same feed: it is the newest day that the listings name, or else that
// of the newest thing we know of the systems themselves.
func day(l *page.Library) string {
	newest := l.Newest()
	if newest.IsZero() {
		newest = l.Registry().LastChange()
	}
	return newest.Format(time.DateOnly)
}

// sitemap lists all pages, as sitemaps.org has it.
func (s Site) sitemap(tiles []page.Tile) []byte {
	var w markup.Writer
	w.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	entry := func(address string) {
		w.Raw("<url>")
		w.Element("loc", s.Home+address)
		w.Raw("</url>\n")
	}
	entry("")
	entry(Folder)
	for _, t := range tiles {
		entry(Folder + t.System.Slug + "/")
	}
	w.Raw("</urlset>\n")
	return []byte(w.String())
}
