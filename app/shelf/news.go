package shelf

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"
)

// news says which stories are new to the reader: those that were not here on an earlier visit
// and were not seen since.
type news struct {
	arrived map[string]arrival // by key of a story
	later   map[string]bool    // keys of those that were not here on the first visit
	seen    map[string]bool    // by key
}

// An arrival is when a story was first here.
type arrival struct {
	day   string // of the visit, "" of the first one
	since string // day of the visit before
}

func newNews() news {
	return news{make(map[string]arrival), make(map[string]bool), make(map[string]bool)}
}

// arrive takes a record of arrivals. What two tabs have noted both was here since the
// earlier of them.
func (n *news) arrive(r Record) bool {
	a := arrival{day: r["day"], since: r["since"]}
	if !isDay(a.day) || a.since != "" && !isDay(a.since) {
		return false
	}
	if r["first"] == "yes" {
		a.day = ""
	}
	keys := strings.Fields(r["keys"])
	if slices.ContainsFunc(keys, func(key string) bool { return !isKey(key) }) {
		return false
	}
	for _, key := range keys {
		if was, ok := n.arrived[key]; !ok || a.day < was.day {
			n.arrived[key] = a
			if delete(n.later, key); a.day != "" {
				n.later[key] = true
			}
		}
	}
	return true
}

// New reports whether the story with the key is new to the reader.
func (s *Shelf) New(key string) bool {
	a, ok := s.news.arrived[key]
	return ok && a.day != "" && !s.news.seen[key]
}

// News are the keys of the stories that are new to the reader, in no order. Of some of them there may be no story any more.
func (s *Shelf) News() iter.Seq[string] {
	return func(yield func(string) bool) {
		for key := range s.news.later {
			if s.New(key) && !yield(key) {
				return
			}
		}
	}
}

// Arrived is the day on which the story with the key was first here, YYYY-MM-DD; "" if that
// was on the first visit, or is not noted.
func (s *Shelf) Arrived(key string) string { return s.news.arrived[key].day }

// NewSince is the day of the last visit on which the story with the key was not here, or else of
// that on which it first was.
func (s *Shelf) NewSince(key string) string {
	a := s.news.arrived[key]
	return cmp.Or(a.since, a.day)
}

// Arrive notes which of the stories with the keys were never here before, at a time on the
// reader's clock, last being that of the visit before, or zero: the writes that keep it, none if there
// is nothing to note. Those of the first visit are news to nobody.
func (s *Shelf) Arrive(keys []string, now, last time.Time) []Write {
	var fresh []string
	for _, key := range keys {
		if _, ok := s.news.arrived[key]; !ok {
			fresh = append(fresh, key)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	r := Record{"id": now.UTC().Format("20060102T150405.000"), "day": now.Format(time.DateOnly), "keys": strings.Join(fresh, " ")}
	if !last.IsZero() {
		r["since"] = last.Format(time.DateOnly)
	}
	if len(s.news.arrived) == 0 {
		r["first"] = "yes"
	}
	return []Write{Put(Arrivals, r)}
}

// See are the writes that note that the stories with the keys are not new any more.
func (s *Shelf) See(keys ...string) []Write {
	var writes []Write
	for _, key := range keys {
		if s.New(key) {
			writes = append(writes, Put(Seen, Record{"id": key}))
		}
	}
	return writes
}
