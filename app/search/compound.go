package search

import "bytes"

// Neighbouring words of a text answer one typed word when it is
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

// compound returns how text answers to words at the beginning of tokens, and how
// many of them.
func (v *vocabulary) compound(text []byte, tokens []uint32) (way, int) {
	if n := v.runTogether(text, tokens); n > 0 {
		return joined, n
	}
	same := 0 // leading words with the right first letters
	for same < min(len(text), len(tokens)) && v.initials[tokens[same]] == text[same] {
		same++
	}
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

// split lists, for each way in which text may have been run together from words
// of v, the rarest of these words. Whatever runTogether finds has one of them.
func (v *vocabulary) split(text []byte, count func(wordRange) int) []wordRange {
	var found []wordRange
	var rest func(text []byte, parts int, rarest wordRange)
	rest = func(text []byte, parts int, rarest wordRange) {
		rarer := func(r wordRange) wordRange {
			if parts == 0 || count(r) < count(rarest) {
				return r
			}
			return rarest
		}
		if parts > 0 {
			switch lo, hi := v.prefixed(text); {
			case lo == hi:
			case len(text) >= shortestBegun:
				found = append(found, rarer(wordRange{lo, hi}))
			case isPart(text) && v.size(lo) == len(text):
				found = append(found, rarer(wordRange{lo, lo + 1}))
			}
		}
		if parts+1 == maxParts {
			return
		}
		for i := 1; i < len(text); i++ {
			if !isPart(text[:i]) {
				continue
			}
			if n, ok := v.find(text[:i]); ok {
				rest(text[i:], parts+1, rarer(wordRange{n, n + 1}))
			}
		}
	}
	if len(text) <= maxSpelling {
		rest(text, 0, wordRange{})
	}
	for n := fewestBefore; n <= min(mostBefore, len(text)-shortestAfter); n++ {
		if lo, hi := v.prefixed(text[n:]); lo < hi {
			found = append(found, wordRange{lo, hi})
		}
	}
	return found
}
