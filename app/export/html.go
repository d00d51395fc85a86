package export

import "icsexplorer/app/markup"

// HTML writes a view as a briefing, as a file that opens by itself.
func HTML(v View) []byte {
	b := Brief(v)
	var w markup.Writer
	w.Raw("<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
	w.Element("title", b.Title)
	w.Raw("</head><body>\n")
	b.write(&w)
	w.Raw("</body></html>\n")
	return []byte(w.String())
}

// HTML is the briefing as a part of a page: what a clipboard holds as text/html. Headings,
// paragraphs, lists, links and tables are all it has, which mail and word processors keep.
func (b Briefing) HTML() string {
	var w markup.Writer
	b.write(&w)
	return w.String()
}

func (b Briefing) write(w *markup.Writer) {
	w.Element("h1", b.Title)
	w.Raw("\n")
	for _, text := range []string{b.Day, b.Note, b.Age, b.Nothing} {
		if text != "" {
			w.Element("p", text)
			w.Raw("\n")
		}
	}
	for _, g := range b.Groups {
		w.Element("h2", oneLine(g.Heading))
		w.Raw("\n<ul>\n")
		for _, it := range g.Items {
			it.write(w)
		}
		w.Raw("</ul>\n")
	}
	if b.Table != nil {
		b.Table.write(w)
	}
	w.Raw("<p>")
	text, address := b.linkText()
	link(w, text, address)
	w.Raw("</p>\n")
}

func (it Item) write(w *markup.Writer) {
	w.Raw("<li><strong>")
	link(w, it.Headline, it.URL)
	w.Raw("</strong>")
	if it.Systems != "" {
		w.Text(" (" + it.Systems + ")")
	}
	if it.Standfirst != "" {
		w.Raw("<br>")
		w.Text(it.Standfirst)
	}
	w.Raw("<br>")
	w.Element("em", it.Source)
	w.Raw("</li>\n")
}

func (t *Table) write(w *markup.Writer) {
	w.Raw("<table>\n")
	if t.Caption != "" {
		w.Element("caption", oneLine(t.Caption))
	}
	w.Raw("<thead><tr>")
	for _, h := range t.Header {
		w.Element("th", oneLine(h), markup.A("scope", "col"))
	}
	w.Raw("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		w.Raw("<tr>")
		for _, c := range row {
			w.Raw("<td>")
			link(w, oneLine(c.Text), href(c.URL))
			w.Raw("</td>")
		}
		w.Raw("</tr>\n")
	}
	w.Raw("</tbody></table>\n")
}

// link writes text, linked to the address unless that is "".
func link(w *markup.Writer, text, address string) {
	if address == "" {
		w.Text(text)
		return
	}
	w.Element("a", text, markup.A("href", address))
}
