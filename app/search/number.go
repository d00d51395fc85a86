package search

import (
	"bytes"
	"slices"
)

// A number is digits and what they count, as in "20m".
type number struct {
	digits []byte
	scale  int // index into scales, or -1
}

// scales lists the ways in which each power of a thousand is written.
func scales() [4][]string {
	return [...][]string{
		{"k", "thousand"},
		{"m", "mn", "million"},
		{"bn", "b", "billion"},
		{"tn", "trillion"},
	}
}

// scaleOf returns the index into scales of the list with w, or -1.
func scaleOf(w []byte) int {
	for i, names := range scales() {
		if slices.Contains(names, string(w)) {
			return i
		}
	}
	return -1
}

// parseNumber reads a word that is digits, and perhaps a scale after them.
func parseNumber(w []byte) (number, bool) {
	i := 0
	for i < len(w) && (isDigit(w[i]) || w[i] == '.') {
		i++
	}
	if i == 0 || !isDigit(w[i-1]) {
		return number{}, false
	}
	n := number{w[:i], scaleOf(w[i:])}
	return n, i == len(w) || n.scale >= 0
}

// expandNumber adds the other ways of writing n.
func (v *vocabulary) expandNumber(e *expansion, n number) {
	if n.scale < 0 {
		return
	}
	digits, isWord := v.find(n.digits)
	for _, name := range scales()[n.scale] {
		if w, ok := v.find(concat(n.digits, name)); ok {
			e.variants = append(e.variants, wordMatch{w, whole})
		}
		if w, ok := v.find([]byte(name)); ok && isWord {
			e.bigrams = append(e.bigrams, bigram{[2]uint32{digits, w}, whole})
		}
	}
}

// expandPoint adds the numbers that are typed without their point, as "385m".
func (v *vocabulary) expandPoint(e *expansion) {
	for i := 1; i < len(e.text) && isDigit(e.text[i]); i++ {
		if n, ok := v.find(slices.Concat(e.text[:i], []byte("."), e.text[i:])); ok {
			e.variants = append(e.variants, wordMatch{n, joined})
		}
	}
}

// numberOf returns the number that two neighbouring words write, as "20 million".
func numberOf(a, b []byte) (number, bool) {
	n, ok := parseNumber(a)
	if !ok || n.scale >= 0 {
		return number{}, false
	}
	n.scale = scaleOf(b)
	return n, n.scale >= 0
}

func concat(a []byte, b string) []byte { return append(bytes.Clone(a), b...) }
