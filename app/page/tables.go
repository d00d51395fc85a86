package page

import (
	"strconv"

	"icsexplorer/app/export"
)

// mapTable is the systems with their counts, as the map has them.
func (l *Library) mapTable(p Page) *export.Table {
	t := &export.Table{
		Caption: "Stories by system",
		Header:  []string{"System", "Region", "Stories", "Listing"},
	}
	for _, tile := range p.Tiles {
		stories, listing := "", export.Absent
		if tile.Listed {
			stories, listing = strconv.Itoa(tile.Count), export.Captured(l.age(tile.System.Slug).Captured)
		}
		t.Rows = append(t.Rows, export.Cells(tile.System.ShortName, tile.System.Region, stories, listing))
	}
	return t
}

// compareTable is what the comparison shows: the columns with all of their stories, or,
// where no systems are compared, how many stories each two of them share. stories are
// those of p.
func (l *Library) compareTable(p Page, stories []export.Story) *export.Table {
	whole := l.Compose(State{View: p.View, Limit: len(p.answer.stories)}).Comparison
	if whole.Columns == nil {
		return whole.Matrix.table()
	}
	articles := make(map[string]string, len(stories))
	for _, s := range stories {
		articles[s.Key] = s.URL
	}
	t := &export.Table{Caption: "What only one system has, and what several share", Lists: true}
	rows := 0
	for _, c := range whole.Columns {
		total := strconv.Itoa(c.Total)
		if c.Absent {
			total = export.Absent
		}
		t.Header = append(t.Header, c.Heading+" ("+total+")")
		rows = max(rows, len(c.Stories))
	}
	for at := range rows {
		row := make([]export.Cell, len(whole.Columns))
		for i, c := range whole.Columns {
			if at < len(c.Stories) {
				s := c.Stories[at]
				row[i] = export.Cell{Text: s.Headline, URL: articles[s.Key]}
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// table is the matrix with the systems' names at its head and its side.
func (m Matrix) table() *export.Table {
	t := &export.Table{
		Caption: "Stories that two systems share",
		Header:  append([]string{"System"}, m.Systems...),
	}
	for i, system := range m.Systems {
		row := export.Cells(system)
		for _, cell := range m.Cells[i] {
			row = append(row, export.Cells(strconv.Itoa(cell.Count))...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
