package corpus

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// characters reports bytes that are not text, and text that is garbled. It returns false when the file is in
// an encoding of which nothing can be read.
func (p *parser) characters() bool {
	if isUTF16(p.src) {
		p.errorf(1, "the file is UTF-16; save it as UTF-8")
		return false
	}
	var invalid, control lineCount
	for line, rest := 1, p.src; rest != ""; line++ {
		content, next, _ := strings.Cut(rest, "\n")
		rest = next
		content = strings.TrimSuffix(content, "\r")
		if !utf8.ValidString(content) {
			invalid.add(line, content)
		}
		if line == 1 {
			content = strings.TrimPrefix(content, bom)
		}
		if mended := p.garbled(line, content); indexControl(mended) >= 0 {
			control.add(line, mended)
		}
	}
	if invalid.lines > 0 {
		at := indexInvalid(invalid.text)
		p.errorf(invalid.first, "byte 0x%02X is not UTF-8%s, after %s; save the file as UTF-8",
			invalid.text[at], invalid.andMore(), quote(clean(tail(invalid.text[:at]))))
	}
	if control.lines > 0 {
		at := indexControl(control.text)
		r, _ := utf8.DecodeRuneInString(control.text[at:])
		p.errorf(control.first, "control character %U%s, after %s",
			r, control.andMore(), quote(clean(tail(control.text[:at]))))
	}
	return true
}

// isUTF16 reports whether text begins as UTF-16 does: with a byte order mark, or with
// two Latin letters, one byte of each being zero.
func isUTF16(text string) bool {
	if strings.HasPrefix(text, "\xFF\xFE") || strings.HasPrefix(text, "\xFE\xFF") {
		return true
	}
	if len(text) < 4 {
		return false
	}
	zero := func(i int) bool { return text[i] == 0 }
	return zero(0) != zero(1) && zero(0) == zero(2) && zero(1) == zero(3)
}

// A lineCount counts the lines that have some fault and remembers the first.
type lineCount struct {
	lines, first int
	text         string
}

func (c *lineCount) add(line int, text string) {
	if c.lines++; c.lines == 1 {
		c.first, c.text = line, text
	}
}

func (c *lineCount) andMore() string {
	switch c.lines {
	case 1:
		return ""
	case 2:
		return " (in 1 more line too)"
	}
	return " (in " + strconv.Itoa(c.lines-1) + " more lines too)"
}

// indexControl returns the place of the first control character that is no white
// space, -1 if there is none.
func indexControl(text string) int {
	return strings.IndexFunc(text, func(r rune) bool {
		return unicode.IsControl(r) && (!unicode.IsSpace(r) || r == '\r')
	})
}

// indexInvalid returns the place of the first byte that is not UTF-8.
func indexInvalid(text string) int {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

// tail returns the last characters of text, as many as a quotation shows.
func tail(text string) string {
	at := len(text)
	for n := 0; n < maxQuote/2 && at > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}
