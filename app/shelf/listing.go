package shelf

import (
	"hash/fnv"
	"path"
	"strconv"
	"strings"
	"time"

	"icsexplorer/corpus"
)

// A Listing is one that the reader has brought.
type Listing struct {
	ID     string
	Text   string    // in the archive form
	System string    // slug, "" if its stories are of no system
	Day    string    // of the capture, YYYY-MM-DD, "" if it is not known
	Form   string    // ID of the form it was read from
	Name   string    // for people
	Added  time.Time // when it was brought
}

// folder is the first part of the name of a reader's listing, which a built-in one does not
// have.
const folder = "own"

// Own reports whether a listing of a corpus is a reader's, and its ID.
func Own(l *corpus.Listing) (id string, ok bool) {
	parts := strings.Split(l.File, "/")
	if len(parts) != 3 || parts[0] != folder {
		return "", false
	}
	return parts[1], true
}

// NewListing makes a listing of stories, of the system with the slug or of none. Its ID
// depends on what it says alone, so that what is brought twice, in two tabs even, is one.
func NewListing(stories []corpus.Entry, system, day, form, name string, added time.Time, p corpus.Patient) (Listing, error) {
	text, err := p.WriteListing(title(system, p.Registry), stories)
	if err != nil {
		return Listing{}, err
	}
	h := fnv.New64a()
	h.Write([]byte(corpus.FileName(system, day) + "\x00"))
	h.Write(text)
	id := "l" + strconv.FormatUint(h.Sum64(), 36)
	return Listing{id, string(text), system, day, form, name, added.UTC().Truncate(time.Second)}, nil
}

func title(system string, registry corpus.Registry) string {
	if s, ok := registry.Find(system); ok && system != "" {
		return s.ShortName + " ICS"
	}
	return corpus.NoSystem
}

// Parse reads the listing's text.
func (l Listing) Parse(p corpus.Patient) (corpus.Listing, corpus.ErrorList) {
	return p.Parse(path.Join(folder, l.ID, corpus.FileName(l.System, l.Day)), []byte(l.Text))
}

// Record is the listing as it is kept.
func (l Listing) Record() Record {
	return Record{
		"id": l.ID, "text": l.Text, "system": l.System, "day": l.Day, "form": l.Form, "name": l.Name,
		"added": l.Added.Format(time.RFC3339),
	}
}

func readListing(r Record, registry corpus.Registry) (Listing, bool) {
	l := Listing{ID: r["id"], Text: r["text"], System: r["system"], Day: r["day"], Form: r["form"], Name: r["name"]}
	var err error
	l.Added, err = time.Parse(time.RFC3339, r["added"])
	if err != nil || l.Text == "" || strings.ContainsAny(l.ID, "/. ") || l.Day != "" && !isDay(l.Day) {
		return l, false
	}
	if s, ok := registry.Find(l.System); l.System != "" && (!ok || s.Slug != l.System) {
		return l, false
	}
	return l, true
}

// The IDs of listings that came with the page, and are not kept.
const (
	FromLink = "link"
	FromFile = "file"
)
