// Package export writes the stories of a view for use elsewhere. [Formats] names the
// ways to: a briefing to be read, as Markdown, HTML and plain text; tables and data, as
// CSV and JSON; references for RIS and BibTeX readers; and an Atom feed. What a view
// comes to depends on nothing but the view: there is no clock and no chance in it.
package export

import (
	"time"

	"icsexplorer/corpus"
)

// A View is what is exported.
type View struct {
	Title       string    // what it shows, as in "“dental” · South West London"
	Name        string    // of a file that holds it, without the ending
	Address     string    // where it is found; of a page without an address of its own, the query alone
	Feed        string    // where it is found as a feed that is kept up to date, or ""
	Day         string    // on which it is exported, YYYY-MM-DD
	Fingerprint string    // of the corpus it was taken from
	Listings    []Listing // of the systems that the view is narrowed to, or of all
	Chosen      []string  // the systems that the view is narrowed to, by name; nil for all
	Stories     []Story   // in the order of the view
	Nothing     string    // why there are no stories; "" if there are any
	Table       *Table    // what a map or a comparison shows; nil for a list

	By   Grouping // of a briefing
	Note string   // an editor's, at the head of a briefing, or ""
}

// A Listing is the age of a system's listing.
type Listing struct {
	System   string // by name
	Captured string // day of the latest capture, YYYY-MM-DD; "" if undated
	Absent   bool   // the corpus has none of the system
}

// A Story is one story with the systems that list it.
type Story struct {
	Key        string
	Headline   string
	Standfirst string
	Caption    string
	Series     string
	Label      string   // that the publisher prints above the headline, or ""
	URL        string   // of the article, or "" where it is not known
	Published  string   // RFC 3339, YYYY-MM-DD if only the day is known, or ""
	Day        string   // YYYY-MM-DD, or ""
	Systems    []string // by name
	Captured   []string // of each system, the day of the latest capture that has the story, or ""
	Added      string   // day of the first capture of all that has it, YYYY-MM-DD, or ""
}

// Of is the story of the corpus with its systems' names. The days of its captures are the
// listings' to know.
func Of(story *corpus.Story, systems []string) Story {
	s := Story{
		Key:        story.Key,
		Headline:   story.Headline,
		Standfirst: story.Standfirst,
		Caption:    story.Caption,
		Series:     story.Series,
		Label:      story.Label,
		URL:        story.URL,
		Systems:    systems,
	}
	if !story.Published.IsZero() {
		// The listing's own clock decides what day a story is of.
		s.Day = story.Published.Format(time.DateOnly)
		s.Published = story.Published.Format(time.RFC3339)
		if story.Day {
			s.Published = s.Day
		}
	}
	return s
}
