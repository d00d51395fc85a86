package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A wordMatch is a word of the index that matches a typed one.
type wordMatch struct {
	word uint32
	way  way
}

// A bigram is two neighbouring words that together match a typed one.
type bigram struct {
	words [2]uint32
	way   way
}

// An expansion is everything in an index that matches one typed word. What only a more
// generous reading asks for is looked for when one does.
type expansion struct {
	text      []byte
	irregular bool        // whether the table of forms has it
	lo, hi    uint32      // words that begin with the typed one
	end       uint32      // where those of them end that are the word itself
	variants  []wordMatch // other words, by number
	bigrams   []bigram    // neighbours

	compoundsKnown  bool
	acronymStories  []uint32 // stories with words of these first letters, ascending
	compoundStories []uint32 // stories with neighbouring words that match it, and perhaps others

	spelt       bool
	corrections []wordMatch // words that it may be a misspelling of, by number
}

// expand finds the words that match w as written.
func (v *vocabulary) expand(w []byte) *expansion {
	e := &expansion{text: bytes.Clone(w), irregular: irregular(w) != nil}
	e.lo, e.hi = v.prefixed(e.text)
	e.end = e.lo
	if e.lo < e.hi && v.size(e.lo) == len(e.text) {
		e.end++
	}
	inflections(e.text, func(form []byte) {
		if n, ok := v.find(form); ok && !bytes.Equal(form, e.text) {
			w := inflected
			if isDigit(form[0]) != isDigit(e.text[0]) {
				w = whole // a number: "7" for "seven"
			}
			e.variants = append(e.variants, wordMatch{n, w})
		}
	})
	if n, ok := parseNumber(e.text); ok {
		v.expandNumber(e, n)
		v.expandPoint(e)
		v.expandRounded(e, n)
	}
	v.expandPercent(e)
	v.expandTwo(e)
	e.variants = sortBest(e.variants)
	return e
}

// shortestPart is how long each of two words must be for one typed without the blank to
// match them in the literal reading.
const shortestPart = 3

// prefixes are written before others with a hyphen, with a blank, or without either:
// "in-patient", "co-operation". Only with them is another form of the second word looked
// for: elsewhere it would be taken for a word that stands right there.
var prefixes = []string{"co", "in", "non", "out", "over", "pre", "re", "under"}

// expandTwo adds the pairs of words that, run together, are the typed one.
func (v *vocabulary) expandTwo(e *expansion) {
	for i := 2; i+shortestPart <= len(e.text); i++ {
		prefix := slices.Contains(prefixes, string(e.text[:i]))
		if !prefix && i < shortestPart {
			continue
		}
		a, ok := v.find(e.text[:i])
		if !ok {
			continue
		}
		pair := func(b uint32) { e.bigrams = append(e.bigrams, bigram{[2]uint32{a, b}, joined}) }
		if prefix {
			v.forms(e.text[i:], pair)
		} else if b, ok := v.find(e.text[i:]); ok {
			pair(b)
		}
	}
}

// forms calls yield for w and its other forms, of those that are words of the index.
func (v *vocabulary) forms(w []byte, yield func(n uint32)) {
	if n, ok := v.find(w); ok {
		yield(n)
	}
	inflections(w, func(form []byte) {
		if n, ok := v.find(form); ok && !bytes.Equal(form, w) {
			yield(n)
		}
	})
}

// A word typed must have so many letters to be corrected by so much: the more is
// corrected, the longer it must be, lest it become any other word. Words that begin with
// a digit are not corrected, for other digits are another number.
const (
	oneLeftOut   = 3 // a letter left out
	oneWrong     = 4 // another single edit
	begunLeftOut = 6 // the beginning of a word, a letter left out or two swapped; the first is right
	twoWrong     = 9 // two edits; the first letter is right
	twoConfused  = 5 // two edits that leave the first letter and the consonants, if not their places
)

// spell finds the words that e may be a misspelling or an abbreviation of.
func (v *vocabulary) spell(e *expansion) {
	if e.spelt {
		return
	}
	e.spelt = true
	size := utf8.RuneCount(e.text)
	if size < oneLeftOut || size > maxSpelling || isDigit(e.text[0]) {
		return
	}
	add := func(n uint32, w way) {
		if w <= slippedStart || !stopWord(v.word(n)) {
			e.corrections = append(e.corrections, wordMatch{n, w})
		}
	}
	limit := 1
	if size >= twoConfused {
		limit = 2
	}
	v.near(e.text, limit, func(n uint32, edits int) {
		switch {
		case size < oneWrong && v.size(n) <= len(e.text):
		case edits == 1 && slips(e.text, v.word(n)):
			add(n, slipped)
		case edits == 1:
			add(n, edited)
		case v.initials[n] == e.text[0] && (size >= twoWrong || sameConsonants(v.word(n), e.text)):
			add(n, editedTwice)
		}
	})
	if size >= begunLeftOut {
		lo, hi := v.prefixed(e.text[:1])
		for n := lo; n < hi; n++ {
			if slips(e.text, v.word(n)) {
				add(n, slippedStart)
			}
		}
	}
	for _, n := range v.abbreviated(e.text) {
		add(n, abbreviated)
	}
	e.corrections = sortBest(e.corrections)
}

// sortBest sorts matches by word and keeps the best of each.
func sortBest(c []wordMatch) []wordMatch {
	slices.SortFunc(c, func(a, b wordMatch) int {
		return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.way, b.way))
	})
	return slices.CompactFunc(c, func(a, b wordMatch) bool { return a.word == b.word })
}

// lookup returns the way in which word matches according to c, sorted by word.
func lookup(c []wordMatch, word uint32) way {
	i, ok := slices.BinarySearchFunc(c, word, func(c wordMatch, w uint32) int { return cmp.Compare(c.word, w) })
	if !ok {
		return absent
	}
	return c[i].way
}

// sameConsonants reports whether a and b have the same consonants, y being none, in any
// order: who spells by ear confuses vowels ("sepperate") and doubles, who types fast the
// order ("sercives").
func sameConsonants(a, b []byte) bool { return slices.Equal(consonants(a), consonants(b)) }

// consonants returns the bytes of w but for its vowels, sorted, doubled ones once.
func consonants(w []byte) (list []byte) {
	for i, b := range w {
		if strings.IndexByte("aeiouy", b) < 0 && (i == 0 || w[i-1] != b) {
			list = append(list, b)
		}
	}
	slices.Sort(list)
	return list
}
