package search

// An Index holds the words of every story. It is built once and never changes,
// so any number of searchers can share it. All of it is flat slices of numbers
// and bytes.
type Index struct {
	texts    Texts
	names    []string // whose words are no mistakes
	stories  int
	few      int // up to so many stories, a headline's form decides between those with one word
	words    vocabulary
	sections [fieldCount]section
}

// A scope is the part of an index that is searched: its fields up to the last.
type scope struct {
	*Index
	last Field
}

// frequency returns in how many stories words of r stand, a story counted once for
// each word and field.
func (s scope) frequency(r wordRange) int {
	n := 0
	for f := Headline; f <= s.last; f++ {
		n += len(s.sections[f].postings(r))
	}
	return n
}

// rarer returns the one of a and b that stands in fewer stories.
func (s scope) rarer(a, b wordRange) wordRange {
	if s.frequency(b) < s.frequency(a) {
		return b
	}
	return a
}

// A section is the words of one field of all stories, both ways round. It is empty
// if no story has such a text.
type section struct {
	starts     []uint32 // the words of story i are tokens[starts[i]:starts[i+1]]
	tokens     []uint32 // word numbers in the order of the text
	postStarts []uint32 // the stories with word w are posts[postStarts[w]:postStarts[w+1]]
	posts      []uint32 // ascending, each once a word

	// Where words may be meant by their first letters:
	initials    []uint64 // for each story, the set of the pairs of letters that may be typed so
	information []uint32 // for each story, that of its words, in sixteenths of a bit (see summarize)
}

func (s *section) empty() bool { return len(s.tokens) == 0 }

// words returns the numbers of the words of a story, in the order of the text.
func (s *section) words(story uint32) []uint32 {
	if s.empty() {
		return nil
	}
	return s.tokens[s.starts[story]:s.starts[story+1]]
}

// postings returns the stories that have a word of r, ascending for each word.
func (s *section) postings(r wordRange) []uint32 {
	if s.empty() {
		return nil
	}
	return s.posts[s.postStarts[r.lo]:s.postStarts[r.hi]]
}

// A wordRange is the words from lo up to hi-1.
type wordRange struct{ lo, hi uint32 }
