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

func TestTextOfATableHasColumns(t *testing.T) {
	v := View{Title: "Map", Table: &Table{Caption: "Stories", Header: []string{"System", "Stories", "Listing"}, Rows: [][]Cell{Cells("A\tB", "3", "undated"), Cells("Hampshire’s", "", "")}}}
	want := `Map
===

Stories

System       Stories  Listing
A B          3        undated
Hampshire’s

From ICS Explorer
`
	if got := string(Text(v)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Columns that are lists stand below each other, each under its own heading.
func TestTextOfAComparisonHasALineAHeadline(t *testing.T) {
	v := View{Title: "Comparison", Table: &Table{
		Caption: "What only one has", Lists: true,
		Header: []string{"Only Devon (2)", "Shared (0)", "Only Dorset (1)"},
		Rows: [][]Cell{
			{{Text: "One", URL: "https://www.hsj.co.uk/1.article"}, {}, {Text: "Three", URL: "javascript:alert(1)"}},
			{{Text: "Two"}, {}, {}},
		},
	}}
	want := `Comparison
==========

What only one has

Only Devon (2)
--------------
- One
  https://www.hsj.co.uk/1.article
- Two

Shared (0)
----------

Only Dorset (1)
---------------
- Three

From ICS Explorer
`
	if got := string(Text(v)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
