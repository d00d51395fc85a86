package corpus

import (
	"strings"
	"unicode/utf8"
)

// dropInvisible returns text without the characters that nobody sees: those without width
// and those that only turn the direction of what follows. A joiner is kept beside
// letters that are not Latin and in emoji, where it is seen.
func dropInvisible(text string) string {
	var b strings.Builder
	done := 0         // bytes of text that are in b
	last := rune(' ') // the character before
	for at, r := range text {
		size := utf8.RuneLen(r)
		drop := isZeroWidth(r) || isDirection(r)
		if isJoiner(r) {
			next, _ := utf8.DecodeRuneInString(text[at+size:])
			drop = isLatin(last) && (isLatin(next) || at+size == len(text))
		}
		if drop {
			b.WriteString(text[done:at])
			done = at + size
		} else {
			last = r
		}
	}
	if done == 0 {
		return text
	}
	return b.String() + text[done:]
}

// isDirection reports whether r does nothing but turn the direction of text.
func isDirection(r rune) bool {
	switch {
	case r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u206F':
		return true
	}
	return r == '\u200E' || r == '\u200F' || r == '\u061C'
}

func isJoiner(r rune) bool { return r == '\u200C' || r == '\u200D' }

// isLatin reports whether r is Latin, or stands between words in Latin text.
func isLatin(r rune) bool { return r < '\u0250' || r >= '\u2000' && r < '\u2070' }
