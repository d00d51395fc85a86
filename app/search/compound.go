package search

import "bytes"

// Neighbouring words of a text answer one typed word when it is
//
//	phoneaccess  the words run together, the last perhaps only begun,
//	gpa          their first letters,
//	swlondon     the first letters of some and then a word, or
//	usgp         their first letters, of an initialism all of them ("U.S. GPs").
//
// These are the bounds of what counts.
const (
	maxParts       = 5 // words run together
	shortestWhole  = 2 // letters of a part
	shortestBegun  = 3 // letters of a last part that goes on
	fewestInitials = 3
	fewestBefore   = 2 // first letters before a word
	mostBefore     = 3
	shortestAfter  = 4 // letters of that word
)

// compound returns how text answers to words at the beginning of tokens, and how
// many of them.
func (v *vocabulary) compound(text []byte, tokens []uint32) (way, int) {
	if n := v.runTogether(text, tokens); n > 0 {
		return joined, n
	}
	same := v.leading(text, tokens)
	if same == len(text) && same >= fewestInitials {
		return initials, same
	}
	for n := fewestBefore; n <= min(same, mostBefore, len(text)-shortestAfter); n++ {
		if n < len(tokens) && bytes.HasPrefix(v.word(tokens[n]), text[n:]) {
			return initials, n + 1
		}
	}
	if n, end := v.initialled(text, tokens); n > 1 && end {
		return initials, n
	}
	return absent, 0
}

// hasCompound reports whether text answers to neighbouring words among tokens.
func (v *vocabulary) hasCompound(text []byte, tokens []uint32) bool {
	for i, n := range tokens {
		if v.initials[n] == text[0] {
			if w, _ := v.compound(text, tokens[i:]); w != absent {
				return true
			}
		}
	}
	return false
}

// leading returns how many words tokens begins with whose first letters are those of
// text.
func (v *vocabulary) leading(text []byte, tokens []uint32) int {
	n := 0
	for n < min(len(text), len(tokens)) && v.initials[tokens[n]] == text[n] {
		n++
	}
	return n
}

// initialled returns how many words tokens begins with whose first letters, of
// initialisms all if they are there, are those of text, 0 if they are not; and whether
// text ends where a word does.
func (v *vocabulary) initialled(text []byte, tokens []uint32) (n int, end bool) {
	for _, token := range tokens {
		switch all := v.word(token); {
		case v.initialism[token] && bytes.HasPrefix(text, all):
			text = text[len(all):]
		case v.initialism[token] && bytes.HasPrefix(all, text):
			return n + 1, len(text) == 1
		case v.initials[token] == text[0]:
			text = text[1:]
		default:
			return 0, false
		}
		n++
		if len(text) == 0 {
			return n, true
		}
	}
	return 0, false
}

// lettersOf returns how many of its letters each of tokens gives to text, which answers
// to them by first letters.
func (v *vocabulary) lettersOf(text []byte, tokens []uint32) []int {
	last := len(tokens) - 1
	sizes := make([]int, len(tokens))
	single := v.leading(text, tokens[:last]) == last && bytes.HasPrefix(v.word(tokens[last]), text[last:])
	for i, token := range tokens {
		sizes[i] = 1
		if all := v.word(token); i == last {
			sizes[i] = len(text)
		} else if !single && v.initialism[token] && bytes.HasPrefix(text, all) {
			sizes[i] = len(all)
		}
		text = text[sizes[i]:]
	}
	return sizes
}

// runTogether returns how many words at the beginning of tokens make text, 0 if
// they do not.
func (v *vocabulary) runTogether(text []byte, tokens []uint32) int {
	for i, n := range tokens[:min(len(tokens), maxParts)] {
		w := v.word(n)
		switch {
		case len(w) >= len(text):
			if i > 0 && bytes.HasPrefix(w, text) && (len(text) >= shortestBegun || len(text) == len(w) && isPart(w)) {
				return i + 1
			}
			return 0
		case !isPart(w) || !bytes.HasPrefix(text, w):
			return 0
		}
		text = text[len(w):]
	}
	return 0
}

func isPart(w []byte) bool { return len(w) >= shortestWhole || isDigit(w[0]) }
