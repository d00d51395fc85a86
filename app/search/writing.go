package search

import (
	"strings"
	"unicode/utf8"
)

// Some words are written in more ways than one, and are the same word to a reader:
//
//	e-mail, X-ray       a single letter and a hyphen before a word: email, xray
//	A&E, A & E, a and e two single letters: ae
//	5%, 5 per cent      a percentage: 5pc
//	2½, 2 1/2           a fraction behind a number: 2.5
//	9:30                a colon between digits: 9.30
//	Babylon™, NHS²      marks that are no part of a word: babylon, nhs
//
// "per cent" in a text stays two words, so that it can be looked for; there a typed
// percentage is looked for in both writings.

// isMark reports whether r is a mark behind a word that is no part of it: a trademark's,
// or the raised number of a note.
func isMark(r rune) bool {
	switch r {
	case '™', '℠', '®', '©', '¹', '²', '³':
		return true
	}
	return r == '\u2070' || '\u2074' <= r && r <= '\u2079'
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// fractions are the decimals of the fractions that are one character.
var fractions = map[rune]string{
	'½': ".5", '¼': ".25", '¾': ".75", '⅓': ".33", '⅔': ".67", '⅕': ".2", '⅖': ".4", '⅗': ".6", '⅘': ".8",
	'⅛': ".125", '⅜': ".375", '⅝': ".625", '⅞': ".875",
}

// spelt are the same fractions as they are typed.
var spelt = map[string]string{
	"1/2": ".5", "1/4": ".25", "3/4": ".75", "1/3": ".33", "2/3": ".67", "1/5": ".2", "2/5": ".4", "3/5": ".6", "4/5": ".8",
	"1/8": ".125", "3/8": ".375", "5/8": ".625", "7/8": ".875",
}

// written reads on where the word that stops before the character at i is written in
// another way than ours, and returns the bytes it has read; 0 if it stops there.
func (s *scanner) written(i int) int {
	if s.letterBefore(i) {
		if s.text[i] == '-' && i+1 < len(s.text) && isLetter(s.text[i+1]) {
			return 1
		}
		return s.twoLetters(i)
	}
	if !isDigit(s.word[len(s.word)-1]) {
		return 0
	}
	rest := s.text[i:]
	switch {
	case rest[0] == '%':
		return s.read("pc", i, 1)
	case rest[0] == ':' && len(rest) > 1 && isDigit(rest[1]):
		return s.read(".", i, 1)
	case len(rest) >= 4 && rest[0] == ' ' && spelt[rest[1:4]] != "" && (len(rest) == 4 || !isDigit(rest[4])):
		s.fraction(spelt[rest[1:4]], i)
		s.end = i + 4
		return 4
	}
	if s.typed {
		for _, percent := range []string{" per cent", " percent"} {
			if len(rest) >= len(percent) && strings.EqualFold(rest[:len(percent)], percent) && s.stops(i+len(percent)) {
				return s.read("pc", i, len(percent))
			}
		}
	}
	return 0
}

// read adds letters to the word for the n bytes of text at i.
func (s *scanner) read(letters string, i, n int) int {
	for _, b := range []byte(letters) {
		s.add(b, i)
	}
	s.end = i + n
	return n
}

// fraction adds decimals to the word; by themselves they are a number, too.
func (s *scanner) fraction(decimals string, i int) {
	s.begin(i)
	if len(s.word) == 0 {
		s.add('0', i)
	}
	for _, b := range []byte(decimals) {
		s.add(b, i)
	}
}

// letterBefore reports whether the word so far is a single letter that ends before i.
func (s *scanner) letterBefore(i int) bool {
	return len(s.word) == 1 && i == s.start+1 && isLetter(s.text[s.start])
}

// twoLetters reads "&E" or " and E" behind a single letter, with or without blanks.
func (s *scanner) twoLetters(i int) int {
	at := i
	for at < len(s.text) && s.text[at] == ' ' {
		at++
	}
	switch rest := s.text[at:]; {
	case strings.HasPrefix(rest, "&"):
		at++
	case at > i && len(rest) > 4 && strings.EqualFold(rest[:4], "and "):
		at += 4
	default:
		return 0
	}
	for at < len(s.text) && s.text[at] == ' ' {
		at++
	}
	if at == len(s.text) || !isLetter(s.text[at]) || !s.stops(at+1) {
		return 0
	}
	s.add(classes[s.text[at]], at)
	s.end = at + 1
	return s.end - i
}

// stops reports whether a word that ends before i ends there: no letter or digit follows.
func (s *scanner) stops(i int) bool {
	if i >= len(s.text) {
		return true
	}
	if b := s.text[i]; b < utf8.RuneSelf {
		return classes[b] < '0'
	}
	return strings.HasPrefix(s.text[i:], "’")
}
