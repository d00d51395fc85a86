package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// # The form of this program
//
// As go doc icsexplorer/corpus specifies it: a title that ends in " ICS", and stories told
// apart by blank lines or by times. It is taken for that only if it can be read without
// an error.

func archiveEvidence(d *document) string {
	if len(d.lines) < 3 || d.lines[0].n != 1 {
		return ""
	}
	l, faults := corpus.Parse(archiveName, []byte(d.text), d.registry)
	if l.Title == "" || l.System == "" || faults.Err() != nil || len(l.Entries) == 0 {
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(l.Title); !unicode.IsLetter(first) {
		return ""
	}
	for _, e := range l.Entries {
		for _, text := range []string{e.Headline, e.Caption} {
			items := itemsOf(1, text, d)
			if text != "" && (len(items) != 1 || items[0].kind != aText || strings.Contains(text, "](http")) {
				return ""
			}
		}
	}
	for _, f := range faults {
		if strings.Contains(f.Message, "stands on several lines") {
			return "" // the blocks of something else
		}
	}
	return "its title ends in \" ICS\", and its blank lines or times are those of a listing"
}

// archiveName is of no system, so that the title alone names one.
const archiveName = ""

func readArchive(d *document) findings {
	l, faults := corpus.Parse(archiveName, []byte(d.text), d.registry)
	f := findings{title: l.Title, stories: l.Entries}
	for _, e := range faults {
		if e.Line == 1 && strings.Contains(e.Message, "the file name") {
			continue
		}
		if e.Warning {
			f.notes = append(f.notes, e.Message)
		} else {
			f.left = append(f.left, Left{e.Line, e.Message, "not read"})
		}
	}
	return f
}
