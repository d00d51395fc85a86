package page

import (
	"time"

	"icsexplorer/app/export"
)

// Exported is p as it is taken away: every story of it, not only those that the page
// shows at once. address is where p is found.
func (l *Library) Exported(p Page, address string) export.View {
	v := export.View{Title: p.Title, Address: address, Fingerprint: l.corpus.Fingerprint}
	for _, i := range p.stories {
		story := &l.corpus.Stories[i]
		s := export.Story{
			Key:        story.Key,
			Headline:   story.Headline,
			Standfirst: story.Standfirst,
			Caption:    story.Caption,
			Series:     story.Series,
		}
		if !story.Published.IsZero() {
			s.Published = story.Published.Format(time.RFC3339)
		}
		for _, slug := range story.Systems {
			s.Systems = append(s.Systems, l.systemLabel(slug))
		}
		v.Stories = append(v.Stories, s)
	}
	return v
}
