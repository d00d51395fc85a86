package search

// Options narrow a search.
type Options struct {
	HeadlineOnly bool // look at nothing but headlines
}

// A Hit is a story that matches.
type Hit struct {
	Story int
	// Field is the reason shown for the hit: the first field by which, with those
	// before it, every word is found; of a partial match, the last field used.
	Field Field
	rank  rank
}

// An Answer is what a search found. It stays as it is when its searcher searches on.
// The zero value is the answer to a text without words.
type Answer struct {
	// Hits are all matches in rank order: first those of the words typed, then those of
	// Also.
	Hits []Hit
	// Partial is set when no story has every word: the hits have the most of them.
	Partial bool
	// Missing is set with Partial: the words typed that the first hit does not have, nor
	// words like them.
	Missing []string
	// Meant is set with Partial if the first hit has words like some of those typed: the
	// query with them. Whether it was meant is for the reader to say.
	Meant string
	// Corrected is set when nothing is written as typed and words like it were taken
	// instead: the query as the first hit matches it.
	Corrected string
	// Verbatim is set with Corrected: the query that insists on what was typed.
	Verbatim string
	// Guessed is set with Corrected if a word of it is far from what was typed, which may be a word
	// that no text has: abbreviated, or two letters wrong.
	Guessed bool
	// WordsAlone is set when nothing matches the query with its operators: its words
	// without them, which were looked for instead.
	WordsAlone string

	// Also lists what there are more hits by, in the order of these: synonyms of what was
	// typed, and words of which it may be a slip.
	Also []string

	plan  *plan        // nil of a text without words
	wide  *plan        // with what is in Also, nil without
	wider map[int]bool // the stories that are found by what is in Also only
}

// planOf returns the plan by which story is found.
func (a Answer) planOf(story int) *plan {
	if a.wider[story] {
		return a.wide
	}
	return a.plan
}
