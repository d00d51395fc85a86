package search

import "math/bits"

// A bit is the cost of what makes it half as likely that a reader who thinks of a
// headline types this query. Costs are counted in eighths of it, so that the smallest
// differences, of how many letters follow, are whole numbers.
const bit = 8

// These are the costs that others are made of (see meanings), and those of a hit as a
// whole.
const (
	startedCost = 3 * bit / 4
	restCost    = bit / 4 // for each doubling of the letters that follow
	slippedCost = 2 * bit
	editedCost  = 3 * slippedCost

	otherCost = 6 * bit // another form, or several words: more than order can make up for

	finishedCost  = 5 * bit       // a word that is only begun where another was typed behind it
	apartCost     = 1 * bit       // no two words stand side by side that were typed so
	disorderCost  = 4 * apartCost // no two words stand in the order typed
	dispensedCost = 6 * bit       // each word of little meaning that is not there
	openingCost   = 3 * bit / 2   // another word than the first typed stands first in the headline
	surplusCost   = 7 * bit / 8   // for each word meant but one, and for one in the headline, each time that it says four times as much

	// Of partial matches:
	alteredCost    = 2 * bit  // a word that stands for another, which is one, too
	missingCost    = 16 * bit // a word that no story has: as rare as one in 65,536
	almostGain     = 2 * bit  // of that, if there is a word of nearly the same beginning
	otherFieldCost = 1 * bit  // for each field that a word stands below the headline
)

// surplus returns what is held against a headline of so much information, of which one
// word and so many more were meant: the more it says, the likelier are a reader's words
// to be others of it.
func surplus(more int, information uint32) int32 {
	return surplusCost * int32(max(0, more)) * log2(information) / (2 * fraction)
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
