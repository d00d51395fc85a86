package page

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"icsexplorer/app/search"
	"icsexplorer/app/view"
)

// A Row is one story as the list shows it.
type Row struct {
	Key        string
	Spread     string // "in one listing" or "in 2 listings"
	Date       string // YYYY-MM-DD or ""
	Series     []Piece
	Headline   []Piece
	Standfirst []Piece
	Caption    []Piece // only when it is why the story is here
	Reason     string  // why the story is here, unless its headline says so
	Systems    []Tag
	Article    string // its address, where it is known
	Web        string // a web search for the headline on HSJ's site, where it is not
	Panel      *Panel // set when it is open
	Own        string // whose it is, in words, if a reader's own listings alone have it
	New        bool   // it was new to the reader when the view was shown
	Starred    bool
}

// A Piece is a run of text, marked when its letters matched what was typed.
type Piece struct {
	Text   string
	Marked bool
}

// A Tag is a system that a story stands under, and the way to its listing, in which what
// was typed is looked for, too.
type Tag struct {
	Slug, Label, Href string
	Chosen            bool
}

// row is story i as the list shows it.
func (l *Library) row(v view.View, a answer, i int) Row {
	story := &l.corpus.Stories[i]
	r := Row{
		Key:     story.Key,
		Spread:  spreadLabel(view.Local),
		Article: story.URL,
	}
	if r.Article == "" {
		r.Web = "https://duckduckgo.com/?q=" + url.QueryEscape(`site:hsj.co.uk "`+story.Headline+`"`)
	}
	if story.National() {
		r.Spread = fmt.Sprintf("in %d listings", len(story.Systems))
	}
	if !story.Published.IsZero() {
		r.Date = story.Published.Format(time.DateOnly)
	}
	for _, slug := range story.Systems {
		listing := view.View{Query: v.Query, In: v.In, Systems: []string{slug}}
		r.Systems = append(r.Systems, Tag{slug, l.systemLabel(slug), listing.Href(), slices.Contains(l.spelt(v.Systems), slug)})
	}
	headline := pieces(story.Headline, a.marks(i, search.Headline))
	r.Series, r.Headline = cutSeries(headline, story.Series)
	r.Standfirst = pieces(story.Standfirst, a.marks(i, search.Standfirst))
	switch a.field(i) {
	case search.Caption:
		r.Caption = pieces(story.Caption, a.marks(i, search.Caption))
		r.Reason = "Matched in the picture caption"
	case search.Standfirst:
		r.Reason = "Matched in the summary"
	case search.System:
		r.Reason = "Matched in the name of a system"
	}
	return r
}

// Title is the whole headline.
func (r Row) Title() string {
	var b strings.Builder
	for _, p := range slices.Concat(r.Series, r.Headline) {
		b.WriteString(p.Text)
	}
	return b.String()
}

// pieces cuts text at the ends of its marks.
func pieces(text string, marks []search.Span) []Piece {
	var cut []Piece
	from := 0
	for _, m := range marks {
		if m.Start > from {
			cut = append(cut, Piece{text[from:m.Start], false})
		}
		cut = append(cut, Piece{text[m.Start:m.End], true})
		from = m.End
	}
	if from < len(text) {
		cut = append(cut, Piece{text[from:], false})
	}
	return cut
}

// cutSeries splits the pieces of a headline behind the colon of its series, so
// that the label can be set apart while the heading keeps every letter.
func cutSeries(headline []Piece, series string) (label, rest []Piece) {
	if series == "" {
		return nil, headline
	}
	end := len(series) + len(":")
	for i, p := range headline {
		if len(p.Text) < end {
			end -= len(p.Text)
			continue
		}
		label = append(slices.Clone(headline[:i]), Piece{p.Text[:end], p.Marked})
		if tail := p.Text[end:]; tail != "" {
			rest = append(rest, Piece{tail, p.Marked})
		}
		return label, append(rest, headline[i+1:]...)
	}
	return nil, headline
}
