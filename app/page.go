package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"icsexplorer/app/search"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// rowsAtOnce is how many stories the page shows before the reader asks for more:
// drawing costs about a quarter of a millisecond a story, so the list is a window.
const rowsAtOnce = 50

// page is everything the page shows for a view, worked out before anything is
// drawn. The components below only draw it.
type page struct {
	title  string
	total  int
	status string // the words behind the number of stories
	chips  []chip
	facets []facet
	tiles  []tile
	notes  []note
	rows   []row
	empty  *empty // set when there are no stories

	stories    []int       // all of them, in the order to show them
	comparison *comparison // set when the view compares systems
}

// chip is a choice the reader made, and the way to take it back.
type chip struct {
	label string
	href  string
}

// note tells the reader something about the answer; link, if any, is a way on.
type note struct {
	text, link, href string
}

// empty says what excludes everything, and the ways out with what each would give.
type empty struct {
	text string
	ways []way
}

type way struct {
	label string
	count int
	href  string
}

// row is one story as the list shows it.
type row struct {
	key        string
	spread     string // "Local" or "National · 2 listings"
	date       string // YYYY-MM-DD or ""
	series     []piece
	headline   []piece
	standfirst []piece
	caption    []piece // only when it is why the story is here
	reason     string  // why the story is here, unless its headline says so
	systems    []tag
	panel      *panel // set when it is open
}

// piece is a run of text, marked when its letters matched what was typed.
type piece struct {
	text   string
	marked bool
}

// tag is a system a story stands under.
type tag struct {
	slug, label, href string
	chosen            bool
}

// state is everything a page depends on: the view, and what the reader has set that
// is not part of it.
type state struct {
	view    view.View
	unknown []view.Unknown // values of the address that mean nothing here
	cut     bool           // more was typed than a view can hold
	limit   int            // stories to show at once
	pick    string         // typed into the box that finds a system
	open    string         // key of the story whose panel is open, or ""
	corpus  string         // fingerprint named by a shared address, or ""
}

// compose works out the page for a state.
func (l *library) compose(s state) page {
	v := s.view
	a := l.answer(v)
	p := page{
		total:  len(a.stories),
		status: plural(len(a.stories), "story", "stories"),
		chips:  l.chips(v),
		facets: l.facets(v, a.counts, s.pick),
		tiles:  l.tiles(v, a.counts),
		notes:  l.notes(s, a),
	}
	p.title = l.title(v, p.total)
	p.stories = a.stories
	if v.Show == view.Compare {
		around := v
		around.Systems = nil
		p.comparison = l.compareSystems(v, a.stories, l.answer(around).stories, s.limit)
		return p
	}
	limit := s.limit
	opened := slices.IndexFunc(a.stories, func(i int) bool { return l.corpus.Stories[i].Key == s.open })
	limit = min(max(limit, opened+1), len(a.stories))
	for at, i := range a.stories[:limit] {
		r := l.row(v, a, i)
		if at == opened {
			r.panel = l.panel(v, a.stories, at)
		}
		p.rows = append(p.rows, r)
	}
	if p.total == 0 {
		p.empty = l.waysOut(v)
	}
	return p
}

// title names the view for tabs, bookmarks and the history.
func (l *library) title(v view.View, total int) string {
	if v.Equal(view.View{}) {
		return Name
	}
	parts := []string{strconv.Itoa(total) + " " + plural(total, "story", "stories")}
	if v.Query != "" {
		parts = append(parts, "“"+v.Query+"”")
	}
	for _, c := range l.chips(v) {
		parts = append(parts, c.label)
	}
	return strings.Join(append(parts, Name), " · ")
}

// chips are the choices of v, each once, in the order of the address.
func (l *library) chips(v view.View) []chip {
	var chips []chip
	for _, slug := range v.Systems {
		chips = append(chips, chip{l.systemLabel(slug), v.ToggleSystem(slug).Href()})
	}
	for _, slug := range v.Series {
		chips = append(chips, chip{l.seriesLabel(slug), v.ToggleSeries(slug).Href()})
	}
	if v.Spread != "" {
		chips = append(chips, chip{spreadLabel(v.Spread), v.ToggleSpread(v.Spread).Href()})
	}
	if v.From != "" {
		w := v
		w.From = ""
		chips = append(chips, chip{"from " + v.From, w.Href()})
	}
	if v.To != "" {
		w := v
		w.To = ""
		chips = append(chips, chip{"to " + v.To, w.Href()})
	}
	if v.In == view.Headline {
		w := v
		w.In = ""
		chips = append(chips, chip{"headlines only", w.Href()})
	}
	return chips
}

