package cli

import (
	"time"

	"icsexplorer/corpus"
)

// printed is a story as commands print it in JSON.
type printed struct {
	Key        string   `json:"key"`
	Headline   string   `json:"headline"`
	Standfirst string   `json:"standfirst"`
	Caption    string   `json:"caption"`
	Series     string   `json:"series"`
	Label      string   `json:"label"`
	URL        string   `json:"url"`
	Published  string   `json:"published"` // RFC 3339, a day alone if the time is not known, or ""
	Day        string   `json:"day"`       // YYYY-MM-DD, or ""
	Systems    []string `json:"systems"`   // slugs
}

func newPrinted(s *corpus.Story) printed {
	p := printed{
		Key: s.Key, Headline: s.Headline, Standfirst: s.Standfirst, Caption: s.Caption, Series: s.Series,
		Label: s.Label, URL: s.URL, Day: day(s.Published), Systems: s.Systems,
	}
	if p.Systems == nil {
		p.Systems = []string{}
	}
	if p.Published = p.Day; !s.Day && p.Day != "" {
		p.Published = s.Published.Format(time.RFC3339)
	}
	return p
}

// day is the day of a moment, "" if there is none.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
