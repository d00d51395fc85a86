package search

import "slices"

// New builds the index of t. The texts are read again when matches are shown, so
// t must not change. The words of names are right even if no text has them: they are not
// taken for mistakes.
func New(t Texts, names ...string) *Index {
	x := Index{names: names}
	return x.Join(t, nil)
}

// Join builds the index of t as [New] does with the names of x, but reads no text that x
// has read: story i of t has the same texts as story same[i] of x, unless that is negative
// or same too short.
func (x *Index) Join(t Texts, same []int) *Index {
	j := &Index{texts: t, names: x.names, stories: t.Len(), few: few}
	var in interner
	r := reader{
		texts: t, in: &in, scan: scanner{word: make([]byte, 0, maxWord)},
		known: x, same: same, numbers: make([]uint32, x.words.len()),
	}
	for f := range j.sections {
		j.sections[f].starts, j.sections[f].tokens = r.readAll(Field(f))
	}
	for _, name := range j.names {
		r.words(name)
	}
	j.finish(&in)
	return j
}

// finish makes of words in the order in which they were met, and of sections that have
// only their words, an index.
func (x *Index) finish(in *interner) {
	words, final := newVocabulary(in)
	x.words = words
	for f := range x.sections {
		if s := &x.sections[f]; !s.empty() {
			s.invert(final)
			if hasInitials(Field(f)) {
				s.summarize(&words)
			}
		}
	}
}

// usualLength is how many words a text is expected to have.
const usualLength = 10

// A reader reads the words of one field after the other, a block of stories at a time,
// and gives them provisional numbers.
type reader struct {
	texts  Texts
	field  Field
	in     *interner
	scan   scanner
	starts []uint32 // nil until a story has such a text
	tokens []uint32

	known   *Index   // has read
	same    []int    // these stories of its
	numbers []uint32 // for each of its words the number, plus one, 0 until it has come
}

// readAll reads field f of all stories; nothing comes of it if that has no word.
func (r *reader) readAll(f Field) (starts, tokens []uint32) {
	r.field, r.starts, r.tokens = f, nil, nil
	n := r.texts.Len()
	for first := 0; first < n; first += block {
		r.read(first, min(first+block, n))
	}
	if len(r.tokens) == 0 {
		return nil, nil
	}
	if cap(r.tokens)-len(r.tokens) > len(r.tokens)/4 { // to copy it costs time, too
		r.tokens = slices.Clone(r.tokens)
	}
	return r.starts, r.tokens
}

// read reads the stories from first up to end-1.
//
//go:noinline
func (r *reader) read(first, end int) {
	for i := first; i < end; i++ {
		if i < len(r.same) && r.same[i] >= 0 {
			if words := r.known.sections[r.field].words(uint32(r.same[i])); len(words) > 0 {
				r.begin(i)
				r.again(words)
			}
		} else if text := r.texts.Text(i, r.field); text != "" {
			r.begin(i)
			r.words(text)
		}
		if r.starts != nil {
			r.starts = append(r.starts, uint32(len(r.tokens)))
		}
	}
}

// begin notes that story i has such a text.
func (r *reader) begin(i int) {
	if r.starts == nil {
		n := r.texts.Len()
		r.starts = make([]uint32, i+1, n+1)
		r.tokens = make([]uint32, 0, usualLength*(n-i))
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

// again takes over words of the known index.
func (r *reader) again(words []uint32) {
	for _, w := range words {
		if r.numbers[w] == 0 {
			r.numbers[w] = r.in.number(r.known.words.word(w)) + 1
		}
		r.tokens = append(r.tokens, r.numbers[w]-1)
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
