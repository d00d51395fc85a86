package search

// A rank is a place in the order of hits: the field by which all words are found, or how
// many words are missing; then the cost; then the field again. The smaller comes first.
type rank uint32

const (
	fieldBits = 2
	costBits  = 15
	rankBits  = fieldBits + costBits + 3
	worstCost = 1<<costBits - 1
)

// mostMissing is the number of words from which on more make no difference.
const mostMissing = 7

// newRank returns the rank of a hit with all words.
func newRank(cost int32, f Field) rank { return newPartialRank(int(f), cost, f) }

// newPartialRank returns the rank of a hit without some words, of those that have as many.
func newPartialRank(missing int, cost int32, f Field) rank {
	return rank(min(missing, mostMissing))<<(costBits+fieldBits) | rank(min(cost, worstCost))<<fieldBits | rank(f)
}

func (r rank) field() Field { return Field(r & (1<<fieldBits - 1)) }
func (r rank) cost() int32  { return int32(r >> fieldBits & worstCost) }
func (r rank) missing() int { return int(r >> (costBits + fieldBits)) }
