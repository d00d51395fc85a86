package export

import "testing"

func TestText(t *testing.T) {
	v := sample
	v.Note = "For the board."
	want := `South West London
=================

25 November 2026

For the board.

Listings: South West London: 12 May 2026; Bedfordshire, Luton and Milton Keynes: undated

South West London
-----------------

=HYPERLINK("http://x") (South West London)
HSJ, 11 December 2025
https://www.hsj.co.uk/a/7.article?x=1&y=(2)

Several systems
---------------

Trust’s £9m gift, “weakness” and more (South West London; Bedfordshire, Luton and Milton Keynes)
A trust donated £9m.
HSJ, undated

This view in ICS Explorer: http://localhost:8000/?ics=south-west-london
`
	if got := string(Text(v)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextOfATableHasTabs(t *testing.T) {
	v := View{Title: "Map", Table: &Table{Caption: "Stories", Header: []string{"System", "Stories"}, Rows: [][]Cell{Cells("A\tB", "3"), Cells("C", "")}}}
	want := "Map\n===\n\nStories\n\nSystem\tStories\nA B\t3\nC\t\n\nFrom ICS Explorer\n"
	if got := string(Text(v)); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
