package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// windows1252 are the characters of the bytes 0x80 to 0x9F in Windows-1252, in which
// UTF-8 is often read by mistake; where it has none, they are those of Latin-1, as are
// all others.
var windows1252 = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")

// DecodeWindows1252 returns the text of bytes in Windows-1252.
func DecodeWindows1252(data []byte) string {
	var b strings.Builder
	b.Grow(len(data))
	for _, c := range data {
		if c >= 0x80 && c < 0xA0 {
			b.WriteRune(windows1252[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// singleByte returns the byte that was read as r, if r is not ASCII and has one.
func singleByte(r rune) (b byte, ok bool) {
	if r >= 0x80 && r <= 0xFF {
		return byte(r), true
	}
	for i, w := range windows1252 {
		if w == r {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// decodeTwice returns text in which UTF-8 that was read as Windows-1252 or Latin-1 is
// read as what it is: "â€™" is "’", "Â£" is "£".
func decodeTwice(text string) string {
	var b strings.Builder
	done := 0         // bytes of text that are in b
	last := rune(' ') // the character before
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch r {
		case 'Â', 'Ã', 'Ä', 'Å', 'â', 'ï', 'ð': // see isTwice
			if once, n := readTwice(text[at:], last); n > 0 {
				b.WriteString(text[done:at])
				b.WriteRune(once)
				at += n
				done, last = at, once
				continue
			}
		}
		at, last = at+size, r
	}
	if done == 0 {
		return text
	}
	return b.String() + text[done:]
}

// readTwice returns the character that text begins with if it was encoded twice, and
// the bytes it takes; 0 if it was not. Last is the character before it.
func readTwice(text string, last rune) (once rune, n int) {
	var room [utf8.UTFMax]byte
	encoded := room[:0]
	var second, after rune
	for i, r := range text {
		if len(encoded) > 0 && utf8.FullRune(encoded) {
			after = r
			break
		}
		b, ok := singleByte(r)
		if !ok {
			return 0, 0
		}
		if len(encoded) == 1 {
			second = r
		}
		encoded = append(encoded, b)
		n = i + utf8.RuneLen(r)
	}
	once, size := utf8.DecodeRune(encoded)
	if size < 2 || size != len(encoded) || !isTwice(encoded, second) {
		return 0, 0
	}
	if encoded[0] == 0xC3 && encoded[1] < 0xA0 && canFollow(second) { // “IRMÃ”, IRMÃ’S
		within := unicode.IsLetter(last) && strings.ContainsRune("’–—…", second)
		if within || !unicode.IsLetter(after) {
			return 0, 0
		}
	}
	return once, n
}

// isTwice reports whether the UTF-8 of one character, which stands there as one
// character for each byte, can only be that: it is one that English texts have, and
// its bytes do not look like the end of a word, a letter with an accent before a
// quotation mark, say.
func isTwice(encoded []byte, second rune) bool {
	switch lead, next := encoded[0], encoded[1]; lead {
	case 0xC2:
		return next >= 0xA0 // "Â£"
	case 0xC3:
		return true // "Ã©"
	case 0xC4, 0xC5:
		return !canFollow(second) // "Å¡", but not "Å®"
	case 0xE2: // "â€™", "â‚¬", "â„¢", "âˆ’"
		return next == 0x80 || next == 0x82 || next == 0x84 || next >= 0x86 && next <= 0x89 || next == 0x9C
	case 0xEF: // "ï¬�", "ï»¿", "ï¿½"
		return next == 0xAC || next == 0xBB && encoded[2] == 0xBF || next == 0xBF && encoded[2] == 0xBD
	case 0xF0:
		return next == 0x9F // "ðŸ˜€"
	}
	return false
}

// canFollow reports whether r may stand directly after a letter.
func canFollow(r rune) bool {
	return strings.ContainsRune("‚„…‘’“”•–—™‹›«»·®©°ªº²³¹\u00a0", r)
}

// indexTwice returns the place of what looks as if it had been encoded twice, -1 if
// there is none: the beginning of a character whose end is lost or could be meant.
func indexTwice(text string) int {
	for _, sign := range []string{"â€", "Ã", "Â"} {
		for at := 0; ; {
			i := strings.Index(text[at:], sign)
			if i < 0 {
				break
			}
			at += i + len(sign)
			if next, _ := utf8.DecodeRuneInString(text[at:]); sign == "â€" || at < len(text) && next >= 0x80 && !unicode.IsLetter(next) {
				return at - len(sign)
			}
		}
	}
	return -1
}
