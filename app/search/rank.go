package search

// A tier is how far a hit alters what was typed, and what hits of one field are ranked by
// first. A hit is in the tier of the worst way in which a term is matched.
type tier uint8

const (
	meant   tier = iota // no word is taken for a mistake
	slips               // some with letters left out or swapped
	edits               // some with another letter wrong
	guesses             // some with two letters wrong, or abbreviated
)

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

// mostMissing is the number of words from which on more make no difference.
const mostMissing = 7

// A partial rank is how many words are missing, then the cost, then the field.
func newPartialRank(missing int, cost int32, f Field) rank {
	return rank(min(missing, mostMissing))<<(costBits+2) | rank(min(cost, worstCost))<<2 | rank(f)
}

func (r rank) missing() int        { return int(r >> (costBits + 2)) }
func (r rank) partialCost() int32  { return int32(r >> 2 & worstCost) }
func (r rank) partialField() Field { return Field(r & 3) }
