package search

// An Index holds the words of every story. It is built once and never changes,
// so any number of searchers can share it.
type Index struct {
	texts  Texts
	words  vocabulary
	fields [fieldCount]section
}

// A section is the words of one field of all stories, both ways round.
type section struct {
	starts  []uint32 // the words of story i are tokens[starts[i]:starts[i+1]]
	tokens  []uint32 // word numbers in the order of the text
	firsts  []uint32 // the stories of word w are stories[firsts[w]:firsts[w+1]]
	stories []uint32 // ascending, each once a word
}

func (s *section) story(i int) []uint32   { return s.tokens[s.starts[i]:s.starts[i+1]] }
func (s *section) with(w uint32) []uint32 { return s.stories[s.firsts[w]:s.firsts[w+1]] }

// New builds the index of t. The texts are read again when matches are shown, so
// t must not change.
func New(t Texts) *Index {
	x := &Index{texts: t}
	n := t.Len()
	var in interner
	for f := range x.fields {
		s := &x.fields[f]
		s.starts = make([]uint32, n+1)
		var scan scanner
		for i := range n {
			scan.text, scan.next = t.Text(i, Field(f)), 0
			for scan.scan() {
				s.tokens = append(s.tokens, in.number(scan.word))
			}
			s.starts[i+1] = uint32(len(s.tokens))
		}
	}
	var final []uint32
	x.words, final = in.sorted()
	for f := range x.fields {
		x.fields[f].invert(final)
	}
	return x
}

// invert gives the tokens their final numbers and lists the stories of each word.
func (s *section) invert(final []uint32) {
	s.firsts = make([]uint32, len(final)+2)
	last := make([]uint32, len(final)) // the last story of each word, plus one
	for i := range len(s.starts) - 1 {
		tokens := s.story(i)
		for j, w := range tokens {
			w = final[w]
			tokens[j] = w
			if last[w] != uint32(i+1) {
				last[w] = uint32(i + 1)
				s.firsts[w+2]++
			}
		}
	}
	for w := 2; w < len(s.firsts); w++ {
		s.firsts[w] += s.firsts[w-1]
	}
	clear(last)
	s.stories = make([]uint32, s.firsts[len(final)+1])
	next := s.firsts[1:]
	for i := range len(s.starts) - 1 {
		for _, w := range s.story(i) {
			if last[w] != uint32(i+1) {
				last[w] = uint32(i + 1)
				s.stories[next[w]] = uint32(i)
				next[w]++
			}
		}
	}
	s.firsts = s.firsts[:len(final)+1]
}
