package search

import "math/bits"

// A set is a set of stories, one bit each.
type set []uint64

func newSet(stories int) set { return make(set, (stories+63)/64) }

func (b set) add(story uint32) { b[story/64] |= 1 << (story % 64) }

func (b set) remove(story uint32) { b[story/64] &^= 1 << (story % 64) }

func (b set) clear() { clear(b) }

// all yields the stories in b, ascending.
func (b set) all(yield func(story uint32) bool) {
	for i, word := range b {
		for ; word != 0; word &= word - 1 {
			if !yield(uint32(i*64 + bits.TrailingZeros64(word))) {
				return
			}
		}
	}
}