// notes say what a reader should know about the answer.
func (l *library) notes(s state, a answer) []note {
	var notes []note
	v := s.view
	if s.corpus != "" && s.corpus != l.corpus.Fingerprint {
		notes = append(notes, note{text: "This link was made from other listings than the ones here: it may have shown other stories."})
	}
	for _, u := range s.unknown {
		notes = append(notes, note{
			text: fmt.Sprintf("The address says %s “%s”, which means nothing here.", u.Key, u.Value),
			link: "Remove it", href: v.Href(),
		})
	}
	for _, slug := range v.Systems {
		if _, ok := l.system(slug); !ok {
			notes = append(notes, note{
				text: fmt.Sprintf("“%s” is not one of England’s %d systems.", slug, len(l.corpus.Registry)),
				link: "Remove it", href: v.ToggleSystem(slug).Href(),
			})
		}
	}
	if s.cut {
		notes = append(notes, note{text: fmt.Sprintf("That was a lot of text: only its first %d characters are searched.", view.MaxQuery)})
	}
	if len(a.stories) == 0 {
		return notes
	}
	if a.results.Corrected != "" {
		w := v
		w.Query = a.results.Verbatim
		notes = append(notes, note{
			text: fmt.Sprintf("Showing results for “%s”.", a.results.Corrected),
			link: fmt.Sprintf("Search for “%s” instead", v.Query), href: w.Href(),
		})
	}
	if a.results.Partial {
		notes = append(notes, note{text: "No story has all of these words. These come nearest."})
	}
	return notes
}

// waysOut says why v shows nothing, and finds what to give up to see something:
// the text, or one facet's choice, each alone; and, failing that, everything.
func (l *library) waysOut(v view.View) *empty {
	e := &empty{text: "No story matches"}
	if v.Query != "" {
		e.text += " “" + v.Query + "”"
	}
	if labels := l.chips(v); len(labels) > 0 {
		if v.Query != "" {
			e.text += " with"
		}
		for i, c := range labels {
			if i > 0 {
				e.text += " and"
			}
			e.text += " " + c.label
		}
	}
	e.text += "."

	offer := func(label string, w view.View) {
		if w.Equal(v) {
			return
		}
		if n := len(l.answer(w).stories); n > 0 {
			e.ways = append(e.ways, way{label, n, w.Href()})
		}
	}
	w := v
	w.Query = ""
	offer("Without the words", w)
	w = v
	w.In = ""
	offer("Look beyond headlines", w)
	w = v
	w.Systems = nil
	offer("In every system", w)
	w = v
	w.Series = nil
	offer("In every series", w)
	w = v
	w.Spread = ""
	offer("Local and national", w)
	w = v
	w.From, w.To = "", ""
	offer("Of any date", w)
	if len(e.ways) == 0 {
		if v.Query != "" {
			offer("Without any filter", v.WithoutFilters())
		}
		offer("Show everything", view.View{})
	}
	return e
}

// row is story i as the list shows it.
func (l *library) row(v view.View, a answer, i int) row {
	story := &l.corpus.Stories[i]
	r := row{
		key:    story.Key,
		spread: "Local",
	}
	if story.National() {
		r.spread = fmt.Sprintf("National · %d listings", len(story.Systems))
	}
	if !story.Published.IsZero() {
		r.date = story.Published.Format("2006-01-02")
	}
	for _, slug := range story.Systems {
		// The link is to the system's listing, whatever was typed: a row that stays the
		// same from one keystroke to the next is not drawn again.
		listing := view.View{Systems: []string{slug}}
		r.systems = append(r.systems, tag{slug, l.systemLabel(slug), listing.Href(), slices.Contains(v.Systems, slug)})
	}
	searched := a.fields != nil
	marks := func(f search.Field) []search.Span {
		if !searched {
			return nil
		}
		return a.results.Marks(i, f)
	}
	headline := pieces(story.Headline, marks(search.Headline))
	r.series, r.headline = cutSeries(headline, story.Series)
	r.standfirst = pieces(story.Standfirst, marks(search.Standfirst))
	if searched {
		switch a.fields[i] {
		case search.Caption:
			r.caption = pieces(story.Caption, marks(search.Caption))
			r.reason = "Matched in the picture caption"
		case search.Standfirst:
			r.reason = "Matched in the summary"
		case search.System:
			r.reason = "Matched in the name of a system"
		}
	}
	return r
}

// pieces cuts text at the ends of its marks.
func pieces(text string, marks []search.Span) []piece {
	var cut []piece
	from := 0
	for _, m := range marks {
		if m.Start > from {
			cut = append(cut, piece{text[from:m.Start], false})
		}
		cut = append(cut, piece{text[m.Start:m.End], true})
		from = m.End
	}
	if from < len(text) {
		cut = append(cut, piece{text[from:], false})
	}
	return cut
}

// cutSeries splits the pieces of a headline behind the colon of its series, so
// that the label can be set apart while the heading keeps every letter.
func cutSeries(headline []piece, series string) (label, rest []piece) {
	if series == "" {
		return nil, headline
	}
	end := len(series) + len(":")
	for i, p := range headline {
		if len(p.text) < end {
			end -= len(p.text)
			continue
		}
		label = append(slices.Clone(headline[:i]), piece{p.text[:end], p.marked})
		if tail := p.text[end:]; tail != "" {
			rest = append(rest, piece{tail, p.marked})
		}
		return label, append(rest, headline[i+1:]...)
	}
	return nil, headline
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// summary of the corpus for the foot of the page.
func corpusSummary(c *corpus.Corpus) string {
	return fmt.Sprintf("%d %s from %d %s", len(c.Stories), plural(len(c.Stories), "story", "stories"),
		len(c.Listings), plural(len(c.Listings), "listing", "listings"))
}
