// Package page is what the explorer says: for a view, everything that the page shows, as
// plain values. It neither draws anything nor knows of a browser.
//
// A [Library] is the corpus made ready; [Library.Compose] turns a [State] into a
// [Page].
package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// Name is what the explorer is called.
const Name = "ICS Explorer"

// RowsAtOnce is how many stories the page shows before the reader asks for more:
// drawing costs about a quarter of a millisecond a story, so the list is a window.
const RowsAtOnce = 50

// rowsAtFirst is how many of them a page has that is only begun, which is more than a screen holds; of stories that are few
// enough to be shown at once it has all, most of which stood there before.
const rowsAtFirst = 16

// State is everything a page depends on: the view, and what the reader has set that
// is not part of it.
type State struct {
	View    view.View
	Unknown []view.Unknown // values of the address that mean nothing here
	Cut     bool           // more was typed than a view can hold
	Limit   int            // stories to show at once
	Pick    string         // typed into the box that finds a system
	Open    string         // key of the story whose panel is open, or ""
	Corpus  string         // fingerprint named by a shared address, or ""
	Reader  Reader
}

// Page is everything the page shows for a state.
type Page struct {
	View       view.View
	Title      string // for tabs, bookmarks and the history
	Total      int    // stories of the view
	Status     string // the words behind the number of stories
	Orders     []Order
	Chips      []Chip
	Facets     []Facet
	Days       *Days // set when there are dated stories
	Tiles      []Tile
	Order      string // how it is known that the rows stand newest first, or ""
	Notes      []Note
	Cards      []Card
	Rows       []Row
	Open       string      // key of the story whose panel is open, or ""
	Next       string      // key of the first story that the rows leave out, or ""
	Empty      *Empty      // set when there are no stories
	Comparison *Comparison // set when the view compares systems
	Desk       Desk
	Begun      bool // the facets, the tiles where they are small, and rows behind the first, if there are many, are still to come

	library *Library
	state   State
	answer  answer
	limit   int // rows to show
}

// An Order is a way to sort the stories.
type Order struct {
	Sort   view.Sort
	Label  string
	Chosen bool
}

// A Chip is a choice the reader made, and the way to take it back.
type Chip struct{ Label, Href string }

// Days are the days that dated stories are of, the first and the last, and those that
// the view is narrowed to, or "": YYYY-MM-DD.
type Days struct{ First, Last, From, To string }

// Compose works out the page for a state.
func (l *Library) Compose(s State) Page {
	p := l.Begin(s)
	p.Finish()
	return p
}

// Begin works out as much of the page for a state as a reader sees of it while they type.
func (l *Library) Begin(s State) Page {
	v := s.View
	a := l.answer(v, s.Reader)
	p := Page{
		View:   v,
		Total:  len(a.stories),
		Status: plural(len(a.stories), "story", "stories"),
		Orders: orders(v),
		Chips:  l.chips(v),
		Cards:  l.cards(v),
		Notes:  l.notes(s, a),
		Desk:   l.desk(v, s.Reader),
		Begun:  true,

		library: l,
		state:   s,
		answer:  a,
	}
	p.Title = title(v, p.Total, p.Chips)
	if words := s.Reader.chosen(); words != "" {
		p.Status += " " + words
	}
	if first, last := l.values.Days(); first != "" {
		p.Days = &Days{first, last, v.From, v.To}
	}
	if v.Show == view.Map {
		p.Tiles = l.tiles(v, a.counts)
	}
	if v.Show == view.Compare {
		around := v
		around.Systems = nil
		p.Comparison = l.compareSystems(v, a.stories, l.answer(around, s.Reader).stories, s.Limit)
		return p
	}
	opened := slices.IndexFunc(a.stories, func(i int) bool { return l.corpus.Stories[i].Key == s.Open })
	p.limit = min(max(s.Limit, opened+1), len(a.stories))
	if p.limit < p.Total {
		p.addRows(rowsAtFirst)
	} else {
		p.addRows(p.Total)
	}
	p.Order = l.order(v, a.stories[:p.limit])
	if p.limit < len(a.stories) {
		p.Next = l.corpus.Stories[a.stories[p.limit]].Key
	}
	if p.Total == 0 {
		p.Empty = l.waysOut(v, s.Reader)
	}
	return p
}

