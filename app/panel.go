package app

import (
	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// writePanel writes the panel of the story with the key.
func writePanel(w *markup.Writer, key string, p *page.Panel) {
	w.Tag("div", markup.A("class", "panel"), markup.A("id", "panel-"+key))
	w.Raw(`<dl>`)
	writeTexts(w, "Listed by", p.Places...)
	if p.Caption != "" {
		writeTexts(w, "Picture", p.Caption)
	}
	if len(p.Like) > 0 {
		w.Raw(`<div><dt>More like this</dt>`)
		for _, s := range p.Like {
			w.Raw(`<dd>`)
			w.Element("a", s.Headline, markup.A("href", s.Href))
			w.Raw(`</dd>`)
		}
		w.Raw(`</div>`)
	}
	w.Raw(`</dl><p class="ways">`)
	w.Element("a", "Link to this story", markup.A("href", p.Self))
	w.Raw(`</p></div>`)
}

// writeTexts writes a term and each text that there is for it.
func writeTexts(w *markup.Writer, term string, texts ...string) {
	w.Raw(`<div>`)
	w.Element("dt", term)
	for _, text := range texts {
		w.Element("dd", text)
	}
	w.Raw(`</div>`)
}
