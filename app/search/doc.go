// Package search finds stories by what a reader half remembers of them: words in any
// order, misspelt, abbreviated, run together, or meant by their first letters.
//
// [New] builds an [Index] of [Texts] once; a [Searcher] made from it returns an [Answer]
// for each keystroke of one reader. A [Filter] narrows stories by what they are.
//
// # Words
//
// Texts and queries are read as folded words (see scanner). An index knows its words
// in order and for each the stories that have it. A typed word is first looked up
// among these words, and only then are stories looked at.
//
// # Readings
//
// A query is read ever more generously until some story has all of it:
//
//	literal   words as typed, in another form ("delays" for "delayed") or begun so;
//	          numbers in any writing ("£20m", "20 million") or without their point;
//	          two words as one and one as two ("work load", "breakeven")
//	compound  also a word for several: run together ("seventeenyearold"), by their
//	          first letters ("gpa"), or some by first letters and then a word
//	          ("swlondon")
//	misspelt  also words that begin no word, for words like them: one edit away, a
//	          neighbours' swap being one, two edits in long words, one in the beginning
//	          of a longer word, or an abbreviation ("fndn")
//	doubtful  also the other words, but for those of little meaning, for words like
//	          them
//
// In the last two the results are said to be corrected. If all fail, stories are taken
// that have at least half of the words of meaning solidly, and the results are said to
// be partial. Operators (see query) are never given up.
//
// So a reader who types on narrows what is found: as long as the reading stays the
// same, a further word never adds a story.
//
// # Ranking
//
// Hits are in a total order that is the same on every machine: by
//
//  1. the field by which the query is complete: headline, caption, standfirst, system;
//  2. the tier, which is the farthest way in which a word had to be looked for: all
//     words as typed in a row, as typed, other forms, beginnings, run together or
//     apart, first letters, words like those typed;
//  3. the cost: what is held against each word, against words that do not stand side
//     by side or in the order typed, and, if several words were typed or one for
//     several, against what else the headline says. The unit is an eighth of a bit of
//     likelihood; the constants stand in rank.go;
//  4. the story, newest first.
//
// Partial matches are ranked by cost first, a missing word costing what it says.
// [Answer.Explain] puts all this into words.
//
// # Bounds
//
// Of a query the first 2,000 bytes count, and in these the first 24 words, and of a
// word the first 64 bytes; words of more than 32 letters are not corrected. So any
// query is answered in bounded time.
package search
