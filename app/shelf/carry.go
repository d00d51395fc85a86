package shelf

import (
	"errors"
	"strings"
	"time"

	"icsexplorer/corpus"
)

// Bounds of what a link and what a file can carry.
const (
	MostLinked      = 60      // stories
	MostLinkedBytes = 1 << 18 // of text
	MostFiled       = 200_000 // stories
)

const carriedEnd = "\x1e"

// Carry writes stories of several listings as one text, for a link or a file: each listing is the name of
// its file, a line end, its text, and U+001E.
func Carry(listings []Listing) string {
	var b strings.Builder
	for _, l := range listings {
		b.WriteString(corpus.FileName(l.System, l.Day) + "\n" + l.Text + carriedEnd)
	}
	return b.String()
}

// ReadCarried reads what Carry wrote, for listings with the ID, from a link or a file that anybody may have made: what
// cannot be read, or is more than so many stories, is an error.
func ReadCarried(id, text string, most int, registry corpus.Registry) ([]Listing, error) {
	var listings []Listing
	stories := 0
	for one := range strings.SplitSeq(strings.TrimSuffix(text, carriedEnd), carriedEnd) {
		name, body, _ := strings.Cut(one, "\n")
		parsed, faults := corpus.Parse(name, []byte(body), registry)
		if err := faults.Err(); err != nil || name != corpus.FileName(parsed.System, parsed.Captured) {
			return nil, errors.New("what it brings is damaged")
		}
		if stories += len(parsed.Entries); stories > most {
			return nil, errors.New("it brings more stories than it may")
		}
		listings = append(listings, Listing{ID: id, Text: body, System: parsed.System, Day: parsed.Captured, Form: "archive"})
	}
	return listings, nil
}

// Keep is a listing that a link has brought as one of the reader's own.
func (l Listing) Keep(now time.Time, p corpus.Patient) (Listing, error) {
	parsed, _ := l.Parse(p)
	return NewListing(parsed.Entries, l.System, l.Day, l.Form, "Came with the page", now, p)
}
