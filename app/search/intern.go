package search

import "bytes"

// An interner gives words provisional numbers in the order in which they come.
type interner struct {
	text   []byte
	ends   []uint32 // where each word ends in text
	hashes []uint32
	slots  []uint32 // open addressing: number+1, 0 if free; a power of two long
}

func (in *interner) len() int { return len(in.ends) }

func (in *interner) word(n uint32) []byte {
	if n == 0 {
		return in.text[:in.ends[0]]
	}
	return in.text[in.ends[n-1]:in.ends[n]]
}

// number returns the number of w, the next one if w is new.
func (in *interner) number(w []byte) uint32 {
	if len(in.ends)*2 >= len(in.slots) {
		in.grow()
	}
	h := hash(w)
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

// hash is 32-bit FNV-1a, its high bits folded into the low ones that pick a slot.
func hash(w []byte) uint32 {
	h := uint32(2166136261)
	for _, b := range w {
		h = (h ^ uint32(b)) * 16777619
	}
	return h ^ h>>15
}
