package search

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// An interner gives words provisional numbers in the order in which they come.
type interner struct {
	words []interned
	text  []byte   // the words, one after the other
	slots []uint32 // open addressing: number+1, 0 if free; a power of two long
}

// An interned is a word met. Most words differ in these integers already, so that their
// letters need not be compared.
type interned struct {
	head uint64 // its first eight bytes, the first of them the lowest
	at   uint32 // where it starts in the text
	size uint32
}

const headSize = 8

func (in *interner) tail(w interned) []byte {
	return in.text[w.at+min(headSize, w.size) : w.at+w.size]
}

// number returns the number of w, the next one if w is new.
func (in *interner) number(w []byte) uint32 {
	if len(in.words)*2 >= len(in.slots) {
		in.grow()
	}
	head := head(w)
	tail := w[min(headSize, len(w)):]
	mask := uint32(len(in.slots) - 1)
	for i := hash(head, tail) & mask; ; i = (i + 1) & mask {
		n := in.slots[i]
		if n == 0 {
			in.words = append(in.words, interned{head, uint32(len(in.text)), uint32(len(w))})
			in.text = append(in.text, w...)
			in.slots[i] = uint32(len(in.words))
			return uint32(len(in.words) - 1)
		}
		if known := in.words[n-1]; known.head == head && known.size == uint32(len(w)) &&
			(len(tail) == 0 || bytes.Equal(in.tail(known), tail)) {
			return n - 1
		}
	}
}

// usualSize is how many bytes a word is expected to have.
const usualSize = 8

func (in *interner) grow() {
	in.slots = make([]uint32, max(1<<12, 4*len(in.slots)))
	in.words = slices.Grow(in.words, len(in.slots)/2-len(in.words))
	in.text = slices.Grow(in.text, max(0, usualSize*cap(in.words)-len(in.text)))
	mask := uint32(len(in.slots) - 1)
	for n, w := range in.words {
		i := hash(w.head, in.tail(w)) & mask
		for in.slots[i] != 0 {
			i = (i + 1) & mask
		}
		in.slots[i] = uint32(n) + 1
	}
}

// head returns the first bytes of w, the first of them the lowest.
func head(w []byte) uint64 {
	if cap(w) >= headSize { // whatever lies behind w is masked
		h := binary.LittleEndian.Uint64(w[:headSize])
		if n := len(w); n < headSize {
			h &= 1<<(8*n) - 1
		}
		return h
	}
	var h uint64
	for i, b := range w {
		h |= uint64(b) << (8 * i)
	}
	return h
}

// hash mixes the parts of a word by multiplication (Knuth, volume 3, 6.4), and takes
// the high bits.
func hash(head uint64, tail []byte) uint32 {
	const golden = 0x9E3779B97F4A7C15
	h := head * golden
	for _, b := range tail {
		h = (h ^ uint64(b)) * golden
	}
	return uint32(h >> 32)
}

// sort returns the provisional numbers in the order of their words: by their heads, a
// byte at a time from the last on, and where these are alike by the rest.
func (in *interner) sort() []uint32 {
	numbers, spare := make([]uint32, len(in.words)), make([]uint32, len(in.words))
	for n := range numbers {
		numbers[n] = uint32(n)
	}
	for shift := 8 * (headSize - 1); shift >= 0; shift -= 8 {
		in.sortByByte(numbers, spare, shift)
		numbers, spare = spare, numbers
	}
	for first := 0; first < len(numbers); {
		head := in.words[numbers[first]].head
		end := first + 1
		for end < len(numbers) && in.words[numbers[end]].head == head {
			end++
		}
		slices.SortFunc(numbers[first:end], func(a, b uint32) int {
			return bytes.Compare(in.tail(in.words[a]), in.tail(in.words[b]))
		})
		first = end
	}
	return numbers
}

// sortByByte puts numbers into sorted by one byte of the heads of their words.
func (in *interner) sortByByte(numbers, sorted []uint32, shift int) {
	var next [257]uint32
	for _, w := range in.words {
		next[w.head>>shift&0xff+1]++
	}
	for i := 1; i < len(next); i++ {
		next[i] += next[i-1]
	}
	for _, n := range numbers {
		b := in.words[n].head >> shift & 0xff
		sorted[next[b]] = n
		next[b]++
	}
}
