package page

import (
	"slices"
	"strings"

	"icsexplorer/app/export"
	"icsexplorer/app/view"
)

// Exported is p as it is taken away: every story of it, not only those that the page
// shows at once, and what a map or a comparison shows as a table. home is the address of
// the page, "" if it has none that others can open; day is that of the export, YYYY-MM-DD.
func (l *Library) Exported(p Page, home, day string) export.View {
	v := export.View{
		Title:       heading(p),
		Name:        fileName(p.View, day),
		Address:     home + p.View.Href(),
		Day:         day,
		Fingerprint: l.corpus.Fingerprint,
	}
	for _, slug := range l.spelt(p.View.Systems) {
		v.Chosen = append(v.Chosen, l.systemLabel(slug))
	}
	for _, system := range l.listed {
		if v.Chosen == nil || slices.Contains(v.Chosen, system.label) {
			v.Listings = append(v.Listings, export.Listing{System: system.label, Captured: l.captured(system.slug)})
		}
	}
	for _, i := range p.stories {
		v.Stories = append(v.Stories, l.exported(i))
	}
	switch p.View.Show {
	case view.Map:
		v.Table = l.mapTable(p)
	case view.Compare:
		v.Table = l.compareTable(p, v.Stories)
	}
	return v
}

// exported is story i with its systems by name and the days of its captures.
func (l *Library) exported(i int) export.Story {
	story := &l.corpus.Stories[i]
	var systems []string
	for _, slug := range story.Systems {
		systems = append(systems, l.systemLabel(slug))
	}
	s := export.Of(story, systems)
	latest := make(map[string]string, len(story.Systems))
	for _, place := range story.Places {
		listing := &l.corpus.Listings[place.Listing]
		latest[listing.System] = max(latest[listing.System], listing.Captured)
		if day := listing.Captured; day != "" && (s.Added == "" || day < s.Added) {
			s.Added = day
		}
	}
	for _, slug := range story.Systems {
		s.Captured = append(s.Captured, latest[slug])
	}
	return s
}

// captured is the day of a system's latest capture, "" if none has one.
func (l *Library) captured(slug string) (day string) {
	for i := range l.corpus.Listings {
		if listing := &l.corpus.Listings[i]; listing.System == slug {
			day = max(day, listing.Captured)
		}
	}
	return day
}

// heading is what stands above p when it is taken away.
func heading(p Page) string {
	if parts := asked(p.View, p.Chips); len(parts) > 0 {
		return strings.Join(parts, " · ")
	}
	return "HSJ’s headlines about England’s integrated care systems"
}
