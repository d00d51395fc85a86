package shelf

import (
	"slices"
	"strings"
	"time"
)

// news says which stories are new to the reader: those that were not here on an earlier visit
// and were not seen since.
type news struct {
	arrived map[string]string // key of a story to the day on which it was first here, "" if that was the first visit
	seen    map[string]bool
}

func newNews() news { return news{make(map[string]string), make(map[string]bool)} }

// arrive takes a record of arrivals. What two tabs have noted both was here since the
// earlier of them.
func (n *news) arrive(r Record) bool {
	day := r["day"]
	if !isDay(day) {
		return false
	}
	if r["first"] == "yes" {
		day = ""
	}
	keys := strings.Fields(r["keys"])
	if slices.ContainsFunc(keys, func(key string) bool { return !isKey(key) }) {
		return false
	}
	for _, key := range keys {
		if was, ok := n.arrived[key]; !ok || day < was {
			n.arrived[key] = day
		}
	}
	return true
}

// New reports whether the story with the key is new to the reader.
func (s *Shelf) New(key string) bool {
	day, ok := s.news.arrived[key]
	return ok && day != "" && !s.news.seen[key]
}

// Arrived is the day on which the story with the key was first here, YYYY-MM-DD; "" if that
// was on the first visit, or is not noted.
func (s *Shelf) Arrived(key string) string { return s.news.arrived[key] }

// Arrive notes which of the stories with the keys were never here before, at a time on the
// reader's clock: the writes that keep it, none if there is nothing to note. Those of the
// first visit are news to nobody.
func (s *Shelf) Arrive(keys []string, now time.Time) []Write {
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
