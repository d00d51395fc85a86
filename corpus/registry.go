package corpus

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// A System is an integrated care system as established on 1 July 2022.
type System struct {
	Slug       string   // as in addresses: without the "-ics" its page on HSJ has
	Name       string   // of its board, the ICB
	ShortName  string   // with " ICS" added, the title of its page
	Aliases    []string // abbreviations and nicknames
	ODS, ONS   string   // codes of the board
	Region     string   // of NHS England
	Col, Row   int      // its tile on the map, from 0, top left
	Successors []Successor
	Cluster    Cluster // that its board is part of; zero if it is part of none known here

	names []systemName // all that it is called, each once
}

// A Successor is a board that took over a system, or a part of it. A system without
// successors stands unchanged.
type Successor struct {
	Board string
	ONS   string // code
	ODS   string // code, "" if not known here
	Whole bool
	Area  string    // the part that went to this board; "" if Whole
	From  time.Time // the day it took over, at midnight UTC
}

// A Registry is the systems in the order of their names.
type Registry []System

// LoadRegistry returns the 42 systems. The data is part of the program, so an error
// means that it was built from a damaged copy.
func LoadRegistry() (Registry, error) {
	r, err := readSystems(registryFile("ics.csv"))
	if err != nil {
		return nil, fmt.Errorf("ics.csv: %w", err)
	}
	if err := r.readSuccessors(registryFile("successors.csv")); err != nil {
		return nil, fmt.Errorf("successors.csv: %w", err)
	}
	if err := r.readClusters(registryFile("clusters.csv")); err != nil {
		return nil, fmt.Errorf("clusters.csv: %w", err)
	}
	if err := r.readBoards(registryFile("boards.csv")); err != nil {
		return nil, fmt.Errorf("boards.csv: %w", err)
	}
	if err := r.readNames(registryFile("names.csv")); err != nil {
		return nil, fmt.Errorf("names.csv: %w", err)
	}
	return r, nil
}

// Find returns the system with the given slug, with or without "-ics" at its end.
func (r Registry) Find(slug string) (System, bool) {
	if i := r.index(slug); i >= 0 {
		return r[i], true
	}
	return System{}, false
}

func (r Registry) index(slug string) int {
	slug = strings.TrimSuffix(slug, "-ics")
	for i := range r {
		if r[i].Slug == slug {
			return i
		}
	}
	return -1
}

// LastChange returns the latest day on which a successor took over, at midnight UTC: a
// system without successors has been unchanged until then. It is zero if no system has
// a successor.
func (r Registry) LastChange() time.Time {
	var last time.Time
	for _, s := range r {
		for _, to := range s.Successors {
			if to.From.After(last) {
				last = to.From
			}
		}
	}
	return last
}

// named returns the system with the given short name, however its letters are cased
// and its punctuation is set.
func (r Registry) named(name string) (System, bool) {
	name = Fold(name)
	for _, s := range r {
		if Fold(s.ShortName) == name {
			return s, true
		}
	}
	return System{}, false
}

// nearest returns the system whose short name takes the fewest edits to reach from
// name, "&" taken as "and", and whether that is close enough to have been meant.
func (r Registry) nearest(name string) (System, bool) {
	name = Fold(strings.ReplaceAll(name, "&", " and "))
	var best System
	if len(name) > 2*len("bath and north east somerset swindon and wiltshire") {
		return best, false
	}
	least := len(name)/3 + 1
	for _, s := range r {
		if d := distance(name, Fold(s.ShortName)); d < least {
			best, least = s, d
		}
	}
	return best, best.Slug != ""
}

// distance returns the number of bytes to insert, delete or change to get from a to b.
func distance(a, b string) int {
	row := make([]int, len(b)+1) // of the prefix of a, to every prefix of b
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

func readSystems(text string) (Registry, error) {
	var r Registry
	err := readCSV(text, func(field func(string) string) error {
		col, err := strconv.Atoi(field("grid_col"))
		if err != nil {
			return err
		}
		row, err := strconv.Atoi(field("grid_row"))
		if err != nil {
			return err
		}
		s := System{
			Slug:      strings.TrimSuffix(field("slug"), "-ics"),
			Name:      field("name"),
			ShortName: field("short_name"),
			ODS:       field("ods_code"),
			ONS:       field("ons_code"),
			Region:    field("region"),
			Col:       col,
			Row:       row,
		}
		if a := field("aliases"); a != "" {
			s.Aliases = strings.Split(a, ";")
		}
		r = append(r, s)
		return nil
	})
	return r, err
}

func (r Registry) readSuccessors(text string) error {
	return readCSV(text, func(field func(string) string) error {
		i := r.index(field("slug"))
		if i < 0 {
			return fmt.Errorf("unknown system %q", field("slug"))
		}
		from, err := readDay(field("from"))
		if err != nil {
			return err
		}
		r[i].Successors = append(r[i].Successors, Successor{
			Board: field("board"),
			ONS:   field("ons_code"),
			Whole: field("share") == "whole",
			Area:  field("area"),
			From:  from,
		})
		return nil
	})
}

// readDay reads a day of a table, as midnight UTC.
func readDay(text string) (time.Time, error) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return day, fmt.Errorf("bad day %q; expected YYYY-MM-DD", text)
	}
	return day, nil
}

// readCSV calls row for each row after the first, which names the columns, with a
// function that returns the row's field of a column.
func readCSV(text string, row func(field func(string) string) error) error {
	r := csv.NewReader(strings.NewReader(text))
	names, err := r.Read()
	if err != nil {
		return err
	}
	for {
		fields, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		err = row(func(column string) string {
			for i, name := range names {
				if name == column {
					return fields[i]
				}
			}
			return ""
		})
		if err != nil {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}
