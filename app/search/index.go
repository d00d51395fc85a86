package search

// An Index holds the words of every story. It is built once and never changes,
// so any number of searchers can share it. All of it is flat slices of numbers
// and bytes.
type Index struct {
	texts    Texts
	stories  int
	words    vocabulary
	sections [fieldCount]section
}

// A section is the words of one field of all stories, both ways round. It is empty
// if no story has such a text.
type section struct {
	starts  []uint32 // the words of story i are tokens[starts[i]:starts[i+1]]
	tokens  []uint32 // word numbers in the order of the text
	firsts  []uint32 // the stories with word w are stories[firsts[w]:firsts[w+1]]
	stories []uint32 // ascending, each once a word

	initials []uint64 // for each story, the set of the pairs of first letters of neighbours
	content  []uint32 // for each story, how much its words say, in sixteenths of a bit
}

func (s *section) empty() bool { return len(s.tokens) == 0 }

// words returns the numbers of the words of a story, in the order of the text.
func (s *section) words(story uint32) []uint32 {
	if s.empty() {
		return nil
	}
	return s.tokens[s.starts[story]:s.starts[story+1]]
}

// with returns the stories that have a word of r, ascending for each word.
func (s *section) with(r wordRange) []uint32 {
	if s.empty() {
		return nil
	}
	return s.stories[s.firsts[r.lo]:s.firsts[r.hi]]
}

// A wordRange is the words from lo up to hi-1.
type wordRange struct{ lo, hi uint32 }

// New builds the index of t. The texts are read again when matches are shown, so
// t must not change.
func New(t Texts) *Index {
	x := &Index{texts: t, stories: t.Len()}
	var in interner
	for f := range x.sections {
		x.sections[f].read(t, Field(f), &in)
	}
	words, final := newVocabulary(&in)
	x.words = words
	for f := range x.sections {
		if s := &x.sections[f]; s.empty() {
			s.starts = nil
		} else {
			s.renumber(final)
			s.list(len(final))
			s.sum(words.initials)
		}
	}
	return x
}

// read fills the tokens of s with provisional numbers.
func (s *section) read(t Texts, f Field, in *interner) {
	n := t.Len()
	s.starts = make([]uint32, n+1)
	var scan scanner
	for i := range n {
		scan.reset(t.Text(i, f))
		for scan.scan() {
			s.tokens = append(s.tokens, in.number(scan.word))
		}
		s.starts[i+1] = uint32(len(s.tokens))
	}
}

func (s *section) renumber(final []uint32) {
	tokens := make([]uint32, len(s.tokens)) // of exactly the size needed
	for i, n := range s.tokens {
		tokens[i] = final[n]
	}
	s.tokens = tokens
}

// list lists the stories of each of the words.
func (s *section) list(words int) {
	s.firsts = make([]uint32, words+2)
	last := make([]uint32, words) // the last story of each word, plus one
	for i := range uint32(len(s.starts) - 1) {
		for _, w := range s.words(i) {
			if last[w] != i+1 {
				last[w] = i + 1
				s.firsts[w+2]++
			}
		}
	}
	for w := 2; w < len(s.firsts); w++ {
		s.firsts[w] += s.firsts[w-1]
	}
	clear(last)
	s.stories = make([]uint32, s.firsts[words+1])
	next := s.firsts[1:]
	for i := range uint32(len(s.starts) - 1) {
		for _, w := range s.words(i) {
			if last[w] != i+1 {
				last[w] = i + 1
				s.stories[next[w]] = i
				next[w]++
			}
		}
	}
	s.firsts = s.firsts[:words+1]
}

// sum notes what the words of each story come to. What a word says is the binary
// logarithm of how few of the stories have it, less what every other word says too.
func (s *section) sum(initials []byte) {
	stories := len(s.starts) - 1
	says := make([]uint32, len(initials))
	for w := range says {
		having := s.firsts[w+1] - s.firsts[w]
		says[w] = uint32(max(0, log2(uint32(stories))-log2(having)-commonplace))
	}
	s.initials = make([]uint64, stories)
	s.content = make([]uint32, stories)
	for i := range stories {
		var before byte
		for j, w := range s.words(uint32(i)) {
			if j > 0 {
				s.initials[i] |= initialPair(before, initials[w])
			}
			before = initials[w]
			s.content[i] += says[w]
		}
	}
}

// commonplace is what a word says that one story in eight has: nothing.
const commonplace = 3 << 4

// initialPair returns the bit of two neighbouring first letters, which other pairs
// share.
func initialPair(a, b byte) uint64 {
	return 1 << ((uint32(a)<<8 | uint32(b)) * 2654435769 >> 26)
}
