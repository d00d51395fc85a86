package search

import "encoding/binary"

// preparedHead begins prepared data; its last byte is the version.
const preparedHead = "ICSI\x01"

// Prepare returns x as prepared data, from which [ReadPrepared] makes the same; the package comment
// has its form. of says what the texts are of, such as a corpus's fingerprint. The same index
// gives the same bytes.
func Prepare(x *Index, of string) []byte {
	p := preparer{words: &x.words, numbers: make([]uint32, x.words.len()), data: []byte(preparedHead)}
	p.number(origin(of, x.names))
	p.number(uint32(x.stories))
	for _, f := range preparedOrder {
		p.section(&x.sections[f], x.stories)
	}
	for w := range p.numbers { // the others are of names
		p.meet(uint32(w))
	}
	p.number(p.met)
	return append(p.data, p.text...)
}

// preparedOrder is the order of the fields in prepared data: the words of systems come first, so
// that they, few and frequent, have the small numbers.
var preparedOrder = [fieldCount]Field{System, Standfirst, Caption, Headline}

// origin returns a number that is another, in all likelihood, if of or the names are.
func origin(of string, names []string) uint32 {
	for _, name := range names {
		of += "\n" + name
	}
	return hash(0, []byte(of))
}

// A preparer gathers the data, and the words in the order in which they are met.
type preparer struct {
	words   *vocabulary
	numbers []uint32 // of each word in that order, from 1; fresh until it is met
	met     uint32   // words
	text    []byte   // of them
	data    []byte
}

// fresh stands for the next word that has not been met.
const fresh = 0

func (p *preparer) number(n uint32) { p.data = binary.AppendUvarint(p.data, uint64(n)) }

func (p *preparer) section(s *section, stories int) {
	p.number(uint32(len(s.tokens)))
	if s.empty() {
		return
	}
	for i := range stories {
		words := s.words(uint32(i))
		p.number(uint32(len(words)))
		for _, w := range words {
			p.number(p.numbers[w])
			p.meet(w)
		}
	}
}

func (p *preparer) meet(w uint32) {
	if p.numbers[w] == fresh {
		p.met++
		p.numbers[w] = p.met
		p.text = append(append(p.text, p.words.word(w)...), wordEnd)
	}
}

// wordEnd stands behind each word: so they compress together with the texts they are of.
const wordEnd = ' '
