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
	if !d.beginsAsArchive() {
		return ""
	}
	l, faults := d.archive(d.text)
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

// archive reads text as a listing.
func (d *document) archive(text string) (corpus.Listing, corpus.ErrorList) {
	return corpus.Patient{Registry: d.registry, Rest: d.rest}.Parse(archiveName, []byte(text))
}

// beginsAsArchive reports whether the beginning of the text can be read as a listing, but for its
// last story: of something else, a large text is not read in vain.
func (d *document) beginsAsArchive() bool {
	const most = 20_000 // bytes
	if len(d.text) < 2*most {
		return true
	}
	end := strings.LastIndex(d.text[:most], "\n")
	l, faults := d.archive(d.text[:max(end, 0)])
	if len(l.Entries) == 0 {
		return false
	}
	for _, f := range faults {
		if !f.Warning && f.Line < l.Entries[len(l.Entries)-1].Line {
			return false
		}
	}
	return true
}

// archiveName is of no system, so that the title alone names one.
const archiveName = ""

func readArchive(d *document) findings {
	l, faults := d.archive(d.text)
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
