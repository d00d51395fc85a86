package corpus

import (
	"fmt"
	"slices"
	"time"
)

// WriteListing returns the text of a listing in the archive form, ending in a newline,
// from its title, "South West London ICS" or [NoSystem], and its stories, of which only the texts, the
// times, the addresses and the labels count. [Parse] reads the same from it. A story that
// could not be read again as it is, since its headline looks like a time, say, is an
// error that names it.
func WriteListing(title string, stories []Entry, r Registry) ([]byte, error) {
	return writeListing(title, stories, r, never)
}

func writeListing(title string, stories []Entry, r Registry, rest func()) ([]byte, error) {
	l := Listing{Title: title, Entries: make([]Entry, len(stories))}
	for i, e := range stories {
		rest()
		l.Entries[i] = e.bare()
		if err := e.writable(); err != nil {
			return nil, err
		}
	}
	text := append(format(l, rest), '\n')
	read, list := parse("", text, r, rest)
	if read.Title != title || read.System == "" && title != NoSystem {
		return nil, fmt.Errorf("%s is not the title of a system's page", quote(title))
	}
	for i, e := range l.Entries {
		if i == len(read.Entries) || !sameStory(read.Entries[i], e) {
			return nil, fmt.Errorf("the story %s cannot be written in the form of a listing", quote(e.Headline))
		}
	}
	if len(read.Entries) != len(l.Entries) {
		return nil, fmt.Errorf("the stories cannot be written in the form of a listing: %w", list.Err())
	}
	return text, nil
}

// bare returns the entry without where it stood in a file.
func (e Entry) bare() Entry {
	return Entry{
		Caption: e.Caption, Headline: e.Headline, Published: e.Published, Day: e.Day,
		URL: e.URL, Label: e.Label, Standfirst: e.Standfirst,
	}
}

// writable reports what in an entry has no place in a listing.
func (e Entry) writable() error {
	for _, text := range []string{e.Caption, e.Headline, e.Standfirst} {
		if readable(text) != text {
			return fmt.Errorf("the story %s has text that is not clean: %s", quote(e.Headline), quote(text))
		}
	}
	if address, ok := CleanURL(e.URL); e.URL != "" && (!ok || address != e.URL) {
		return fmt.Errorf("the story %s has the bad address %s", quote(e.Headline), quote(e.URL))
	}
	if label, ok := FindLabel(e.Label); e.Label != "" && (!ok || label != e.Label) {
		return fmt.Errorf("the story %s has the unknown label %s", quote(e.Headline), quote(e.Label))
	}
	return nil
}

// sameStory reports whether two entries say the same.
func sameStory(a, b Entry) bool {
	sameTime := a.Published.Equal(b.Published)
	a, b = a.bare(), b.bare()
	a.Published, b.Published = time.Time{}, time.Time{}
	return sameTime && a == b
}

// SameStories reports whether two listings' entries say the same, in the same order.
func SameStories(a, b []Entry) bool { return slices.EqualFunc(a, b, sameStory) }

// Readable returns text as stories have it: mended of what copying did to it, where only
// one reading exists, and clean; see the package comment.
func Readable(text string) string { return readable(text) }
