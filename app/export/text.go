package export

import (
	"strings"
	"unicode/utf8"
)

// Text writes a view as a briefing in plain text. Plain text has no columns: those of a table
// are made with spaces, and lists that stand side by side follow one another.
func Text(v View) []byte {
	b := Brief(v)
	var w strings.Builder
	paragraph := func(text string) {
		if text != "" {
			w.WriteString("\n" + text + "\n")
		}
	}
	textHeading(&w, b.Title, "=")
	paragraph(b.Day)
	paragraph(b.Note)
	paragraph(b.Age)
	paragraph(b.Nothing)
	for _, g := range b.Groups {
		w.WriteString("\n")
		textHeading(&w, oneLine(g.Heading), "-")
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

// textHeading writes a heading, underlined.
func textHeading(w *strings.Builder, text, line string) {
	w.WriteString(text + "\n" + strings.Repeat(line, utf8.RuneCountInString(text)) + "\n")
}

func textTable(w *strings.Builder, t *Table) {
	if t.Caption != "" {
		w.WriteString(oneLine(t.Caption) + "\n\n")
	}
	if t.Lists {
		for column, heading := range t.Header {
			if column > 0 {
				w.WriteString("\n")
			}
			textHeading(w, oneLine(heading), "-")
			for _, row := range t.Rows {
				textItem(w, row[column])
			}
		}
		return
	}
	rows := append([][]Cell{Cells(t.Header...)}, t.Rows...)
	width := make([]int, len(t.Header))
	for _, row := range rows {
		for i, c := range row {
			width[i] = max(width[i], utf8.RuneCountInString(oneLine(c.Text)))
		}
	}
	for _, row := range rows {
		line := ""
		for i, c := range row {
			text := oneLine(c.Text)
			line += text + strings.Repeat(" ", width[i]+2-utf8.RuneCountInString(text))
		}
		w.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// textItem writes a story of a list, unless the list has ended.
func textItem(w *strings.Builder, c Cell) {
	if c.Text == "" {
		return
	}
	w.WriteString("- " + oneLine(c.Text) + "\n")
	if address := href(c.URL); address != "" {
		w.WriteString("  " + address + "\n")
	}
}
