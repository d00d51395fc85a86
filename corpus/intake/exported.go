package intake

import (
	"errors"
	"strings"
	"time"
)

// exported says what to bring instead of what was written for programs, or by the explorer for people: it has headlines in
// it, and no form of a page. The explorer's spreadsheet and its feed have all that its other files have.
func exported(d *document) error {
	const instead = ": bring a spreadsheet (CSV) or a feed (Atom) of them instead"
	text := strings.TrimSpace(d.text)
	switch {
	case strings.HasPrefix(text, "TY  - "):
		return errors.New("it is references (RIS)" + instead)
	case isBibTeX(text):
		return errors.New("it is references (BibTeX)" + instead)
	case isJSON(text):
		return errors.New("it is data (JSON)" + instead)
	case isBriefing(d):
		return errors.New("it is a briefing that ICS Explorer has made of its stories" + instead)
	}
	return nil
}

// isBibTeX reports whether text begins with an entry, as in "@article{key,".
func isBibTeX(text string) bool {
	kind, _, found := strings.Cut(text[:min(len(text), 40)], "{")
	return found && len(kind) > 1 && kind[0] == '@' && strings.Trim(kind[1:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isJSON reports whether text begins with an object with a name in it, or a list of objects.
func isJSON(text string) bool {
	for _, begin := range []string{"{\"", "[{"} {
		if strings.HasPrefix(strings.Join(strings.Fields(text[:min(len(text), 100)]), ""), begin) {
			return true
		}
	}
	return false
}

// isBriefing reports whether it is said at the top how old the listings are that the explorer has the stories from, as
// package export says it: "Listings: Devon: 12 May 2026; Dorset: undated".
func isBriefing(d *document) bool {
	const top = 30 // lines, or elements
	for _, l := range d.lines[:min(len(d.lines), top)] {
		if saysAges(l.text) {
			return true
		}
	}
	paragraph := false
	for _, e := range d.elements[:min(len(d.elements), top)] {
		if e.Kind != Text {
			paragraph = e.Kind == Start && e.Name == "p"
		} else if paragraph && saysAges(e.Text) {
			return true
		}
	}
	return false
}

func saysAges(line string) bool {
	ages, found := strings.CutPrefix(strings.TrimSpace(line), "Listings: ")
	if !found {
		return false
	}
	for listing := range strings.SplitSeq(ages, "; ") {
		at := strings.LastIndex(listing, ": ")
		if at < 0 {
			return false
		}
		age := listing[at+len(": "):]
		if _, err := time.Parse("2 January 2006", age); err != nil && age != "undated" && age != "not in this copy" {
			return false
		}
	}
	return true
}
