package page

import (
	"icsexplorer/app/markup"
	"icsexplorer/app/trend"
	"icsexplorer/app/view"
)

// WriteTrend writes what the stories of p come to beside one another: how many there are a
// month, and the words that set one system's headlines apart from the others'. It writes
// nothing where there is too little to say, and for a list, which says it itself.
func (l *Library) WriteTrend(w *markup.Writer, p Page) {
	if p.View.Show == "" {
		return
	}
	if l.trend == nil {
		l.trend = trend.New(l.corpus)
	}
	if months := l.trend.Months(p.answer.stories); months != nil {
		w.Raw(`<section class="trend"><h2>Month by month</h2>`)
		months.Write(w, l.systemLabel)
		w.Raw(`</section>`)
	}
	systems := l.spelt(p.View.Systems)
	if len(systems) == 0 {
		for _, s := range l.listed {
			systems = append(systems, s.slug)
		}
	}
	if words := l.trend.Words(p.answer.stories, systems); len(words) > 0 {
		w.Raw(`<section class="trend"><h2>Words that set a system apart</h2>`)
		trend.WriteWords(w, words, l.systemLabel, func(i int) trend.Link {
			s := l.link(view.View{}, i)
			return trend.Link{Headline: s.Headline, Href: s.Href}
		})
		w.Raw(`</section>`)
	}
}
