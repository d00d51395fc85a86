package trend

import (
	"fmt"

	"icsexplorer/app/markup"
)

// A Link leads to a story.
type Link struct{ Headline, Href string }

// WriteWords writes the words that set systems apart, each with its stories folded away
// behind it. name is what a system is called, link the way to a story.
func WriteWords(w *markup.Writer, found []Coverage, name func(slug string) string, link func(story int) Link) {
	for _, c := range found {
		w.Raw(`<section class="apart">`)
		w.Element("h3", name(c.System))
		w.Raw(`<ul>`)
		for _, word := range c.Words {
			w.Raw(`<li><details><summary>`)
			w.Element("strong", word.Text)
			w.Text(fmt.Sprintf(": in %s here, %d elsewhere", count(len(word.Stories), "headline", "headlines"), word.Elsewhere))
			w.Raw(`</summary><ul>`)
			for _, i := range word.Stories {
				l := link(i)
				w.Raw(`<li>`)
				w.Element("a", l.Headline, markup.A("href", l.Href))
				w.Raw(`</li>`)
			}
			w.Raw(`</ul></details></li>`)
		}
		w.Raw(`</ul></section>`)
	}
}
