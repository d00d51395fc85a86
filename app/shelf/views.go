package shelf

import (
	"strconv"
	"strings"
)

// A View is one that the reader has saved.
type View struct {
	ID      string
	Name    string
	Address string // the query string, with its question mark; "?" is the front page
	Place   int    // in the reader's order, from the least
}

// Record is the view as it is kept.
func (v View) Record() Record {
	return Record{"id": v.ID, "name": v.Name, "address": v.Address, "place": strconv.Itoa(v.Place)}
}

func readView(r Record) (View, bool) {
	place, err := strconv.Atoi(r["place"])
	v := View{r["id"], strings.TrimSpace(r["name"]), r["address"], place}
	return v, err == nil && v.Name != "" && v.Address != "" && isAddress(v.Address)
}

// Moved are the writes that bring the view with the id so many places down among all, or up
// if by is negative.
func (s *Shelf) Moved(id string, by int) []Write {
	var order []View
	at := -1
	for i, v := range s.Views {
		if v.ID == id {
			at = i
		}
		order = append(order, v)
	}
	to := at + by
	if at < 0 || to < 0 || to >= len(order) {
		return nil
	}
	order[at], order[to] = order[to], order[at]
	var writes []Write
	for i, v := range order {
		if v.Place != i {
			v.Place = i
			writes = append(writes, Put(Views, v.Record()))
		}
	}
	return writes
}
