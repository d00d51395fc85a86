package export

import "strings"

// Markdown writes a view as a briefing in CommonMark, its table as GitHub has tables.
func Markdown(v View) []byte {
	b := Brief(v)
	var w strings.Builder
	w.WriteString("# " + plain(b.Title) + "\n")
	paragraph := func(text string) {
		if text != "" {
			w.WriteString("\n" + plain(text) + "\n")
		}
	}
	paragraph(b.Day)
	paragraph(b.Note)
	paragraph(b.Age)
	paragraph(b.Nothing)
	for _, g := range b.Groups {
		w.WriteString("\n## " + plain(g.Heading) + "\n\n")
		for _, it := range g.Items {
			w.WriteString("- **" + markdownLink(it.Headline, it.URL) + "**")
			if it.Systems != "" {
				w.WriteString(" (" + plain(it.Systems) + ")")
			}
			if it.Standfirst != "" {
				w.WriteString(": " + plain(it.Standfirst))
			}
			w.WriteString(" (" + plain(it.Source) + ")\n")
		}
	}
	if b.Table != nil {
		w.WriteString("\n")
		markdownTable(&w, b.Table)
	}
	w.WriteString("\n" + markdownLink(b.linkText()) + "\n")
	return []byte(w.String())
}

func markdownTable(w *strings.Builder, t *Table) {
	if t.Caption != "" {
		w.WriteString(plain(t.Caption) + "\n\n")
	}
	w.WriteString("|")
	for _, h := range t.Header {
		w.WriteString(" " + plain(h) + " |")
	}
	w.WriteString("\n|" + strings.Repeat(" --- |", len(t.Header)) + "\n")
	for _, row := range t.Rows {
		w.WriteString("|")
		for _, c := range row {
			w.WriteString(" " + markdownLink(c.Text, href(c.URL)) + " |")
		}
		w.WriteString("\n")
	}
}

// markdownLink is text, linked to the address unless that is "".
func markdownLink(text, address string) string {
	if address == "" {
		return plain(text)
	}
	return "[" + plain(text) + "](<" + address + ">)"
}

// plain is text in which nothing is taken for markup, on one line. An ampersand is only
// where a character reference would begin, as in "&copy;", but not in "A&E". What begins a
// list or a heading does so at the beginning of a line alone.
func plain(text string) string {
	var b strings.Builder
	text = oneLine(text)
	number := strings.TrimLeft(text, "0123456789")
	for i, r := range text {
		first := i == 0 && strings.ContainsRune("-+=", r) || i > 0 && len(text)-i == len(number) && strings.ContainsRune(".)", r)
		if first || strings.ContainsRune("\\`*_[]<>#|~", r) || r == '&' && isReference(text[i+1:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isReference reports whether what follows an ampersand makes a character reference of
// it: letters and digits, perhaps behind a "#", and a semicolon.
func isReference(rest string) bool {
	name, _, found := strings.Cut(rest, ";")
	return found && name != "" && !strings.ContainsFunc(strings.TrimPrefix(name, "#"), func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9')
	})
}
