package intake

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// A line is a piece of a source that a reader sees as one: a line of text, or the text of a
// block of a page.
type line struct {
	number  int    // of the source, from 1
	text    string // for reading
	gap     bool   // a blank line, or the beginning of an item, stands before it
	item    bool   // an item of a list begins with it
	heading bool
	alt     bool   // it is the text of a picture
	url     string // the address that it links to
	label   string // it is nothing but a label
	when    moment
	dated   bool // it is nothing but a time, which may be unknown
}

// read fills in what the text of a line alone says of it.
func (l *line) read(day time.Time) {
	if l.alt || l.text == "" {
		return
	}
	l.label = corpus.Label(l.text)
	if !l.dated {
		l.when, l.dated = momentIn(l.text, day)
	}
}

// glued returns the label that is glued to the beginning of a headline, as a browser copies
// them where only a style sheet parts the two, and the headline.
func glued(text string) (label, headline string, ok bool) {
	for _, label := range corpus.Labels() {
		if len(text) <= len(label) || !strings.EqualFold(text[:len(label)], label) {
			continue
		}
		rest := text[len(label):]
		first, _ := utf8.DecodeRuneInString(rest)
		cased := text[:len(label)] == label || text[:len(label)] == strings.ToUpper(label)
		if cased && (unicode.IsUpper(first) || unicode.IsDigit(first) || strings.ContainsRune("‘“'\"£€$", first)) && strings.Contains(rest, " ") {
			return label, rest, true
		}
	}
	return "", "", false
}

// isMenu reports whether a text is the items of a menu run together: "NewsTopicsLocalJobs".
func isMenu(text string) bool {
	joints := 0
	var before rune
	for _, r := range text {
		if unicode.IsLower(before) && unicode.IsUpper(r) {
			joints++
		}
		before = r
	}
	return joints >= 3
}
