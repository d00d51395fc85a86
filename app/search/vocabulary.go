package search

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// A vocabulary is the set of distinct words of an index. A word is known by its
// number, its place in byte order from 0.
type vocabulary struct {
	text     []byte   // the words, one after the other
	starts   []uint32 // word n is text[starts[n]:starts[n+1]]
	initials []byte   // the first byte of each word

	// The words again, ordered by how many letters they have and then by number,
	// for finding those like another.
	byLength []uint32
	letters  []uint32 // parallel to byLength: the set of letters in the word
	lengths  []uint32 // words of n letters are byLength[lengths[n]:lengths[n+1]]
}

// longest is the number of letters from which on words count as equally long.
const longest = 63

func (v *vocabulary) len() int { return len(v.initials) }

func (v *vocabulary) word(n uint32) []byte { return v.text[v.starts[n]:v.starts[n+1]] }

// size returns the length of word n in bytes.
func (v *vocabulary) size(n uint32) int { return int(v.starts[n+1] - v.starts[n]) }

// prefixed returns the half-open range of the words that begin with p.
func (v *vocabulary) prefixed(p []byte) (lo, hi uint32) {
	l := v.search(p)
	n := v.len() - l
	h := l + sort.Search(n, func(i int) bool { return !bytes.HasPrefix(v.word(uint32(l+i)), p) })
	return uint32(l), uint32(h)
}

// find returns the number of word w.
func (v *vocabulary) find(w []byte) (n uint32, ok bool) {
	i := v.search(w)
	return uint32(i), i < v.len() && bytes.Equal(v.word(uint32(i)), w)
}

// search returns the number of words before w.
func (v *vocabulary) search(w []byte) int {
	return sort.Search(v.len(), func(i int) bool { return bytes.Compare(v.word(uint32(i)), w) >= 0 })
}

// letterSet returns the set of letters of w. Different letters may share a bit, so
// different sets are of different letters, but not the other way round.
func letterSet(w []byte) (set uint32) {
	for i, b := range w {
		if b >= utf8.RuneSelf {
			for _, r := range string(w[i:]) {
				set |= 1 << (r & 31)
			}
			return set
		}
		set |= 1 << (b & 31)
	}
	return set
}

// orderByLength fills the second half of v from the first.
func (v *vocabulary) orderByLength() {
	n := v.len()
	v.byLength = make([]uint32, n)
	v.letters = make([]uint32, n)
	v.lengths = make([]uint32, longest+3)
	size := make([]uint8, n)
	for w := range uint32(n) {
		size[w] = uint8(min(utf8.RuneCount(v.word(w)), longest))
		v.lengths[size[w]+2]++
	}
	for i := 1; i < len(v.lengths); i++ {
		v.lengths[i] += v.lengths[i-1]
	}
	next := v.lengths[1:]
	for w := range uint32(n) {
		at := next[size[w]]
		next[size[w]]++
		v.byLength[at] = w
		v.letters[at] = letterSet(v.word(w))
	}
	v.lengths = v.lengths[:longest+2]
}

// newVocabulary sorts the words that in has met. The second result gives for each
// provisional number the final one.
func newVocabulary(in *interner) (vocabulary, []uint32) {
	v := vocabulary{
		text:     make([]byte, 0, len(in.text)),
		starts:   make([]uint32, len(in.words)+1),
		initials: make([]byte, len(in.words)),
	}
	final := make([]uint32, len(in.words))
	for i, n := range in.sort() {
		w := in.words[n]
		v.text = append(v.text, in.text[w.at:w.at+w.size]...)
		v.starts[i+1] = uint32(len(v.text))
		v.initials[i] = in.text[w.at]
		final[n] = uint32(i)
	}
	v.orderByLength()
	return v, final
}
