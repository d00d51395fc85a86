package search

// A way is how a word of a text matches a typed word; the smaller, the nearer.
// Zero is not at all.
type way uint8

const (
	absent       way = 0
	whole        way = 1
	started      way = 2 // and one letter follows; then two, up to maxRest
	inflected    way = started + maxRest
	joined       way = inflected + 1
	initials     way = joined + 1
	slipped      way = joined + 2
	slippedStart way = joined + 3
	edited       way = joined + 4
	abbreviated  way = joined + 5
	editedTwice  way = joined + 6
	ways             = joined + 7
)

// maxRest is the number of letters from which on words begun count as equally
// far from what was typed.
const maxRest = 12

// begun returns the way of a word that goes on for rest letters.
func begun(rest int) way { return started + way(min(rest, maxRest)) - 1 }

// A meaning is what a way says of a hit: in words, and what is held against it.
type meaning struct {
	name string
	cost int32
}

// meanings are those of each way, with the reasons for the costs. They were set by
// measuring known queries, and then written in terms of one another where the reason
// for one is a reason for the other.
var meanings = [ways]meaning{
	absent: {"missing", 0},
	// The word itself, or a number written another way.
	whole: {"as typed", 0},
	// It is still being typed, so it may well be meant. The more letters follow, the more
	// words begin so.
	started: {"beginning", startedCost},
	// "delays" for "delayed": one remembers what was said, not how.
	inflected: {"another form", otherCost},
	// "breakeven": a blank too few or too many.
	joined: {"run together or apart", otherCost},
	// "gpa": of three letters, many texts have them in a row by chance.
	initials: {"first letters", otherCost},
	// "acess", "acecss": what fingers do to a word that one can spell.
	slipped: {"letter left out or swapped", slippedCost},
	// "foundtai": both.
	slippedStart: {"beginning, letter left out or swapped", slippedCost + startedCost},
	// "acqess": it may as well be another word.
	edited: {"one letter wrong", editedCost},
	// "fndn" for "foundation": first letters, but of one word, and some of them.
	abbreviated: {"abbreviated", slippedCost + otherCost},
	// "vraiatoin": two mistakes, the second cheaper, since who makes one makes more.
	editedTwice: {"two letters wrong", editedCost + 2*slippedCost},
}

// begins reports whether the word of the text begins with the one typed and goes on.
func (w way) begins() bool { return started <= w && w < inflected }

// meaning returns what w means; all words begun mean the same.
func (w way) meaning() *meaning {
	if w.begins() {
		w = started
	}
	return &meanings[w]
}

// String says what w means, of the word it is said of.
func (w way) String() string { return w.meaning().name }

// cost returns what is held against a word matched in way w.
func (w way) cost() int32 {
	cost := w.meaning().cost
	if w.begins() {
		rest := uint32(w-started) + 1
		cost += restCost * log2(rest+1) / fraction
	}
	return cost
}
