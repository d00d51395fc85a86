package page

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"icsexplorer/app/shelf"
	"icsexplorer/app/view"
)

// A Choice narrows a view to stories by what they are to the reader. It is no part of the
// view, nor of an address that is sent to somebody else.
type Choice string

// The choices. The zero value narrows nothing.
const (
	Fresh   Choice = "new"     // stories that were new when the choice was made
	Starred Choice = "starred" // stories with a star
	Since   Choice = "since"   // stories that came on a day or later
)

// A Reader is what a page knows of its reader.
type Reader struct {
	Shelf  *shelf.Shelf
	Fresh  map[string]bool // keys of the stories that are shown as new; they stay so while the view does
	Choice Choice
	Since  string // day, YYYY-MM-DD, for the choice Since
}

// A Desk is what the page has for its reader beside the stories of the view.
type Desk struct {
	News    *News
	Starred int     // stories of the corpus with a star
	Choice  Choice  // as the page is narrowed to
	Since   string  // YYYY-MM-DD, for the choice Since
	Views   []Saved // on the front page alone
	Changes []Change
}

// News says how many stories of the corpus are new to the reader.
type News struct {
	Total int
	Since string // the day of the visit before the first of them was here, in words
	Of    []Saved
}

// Saved is a view, or a system, with how many of its stories there are and are new.
type Saved struct {
	ID, Name, Href string
	Count, New     int
}

// A Change says what differs between the last two captures of a system.
type Change struct {
	System string // its name
	New    int
	Gone   []StoryLink
	Since  string // day of the earlier capture, in words
}

// Words say it in a sentence.
func (c Change) Words() string {
	return fmt.Sprintf("%s: %d new, %d gone since %s", c.System, c.New, len(c.Gone), c.Since)
}

// keeps reports whether the choice keeps story i.
func (l *Library) keeps(r Reader, i int) bool {
	if r.Shelf == nil { // what is kept is not known yet
		return true
	}
	key := l.corpus.Stories[i].Key
	switch r.Choice {
	case Fresh:
		return r.Fresh[key]
	case Starred:
		return r.Shelf.Stars[key] != ""
	case Since:
		came := l.came(r.Shelf, i)
		return came != "" && came >= r.Since
	}
	return true
}

// came is the day on which story i was first here: as the reader's visits say it or, of what
// was here on the first of them, as the captures do; "" if neither does.
func (l *Library) came(s *shelf.Shelf, i int) string {
	story := &l.corpus.Stories[i]
	if day := s.Arrived(story.Key); day != "" {
		return day
	}
	first := ""
	for _, place := range story.Places {
		day := l.corpus.Listings[place.Listing].Captured
		if day == "" {
			return ""
		}
		if first == "" || day < first {
			first = day
		}
	}
	return first
}

// mostNews is how many systems the line of what is new names.
const mostNews = 4

// desk is what the page has for its reader.
func (l *Library) desk(v view.View, r Reader) Desk {
	d := Desk{Choice: r.Choice, Since: r.Since, Changes: l.changes(v)}
	if r.Shelf == nil {
		return d
	}
	fresh := make(map[string]int) // by system
	n, first := 0, ""
	places := l.places()
	for key, day := range r.Shelf.Stars {
		if _, here := places[key]; here && day != "" {
			d.Starred++
		}
	}
	for key := range r.Shelf.News() {
		i, here := places[key]
		if !here {
			continue
		}
		n++
		if day := r.Shelf.NewSince(key); first == "" || day < first {
			first = day
		}
		for _, slug := range l.corpus.Stories[i].Systems {
			fresh[slug]++
		}
	}
	if n > 0 {
		d.News = &News{Total: n, Since: weekday(first), Of: l.freshest(fresh)}
	}
	if v.Equal(view.View{}) && r.Choice == "" {
		d.Views = l.saved(r.Shelf)
	}
	return d
}

