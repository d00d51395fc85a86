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

// writings calls yield for every way to write n by digits and a scale, -1 being none,
// down to the first digit behind its point: "1.2bn" is "1200m", and "500k" is "0.5m". A number without a
// scale is written with one if it is so many thousands.
func (n number) writings(yield func(digits []byte, scale int)) {
	if n.scale >= 0 {
		yield(n.digits, n.scale) // as they are, be it "020" or "1.50"
	}
	whole, fraction, _ := bytes.Cut(n.digits, []byte("."))
	significant := bytes.TrimLeft(slices.Concat(whole, fraction), "0")
	exponent := -len(fraction) + 3*(n.scale+1) // of the last digit, as a power of ten
	for len(significant) > 1 && significant[len(significant)-1] == '0' {
		significant = significant[:len(significant)-1]
		exponent++
	}
	if len(significant) == 0 || n.scale < 0 && exponent < 3 {
		return
	}
	for scale := -1; scale < len(scales()); scale++ {
		shift := exponent - 3*(scale+1)
		switch point := len(significant) + shift; {
		case shift >= 0 && point <= longestNumber:
			yield(append(bytes.Clone(significant), bytes.Repeat([]byte("0"), shift)...), scale)
		case shift < 0 && point > 0:
			yield(slices.Concat(significant[:point], []byte("."), significant[point:]), scale)
		case shift < 0 && point == 0:
			yield(slices.Concat([]byte("0."), significant), scale)
		}
	}
}

// longestNumber is the number of digits to which numbers are written out.
const longestNumber = 15

// expandNumber adds the other ways of writing n.
func (v *vocabulary) expandNumber(e *expansion, n number) {
	n.writings(func(digits []byte, scale int) {
		word, isWord := v.find(digits)
		if scale < 0 {
			if isWord {
				e.variants = append(e.variants, wordMatch{word, whole})
			}
			return
		}
		for _, name := range scales()[scale] {
			if w, ok := v.find(concat(digits, name)); ok {
				e.variants = append(e.variants, wordMatch{w, whole})
			}
			if w, ok := v.find([]byte(name)); ok && isWord {
				e.bigrams = append(e.bigrams, bigram{[2]uint32{word, w}, whole})
			}
		}
	})
}

// expandRounded adds the numbers that n, which has a scale and no point, is the whole part
// of: "38m" of "38.5m".
func (v *vocabulary) expandRounded(e *expansion, n number) {
	if n.scale < 0 || bytes.Contains(n.digits, []byte(".")) {
		return
	}
	lo, hi := v.prefixed(concat(n.digits, "."))
	for w := lo; w < hi; w++ {
		if exact, ok := parseNumber(v.word(w)); ok && exact.scale == n.scale {
			e.variants = append(e.variants, wordMatch{w, joined})
		}
	}
}

// expandPercent adds what else a percentage, "5pc", is written as.
func (v *vocabulary) expandPercent(e *expansion) {
	digits, found := bytes.CutSuffix(e.text, []byte("pc"))
	if !found || len(digits) == 0 || !isDigit(digits[len(digits)-1]) {
		return
	}
	number, ok := v.find(digits)
	if !ok {
		return
	}
	for _, name := range []string{"per", "percent"} {
		if w, ok := v.find([]byte(name)); ok {
			e.bigrams = append(e.bigrams, bigram{[2]uint32{number, w}, whole})
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

// otherYear returns how the first of two years that are typed as "24/25" may be written:
// with its century, or without. The years follow one another.
func otherYear(a, b []byte) ([]byte, bool) {
	if len(b) != 2 || len(a) != 2 && len(a) != 4 {
		return nil, false
	}
	for _, d := range slices.Concat(a, b) {
		if !isDigit(d) {
			return nil, false
		}
	}
	two := a[len(a)-2:]
	value := func(d []byte) int { return int(d[0]-'0')*10 + int(d[1]-'0') }
	if (value(two)+1)%100 != value(b) {
		return nil, false
	}
	if len(a) == 2 {
		return concat([]byte("20"), string(a)), true
	}
	return two, bytes.HasPrefix(a, []byte("20"))
}
