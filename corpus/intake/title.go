package intake

import (
	"strings"

	"icsexplorer/corpus"
)

// A naming is what a source says of the system it is of.
type naming struct {
	title string
	slugs []string // of the systems that it can mean
	sure  bool     // it says so in a title, rather than anywhere
}

// titleOf returns the system that a line names as a title does: "Kent and Medway ICS",
// "NHS Kent & Medway Integrated Care Board | HSJ Local", "Kent and Medway ICS – Page 2",
// "Example Journal | Kent and Medway ICS RSS Feed".
func titleOf(text string, names *corpus.Names) (naming, bool) {
	if len(text) > 200 {
		return naming{}, false
	}
	parts := []string{text}
	for _, sep := range []string{" | ", " – ", " - ", " — ", " » ", " › ", ": "} {
		if strings.Contains(text, sep) {
			parts = append(parts, strings.Split(text, sep)...)
		}
	}
	for _, part := range parts {
		part = strings.TrimSpace(part)
		for _, ending := range []string{" RSS Feed", " RSS", " feed", " news", " stories"} {
			if rest, ok := cutFoldEnd(part, ending); ok {
				part = rest
			}
		}
		if slugs := names.Find(part); len(slugs) > 0 && isTitled(part) {
			return naming{part, slugs, true}, true
		}
	}
	return naming{}, false
}

func cutFoldEnd(text, ending string) (rest string, ok bool) {
	if at := len(text) - len(ending); at > 0 && strings.EqualFold(text[at:], ending) {
		return text[:at], true
	}
	return text, false
}

// isTitled reports whether a text calls itself a system or a board: without that "Kent" or
// "London" may be a word of any line.
func isTitled(text string) bool {
	lower := " " + strings.ToLower(text) + " "
	for _, word := range []string{" ics ", " icb ", " icp ", " integrated care system ", " integrated care board ", " integrated care partnership "} {
		if strings.HasSuffix(lower, word) {
			return true
		}
	}
	return strings.HasPrefix(lower, " nhs ")
}

// isSubject reports whether a line is the title of a page of a subject or an issue, which
// belongs to no system: "All North West articles – Page 26".
func isSubject(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) > 12 {
		return false
	}
	for _, w := range words {
		if w == "articles" {
			return words[0] == "all"
		}
	}
	return len(words) > 1 && words[len(words)-1] == "issue" && isDigits(words[0])
}
