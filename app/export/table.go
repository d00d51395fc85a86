package export

// A Table is what a view shows that is no list: the columns of a comparison, or the
// counts of a map.
type Table struct {
	Caption string
	Header  []string
	Rows    [][]Cell // each as long as the header
	Lists   bool     // each column is a list of its own: what stands side by side is not of one thing
}

// A Cell is a text and, if it is a story whose article is known, the article's address.
type Cell struct{ Text, URL string }

// Cells are texts as a row.
func Cells(texts ...string) []Cell {
	row := make([]Cell, len(texts))
	for i, text := range texts {
		row[i].Text = text
	}
	return row
}
