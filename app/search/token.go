package search

import (
	"unicode/utf8"
)

// A scanner reads the words of a text, folded. A word is a run of letters and
// digits; inside it apostrophes and combining marks vanish ("Trust’s" is
// "trusts"), a comma before three digits too ("700,000" is "700000"), a point
// between digits stays ("38.5m"), and single letters with points between them
// are one word ("U.S." is "us").
type scanner struct {
	text       string
	next       int     // byte offset where the search for the next word starts
	word       []byte  // the folded word, valid until the next call of scan
	start, end int     // byte offsets of the word in text
	traced     bool    // whether origin is wanted
	origin     []int32 // for each byte of word, the offset of the rune it comes from
}

// The classes of ASCII bytes that are not letters or digits, whose class is the
// folded byte itself.
const (
	blank      = 0
	apostrophe = 1
	comma      = 2
	point      = 3
	foreign    = 4 // not ASCII
)

// classes is indexed by byte.
var classes = func() (t [256]byte) {
	for b := range t {
		switch c := byte(b); {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[b] = c
		case 'A' <= c && c <= 'Z':
			t[b] = c + 'a' - 'A'
		case c == '\'', c == '`':
			t[b] = apostrophe
		case c == ',':
			t[b] = comma
		case c == '.':
			t[b] = point
		case c >= utf8.RuneSelf:
			t[b] = foreign
		}
	}
	return t
}()

// scan advances to the next word and reports whether there is one.
func (s *scanner) scan() bool {
	s.word = s.word[:0]
	s.origin = s.origin[:0]
	i := s.next
	for i < len(s.text) {
		class := classes[s.text[i]]
		switch {
		case class > foreign:
			if len(s.word) == 0 {
				s.start = i
			}
			s.add(class, i)
			i++
			s.end = i
			continue
		case class == foreign:
			r, size := utf8.DecodeRuneInString(s.text[i:])
			switch before := len(s.word); {
			case isMark(r):
				if before > 0 {
					s.end = i + size
				}
				i += size
				continue
			case isApostrophe(r):
				class = apostrophe
			default:
				s.word = appendFold(s.word, r)
				if len(s.word) > before {
					if before == 0 {
						s.start = i
					}
					if s.traced {
						for range len(s.word) - before {
							s.origin = append(s.origin, int32(i))
						}
					}
					i += size
					s.end = i
					continue
				}
				class = blank
			}
			if len(s.word) > 0 && class == apostrophe {
				i += size
				continue
			}
			if len(s.word) == 0 {
				i += size
				continue
			}
		case len(s.word) == 0:
			i++
			continue
		case class == apostrophe:
			i++
			continue
		case class == comma && s.thousands(i), class == point && s.initial(i):
			i++
			continue
		case class == point && isDigit(s.word[len(s.word)-1]) && i+1 < len(s.text) && isDigit(s.text[i+1]):
			s.add('.', i)
			i++
			continue
		}
		break
	}
	s.next = i
	return len(s.word) > 0
}

func (s *scanner) add(b byte, at int) {
	s.word = append(s.word, b)
	if s.traced {
		s.origin = append(s.origin, int32(at))
	}
}

// thousands reports whether the comma at i groups digits: after a digit, before
// exactly three.
func (s *scanner) thousands(i int) bool {
	t := s.text
	return isDigit(s.word[len(s.word)-1]) && i+3 < len(t) &&
		isDigit(t[i+1]) && isDigit(t[i+2]) && isDigit(t[i+3]) && (i+4 == len(t) || !isDigit(t[i+4]))
}

// initial reports whether the point at i stands between single letters, as in
// "N.H.S", each already read letter having had its own.
func (s *scanner) initial(i int) bool {
	t := s.text
	if i-s.start != 2*len(s.word)-1 || i+1 >= len(t) || !isLetter(t[i+1]) || !isLetter(t[i-1]) {
		return false
	}
	return i+2 == len(t) || !isLetter(t[i+2]) && !isDigit(t[i+2])
}

func isDigit(b byte) bool  { return '0' <= b && b <= '9' }
func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
