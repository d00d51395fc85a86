package corpus

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A block is a run of non-blank lines; a line that holds a time is a block of its own.
type block struct {
	start, end int  // bytes; end is before the last line's end
	line       int  // of its first line, from 1
	lines      int  // how many it has
	after      int  // blank lines between it and the next block
	time       bool // it is a time line, or was meant as one
	address    bool // it is a line that holds an address
	label      bool // it is a line that holds a label
}

// maxBlocks bounds the memory a file of noise can take: it has room for 100,000 stories,
// thousands of times what a page holds.
const maxBlocks = 1 << 19

// split finds the blocks of the file.
func (p *parser) split() {
	src, at := p.src, 0
	if strings.HasPrefix(src, bom) {
		at = len(bom)
	}
	open := false // the last block may go on
	for line := 1; at < len(src); line++ {
		next := len(src)
		end := next
		if n := strings.IndexByte(src[at:], '\n'); n >= 0 {
			end, next = at+n, at+n+1
		}
		content := strings.TrimSuffix(src[at:end], "\r")
		p.rest()
		last := len(p.blocks) - 1
		isTime := isTimeLine(content)
		switch {
		case isBlank(content):
			open = false
			if last >= 0 {
				p.blocks[last].after++
			}
		case open && !isTime:
			p.blocks[last].end = at + len(content)
			p.blocks[last].lines++
		case last+1 == maxBlocks:
			p.errorf(line, "the file has more than %d blocks; it is not read from %s on", maxBlocks, quote(clean(content)))
			return
		default:
			b := block{start: at, end: at + len(content), line: line, lines: 1, time: isTime}
			_, b.address = addressLine(clean(content))
			_, b.label = labelLine(clean(content))
			open = !isTime && !b.address && !b.label
			p.blocks = append(p.blocks, b)
		}
		at = next
	}
}

// dated reports whether the file is of the dated design.
func (p *parser) dated() bool {
	for _, b := range p.blocks {
		if b.time {
			return true
		}
	}
	return false
}

// isTimeLine reports whether a line holds a time and nothing else, valid or not: it
// begins like 2025-12-11T13: and the rest are characters that times have. A day alone is
// no time, since captions are often file names; with " (day)" behind it, it is one.
func isTimeLine(line string) bool {
	const pattern = "0000-00-00T00:"
	line = strings.TrimFunc(line, isGap)
	if _, ok := dayLine(line); ok || line == noTime {
		return true
	}
	if len(line) < len(pattern) {
		return false
	}
	for i := range len(pattern) {
		c := line[i]
		switch pattern[i] {
		case '0':
			if c < '0' || c > '9' {
				return false
			}
		case 'T':
			if c != 'T' && c != 't' && c != ' ' {
				return false
			}
		default:
			if c != pattern[i] {
				return false
			}
		}
	}
	return strings.Trim(line[len(pattern):], "0123456789:.,+-Zz ") == ""
}

// What stands in place of a time that is not known, in a file that has others, and in
// place of a standfirst that a story does not have; and what stands behind a day of
// which the hour is not known.
const (
	noTime       = "(no time)"
	noStandfirst = "(no standfirst)"
	dayOnly      = " (day)"
)

// dayLine returns the day of a line such as "2026-05-14 (day)", at midnight UTC.
func dayLine(text string) (time.Time, bool) {
	text, found := strings.CutSuffix(text, dayOnly)
	if !found {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, text)
	return t, err == nil && !t.IsZero()
}

// parseTime reads a time line, and reports whether only a day is known; text is for
// reading, see [clean].
func parseTime(text string) (t time.Time, day bool, err error) {
	if t, ok := dayLine(text); ok {
		return t, true, nil
	}
	if text == noTime {
		return time.Time{}, false, nil
	}
	t, err = time.Parse(time.RFC3339, text)
	return t, false, err
}

// formatTime writes a time line.
func formatTime(t time.Time, day bool) string {
	switch {
	case t.IsZero():
		return noTime
	case day:
		return t.Format(time.DateOnly) + dayOnly
	}
	return t.Format(time.RFC3339Nano)
}

const bom = "\uFEFF"

// isGap reports whether r is white space or has no width, so that a line of nothing
// else looks blank.
func isGap(r rune) bool { return unicode.IsSpace(r) || isZeroWidth(r) }

// isZeroWidth reports whether r has no width and no use in a line that is not broken: a
// soft hyphen is one.
func isZeroWidth(r rune) bool {
	return r == '\u00AD' || r == '\u180E' || r == '\u200B' || r >= '\u2060' && r <= '\u2064' || r == '\uFEFF'
}

func isBlank(line string) bool {
	for _, r := range line {
		if !isGap(r) {
			return false
		}
	}
	return true
}

// clean returns text for reading: runs of white space are one space, the ends are
// trimmed, zero-width and control characters are left out, and bytes that are not
// UTF-8 become U+FFFD.
func clean(text string) string {
	if isClean(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case isZeroWidth(r), unicode.IsControl(r):
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isClean reports whether clean would change nothing.
func isClean(text string) bool {
	prev := ' ' // a space at the start is one too many
	for i, r := range text {
		switch {
		case r == ' ':
			if prev == ' ' {
				return false
			}
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"),
			unicode.IsSpace(r), isZeroWidth(r), unicode.IsControl(r):
			return false
		}
		prev = r
	}
	return prev != ' ' || text == ""
}
