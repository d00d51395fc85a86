package search

import (
	"math/bits"
	"unicode/utf8"
)

// A speller measures how many edits turn one word into others: letters inserted,
// left out or changed, and neighbours swapped (which may not be edited further:
// the optimal string alignment distance). It holds one bit for each letter of its
// word, so that a letter of the other word costs a few operations (Hyyrö, "A
// bit-vector algorithm for computing Levenshtein and Damerau edit distances",
// 2003).
type speller struct {
	size  int         // letters of the word, at most 64
	ascii [128]uint64 // where each ASCII letter stands in the word
	other []place     // and the others
}

type place struct {
	r    rune
	bits uint64
}

// maxSpelling is the number of letters beyond which a word is not corrected.
const maxSpelling = 32

func newSpeller(word []byte) *speller {
	s := new(speller)
	for len(word) > 0 {
		r, n := utf8.DecodeRune(word)
		word = word[n:]
		bit := uint64(1) << s.size
		s.size++
		if r < utf8.RuneSelf {
			s.ascii[r] |= bit
		} else {
			s.other = append(s.other, place{r, s.at(r) | bit})
		}
	}
	return s
}

// at returns where r, not ASCII, stands in the word.
func (s *speller) at(r rune) uint64 {
	for i := len(s.other) - 1; i >= 0; i-- {
		if s.other[i].r == r {
			return s.other[i].bits
		}
	}
	return 0
}

// distance returns the number of edits between the word of s and w.
func (s *speller) distance(w []byte) int {
	last := uint64(1) << (s.size - 1)
	vp, vn := ^uint64(0), uint64(0)
	var d0, before uint64
	edits := s.size
	for i := 0; i < len(w); {
		var pm uint64
		if b := w[i]; b < utf8.RuneSelf {
			pm = s.ascii[b]
			i++
		} else {
			r, n := utf8.DecodeRune(w[i:])
			pm = s.at(r)
			i += n
		}
		d0 = ((^d0&pm)<<1)&before | ((pm & vp) + vp) ^ vp | pm | vn
		hp := vn | ^(d0 | vp)
		hn := d0 & vp
		if hp&last != 0 {
			edits++
		} else if hn&last != 0 {
			edits--
		}
		hp = hp<<1 | 1
		vp = hn<<1 | ^(d0 | hp)
		vn = hp & d0
		before = pm
	}
	return edits
}

// near calls found for each word of v, other than w, which has at most maxSpelling letters,
// that at most limit edits turn into w.
func (v *vocabulary) near(w []byte, limit int, found func(n uint32, edits int)) {
	size := utf8.RuneCount(w)
	s := newSpeller(w)
	set := letterSet(w)
	for i := v.lengths[max(size-limit, 0)]; i < v.lengths[size+limit+1]; i++ {
		has := v.letters[i]
		if bits.OnesCount32(set&^has) > limit || bits.OnesCount32(has&^set) > limit {
			continue
		}
		n := v.byLength[i]
		if edits := s.distance(v.word(n)); 0 < edits && edits <= limit {
			found(n, edits)
		}
	}
}
