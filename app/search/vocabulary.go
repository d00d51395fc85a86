package search

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sort"
)

// A vocabulary is the set of distinct words of an index. A word is known by its
// number, its place in byte order from 0.
type vocabulary struct {
	text []byte   // the words, one after the other
	ends []uint32 // where each ends in text
}

func (v *vocabulary) len() int { return len(v.ends) }

func (v *vocabulary) word(n uint32) []byte {
	if n == 0 {
		return v.text[:v.ends[0]]
	}
	return v.text[v.ends[n-1]:v.ends[n]]
}

// prefixed returns the half-open range of the words that begin with p.
func (v *vocabulary) prefixed(p []byte) (lo, hi uint32) {
	n := v.len()
	l := sort.Search(n, func(i int) bool { return bytes.Compare(v.word(uint32(i)), p) >= 0 })
	h := l + sort.Search(n-l, func(i int) bool { return !bytes.HasPrefix(v.word(uint32(l+i)), p) })
	return uint32(l), uint32(h)
}

// find returns the number of word w.
func (v *vocabulary) find(w []byte) (n uint32, ok bool) {
	i := sort.Search(v.len(), func(i int) bool { return bytes.Compare(v.word(uint32(i)), w) >= 0 })
	if i < v.len() && bytes.Equal(v.word(uint32(i)), w) {
		return uint32(i), true
	}
	return 0, false
}

// An interner gives words provisional numbers in the order in which they come.
type interner struct {
	vocabulary
	hashes []uint32
	slots  []uint32 // open addressing: number+1, 0 if free; a power of two long
}

// number returns the provisional number of w, a new one if w is new.
func (in *interner) number(w []byte) uint32 {
	if len(in.ends)*2 >= len(in.slots) {
		in.grow()
	}
	h := uint32(2166136261)
	for _, b := range w {
		h = (h ^ uint32(b)) * 16777619
	}
	h ^= h >> 15
	mask := uint32(len(in.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := in.slots[i]
		if s == 0 {
			n := uint32(len(in.ends))
			in.slots[i] = n + 1
			in.text = append(in.text, w...)
			in.ends = append(in.ends, uint32(len(in.text)))
			in.hashes = append(in.hashes, h)
			return n
		}
		if in.hashes[s-1] == h && bytes.Equal(in.word(s-1), w) {
			return s - 1
		}
	}
}

func (in *interner) grow() {
	in.slots = make([]uint32, max(1<<10, 4*len(in.slots)))
	mask := uint32(len(in.slots) - 1)
	for n, h := range in.hashes {
		i := h & mask
		for in.slots[i] != 0 {
			i = (i + 1) & mask
		}
		in.slots[i] = uint32(n) + 1
	}
}

// sorted returns the final vocabulary and for each provisional number the final one.
func (in *interner) sorted() (vocabulary, []uint32) {
	type entry struct {
		head uint64 // the first eight bytes, so that most comparisons are of integers
		n    uint32
	}
	entries := make([]entry, in.len())
	for i := range entries {
		var head [8]byte
		copy(head[:], in.word(uint32(i)))
		entries[i] = entry{binary.BigEndian.Uint64(head[:]), uint32(i)}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if c := cmp.Compare(a.head, b.head); c != 0 {
			return c
		}
		return bytes.Compare(in.word(a.n), in.word(b.n))
	})
	v := vocabulary{make([]byte, 0, len(in.text)), make([]uint32, len(entries))}
	final := make([]uint32, len(entries))
	for i, e := range entries {
		v.text = append(v.text, in.word(e.n)...)
		v.ends[i] = uint32(len(v.text))
		final[e.n] = uint32(i)
	}
	return v, final
}
