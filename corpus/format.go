package corpus

import "cmp"

// Format returns the listing's text. A part of a parsed listing that still says the
// same is written as it stood in its file, so that a listing fresh from Parse comes
// back byte for byte; a part that was changed or added is written in the plain form
// of the listing's design, which is the dated one if any story has a time.
func Format(l Listing) []byte { return format(l, never) }

func format(l Listing, rest func()) []byte {
	w := writer{gap: "\n\n\n"}
	for _, e := range l.Entries {
		if !e.Published.IsZero() {
			w.gap, w.dated = "\n\n", true
		}
	}
	w.part(l.title, l.Title, "")
	for _, e := range l.Entries {
		rest()
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
		w.standfirst(e)
	}
	return append(w.text, l.tail...)
}

// writer gathers the text of a listing.
type writer struct {
	text []byte
	gap  string // between headline and standfirst

	dated bool // some story has a time
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
	t, day, _ := parseTime(clean(e.time.text))
	switch had := e.time.text != ""; {
	case had && t.Equal(e.Published) && day == e.Day:
		w.text = append(w.text, e.time.before...)
		w.text = append(w.text, e.time.text...)
	case had || w.dated:
		w.part(part{}, formatTime(e.Published, e.Day), "\n\n")
	}
}

// details writes a story's address and its label.
func (w *writer) details(e Entry) {
	gap := w.gap
	if was, _ := addressLine(clean(e.address.text)); was == e.URL {
		w.text = append(w.text, e.address.before...)
		w.text = append(w.text, e.address.text...)
	} else {
		w.part(part{}, e.URL, gap)
	}
	if e.URL != "" {
		gap = "\n"
	}
	if was, _ := labelLine(clean(e.label.text)); was == e.Label {
		w.text = append(w.text, e.label.before...)
		w.text = append(w.text, e.label.text...)
	} else if e.Label != "" {
		w.part(part{}, "["+e.Label+"]", gap)
	}
}

// standfirst writes a story's standfirst, or that it has none if the story is not from
// a file that is without it.
func (w *writer) standfirst(e Entry) {
	text := e.Standfirst
	was := readable(e.standfirst.text)
	if text == "" && (was != "" || e.headline.text == "") {
		text = noStandfirst
	}
	w.part(e.standfirst, text, w.gap)
}
