package search

// A way is how a word of a text answers a typed word; the smaller, the nearer.
// Zero is not at all.
type way uint8

const (
	absent      way = 0
	whole       way = 1                 // the word itself, or a number written another way
	inflected   way = 2                 // another form of it: "delays" for "delayed"
	started     way = 3                 // it begins so, and one letter follows; then two, up to maxRest
	joined      way = started + maxRest // typed together or apart
	initials    way = joined + 1        // first letters of neighbouring words
	slipped     way = joined + 2        // a letter left out, or two swapped
	mishit      way = joined + 3        // a letter doubled, or the key beside it hit
	edited      way = joined + 4        // another letter wrong
	editedStart way = joined + 5        // it begins so, but for one letter
	abbreviated way = joined + 6        // letters left out: "fndn" for "foundation"
	editedTwice way = joined + 7        // two letters wrong
	ways            = joined + 8
)

// maxRest is the number of letters from which on words begun count as equally
// far from what was typed.
const maxRest = 12

// begun returns the way of a word that goes on for rest letters.
func begun(rest int) way { return started + way(min(rest, maxRest)) - 1 }
