package shelf

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"icsexplorer/corpus"
)

// A Record is one thing kept. Its id is unique within its kind.
type Record map[string]string

// A Kind is one of the kinds of records.
type Kind string

// The kinds that the package comment describes.
const (
	Listings  Kind = "listings"
	Originals Kind = "originals"
	Views     Kind = "views"
	Stars     Kind = "stars"
	Arrivals  Kind = "arrivals"
	Seen      Kind = "seen"
	Settings  Kind = "settings"
)

// Kinds are those that are read at a start: all but the originals.
func Kinds() []Kind { return []Kind{Listings, Views, Stars, Arrivals, Seen, Settings} }

// A Shelf is everything that is kept. The zero value is an empty one. It is read anew
// whenever something changes.
type Shelf struct {
	Listings []Listing         // in the order in which they were added
	Views    []View            // in the reader's order
	Stars    map[string]string // key of a story to the day on which it was starred
	Systems  []string          // the reader's own, in registry order
	Start    string            // address of the view to start with, "" for the front page
	Visit    time.Time         // when the last visit began that was noted, zero if none was
	Damaged  int               // records that cannot be read

	news news
}

// Read reads records as far as they can be read.
func Read(records map[Kind][]Record, registry corpus.Registry) Shelf {
	s := Shelf{Stars: make(map[string]string), news: newNews()}
	for _, kind := range Kinds() {
		for _, r := range records[kind] {
			if !s.read(kind, r, registry) {
				s.Damaged++
			}
		}
	}
	slices.SortStableFunc(s.Listings, func(a, b Listing) int {
		return cmp.Or(a.Added.Compare(b.Added), strings.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(s.Views, func(a, b View) int {
		return cmp.Or(cmp.Compare(a.Place, b.Place), strings.Compare(a.ID, b.ID))
	})
	return s
}

// read takes one record and reports whether it makes sense.
func (s *Shelf) read(kind Kind, r Record, registry corpus.Registry) bool {
	id := r["id"]
	if id == "" {
		return false
	}
	switch kind {
	case Listings:
		l, ok := readListing(r, registry)
		if ok {
			s.Listings = append(s.Listings, l)
		}
		return ok
	case Views:
		v, ok := readView(r)
		if ok {
			s.Views = append(s.Views, v)
		}
		return ok
	case Stars:
		s.Stars[id] = r["day"]
		return isKey(id) && isDay(r["day"])
	case Arrivals:
		return s.news.arrive(r)
	case Seen:
		s.news.seen[id] = true
		return isKey(id)
	}
	return s.set(id, r["value"], registry)
}

// set takes a setting.
func (s *Shelf) set(name, value string, registry corpus.Registry) bool {
	switch name {
	case "systems":
		for _, system := range registry {
			if slices.Contains(strings.Fields(value), system.Slug) {
				s.Systems = append(s.Systems, system.Slug)
			}
		}
	case "start":
		s.Start = value
		return isAddress(value)
	case "visit":
		visit, err := time.Parse(time.RFC3339, value)
		s.Visit = visit
		return err == nil
	}
	return true // of a later version, perhaps
}

// isKey reports whether text may be the key of a story.
func isKey(text string) bool {
	return len(text) == 13 && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz234567") == ""
}

// isDay reports whether text is a day of the calendar, YYYY-MM-DD.
func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// isAddress reports whether text may be the query string of a view.
func isAddress(text string) bool {
	return len(text) < 1<<14 && !strings.ContainsAny(text, "#\x00\n") && (text == "" || text[0] == '?')
}

// A Write puts a record, or, if Gone is set, takes the one with the id away.
type Write struct {
	Kind   Kind
	Record Record
	Gone   bool
}

// Put is a write that keeps the record.
func Put(kind Kind, r Record) Write { return Write{Kind: kind, Record: r} }

// Remove is a write that takes the record with the id away.
func Remove(kind Kind, id string) Write {
	return Write{Kind: kind, Record: Record{"id": id}, Gone: true}
}

// Set is a write of a setting.
func Set(name, value string) Write { return Put(Settings, Record{"id": name, "value": value}) }
