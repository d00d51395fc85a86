package corpus

import "fmt"

// NewListing makes a listing of a system from entries, newest first, and its text: the plain
// form of the dated design if any entry has a time, an address or a label. Captured is the
// day of the capture, YYYY-MM-DD, or "". What cannot be said in a listing, such as a headline
// that looks like a time, is an error.
func NewListing(s System, captured string, entries []Entry, r Registry) (Listing, []byte, error) {
	name := s.Slug + "-ics"
	if captured != "" {
		name += "." + captured
	}
	made := Listing{File: name + ".txt", Title: s.ShortName + " ICS", Entries: entries, tail: "\n"}
	text := Format(made)
	l, faults := Parse(made.File, text, r)
	for _, f := range faults {
		if !f.Warning {
			return l, text, fmt.Errorf("%s cannot be written as a listing: %w", quote(tail(made.Title)), f)
		}
	}
	if len(l.Entries) != len(entries) {
		return l, text, fmt.Errorf("%d stories cannot be written as a listing: %d are read from it", len(entries), len(l.Entries))
	}
	for i := range entries {
		if !l.Entries[i].says(&entries[i]) {
			return l, text, fmt.Errorf("the story %s cannot be written as part of a listing: it is read as %s",
				quote(entries[i].Headline), quote(l.Entries[i].Headline))
		}
	}
	return l, text, nil
}

// says reports whether two entries say the same.
func (e *Entry) says(f *Entry) bool {
	return e.Headline == f.Headline && e.Standfirst == f.Standfirst && e.Caption == f.Caption && e.URL == f.URL && e.Label == f.Label &&
		e.Published.Equal(f.Published) && e.DayOnly == f.DayOnly
}
