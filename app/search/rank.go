package search

import "math/bits"

// A tier is what hits of one field are ranked by first: the farthest way in which a
// word of the query had to be looked for.
type tier uint8

const (
	phrase     tier = iota // every word whole, in a row
	asTyped                // every word whole
	otherForms             // some in another form
	starts                 // some only begun
	compounds              // some typed together or apart
	acronyms               // some by first letters
	likeness               // some misspelt or abbreviated
)

// tierOf returns the tier of a hit whose farthest way is w.
func tierOf(w way) tier {
	switch {
	case w <= whole:
		return asTyped
	case w == inflected:
		return otherForms
	case w < joined:
		return starts
	case w == joined:
		return compounds
	case w == initials:
		return acronyms
	}
	return likeness
}

// Within a tier hits are ranked by what is held against them, the least first. The
// unit is an eighth of a bit: eight more make it half as likely that a reader who
// thinks of this headline types this query.
const (
	inflectedCost   = 24
	startedCost     = 8 // and restCost for each doubling of the letters that follow
	restCost        = 2
	joinedCost      = 16
	initialsCost    = 32
	slippedCost     = 16
	mishitCost      = 32
	editedCost      = 48
	editedStartCost = 56
	abbreviatedCost = 64
	editedTwiceCost = 80
	apartCost       = 8  // no two words stand side by side that were typed so
	disorderCost    = 32 // no two words stand in the order typed
	surplusCost     = 4  // for each word meant, each doubling of what the headline says
)

// cost returns what is held against a word matched in way w.
func cost(w way) int32 {
	switch {
	case w <= whole:
		return 0
	case w == inflected:
		return inflectedCost
	case w < joined:
		return startedCost + restCost*log2(uint32(w-started)+2)/fraction
	case w == joined:
		return joinedCost
	case w == initials:
		return initialsCost
	case w == slipped:
		return slippedCost
	case w == mishit:
		return mishitCost
	case w == edited:
		return editedCost
	case w == editedStart:
		return editedStartCost
	case w == abbreviated:
		return abbreviatedCost
	}
	return editedTwiceCost
}

// A rank is a place in the order of hits: the field, then the tier, then the cost.
// The smaller comes first.
type rank uint32

const (
	costBits  = 15
	tierBits  = 3
	rankBits  = costBits + tierBits + 2
	worstCost = 1<<costBits - 1
)

func newRank(f Field, t tier, cost int32) rank {
	return rank(f)<<(tierBits+costBits) | rank(t)<<costBits | rank(min(cost, worstCost))
}

func (r rank) field() Field { return Field(r >> (tierBits + costBits)) }
func (r rank) tier() tier   { return tier(r >> costBits & (1<<tierBits - 1)) }
func (r rank) cost() int32  { return int32(r & worstCost) }

// A partial rank is the cost, then the field.
func newPartialRank(f Field, cost int32) rank { return rank(min(cost, worstCost))<<2 | rank(f) }

func (r rank) partialCost() int32  { return int32(r >> 2) }
func (r rank) partialField() Field { return Field(r & 3) }

// surplus returns what is held against a story for words of a headline that says information
// and were not meant, more being how many were meant besides the first.
func surplus(more int, information uint32) int32 {
	return surplusCost * int32(max(0, more)) * log2(information) / fraction
}

// fraction is how many parts of a bit log2 counts.
const fraction = 16

// log2 returns the binary logarithm of n in sixteenths, linear between powers of
// two, the same on every machine; 0 for 0.
func log2(n uint32) int32 {
	if n == 0 {
		return 0
	}
	whole := bits.Len32(n) - 1
	return int32(whole*fraction) + int32(uint64(n)*fraction>>whole%fraction)
}

// A key is a rank and, in its lower half, the story that has it.
type key uint64

func newKey(r rank, story uint32) key { return key(r)<<32 | key(story) }

func (k key) rank() rank    { return rank(k >> 32) }
func (k key) story() uint32 { return uint32(k) }

// Keys are those of stories found, and room to sort them.
type keys struct{ found, spare []key }

func (k *keys) add(r rank, story uint32) { k.found = append(k.found, newKey(r, story)) }

// hits empties k, to which stories were added in their order, and returns them in rank
// order, with the fields that fieldOf reads from a rank.
func (k *keys) hits(fieldOf func(rank) Field) []Hit {
	k.found, k.spare = sortKeys(k.found, k.spare)
	hits := make([]Hit, len(k.found))
	for i, key := range k.found {
		r := key.rank()
		hits[i] = Hit{int(key.story()), fieldOf(r), r}
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