// FrontDesk is what the front page has for its reader.
func (l *Library) FrontDesk(s *shelf.Shelf) Desk { return l.desk(view.View{}, Reader{Shelf: s}) }

// freshest are the systems with the most new stories.
func (l *Library) freshest(fresh map[string]int) []Saved {
	var of []Saved
	for _, system := range l.listed {
		if n := fresh[system.slug]; n > 0 {
			of = append(of, Saved{ID: system.slug, Name: system.label, Href: view.View{Systems: []string{system.slug}}.Href(), New: n})
		}
	}
	slices.SortStableFunc(of, func(a, b Saved) int { return b.New - a.New })
	return of[:min(mostNews, len(of))]
}

// MySystems is the ID of the view of the reader's own systems.
const MySystems = "systems"

// saved are the reader's views: that of their systems, and those they have saved.
func (l *Library) saved(s *shelf.Shelf) []Saved {
	var all []Saved
	add := func(id, name string, v view.View) {
		w := Saved{ID: id, Name: name, Href: v.Href()}
		for _, i := range l.answer(v, Reader{}).stories {
			w.Count++
			if s.New(l.corpus.Stories[i].Key) {
				w.New++
			}
		}
		all = append(all, w)
	}
	if len(s.Systems) > 0 {
		add(MySystems, "My systems", view.View{Systems: slices.Sorted(slices.Values(s.Systems))})
	}
	for _, kept := range s.Views {
		v, _ := view.Decode(kept.Address)
		add(kept.ID, kept.Name, v)
	}
	return all
}

// changes are what the latest captures of v's systems have brought and left out.
func (l *Library) changes(v view.View) []Change {
	chosen := l.spelt(v.Systems)
	if len(chosen) == 0 {
		return nil
	}
	var all []Change
	last := make(map[string]int) // of a system, its place in all
	for _, change := range l.captures() {
		if !slices.Contains(chosen, change.System) {
			continue
		}
		c := Change{System: l.systemLabel(change.System), New: len(change.Added), Since: "an undated listing"}
		if day := l.corpus.Listings[change.Older].Captured; day != "" {
			c.Since = longDay(day)
		}
		for _, i := range change.Gone {
			c.Gone = append(c.Gone, l.link(view.View{}, i))
		}
		if at, ok := last[change.System]; ok {
			all[at] = c
			continue
		}
		last[change.System] = len(all)
		all = append(all, c)
	}
	return all
}

// Keys are those of all stories, newest first.
func (l *Library) Keys() []string {
	keys := make([]string, len(l.corpus.Stories))
	for i := range l.corpus.Stories {
		keys[i] = l.corpus.Stories[i].Key
	}
	return keys
}

// FreshKeys are those of the stories that are new to the reader.
func (l *Library) FreshKeys(s *shelf.Shelf) map[string]bool {
	fresh := make(map[string]bool)
	places := l.places()
	for key := range s.News() {
		if _, here := places[key]; here {
			fresh[key] = true
		}
	}
	return fresh
}

// chosen names the choice, for titles and for what is taken away; "" if there is none.
func (r Reader) chosen() string {
	switch r.Choice {
	case Fresh:
		return "new"
	case Starred:
		return "starred"
	case Since:
		return "since " + longDay(r.Since)
	}
	return ""
}

// none says that no story of a view is what the choice keeps.
func (r Reader) none() string {
	if r.Choice == Since {
		return "No story here came " + r.chosen() + "."
	}
	return "No story here is " + r.chosen() + "."
}

// longDay is a day, YYYY-MM-DD, as a sentence has it; the text itself if it is none.
func longDay(day string) string { return inWords(day, longDate) }

// weekday is longDay with the day of the week.
func weekday(day string) string { return inWords(day, "Monday "+longDate) }

func inWords(day, layout string) string {
	t, err := time.Parse(time.DateOnly, strings.TrimSpace(day))
	if err != nil {
		return day
	}
	return t.Format(layout)
}
