package search

import (
	"bytes"
	"iter"
)

// Neighbouring words of a text answer one typed word when it is
//
//	phoneaccess  the words run together, the last perhaps only begun,
//	gpa          their first letters,
//	swlondon     the first letters of some and then a word, or
//	usgp, m70eh  their first letters, of an initialism all ("U.S. GPs"), and of a
//	             number those digits that are typed ("magnitude 7.0 earthquake hits").
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
	if _, number := parseNumber(text); number {
		return absent, 0
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
// initialisms and numbers more, are those of text, 0 if they are not; and whether text
// ends where a word does.
func (v *vocabulary) initialled(text []byte, tokens []uint32) (n int, end bool) {
	for _, token := range tokens {
		if all := v.word(token); v.initialism[token] && len(text) < len(all) && bytes.HasPrefix(all, text) {
			return n + 1, len(text) == 1
		}
		typed, _ := v.given(text, token)
		if typed == 0 {
			return 0, false
		}
		n++
		if text = text[typed:]; len(text) == 0 {
			return n, true
		}
	}
	return 0, false
}

// given returns how many letters of text a word stands for, with which text begins,
// and how many bytes of the word they are: of an initialism all if they are there, of
// a number those digits that are typed, of any other word the first letter.
func (v *vocabulary) given(text []byte, token uint32) (typed, bytesOf int) {
	switch all := v.word(token); {
	case v.initialism[token] && bytes.HasPrefix(text, all):
		return len(all), len(all)
	case isDigit(all[0]):
		for i, b := range digits(all) {
			if typed == len(text) || text[typed] != b {
				break
			}
			typed, bytesOf = typed+1, i+1
		}
		return typed, bytesOf
	case all[0] == text[0]:
		return 1, 1
	}
	return 0, 0
}

// digits yields the digits that w begins with, but for points between them, and where
// they stand.
func digits(w []byte) iter.Seq2[int, byte] {
	return func(yield func(int, byte) bool) {
		for i, b := range w {
			if b != '.' && (!isDigit(b) || !yield(i, b)) {
				return
			}
		}
	}
}

// lettersOf returns how many of its bytes each of tokens gives to text, which answers
// to them by first letters.
func (v *vocabulary) lettersOf(text []byte, tokens []uint32) []int {
	last := len(tokens) - 1
	sizes := make([]int, len(tokens))
	single := v.leading(text, tokens[:last]) == last && bytes.HasPrefix(v.word(tokens[last]), text[last:])
	for i, token := range tokens {
		typed := 1
		switch {
		case !single:
			typed, sizes[i] = v.given(text, token)
		case i < last:
			sizes[i] = 1
		default:
			sizes[i] = len(text)
		}
		text = text[typed:]
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
