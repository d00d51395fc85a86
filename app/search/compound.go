package search

import (
	"bytes"
)

// Neighbouring words of a text match one typed word when it is
//
//	phoneaccess  the words run together, the last perhaps only begun,
//	gpa          their first letters, or
//	swlondon     the first letters of some and then a word.
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

// compound returns how the first words of tokens together match text, and how many of
// them do.
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
	return absent, 0
}

// hasCompound reports whether neighbouring words among tokens match text.
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
