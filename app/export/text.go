package export

import (
	"strings"
	"unicode/utf8"
)

// Text writes a view as a briefing in plain text. The cells of its table are parted by
// tabs, at which spreadsheets and word processors part what is pasted.
func Text(v View) []byte {
	b := Brief(v)
	var w strings.Builder
	heading := func(text, line string) {
		w.WriteString(text + "\n" + strings.Repeat(line, utf8.RuneCountInString(text)) + "\n")
	}
	paragraph := func(text string) {
		if text != "" {
			w.WriteString("\n" + text + "\n")
		}
	}
	heading(b.Title, "=")
	paragraph(b.Day)
	paragraph(b.Note)
	paragraph(b.Age)
	paragraph(b.Nothing)
	for _, g := range b.Groups {
		w.WriteString("\n")
		heading(oneLine(g.Heading), "-")
		for _, it := range g.Items {
			w.WriteString("\n" + it.Headline)
			if it.Systems != "" {
				w.WriteString(" (" + it.Systems + ")")
			}
			w.WriteString("\n")
			for _, line := range []string{it.Standfirst, it.Source, it.URL} {
				if line != "" {
					w.WriteString(line + "\n")
				}
			}
		}
	}
	if b.Table != nil {
		w.WriteString("\n")
		textTable(&w, b.Table)
	}
	text, address := b.linkText()
	if address != "" {
		text += ": " + address
	}
	paragraph(text)
	return []byte(w.String())
}

func textTable(w *strings.Builder, t *Table) {
	if t.Caption != "" {
		w.WriteString(oneLine(t.Caption) + "\n\n")
	}
	for i, h := range t.Header {
		w.WriteString(tabbed(i, h))
	}
	w.WriteString("\n")
	for _, row := range t.Rows {
		for i, c := range row {
			w.WriteString(tabbed(i, c.Text))
		}
		w.WriteString("\n")
	}
}

// tabbed is the text of cell i of a row.
func tabbed(i int, text string) string {
	if i > 0 {
		return "\t" + oneLine(text)
	}
	return oneLine(text)
}
