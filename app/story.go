package app

import (
	"html"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderList draws the stories, and the way to those that are still to come.
//
// The HTML is written as one string rather than element by element: the page draws
// dozens of stories on every keystroke, and each element costs several calls from
// the program into the browser. All text goes through [htmlWriter.text].
func renderList(rows []row, toCome int) goapp.UI {
	var w htmlWriter
	w.tag(`<div class="list">`)
	for _, r := range rows {
		r.write(&w)
	}
	w.more("more", toCome)
	w.tag(`</div>`)
	return goapp.Raw(w.String())
}

// write writes the story as an article that a link can lead to.
func (r row) write(w *htmlWriter) {
	w.tag(`<article id="`, r.key, `" data-story="`, r.key, `" tabindex="-1">`)
	w.tag(`<p class="kicker">`)
	if r.date != "" {
		w.tag(`<time datetime="`, r.date, `">`)
		w.text(r.date)
		w.tag(`</time>`)
	}
	w.tag(`<span class="spread">`)
	w.text(r.spread)
	w.tag(`</span></p><h2>`)
	if len(r.series) > 0 {
		w.tag(`<span class="series">`)
		w.pieces(r.series)
		w.tag(`</span>`)
	}
	w.pieces(r.headline)
	w.tag(`</h2>`)
	if len(r.standfirst) > 0 {
		w.tag(`<p class="standfirst">`)
		w.pieces(r.standfirst)
		w.tag(`</p>`)
	}
	if len(r.caption) > 0 {
		w.tag(`<p class="caption">Picture: `)
		w.pieces(r.caption)
		w.tag(`</p>`)
	}
	if r.reason != "" {
		w.tag(`<p class="reason">`)
		w.text(r.reason)
		w.tag(`</p>`)
	}
	w.tag(`<ul class="systems" aria-label="Systems">`)
	for _, t := range r.systems {
		class := ""
		if t.chosen {
			class = "chosen"
		}
		w.tag(`<li><a id="`, r.key+"-"+t.slug, `" class="`, class, `" href="`, t.href, `">`)
		w.text(t.label)
		w.tag(`</a></li>`)
	}
	w.tag(`</ul>`)
	w.tag(`<button type="button" class="opener" id="`, "open-"+r.key, `" data-do="panel" aria-expanded="`, strconv.FormatBool(r.panel != nil), `">`)
	if r.panel == nil {
		w.tag(`More about this story</button>`)
	} else {
		w.tag(`Less</button>`)
		r.panel.write(w, r.key)
	}
	w.tag(`</article>`)
}

// htmlWriter writes HTML.
type htmlWriter struct{ strings.Builder }

// tag writes markup: every second part, beginning with the first, as it stands,
// and the parts between as the values of attributes.
func (w *htmlWriter) tag(parts ...string) {
	for i, part := range parts {
		if i%2 == 1 {
			part = html.EscapeString(part)
		}
		w.WriteString(part)
	}
}

func (w *htmlWriter) text(s string) { w.WriteString(html.EscapeString(s)) }

// more writes the button that shows some of the stories that are still to come, if
// there are any.
func (w *htmlWriter) more(id string, toCome int) {
	if toCome > 0 {
		w.tag(`<button type="button" id="`, id, `" class="more" data-do="more">`)
		w.text("Show more: " + strconv.Itoa(toCome) + " to come")
		w.tag(`</button>`)
	}
}

func (w *htmlWriter) pieces(pieces []piece) {
	for _, p := range pieces {
		if p.marked {
			w.tag(`<mark>`)
		}
		w.text(p.text)
		if p.marked {
			w.tag(`</mark>`)
		}
	}
}
