package intake

import (
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// A line is one line of a text.
type line struct {
	n      int    // from 1
	text   string // without the end
	blanks int    // blank lines above it

	last     int    // number of the last line that was joined to it, 0 if none was
	lastText string // of that line
}

// splitLines returns the lines that are not blank.
func splitLines(text string, rest func()) []line {
	var lines []line
	blanks := 0
	for n := 1; text != ""; n++ {
		var one string
		end := strings.IndexAny(text, "\n\r\f\u2028")
		if end < 0 {
			one, text = text, ""
		} else {
			one = text[:end]
			_, size := utf8.DecodeRuneInString(text[end:])
			if strings.HasPrefix(text[end:], "\r\n") {
				size = 2
			}
			if text[end] == '\f' {
				n--
			}
			text = text[end+size:]
		}
		rest()
		if corpus.Readable(one) == "" {
			blanks++
			continue
		}
		lines = append(lines, line{n: n, text: one, blanks: blanks})
		blanks = 0
	}
	return lines
}

// What an item is.
type itemKind uint8

const (
	aText      itemKind = iota
	aLabel              // of a story
	aMoment             // a day or time, perhaps with who wrote the story
	aByline             // who wrote the story
	anAddress           // and nothing else
	aPicture            // the text of one, known to be that
	aMark               // a bullet, a dash, a number
	aFurniture          // what every page has
	anEnding            // the heading of what comes below or beside a list
	anAdvert            // what marks an advertisement
	aTitle              // of the page
)

// An item is what a line, or a block of a document, holds.
type item struct {
	kind    itemKind
	line    int
	text    string // for reading
	label   string // as the registry has it
	at      moment
	url     string // where it leads, "" if nowhere
	heading bool
	more    bool // "Read more" stood at its end
	gap     bool // something parts it from the item above
}

// itemsOf classifies a line of text: one item, or two where a label is glued to a headline.
func itemsOf(n int, raw string, d *document) []item {
	d.rest()
	text := corpus.Readable(raw)
	it := item{line: n, text: text}
	if text == "" {
		return nil
	}
	if label, rest, ok := cutGlued(text); ok {
		it.text = rest
		if it.classify(d); it.kind != aMoment {
			it.kind = aText
		}
		return []item{{kind: aLabel, line: n, text: strings.TrimSpace(text[:len(text)-len(rest)]), label: label}, it}
	}
	it.classify(d)
	return []item{it}
}

// classify finds out what an item of text is.
func (it *item) classify(d *document) {
	text := it.text
	folded := corpus.Fold(text)
	switch {
	case folded == "":
		it.kind = aMark
	case isAdvert(folded):
		it.kind = anAdvert
	default:
		if label, ok := corpus.FindLabel(strings.Trim(text, "[]:|")); ok {
			it.kind, it.label = aLabel, label
		} else if url, ok := corpus.CleanURL(strings.Trim(text, "<>")); ok {
			it.kind, it.url = anAddress, url
		} else if m, ok := dateLine(text, d.day); ok {
			it.kind, it.at = aMoment, m
		} else if isByline(text) {
			it.kind = aByline
		} else if isEnding(folded) {
			it.kind = anEnding
		} else if isFurniture(folded, text) {
			it.kind = aFurniture
		}
	}
}

var knownLabels = sync.OnceValue(corpus.Labels)

// cutGlued parts a label from the headline to which it is glued, as in "HSJ LocalTrust
// names three bidders", or from which a tab or a bar parts it.
func cutGlued(text string) (label, headline string, ok bool) {
	for _, name := range knownLabels() {
		if len(text) <= len(name) || text[0]|0x20 != name[0]|0x20 || len(name) <= len(label) || !strings.EqualFold(text[:len(name)], name) {
			continue
		}
		rest := text[len(name):]
		first, _ := utf8.DecodeRuneInString(rest)
		bare := strings.TrimLeft(rest, " ")
		switch {
		case strings.HasPrefix(bare, "| ") || strings.HasPrefix(bare, "· ") || strings.HasPrefix(bare, "• "):
			_, rest, _ = strings.Cut(bare, " ")
		case unicode.IsUpper(first), unicode.IsDigit(first), strings.ContainsRune("‘“\"'£", first):
		default:
			continue
		}
		if len(strings.Fields(rest)) < 2 {
			continue
		}
		if known, found := corpus.FindLabel(name); found && !strings.EqualFold(rest, "S") {
			label, headline, ok = known, strings.TrimSpace(rest), true
		}
	}
	return label, headline, ok
}

// dateLine reads a line with a day or a time, before or behind which may stand who wrote
// the story: "By Ann Example 14 May 2026".
func dateLine(text string, today time.Time) (moment, bool) {
	if len(text) > 160 || !strings.ContainsAny(text, "0123456789") && (today.IsZero() || len(text) > 40) {
		return moment{}, false
	}
	for _, word := range []string{"Published", "Posted", "Updated", "First published", "Last updated", "Date", "on", "at"} {
		if len(text) > len(word)+1 && strings.EqualFold(text[:len(word)], word) && strings.ContainsRune(" :", rune(text[len(word)])) {
			text = strings.TrimLeft(text[len(word):], " :")
		}
	}
	if m, ok := parseMoment(text, today); ok {
		return m, true
	}
	words := strings.Fields(text)
	if len(words) > 16 {
		return moment{}, false
	}
	if strings.EqualFold(words[0], "by") {
		for n := min(7, len(words)-1); n > 0; n-- {
			if m, ok := parseMoment(strings.Join(words[len(words)-n:], " "), today); ok && isNames(words[1:len(words)-n]) {
				return m, true
			}
		}
	}
	for n := min(7, len(words)-1); n > 0; n-- { // what follows the day
		rest := strings.Join(words[n:], " ")
		rest = strings.TrimLeft(rest, "|·•–—- ")
		if rest == "" || !isByline(rest) && !isFurniture(corpus.Fold(rest), rest) {
			continue
		}
		if m, ok := parseMoment(strings.Join(words[:n], " "), today); ok {
			return m, true
		}
	}
	if bar := strings.LastIndexAny(text, "|·•"); bar > 0 { // Ann Example | 14 May 2026
		_, size := utf8.DecodeRuneInString(text[bar:])
		if m, ok := parseMoment(text[bar+size:], today); ok && isNames(strings.Fields(text[:bar])) {
			return m, true
		}
	}
	return moment{}, false
}

// isByline reports whether text says who wrote a story: "By Ann Example".
func isByline(text string) bool {
	words := strings.Fields(text)
	return len(words) > 1 && strings.EqualFold(words[0], "by") && isNames(words[1:])
}

// isNames reports whether words are the names of a few people.
func isNames(words []string) bool {
	if len(words) == 0 || len(words) > 9 {
		return false
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		switch strings.ToLower(strings.Trim(w, ",")) {
		case "and", "&", "de", "van", "der", "von", "la", "al", "bin", "|", "·":
			continue
		}
		if !unicode.IsUpper(first) || strings.ContainsAny(w, "0123456789:!?") {
			return false
		}
	}
	return true
}

// isSentence reports whether text is long enough, or ends, as a standfirst does and
// picture texts and menus do not.
func isSentence(text string) bool {
	if len(strings.Fields(text)) >= 6 {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "’”'\") "))
	return len(strings.Fields(text)) >= 3 && strings.ContainsRune(".!?…", last)
}
