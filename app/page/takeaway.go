package page

import (
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
		v.Listings = append(v.Listings, l.age(slug))
	}
	if v.Chosen == nil {
		for _, system := range l.listed {
			v.Listings = append(v.Listings, l.age(system.slug))
		}
	}
	if p.Empty != nil {
		v.Nothing = p.Empty.Text
	}
	for _, i := range p.answer.stories {
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

// age is how old a system's listing is, by its latest capture.
func (l *Library) age(slug string) export.Listing {
	age := export.Listing{System: l.systemLabel(slug), Absent: !l.isListed(slug)}
	for i := range l.corpus.Listings {
		if listing := &l.corpus.Listings[i]; listing.System == slug {
			age.Captured = max(age.Captured, listing.Captured)
		}
	}
	return age
}

// heading is what stands above p when it is taken away.
func heading(p Page) string {
	parts := asked(p.View, p.Chips)
	if words := (Reader{Choice: p.Desk.Choice, Since: p.Desk.Since}).chosen(); words != "" {
		parts = append(parts, words)
	}
	if len(parts) > 0 {
		return strings.Join(parts, " · ")
	}
	return "HSJ’s headlines about England’s integrated care systems"
}
