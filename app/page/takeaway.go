package page

import "icsexplorer/app/export"

// Exported is p as it is taken away: every story of it, not only those that the page
// shows at once. address is where p is found.
func (l *Library) Exported(p Page, address string) export.View {
	v := export.View{Title: p.Title, Address: address, Fingerprint: l.corpus.Fingerprint}
	for _, i := range p.stories {
		story := &l.corpus.Stories[i]
		var systems []string
		for _, slug := range story.Systems {
			systems = append(systems, l.systemLabel(slug))
		}
		v.Stories = append(v.Stories, export.Of(story, systems))
	}
	return v
}
