package cli

import (
	"time"

	"icsexplorer/corpus"
)

// printed is a story as commands print it in JSON.
type printed struct {
	Headline   string   `json:"headline"`
	Standfirst string   `json:"standfirst"`
	Caption    string   `json:"caption"`
	Label      string   `json:"label"`
	URL        string   `json:"url"`
	Published  string   `json:"published"` // RFC 3339, YYYY-MM-DD if only the day is known, or ""
	Day        string   `json:"day"`       // YYYY-MM-DD, or ""
	Systems    []string `json:"systems"`   // slugs
}

func newPrinted(e corpus.Entry, systems []string) printed {
	p := printed{Headline: e.Headline, Standfirst: e.Standfirst, Caption: e.Caption, Label: e.Label, URL: e.URL, Systems: systems}
	if !e.Published.IsZero() {
		p.Day = e.Published.Format(time.DateOnly)
		if p.Published = p.Day; !e.DayOnly {
			p.Published = e.Published.Format(time.RFC3339)
		}
	}
	return p
}
