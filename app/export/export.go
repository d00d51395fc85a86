// Package export writes the stories of a view for use elsewhere: as CSV for a
// spreadsheet, as JSON for a program, and as Markdown for a briefing.
package export

import (
	"time"

	"icsexplorer/corpus"
)

// A View is what is exported.
type View struct {
	Title       string
	Address     string // where the view is found
	Fingerprint string // of the corpus it was taken from
	Stories     []Story
}

// A Story is one story with the systems it is exported under, by name or by slug.
type Story struct {
	Key        string   `json:"key"`
	Headline   string   `json:"headline"`
	Standfirst string   `json:"standfirst"`
	Caption    string   `json:"caption"`
	Series     string   `json:"series"`
	Published  string   `json:"published"` // RFC 3339, YYYY-MM-DD if only the day is known, or ""
	Day        string   `json:"day"`       // YYYY-MM-DD, or ""
	Label      string   `json:"label"`
	URL        string   `json:"url"`
	Systems    []string `json:"systems"`
}

// Of is the story of the corpus, under what its systems are to be called.
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
		s.Day = story.Published.Format(time.DateOnly)
		s.Published = story.Published.Format(time.RFC3339)
		if story.DayOnly {
			s.Published = s.Day
		}
	}
	return s
}
