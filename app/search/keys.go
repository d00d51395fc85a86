package search

// A key is a rank and, in its lower half, the story that has it.
type key uint64

func newKey(r rank, story uint32) key { return key(r)<<32 | key(story) }

func (k key) rank() rank    { return rank(k >> 32) }
func (k key) story() uint32 { return uint32(k) }

// Keys are those of stories found, and room to sort them.
type keys struct{ found, spare []key }

func (k *keys) add(r rank, story uint32) { k.found = append(k.found, newKey(r, story)) }

// hits empties k, to which stories were added in their order, and returns them in rank
// order.
func (k *keys) hits() []Hit {
	k.found, k.spare = sortKeys(k.found, k.spare)
	hits := make([]Hit, len(k.found))
	for i, key := range k.found {
		r := key.rank()
		hits[i] = Hit{int(key.story()), r.field(), r}
	}
	k.found = k.found[:0]
	return hits
}

// digitBits is the size of the digits by which keys are sorted.
const digitBits = rankBits / 2

// sortKeys sorts keys, which are in the order of their stories, by rank and then by
// story. It needs a second slice as long, and returns the sorted one and the other.
func sortKeys(keys, spare []key) (sorted, other []key) {
	spare = append(spare[:0], keys...)
	for shift := 32; shift < 32+rankBits; shift += digitBits {
		var next [1<<digitBits + 1]uint32
		for _, k := range keys {
			next[k>>shift&(1<<digitBits-1)+1]++
		}
		for i := 1; i < len(next); i++ {
			next[i] += next[i-1]
		}
		for _, k := range keys {
			digit := k >> shift & (1<<digitBits - 1)
			spare[next[digit]] = k
			next[digit]++
		}
		keys, spare = spare, keys
	}
	return keys, spare
}
