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

// A section is the words of one field of all stories, both ways round.
type section struct {
	starts  []uint32 // the words of story i are tokens[starts[i]:starts[i+1]]
	tokens  []uint32 // word numbers in the order of the text
	firsts  []uint32 // the stories with word w are stories[firsts[w]:firsts[w+1]]
	stories []uint32 // ascending, each once a word

	initials []uint32 // for each story, the set of the first letters of its words
	content  []uint32 // for each story, how much its words say, in sixteenths of a bit
}

func (s *section) words(story uint32) []uint32 { return s.tokens[s.starts[story]:s.starts[story+1]] }
func (s *section) with(w uint32) []uint32      { return s.stories[s.firsts[w]:s.firsts[w+1]] }

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
		s := &x.sections[f]
		s.renumber(final)
		s.list(len(final))
		s.sum(words.initials)
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
	s.initials = make([]uint32, stories)
	s.content = make([]uint32, stories)
	for i := range stories {
		for _, w := range s.words(uint32(i)) {
			s.initials[i] |= 1 << (initials[w] & 31)
			s.content[i] += says[w]
		}
	}
}

// commonplace is what a word says that one story in eight has: nothing.
const commonplace = 3 << 4
