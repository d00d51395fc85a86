package search

import "slices"

// New builds the index of t. The texts are read again when matches are shown, so
// t must not change. The words of names are right even if no text has them: they are not
// taken for mistakes.
func New(t Texts, names ...string) *Index {
	x := &Index{texts: t, stories: t.Len(), few: few}
	var in interner
	for f := range x.sections {
		x.sections[f].read(t, Field(f), &in)
	}
	r := reader{in: &in, scan: scanner{word: make([]byte, 0, maxWord)}}
	for _, name := range names {
		r.words(name)
	}
	words, final := newVocabulary(&in)
	x.words = words
	for f := range x.sections {
		if s := &x.sections[f]; !s.empty() {
			s.invert(final)
			if hasInitials(Field(f)) {
				s.summarize(&words)
			}
		}
	}
	return x
}

// usualLength is how many words a text is expected to have.
const usualLength = 10

// A reader reads the words of one field, a block of stories at a time.
type reader struct {
	texts  Texts
	field  Field
	in     *interner
	scan   scanner
	starts []uint32 // nil until a story has such a text
	tokens []uint32
}

// read fills the tokens of s with provisional numbers.
func (s *section) read(t Texts, f Field, in *interner) {
	n := t.Len()
	r := reader{texts: t, field: f, in: in, scan: scanner{word: make([]byte, 0, maxWord)}}
	for first := 0; first < n; first += block {
		r.read(first, min(first+block, n))
	}
	s.starts, s.tokens = r.starts, r.tokens
	if cap(s.tokens)-len(s.tokens) > len(s.tokens)/4 { // to copy it costs time, too
		s.tokens = slices.Clone(s.tokens)
	}
}

// read reads the stories from first up to end-1.
//
//go:noinline
func (r *reader) read(first, end int) {
	for i := first; i < end; i++ {
		if text := r.texts.Text(i, r.field); text != "" {
			if r.starts == nil {
				n := r.texts.Len()
				r.starts = make([]uint32, i+1, n+1)
				r.tokens = make([]uint32, 0, usualLength*(n-i))
			}
			r.words(text)
		}
		if r.starts != nil {
			r.starts = append(r.starts, uint32(len(r.tokens)))
		}
	}
}

// words reads the words of text.
func (r *reader) words(text string) {
	r.scan.reset(text)
	for r.scan.scan() {
		n := r.in.number(r.scan.word)
		r.tokens = append(r.tokens, n)
	}
}

// An inverter lists the stories of each word of a section, a block of them at a time.
type inverter struct {
	*section
	final []uint32 // for each provisional number of a word the final one
	last  []uint32 // the last story of each word, plus one
	next  []uint32 // where the next story of each word goes
}

// invert gives the words of s their final numbers and lists the stories of each.
func (s *section) invert(final []uint32) {
	words := len(final)
	s.postStarts = make([]uint32, words+2)
	l := inverter{s, final, make([]uint32, words), s.postStarts[1:]}
	stories := uint32(len(s.starts) - 1)
	for first := uint32(0); first < stories; first += block {
		l.count(first, min(first+block, stories))
	}
	for w := 2; w < len(s.postStarts); w++ {
		s.postStarts[w] += s.postStarts[w-1]
	}
	s.posts = make([]uint32, s.postStarts[words+1])
	clear(l.last)
	for first := uint32(0); first < stories; first += block {
		l.place(first, min(first+block, stories))
	}
	s.postStarts = s.postStarts[:words+1]
}

// count numbers the words of the stories from first up to end-1 and counts each story
// for each of its words, two places ahead of where the word's stories are to start.
//
//go:noinline
func (l *inverter) count(first, end uint32) {
	for story := first; story < end; story++ {
		tokens := l.words(story)
		for i, n := range tokens {
			w := l.final[n]
			tokens[i] = w
			if l.last[w] != story+1 {
				l.last[w] = story + 1
				l.postStarts[w+2]++
			}
		}
	}
}

// place puts the stories from first up to end-1 into the lists of their words.
//
//go:noinline
func (l *inverter) place(first, end uint32) {
	for story := first; story < end; story++ {
		for _, w := range l.words(story) {
			if l.last[w] != story+1 {
				l.last[w] = story + 1
				l.posts[l.next[w]] = story
				l.next[w]++
			}
		}
	}
}

// commonplace is the information of a word that one story in eight has. It is what every
// other word says too, so such a word counts for nothing.
const commonplace = 3 * fraction

// A summarizer sums up the words of each story of a section.
type summarizer struct {
	*section
	first []byte   // the first letter of each word
	bits  []uint32 // the information of each word, in parts of a bit
}

// summarize notes what the words of each story come to. The information of a word is its
// inverse document frequency: the binary logarithm of how few of the stories have it.
func (s *section) summarize(v *vocabulary) {
	stories := uint32(len(s.starts) - 1)
	n := v.len()
	m := summarizer{s, v.initials, make([]uint32, n)}
	for w := range n {
		m.bits[w] = uint32(max(0, log2(stories)-log2(s.postStarts[w+1]-s.postStarts[w])-commonplace))
	}
	s.initials = make([]uint64, stories)
	s.information = make([]uint32, stories)
	for i := range stories {
		m.add(i)
	}
}

// add sums up the words of one story.
//
//go:noinline
func (m *summarizer) add(story uint32) {
	var pairs uint64
	var information uint32
	var before uint32
	for i, w := range m.words(story) {
		if i > 0 {
			pairs |= initialPair(m.first[before], m.first[w])
		}
		before = w
		information += m.bits[w]
	}
	m.initials[story], m.information[story] = pairs, information
}

// initialPair returns the bit of two letters in a row, which other pairs share.
func initialPair(a, b byte) uint64 {
	return 1 << ((uint32(a)<<8 | uint32(b)) * 2654435769 >> 26)
}
