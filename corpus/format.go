package corpus

import "cmp"

// Format returns the listing's text. A part of a parsed listing that still says the
// same is written as it stood in its file, so that a listing fresh from Parse comes
// back byte for byte; a part that was changed or added is written in the plain form
// of the listing's design, which is the dated one if any story has a time, an address or a
// label.
func Format(l Listing) []byte {
	w := writer{gap: "\n\n\n"}
	for _, e := range l.Entries {
		w.dated = w.dated || !e.Published.IsZero() || e.URL != "" || e.Label != ""
	}
	if w.dated {
		w.gap = "\n\n"
	}
	w.part(l.title, l.Title, "")
	for _, e := range l.Entries {
		before := w.gap // a picture without a caption leaves a blank line
		switch had := e.caption.text != ""; {
		case had && (e.Caption != "" || readable(e.caption.text) == ""):
			w.part(e.caption, e.Caption, "\n\n")
			before = "\n\n"
		case e.Caption != "":
			w.part(part{}, e.Caption, cmp.Or(e.headline.before, "\n\n"))
			before = "\n\n"
			e.headline.before = before // two blank lines would make the caption a headline
		case had:
			e.headline.before = e.caption.before
		}
		w.part(e.headline, e.Headline, before)
		w.time(e)
		w.details(e)
		standfirst := e.Standfirst
		if standfirst == "" && (!e.wasRead() || readable(e.standfirst.text) == noStandfirst) {
			standfirst = noStandfirst
		}
		w.part(e.standfirst, standfirst, w.gap)
	}
	return append(w.text, l.tail...)
}

// writer gathers the text of a listing.
type writer struct {
	text  []byte
	gap   string // between headline and standfirst
	dated bool
}

// part writes text as it was, or after the line ends given if it was different.
func (w *writer) part(was part, text, before string) {
	switch {
	case readable(was.text) == text:
		w.text = append(w.text, was.before...)
		w.text = append(w.text, was.text...)
	case text != "":
		w.text = append(w.text, before...)
		w.text = append(w.text, text...)
	}
}

// time writes a story's time; a bad one was read as none and is kept as it was.
func (w *writer) time(e Entry) {
	if t, dayOnly, _ := readTime(clean(e.time.text)); (e.time.text != "" || e.Published.IsZero() && e.wasRead()) && t.Equal(e.Published) && dayOnly == e.DayOnly {
		w.text = append(w.text, e.time.before...)
		w.text = append(w.text, e.time.text...)
	} else if !e.Published.IsZero() || w.dated && !e.wasRead() {
		w.part(part{}, writtenTime(e), "\n\n")
	}
}

// wasRead reports whether the entry is from a file, rather than made.
func (e *Entry) wasRead() bool { return e.headline.text != "" }

// details writes a story's address and label.
func (w *writer) details(e Entry) {
	var address, label string
	for _, d := range e.details {
		text := clean(d.text)
		address, label = cmp.Or(Address(text), address), cmp.Or(labelIn(text), label)
	}
	if address == e.URL && label == e.Label {
		for _, d := range e.details {
			w.text = append(append(w.text, d.before...), d.text...)
		}
		return
	}
	if e.URL != "" {
		w.part(part{}, e.URL, "\n")
	}
	if e.Label != "" {
		w.part(part{}, "["+e.Label+"]", "\n")
	}
}
