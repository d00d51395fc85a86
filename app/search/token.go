package search

import (
	"unicode"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// A scanner reads the words of a text, folded as the corpus folds them. A word is a
// run of letters and digits; in it apostrophes and combining marks vanish
// ("Trust’s" is "trusts"). Beyond that, a comma before three digits vanishes too
// ("700,000" is "700000"), a point or a colon between digits is a point ("38.5m", "9:30"),
// and single letters with points between them are one word ("U.S." is "us"). What else
// makes one word of what is written in several ways stands in writing.go.
type scanner struct {
	typed      bool // whether text is a query
	text       string
	next       int     // byte offset where the search for the next word starts
	word       []byte  // the folded word, valid until the next call of scan
	start, end int     // byte offsets of the word in text
	traced     bool    // whether origin is wanted
	origin     []int32 // for each byte of word, the offset of the rune it comes from
}

// classes says what each ASCII character is: a letter or digit itself, folded; an
// apostrophe, comma or point; or a blank for all others.
const classes = "                                " +
	"       '    , . 0123456789      " +
	" abcdefghijklmnopqrstuvwxyz     " +
	"'abcdefghijklmnopqrstuvwxyz     "

// reset makes s ready to read the words of text.
func (s *scanner) reset(text string) { s.text, s.next = text, 0 }

// scan advances to the next word and reports whether there is one. Nearly all words are
// ASCII letters and digits with a blank behind them. These are read right here, since
// calls are slow in WebAssembly; any other word is left to goOn.
func (s *scanner) scan() bool {
	text, word := s.text, s.word[:0]
	i := s.next
	for i < len(text) && text[i] < utf8.RuneSelf && classes[text[i]] < '0' {
		i++
	}
	s.start, s.origin = i, s.origin[:0]
	for ; i < len(text); i++ {
		b := text[i]
		if b >= utf8.RuneSelf || classes[b] < '0' {
			break
		}
		word = append(word, classes[b])
	}
	s.word, s.end, s.next = word, i, i
	for at := s.start; s.traced && at < i; at++ {
		s.origin = append(s.origin, int32(at))
	}
	if n := len(word); n > 0 && (i == len(text) || text[i] < utf8.RuneSelf && classes[text[i]] == ' ' && n > 1 && word[n-1] > '9') {
		return true
	}
	return s.goOn()
}

// goOn reads on where scan has stopped: at the end of a word, within it, or before it.
func (s *scanner) goOn() bool {
	i := s.next
	for i < len(s.text) {
		if s.text[i] >= utf8.RuneSelf {
			size, ok := s.foreign(i)
			if !ok {
				break
			}
			i += size
			continue
		}
		if c := classes[s.text[i]]; c >= '0' {
			s.begin(i)
			s.add(c, i)
			s.end = i + 1
		} else if len(s.word) > 0 {
			if n := s.written(i); n > 0 {
				i += n
				continue
			}
			switch {
			case c == '\'', c == ',' && s.thousands(i), c == '.' && s.initial(i):
			case c == '.' && s.decimal(i):
				s.add(c, i)
			default:
				s.next = i + 1
				return true
			}
		}
		i++
	}
	s.next = i
	return len(s.word) > 0
}

// begin notes that the word, if it is empty, starts at i.
func (s *scanner) begin(i int) {
	if len(s.word) == 0 {
		s.start = i
	}
}

// add appends b, which comes from the character at i, to the word.
func (s *scanner) add(b byte, i int) {
	s.word = append(s.word, b)
	if s.traced {
		s.origin = append(s.origin, int32(i))
	}
}

// foreign reads the character at i, not an ASCII one, and returns its size. The
// second result is false, and nothing read, if the word ends before it.
func (s *scanner) foreign(i int) (size int, ok bool) {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case isMark(r):
		return size, true
	case fractions[r] != "":
		s.fraction(fractions[r], i)
		s.end = i + size
		return size, true
	case isHyphen(r) && s.letterBefore(i) && i+size < len(s.text) && isLetter(s.text[i+size]):
		return size, true
	}
	switch corpus.Classify(r) {
	case corpus.Word:
		s.begin(i)
		s.word = corpus.AppendFold(s.word, r)
		for s.traced && len(s.origin) < len(s.word) {
			s.origin = append(s.origin, int32(i))
		}
		s.end = i + size
	case corpus.Joiner:
		if unicode.Is(unicode.M, r) && len(s.word) > 0 {
			s.end = i + size
		}
	default:
		return size, len(s.word) == 0
	}
	return size, true
}

// thousands reports whether the comma at i groups digits: between digits, exactly
// three of them behind it.
func (s *scanner) thousands(i int) bool {
	n := 0
	for _, b := range []byte(s.text[i+1 : min(i+5, len(s.text))]) {
		if !isDigit(b) {
			break
		}
		n++
	}
	return n == 3 && isDigit(s.word[len(s.word)-1])
}

// decimal reports whether the point at i stands between digits.
func (s *scanner) decimal(i int) bool {
	return isDigit(s.word[len(s.word)-1]) && i+1 < len(s.text) && isDigit(s.text[i+1])
}

// initial reports whether the point at i stands behind a single letter and before
// another, as both in "N.H.S" do.
func (s *scanner) initial(i int) bool {
	t := s.text
	if i-s.start != 2*len(s.word)-1 || i+1 == len(t) || !isLetter(t[i-1]) || !isLetter(t[i+1]) {
		return false
	}
	return i+2 == len(t) || classes[t[i+2]&0x7f] < '0' && t[i+2] < utf8.RuneSelf
}

func isDigit(b byte) bool  { return '0' <= b && b <= '9' }
func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
