// Package search finds stories by what a reader half remembers of them: words in any
// order, misspelt, abbreviated, run together, or only their first letters.
//
// [New] builds an [Index] of [Texts] once; where stories come and go, [Index.Join] makes
// the next of it. A [Searcher] over it returns an [Answer] to each text that one reader
// types: the stories found, best first, which letters of them match, and why each stands
// where it does.
//
// # How a query is read
//
// Take the query "gp acess 20m", typed for the headline "£20 million for GP access".
//
//  1. It is parsed into three terms (parse lists the operators that there are). All
//     three must be in a story, in any order.
//  2. Each term is expanded into the words of the index that match it: "gp" into "gp",
//     "gps" and whatever begins with "gp"; "20m" into the neighbours "20" and
//     "million", too. A word of the index carries the list of its stories, so no
//     text has been looked at so far.
//  3. The stories of the rarest term are the candidates. Each is looked through for
//     the other terms; those that have all of them are hits.
//  4. There are none, since "acess" is no word. So the query is read again, more
//     generously, and then "access" matches "acess".
//  5. The hits are ranked, and the query as it was understood, "gp access 20m", is
//     returned with them.
//
// # Readings
//
// These are the readings, each of which allows what those before it do. The first
// in which some story has every term is taken:
//
//	literal   words as typed, in another form ("delays" for "delayed", "fell" for
//	          "fall", "center" for "centre") or begun so; numbers in any writing
//	          ("£20m", "20 million", "seven"), rounded down or without their point;
//	          two words as one and one as two ("work load", "breakeven")
//	compound  also one word typed for several, if it is none itself: run together
//	          ("seventeenyearold"), by their first letters ("gpa"), or some by first
//	          letters and then a word ("swlondon")
//	misspelt  also other words for a term that begins no word of the index: one edit
//	          away, a swap of neighbours being one, two edits in long words or if the
//	          consonants agree, a letter left out or two swapped in the beginning of a
//	          longer word, or those it abbreviates ("fndn")
//
// In the last the answer is said to be corrected; a word of the index, or of the table of
// forms (forms.txt), never is. Of corrections only those to the words of the first are found.
// If all fail, those stories are taken that have the most terms of meaning, at least half of
// them matched with some certainty (of three or more, the last does not count until it has
// four letters), and the answer is said to be partial. Operators are never given up.
//
// Behind what is found so stand the stories that have a synonym of a name typed, as
// "general practice" for "gp" (synonyms.txt). They take the place of an answer that is
// corrected or partial: another name for a thing is nearer than another word. Up to three
// stories may have what was typed by accident. Behind them stand, in the same way, those
// that have a far more frequent word of which one typed may be a slip (likelier.go).
//
// Words of little meaning (stop.go) are no condition if there is one of meaning, but for
// the last, which may be the beginning of another: stories without them come behind.
//
// So a reader who types on narrows what is found: as long as the reading stays the
// same, a further word never adds a story, unless it shows that the one before it is
// finished and says little or that another word was meant, or leaves so few stories that
// they may be an accident.
//
// # Ranking
//
// Hits are in a total order that is the same on every machine: by
//
//  1. the field by which the query is complete: headline, caption, standfirst, system;
//  2. the cost: of the way in which each term is matched (the table of ways is in way.go),
//     of a beginning where the word typed is finished, of words that do not stand side by
//     side or in the order typed, of a headline that begins with another word than the
//     first typed, and of what else it says. The last word may still be being typed, so a
//     story where it goes on is little behind one that has it as typed. Of one word among
//     many stories, only the way counts (few in plan.go). The unit is an eighth of a bit
//     of likelihood (cost.go);
//  3. the story, newest first.
//
// Partial matches, of which as few words are missing as of any story, are ranked by cost;
// a missing word costs as much as it says, and a word like it, which may be in its place,
// less, as does the last if there is a word that begins nearly so.
//
// [Answer.Explain] puts all this into words.
//
// # Bounds
//
// Of a query the first 2,000 bytes count, and in these the first 24 words, and of a
// word the first 64 bytes; words of more than 32 letters are not corrected, and a word
// counts twice at most. A text for which 100,000 stories were candidates in vain is
// read no more generously. So any query is answered in bounded time.
//
// # Prepared data
//
// Whoever has no time to read all texts, as the program in a browser has not at each start, takes
// the index from prepared data, which [Prepare] has written and [ReadPrepared] reads: it makes the
// very index that [New] does. The data holds the words alone, in the order in which they are met; what
// else an index has is worked out of them, so that there is little to fetch. This is version 1. Any change
// of what is a word, or of what is written below, needs another: data and program are of one build, and one
// version is read.
//
//	number    7 bits in each byte, the lowest first; every byte but the last has the eighth
//	          bit set, too; nine bytes at most
//	word      a number: 0 is the next of the words, those met before are 1 for the first,
//	          2 for the second and so on
//
// The data is
//
//	"ICSI"    and the version, a byte
//	origin    the upper half of a number of 64 bits, which is 0, and then for each byte of what
//	          the texts are of, and of each name with a line end before it, xor the byte, times
//	          0x9E3779B97F4A7C15
//	stories   their number
//	fields    system, standfirst, caption and headline; of each the number of its words in all
//	          stories, and if that is not 0, of each story the number of its words, and the words
//	words     the number of different ones; and each as it is folded, in UTF-8 and with a
//	          blank behind it: those met, in that order, and then those of names alone, in
//	          byte order; nothing behind them
//
// The example of [Prepare] is one. Every number is checked: data that ends too early, goes on, refers
// to what is not there, or has a word twice is refused, and so is data of another origin or number
// of stories. There is no checksum, as there is none of the corpus: a word or its number that was changed into
// another is read as it is, and what is found then may be wrong.
//
// # Where it is
//
// Text to words: token.go (folding as it reads), intern.go, vocabulary.go. The index:
// index.go, build.go; prepare.go, prepared.go. A typed word to words: expand.go with inflect.go, forms.go,
// spelling.go, number.go, edits.go, slip.go and abbreviate.go; to several: compound.go,
// acronym.go, split.go. A query: query.go, matcher.go, plan.go. Finding: searcher.go,
// then gather.go, match.go and partial.go, or single.go; cache.go is what spares work at
// the next keystroke, rehearsal.go at the first. Order: way.go, cost.go, rank.go, keys.go.
// An answer: answer.go, marks.go, explain.go, correct.go, synonym.go, likelier.go.
// reference_test.go is all of it once more, slow and plain, and what the rest is compared
// with.
package search