// Finish works out the rest of a page that is begun.
func (p *Page) Finish() {
	l, v, counts := p.library, p.View, p.answer.counts
	p.Facets = l.facets(v, counts, p.state.Pick)
	if v.Show != view.Map {
		p.Tiles = l.tiles(v, counts)
	}
	p.addRows(p.limit)
	p.Begun = false
}

// addRows adds rows until there are n, or all that p shows at once.
func (p *Page) addRows(n int) {
	l, s, a := p.library, p.state, p.answer
	for at := len(p.Rows); at < min(n, p.limit); at++ {
		i := a.stories[at]
		r := l.row(p.View, a, i)
		r.Own, r.New = l.own(i), s.Reader.Fresh[r.Key]
		r.Starred = s.Reader.Shelf != nil && s.Reader.Shelf.Stars[r.Key] != ""
		if r.Key == s.Open {
			r.Panel, p.Open = l.panel(p.View, i), r.Key
		}
		p.Rows = append(p.Rows, r)
	}
}

// orders are those there are to choose from. Without words to match, the default order is
// newest first, and needs no entry of its own.
func orders(v view.View) []Order {
	all := []Order{{Label: "Best match"}, {Sort: view.Newest, Label: "Newest"}, {Sort: view.AZ, Label: "A to Z"}}
	if blank(v.Query) && v.Sort != view.Newest {
		all = []Order{{Label: "Newest"}, {Sort: view.AZ, Label: "A to Z"}}
	}
	for i := range all {
		all[i].Chosen = all[i].Sort == v.Sort
	}
	return all
}

// title names the view, whose chips are given.
func title(v view.View, total int, chips []Chip) string {
	if v.Equal(view.View{}) {
		return Name
	}
	parts := append([]string{Count(total)}, asked(v, chips)...)
	return strings.Join(append(parts, Name), " · ")
}

// asked is what v, whose chips are given, asks for.
func asked(v view.View, chips []Chip) []string {
	var parts []string
	if v.Query != "" {
		parts = append(parts, "“"+v.Query+"”")
	}
	for _, c := range chips {
		parts = append(parts, c.Label)
	}
	return parts
}

// chips are the choices of v, each once, in the order of the address.
func (l *Library) chips(v view.View) []Chip {
	var chips []Chip
	without := func(label string, change func(*view.View)) {
		w := v
		change(&w)
		chips = append(chips, Chip{label, w.Href()})
	}
	for _, slug := range v.Systems {
		chips = append(chips, Chip{l.systemLabel(slug), v.ToggleSystem(slug).Href()})
	}
	for _, slug := range v.Series {
		chips = append(chips, Chip{l.seriesLabel(slug), v.ToggleSeries(slug).Href()})
	}
	if v.Spread != "" {
		without(spreadLabel(v.Spread), func(w *view.View) { w.Spread = "" })
	}
	if v.From != "" {
		without("from "+v.From, func(w *view.View) { w.From = "" })
	}
	if v.To != "" {
		without("to "+v.To, func(w *view.View) { w.To = "" })
	}
	if v.In == view.Headline {
		without("headlines only", func(w *view.View) { w.In = "" })
	}
	return chips
}

// Count is a number of stories in words.
func Count(n int) string { return strconv.Itoa(n) + " " + plural(n, "story", "stories") }

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Intro says what stands here: how many stories, of how many of the systems there are, and
// as of when, in one sentence.
func (l *Library) Intro() string {
	of := fmt.Sprintf("%d of %d systems", len(l.listed), len(l.corpus.Registry))
	text := "HSJ’s headlines about England’s integrated care systems (ICSs): " + Count(len(l.corpus.Stories)) + " from " + of
	if newest := l.Newest(); !newest.IsZero() {
		return text + ", up to " + newest.Format(longDate) + "."
	}
	return text + ", undated."
}

// Example is something to look for: the two longest words of the newest headline, as
// somebody may have half of it in mind. It is "" if there is none.
func (l *Library) Example() string {
	if len(l.corpus.Stories) == 0 {
		return ""
	}
	newest := l.corpus.Stories[0]
	words := strings.Fields(corpus.Fold(strings.TrimPrefix(newest.Headline, newest.Series)))
	longest := slices.Clone(words)
	slices.SortStableFunc(longest, func(a, b string) int { return len(b) - len(a) })
	longest = longest[:min(2, len(longest))]
	words = slices.DeleteFunc(words, func(w string) bool { return !slices.Contains(longest, w) })
	return strings.Join(words, " ")
}

// longDate is how a sentence has a day.
const longDate = "2 January 2006"
