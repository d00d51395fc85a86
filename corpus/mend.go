package corpus

import (
	"slices"
	"strings"
)

// repairs are the ways to mend what copying did to a page, where only one reading exists.
// A repair shortens the text or leaves it as it is, and never reaches across lines.
var repairs = []struct {
	what string
	mend func(string) string
}{
	{"text that was encoded twice", decodeTwice},
	{"an HTML entity", decodeEntities},
	{"markup", stripTags},
	{"an invisible character", dropInvisible},
}

// maxRepairs is how often the repairs are repeated on text that was garbled several
// times.
const maxRepairs = 8

// mend returns text with all repairs made. What may be meant is left: "R&D", "a < b",
// "CAFÉ”". So is U+FFFD, which stands for a character that was lost.
func mend(text string) string { return mendWith(text, func(string, string, string) {}) }

// mendWith is mend, and calls changed for each repair that changed the text.
func mendWith(text string, changed func(what, before, after string)) string {
	if isPlain(text) {
		return text
	}
	for range maxRepairs {
		start := text
		for _, r := range repairs {
			if after := r.mend(text); after != text {
				changed(r.what, text, after)
				text = after
			}
		}
		if text == start {
			break
		}
	}
	return text
}

// isPlain reports whether there is nothing in text that could be garbled: it is ASCII
// without "&" and "<".
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0x80 || c == '&' || c == '<' {
			return false
		}
	}
	return true
}

// readable returns the text of a part for reading: mended and clean, or only clean if
// mending would leave nothing.
func readable(text string) string {
	if mended := clean(mend(text)); mended != "" {
		return mended
	}
	return clean(text)
}

// garbled returns a line as it is mended, and reports what is garbled in it, each kind
// once, and quotes it.
func (p *parser) garbled(line int, text string) (mended string) {
	if isPlain(text) || isBlank(text) {
		return text
	}
	type repair struct{ what, was, is string }
	var repairs []repair
	mended = mendWith(text, func(what, before, after string) {
		if !slices.ContainsFunc(repairs, func(r repair) bool { return r.what == what }) {
			was, is := difference(before, after)
			repairs = append(repairs, repair{what, was, is})
		}
	})
	if len(repairs) > 0 && clean(mended) == "" {
		p.warnf(line, "%s is %s and nothing else", quote(clean(text)), repairs[0].what)
		return mended
	}
	for _, r := range repairs {
		p.warnf(line, "%s: %s is read as %s", r.what, quote(r.was), quote(clean(r.is)))
	}
	for _, doubt := range []struct {
		what string
		find func(string) int
	}{
		{"this looks like text that was encoded twice", indexTwice},
		{"this looks like markup", indexMarkup},
		{"a character was lost", func(text string) int { return strings.Index(text, "\uFFFD") }},
	} {
		if at := doubt.find(mended); at >= 0 {
			p.warnf(line, "%s: %s", doubt.what, quote(around(mended, at)))
		}
	}
	return mended
}

// difference returns the words of two texts from the first to the last that differ.
func difference(before, after string) (was, is string) {
	same := 0
	for same < min(len(before), len(after)) && before[same] == after[same] {
		same++
	}
	start := strings.LastIndexByte(before[:same], ' ') + 1
	before, after = before[start:], after[start:]
	same = 0
	for same < min(len(before), len(after)) && before[len(before)-1-same] == after[len(after)-1-same] {
		same++
	}
	if space := strings.IndexByte(before[len(before)-same:], ' '); space >= 0 {
		before, after = before[:len(before)-same+space], after[:len(after)-same+space]
	}
	return before, after
}

// around returns the word of text that has a byte.
func around(text string, at int) string {
	start := strings.LastIndexByte(text[:at], ' ') + 1
	if space := strings.IndexByte(text[at:], ' '); space >= 0 {
		return text[start : at+space]
	}
	return text[start:]
}
