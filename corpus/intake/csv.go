package intake

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"icsexplorer/corpus"
)

// # CSV
//
// A header and a row for each story, parted by commas, semicolons or tabs. Columns are
// known by their names, in any order: headline or title, standfirst or summary, date or
// published, address, url or link, label or section, caption or picture, and source,
// system or ICS, which names the system if all rows have the same one. Headline must be
// there. Cells that begin with an apostrophe before a sign of formulas lose it.

type column uint8

const (
	noColumn column = iota
	headlineColumn
	standfirstColumn
	dateColumn
	addressColumn
	labelColumn
	captionColumn
	systemColumn
)

var columns = map[string]column{
	"headline": headlineColumn, "title": headlineColumn, "story": headlineColumn, "article": headlineColumn, "article title": headlineColumn,
	"standfirst": standfirstColumn, "summary": standfirstColumn, "description": standfirstColumn, "intro": standfirstColumn, "subheading": standfirstColumn, "subtitle": standfirstColumn, "abstract": standfirstColumn, "strapline": standfirstColumn,
	"date": dateColumn, "published": dateColumn, "publication date": dateColumn, "date published": dateColumn, "published date": dateColumn, "day": dateColumn, "pubdate": dateColumn, "time": dateColumn, "published on": dateColumn,
	"address": addressColumn, "url": addressColumn, "link": addressColumn, "web address": addressColumn, "article url": addressColumn, "href": addressColumn, "hyperlink": addressColumn,
	"label": labelColumn, "section": labelColumn, "category": labelColumn, "type": labelColumn, "kind": labelColumn,
	"caption": captionColumn, "picture": captionColumn, "image": captionColumn, "alt": captionColumn, "picture caption": captionColumn, "alt text": captionColumn, "picture text": captionColumn,
	"source": systemColumn, "system": systemColumn, "ics": systemColumn, "icb": systemColumn, "systems": systemColumn, "listing": systemColumn,
}

// header returns the columns of a header line, and the sign that parts them.
func header(first string) (cols []column, sep rune, ok bool) {
	for _, sep := range []rune{',', ';', '\t', '|'} {
		r := csv.NewReader(strings.NewReader(first))
		r.Comma, r.LazyQuotes = sep, true
		cells, err := r.Read()
		if err != nil || len(cells) < 2 {
			continue
		}
		var cols []column
		seen := make(map[column]bool)
		known := 0
		for _, cell := range cells {
			c := columns[corpus.Fold(cell)]
			if seen[c] {
				c = noColumn
			}
			if c != noColumn {
				known++
			}
			seen[c] = true
			cols = append(cols, c)
		}
		if seen[headlineColumn] && known >= 2 {
			return cols, sep, true
		}
	}
	return nil, 0, false
}

// headerLine returns the header and all below it; above it may stand "sep=;".
func (d *document) headerLine() (first, text string, n int) {
	for i, l := range d.lines {
		if i == 0 && len(l.text) == 5 && strings.EqualFold(l.text[:4], "sep=") {
			continue
		}
		if at := strings.Index(d.text, l.text); at >= 0 {
			return l.text, d.text[at:], l.n
		}
		break
	}
	return "", "", 0
}

func csvEvidence(d *document) string {
	first, _, _ := d.headerLine()
	cols, sep, ok := header(first)
	if !ok {
		return ""
	}
	known := 0
	for _, c := range cols {
		if c != noColumn {
			known++
		}
	}
	names := map[rune]string{',': "commas", ';': "semicolons", '\t': "tabs", '|': "bars"}
	return "its header names " + strconv.Itoa(known) + " columns that stories have, parted by " + names[sep]
}

func readCSV(d *document) findings {
	var f findings
	first, text, above := d.headerLine()
	cols, sep, ok := header(first)
	if !ok {
		f.notes = append(f.notes, "there is no header that names the columns headline and another one")
		return f
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = sep, true, -1, true
	r.Read()
	systems := make(map[string]bool)
	for {
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			line := 0
			if pe, ok := errors.AsType[*csv.ParseError](err); ok {
				line = pe.StartLine
			}
			f.left = append(f.left, Left{above + line - 1, err.Error(), "a row that cannot be read"})
			break
		}
		line, _ := r.FieldPos(0)
		readRow(&f, d, cols, cells, above+line-1, systems)
	}
	if len(systems) == 1 {
		for s := range systems {
			f.title = s
		}
	} else if len(systems) > 1 {
		f.notes = append(f.notes, "the rows name several systems or sources")
	}
	return f
}

// readRow adds the story of a row.
func readRow(f *findings, d *document, cols []column, cells []string, line int, systems map[string]bool) {
	d.rest()
	e := corpus.Entry{Line: line}
	var system, date, address string
	for i, cell := range cells {
		if i >= len(cols) {
			break
		}
		if len(cell) > 1 && cell[0] == '\'' && strings.ContainsRune("=+-@", rune(cell[1])) {
			cell = cell[1:]
		}
		if link := parseLink(strings.TrimSpace(cell)); link.n > 0 && cols[i] == headlineColumn { // of a table in Markdown
			cell, address = plainText(link.text), link.href
		}
		cell = corpus.Readable(cell)
		switch cols[i] {
		case headlineColumn:
			e.Headline = cell
		case standfirstColumn:
			e.Standfirst = cell
		case dateColumn:
			date = cell
		case addressColumn:
			if cell != "" {
				address = cell
			}
		case labelColumn:
			e.Label, _ = corpus.FindLabel(cell)
		case captionColumn:
			e.Caption = cell
		case systemColumn:
			system = cell
		}
	}
	if corpus.Fold(e.Headline) == "" {
		if text := corpus.Readable(strings.Join(cells, " ")); text != "" {
			f.left = append(f.left, Left{line, text, "a row without a headline"})
		}
		return
	}
	if m, ok := parseMoment(date, d.day); ok {
		e.Published, e.Day = m.at, m.day
	} else if date != "" {
		f.left = append(f.left, Left{line, date, "no day that is understood"})
	}
	e.URL, _ = corpus.CleanURL(address)
	if system != "" {
		systems[system] = true
	}
	f.stories = append(f.stories, e)
}
