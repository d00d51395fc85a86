package intake

import (
	"encoding/csv"
	"strings"

	"icsexplorer/corpus"
)

// table is a CSV file with a header: comma, semicolon or tab between the cells, the columns in
// any order. A column for the headline there must be, and another.
var table = form{
	Form: Form{"csv", "a table (CSV) with a header"},
	evidence: func(d *document) string {
		if _, columns := header(d.lines); columns != nil {
			return "its first line names columns"
		}
		return ""
	},
	read: func(d *document, r *Result) []line {
		comma, columns := header(d.lines)
		if columns == nil {
			return nil
		}
		text := strings.ReplaceAll(strings.Join(d.lines, "\n"), skipped, "")
		cells := csv.NewReader(strings.NewReader(text))
		cells.Comma, cells.LazyQuotes, cells.FieldsPerRecord = comma, true, -1
		first := true
		for {
			row, err := cells.Read()
			if row == nil && err != nil {
				return nil
			}
			if first {
				first = false
				continue
			}
			number, _ := cells.FieldPos(0)
			e := corpus.Entry{Line: number}
			for i, column := range columns {
				if i < len(row) {
					setCell(&e, column, corpus.Readable(row[i]), d, r)
				}
			}
			if isHeadline(e.Headline) {
				r.Stories = append(r.Stories, e)
			} else if text := strings.Join(row, " "); strings.TrimSpace(text) != "" {
				r.Left = append(r.Left, Left{number, corpus.Readable(text), "has no headline"})
			}
		}
	},
}

// columnNames are what a column may be called, folded, with what it holds.
var columnNames = map[string]string{
	"headline": "headline", "title": "headline", "heading": "headline", "article": "headline", "story": "headline",
	"standfirst": "standfirst", "summary": "standfirst", "description": "standfirst", "intro": "standfirst", "abstract": "standfirst", "teaser": "standfirst",
	"date": "date", "published": "date", "publication date": "date", "pub date": "date", "day": "day", "date published": "date", "published at": "date",
	"url": "url", "link": "url", "address": "url", "web address": "url", "href": "url",
	"label": "label", "section": "label", "category": "label", "type": "label", "kicker": "label",
	"caption": "caption", "picture": "caption", "image": "caption", "alt": "caption", "picture caption": "caption",
	"system": "system", "ics": "system", "systems": "system", "source": "source",
}

// header reads the first line with text as the names of columns: nil if it is none.
func header(lines []string) (comma rune, columns []string) {
	for _, text := range lines {
		if strings.Trim(text, " \t\r"+skipped) == "" {
			continue
		}
		for _, comma := range []rune{',', ';', '\t'} {
			cells := csv.NewReader(strings.NewReader(text))
			cells.Comma, cells.LazyQuotes = comma, true
			row, err := cells.Read()
			if err != nil || len(row) < 2 {
				continue
			}
			var columns []string
			known, headlines := 0, 0
			for _, cell := range row {
				column := columnNames[corpus.Fold(cell)]
				if column != "" {
					known++
				}
				if column == "headline" {
					headlines++
				}
				columns = append(columns, column)
			}
			if headlines > 0 && known >= 2 {
				return comma, columns
			}
		}
		return 0, nil
	}
	return 0, nil
}

func setCell(e *corpus.Entry, column, text string, d *document, r *Result) {
	switch column {
	case "headline":
		if e.Headline == "" {
			e.Headline = text
		}
	case "standfirst":
		e.Standfirst = text
	case "date", "day":
		if m, ok := momentIn(text, d.Day); ok && (e.Published.IsZero() || e.DayOnly) && !m.at.IsZero() {
			e.Published, e.DayOnly = m.at, m.dayOnly
		}
	case "url":
		e.URL = corpus.Address(text)
	case "label", "source":
		if label := corpus.Label(text); label != "" {
			e.Label = label
		}
	case "caption":
		e.Caption = text
	case "system":
		if slugs := d.names.Find(text); len(slugs) == 1 && r.System == "" {
			r.System = slugs[0]
		} else if len(slugs) == 1 && slugs[0] != r.System {
			r.System = ""
			r.Guess = slugs[0]
		}
	}
}
