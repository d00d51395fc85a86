package corpus

import (
	"unicode"
	"unicode/utf8"
)

// A Class says what a character is to Fold.
type Class uint8

const (
	// Gap is a character between words: white space, punctuation, a symbol.
	Gap Class = iota
	// Word is a character that words are made of: a letter or a digit.
	Word
	// Joiner is a character that is dropped and parts nothing: a combining mark, an
	// apostrophe or single quote, an invisible format character.
	Joiner
)

// Fold returns text as it is compared: two texts that a reader would call the same
// words fold to the same string. Each character is decomposed (NFKD, as folded.txt has it); its letters and
// digits are put in lower case, with ß, æ, œ, ø and a few others that do not
// decompose spelt in plain letters; combining marks, apostrophes and single quotes,
// straight or curly, and format characters such as a soft hyphen are dropped; any
// other run of characters becomes one space, and none at the ends.
//
// The result holds lower-case letters, digits and single spaces only, and folding it
// again changes nothing. It is "" for a text without letters and digits.
//
// Fold is [Classify] and [AppendFold] for each rune, and nothing else.
func Fold(text string) string {
	var room [256]byte // spares most headlines an allocation
	folded := room[:0]
	gap := false
	for _, r := range text {
		switch Classify(r) {
		case Gap:
			gap = len(folded) > 0
		case Word:
			if gap {
				folded = append(folded, ' ')
				gap = false
			}
			folded = AppendFold(folded, r)
		}
	}
	return string(folded)
}

// Classify says what r is to Fold. A rune is a Word if AppendFold appends anything
// for it.
func Classify(r rune) Class {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return Word
	case isApostrophe(r):
		return Joiner
	case r < utf8.RuneSelf:
		return Gap
	case unicode.In(r, unicode.M, unicode.Cf):
		return Joiner
	}
	var room [64]byte
	if len(AppendFold(room[:0], r)) > 0 {
		return Word
	}
	return Gap
}

// AppendFold appends the folded form of one rune, its letters and digits, to dst:
// several for "ﬁ" or "ß", nothing for a Gap or a Joiner. A rune is never folded to
// more than one word: "½" is "12".
func AppendFold(dst []byte, r rune) []byte {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return append(dst, byte(r))
	case 'A' <= r && r <= 'Z':
		return append(dst, byte(r)+'a'-'A')
	case r < utf8.RuneSelf, isApostrophe(r):
		return dst
	case hangulFirst <= r && r <= hangulLast:
		return appendHangul(dst, r)
	}
	if folded, ok := foldedParts(r); ok {
		return append(dst, folded...)
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) {
		dst = appendLower(dst, r)
	}
	return dst
}

// appendLower appends a letter or digit in lower case and plain letters.
func appendLower(dst []byte, r rune) []byte {
	r = unicode.ToLower(r)
	switch r {
	case 'ß':
		return append(dst, "ss"...)
	case 'æ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'þ':
		return append(dst, "th"...)
	case 'ø':
		return append(dst, 'o')
	case 'ð', 'đ':
		return append(dst, 'd')
	case 'ħ':
		return append(dst, 'h')
	case 'ı':
		return append(dst, 'i')
	case 'ł':
		return append(dst, 'l')
	case 'ŧ':
		return append(dst, 't')
	case 'ς':
		r = 'σ'
	}
	return utf8.AppendRune(dst, r)
}

// isApostrophe reports whether r is an apostrophe, a single quote or a sign typed for one.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', 'ʹ', 'ʻ', 'ʼ', 'ʽ', 'ˈ', '‘', '’', '‚', '‛', '′', '‵', '＇':
		return true
	case '\u0374', '\u1FEF', '\u1FFD': // other code points for ʹ, ` and ´
		return true
	}
	return false
}

const hangulFirst, hangulLast = 0xAC00, 0xD7A3

// appendHangul appends the letters of a Hangul syllable, which is composed
// by arithmetic and not listed.
func appendHangul(dst []byte, r rune) []byte {
	const leads, vowels, trails = 0x1100, 0x1161, 0x11A7
	const nVowels, nTrails = 21, 28
	n := r - hangulFirst
	dst = utf8.AppendRune(dst, leads+n/nTrails/nVowels)
	dst = utf8.AppendRune(dst, vowels+n/nTrails%nVowels)
	if n%nTrails > 0 {
		dst = utf8.AppendRune(dst, trails+n%nTrails)
	}
	return dst
}

// identity returns what makes a headline the same headline: its folded form, or, if
// that is empty, the headline itself.
func identity(headline string) string {
	if id := Fold(headline); id != "" {
		return id
	}
	return clean(headline)
}
