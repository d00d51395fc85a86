package export

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"
)

// CSV writes a header and a line a story, or the view's table, as RFC 4180 has it, in
// UTF-8 with a byte order mark, without which spreadsheets take £ and curly quotes for
// something else. Every cell is quoted, since a spreadsheet may part cells at a semicolon or a tab
// rather than a comma. Text that it would take for a formula gets an apostrophe before
// it, which makes it text; a time is written as it reads times, without the offset that
// the listing's clock had. Several systems are joined with "; ", and so are the days of
// their captures, in the same order.
func CSV(v View) []byte {
	var w csvWriter
	w.WriteString("\uFEFF")
	if t := v.Table; t != nil {
		w.line(t.Header...)
		for _, row := range t.Rows {
			cells := make([]string, len(row))
			for i, c := range row {
				cells[i] = c.Text
			}
			w.line(cells...)
		}
		return w.Bytes()
	}
	w.line("headline", "standfirst", "series", "label", "day", "published", "systems", "captured", "added", "address", "caption", "key")
	for _, s := range v.Stories {
		days := make([]string, len(s.Captured))
		for i, day := range s.Captured {
			days[i] = Captured(day)
		}
		w.line(s.Headline, s.Standfirst, s.Series, s.Label, s.Day, tableTime(s.Published),
			strings.Join(s.Systems, "; "), strings.Join(days, "; "), s.Added, s.URL, s.Caption, s.Key)
	}
	return w.Bytes()
}

type csvWriter struct{ bytes.Buffer }

func (w *csvWriter) line(cells ...string) {
	for i, cell := range cells {
		if i > 0 {
			w.WriteByte(',')
		}
		w.WriteString(`"` + strings.ReplaceAll(inert(cell), `"`, `""`) + `"`)
	}
	w.WriteString("\r\n")
}

// tableTime is an RFC 3339 time as spreadsheets of every language take it for one:
// "2025-12-11 13:20:00". What is none stays as it is.
func tableTime(published string) string {
	if t, err := time.Parse(time.RFC3339, published); err == nil {
		return t.Format(time.DateTime)
	}
	return published
}

// inert keeps a cell from being taken for a formula, which in some spreadsheets may
// begin with a full-width sign.
func inert(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); strings.ContainsRune("=+-@＝＋－＠\t\r\n", first) {
		return "'" + cell
	}
	return cell
}
