package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendFold appends the folded letters and digits of r to dst: compatibility
// decomposition, marks dropped, lower case.
func appendFold(dst []byte, r rune) []byte {
	if r == utf8.RuneError {
		return dst
	}
	for _, d := range norm.NFKD.String(string(r)) {
		if unicode.IsLetter(d) || unicode.IsDigit(d) {
			dst = utf8.AppendRune(dst, unicode.ToLower(d))
		}
	}
	return dst
}

func isMark(r rune) bool       { return unicode.Is(unicode.Mn, r) }
func isApostrophe(r rune) bool { return r == '’' || r == '‘' || r == 'ʼ' }
