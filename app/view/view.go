// Package view is what an address of the explorer denotes: a plain value,
// [View], and its one written form, the query string of a URL.
//
// # The address
//
// The whole view stands in the query string, so that every host, a page opened
// from disk and a chat message carry it alike:
//
//	q        what was typed
//	ics      a system's slug without "-ics"; repeated for several, any of them matches
//	series   a series as a slug; repeated
//	spread   local or national
//	from, to YYYY-MM-DD, for dated stories, both included
//	in       headline, to look in headlines only
//	sort     newest or az; left out: best match when q is there, else newest
//	show     map or compare; left out: the list
//
// For example
//
//	?q=gp+phone&ics=hampshire-and-isle-of-wight&ics=south-west-london&sort=az
//
// An address that was copied to be sent has one key more, corpus: the fingerprint
// of the corpus it was made from. It is no part of the view; a page whose own
// corpus differs says so.
//
// The fragment is no part of the view, and no host is sent it: the key of the story that is
// opened, and, behind stories= and parted by "&", stories that the link brings along, as
// package shelf writes them, deflated and in base64url.
//
// [View.Encode] is canonical: the keys stand in the order above, repeated values
// are sorted, and what is left out is the default, so that two views are the same
// exactly when their addresses are. [Decode] never fails: it takes what it can,
// keeps unknown keys out and hands unknown values back to be named to the reader.
package view

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// View is what the page shows. The zero value is the front page: every story,
// newest first. Views are values; a slice in one is never changed in place.
type View struct {
	Query    string   // trimmed, at most [MaxQuery] runes
	Systems  []string // slugs without "-ics", sorted, each once
	Series   []string // slugs, sorted, each once
	Spread   Spread
	From, To string // YYYY-MM-DD, both included; "" is open
	In       In
	Sort     Sort
	Show     Show
}

// Spread narrows to stories by how many of the corpus's systems list them.
type Spread string

// The spreads. The zero value is both.
const (
	Local    Spread = "local"
	National Spread = "national"
)

// In says which fields of a story are searched.
type In string

// Headline searches headlines alone; the zero value searches every field.
const Headline In = "headline"

// Sort is the order of the stories.
type Sort string

// The orders. The zero value is best match first when something was typed, and
// newest first otherwise.
const (
	Newest Sort = "newest"
	AZ     Sort = "az"
)

// Show is the way the stories are laid out.
type Show string

// The ways besides the list, which is the zero value.
const (
	Map     Show = "map"
	Compare Show = "compare"
)

// Limits keep a hostile address from making a page that never ends. An honest
// address stays far below them.
const (
	MaxQuery   = 1000 // runes of Query
	maxSlug    = 120  // runes of a system or series
	maxSlugs   = 100  // values of one key
	maxUnknown = 20   // unknown values reported
)

// CleanQuery is typed text as a view holds it: valid UTF-8, control characters
// as spaces, without characters that only turn the direction of text, which would turn the
// page's own words around, trimmed, and cut after [MaxQuery] runes. cut reports whether
// anything but the space around it was lost.
func CleanQuery(typed string) (text string, cut bool) {
	// Only the part that can survive is looked at: typed may be megabytes.
	const most = (MaxQuery + 1) * utf8.UTFMax
	typed = strings.TrimSpace(typed)
	if len(typed) > most {
		typed, cut = typed[:most], true
	}
	typed = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(typed, "\uFFFD"))
	if n := 0; utf8.RuneCountInString(typed) > MaxQuery {
		for i := range typed {
			if n == MaxQuery {
				typed, cut = typed[:i], true
				break
			}
			n++
		}
	}
	return strings.TrimSpace(typed), cut
}

// Equal reports whether v and w denote the same view.
func (v View) Equal(w View) bool { return v.Encode() == w.Encode() }

// Filtered reports whether anything but the typed text narrows the stories.
func (v View) Filtered() bool {
	return len(v.Systems)+len(v.Series) > 0 || v.Spread != "" || v.From != "" || v.To != ""
}

// WithoutFilters is v with every filter taken away; the typed text, the order and
// the layout stay.
func (v View) WithoutFilters() View {
	v.Systems, v.Series, v.Spread, v.From, v.To = nil, nil, "", "", ""
	return v
}

// validDate reports whether s is a day of the calendar written YYYY-MM-DD.
func validDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
