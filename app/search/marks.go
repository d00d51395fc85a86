package search

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A Span is a run of matched letters: byte offsets into the original text of a
// field, at character boundaries, a character being a letter with its marks.
type Span struct{ Start, End int }

// Marks returns the letters of field f of story that match, sorted and apart. A word
// that begins as typed is marked so far; one that is spelt otherwise, wholly; one meant
// by its first letter, there. Where a word of the query stands as typed, its weaker
// matches in the field are not marked.
func (a Answer) Marks(story int, f Field) []Span {
	p := a.planOf(story)
	if p == nil || f > p.last {
		return nil
	}
	t := p.trace(p.texts.Text(story, f))
	for i := range p.matchers {
		m := &p.matchers[i]
		switch {
		case m.term.negated:
		case a.Partial && stopWord(m.expansion.text):
			// A partial match does not rest on these, and they stand all over a text.
		case !m.term.simple():
			if at, found := m.phrase(t.tokens, f); found {
				for i := range m.before {
					t.markLetters(at+i, 0, t.size(at+i))
				}
				t.markLetters(at+len(m.before), 0, len(m.expansion.text))
			}
		default:
			p.markWord(t, m, uint32(story), f)
		}
	}
	return t.spans()
}

// markWord marks what matches the simple term m.
func (p *plan) markWord(t *tracing, m *matcher, story uint32, f Field) {
	ways := make([]way, len(t.tokens))
	best := absent
	for i, n := range t.tokens {
		ways[i] = m.way(n, &p.words)
		if ways[i] != absent && (best == absent || ways[i] < best) {
			best = ways[i]
		}
	}
	if best == absent {
		w, at, n := m.adjacent(&p.words, story, t.tokens, f)
		t.markAdjacent(w, at, n, len(m.expansion.text))
		return
	}
	for i, w := range ways {
		switch size := t.size(i); {
		case w == absent, best == whole && w > whole:
		case w == inflected:
			t.markLetters(i, 0, kept(p.words.word(t.tokens[i]), m.expansion.text))
		case w.begins():
			t.markLetters(i, 0, len(m.expansion.text))
		default:
			t.markLetters(i, 0, size)
		}
	}
}

// kept returns how many bytes of word are marked as another form of typed: those that both
// begin with, or all if they have next to none in common, as "bought" and "buy".
func kept(word, typed []byte) int {
	n := shared(word, typed)
	if n < min(len(word), len(typed), shortestBase) {
		return len(word)
	}
	return n
}

// markAdjacent marks the n words from word at on that together match a typed word of so
// many bytes: a number wholly, others as far as they were typed, the last perhaps only
// begun.
func (t *tracing) markAdjacent(w way, at, n, typed int) {
	for i := range n {
		size := t.size(at + i)
		switch last := i == n-1; {
		case w == initials && !last:
			size = 1
		case w != whole && last:
			size = min(size, typed)
		}
		t.markLetters(at+i, 0, size)
		typed -= size
	}
}

// A tracing is a text whose words are known to the byte.
type tracing struct {
	text   string
	tokens []uint32
	starts []int   // where the letters of each word start in origin
	origin []int32 // for each byte of the folded words, the rune of text it is from
	marked []Span
}

// trace reads text again. Every word of a text of the index is in its vocabulary, unless it
// was read of damaged data: then the word is left out.
func (x *Index) trace(text string) *tracing {
	t := &tracing{text: text}
	scan := scanner{text: text, traced: true}
	for scan.scan() {
		n, ok := x.words.find(scan.word)
		if !ok {
			continue
		}
		t.tokens = append(t.tokens, n)
		t.starts = append(t.starts, len(t.origin))
		t.origin = append(t.origin, scan.origin...)
	}
	t.starts = append(t.starts, len(t.origin))
	return t
}

// size returns the length of word i, folded, in bytes.
func (t *tracing) size(i int) int { return t.starts[i+1] - t.starts[i] }

// markLetters marks the bytes of word i from first up to end, and so the whole
// characters that they come from.
func (t *tracing) markLetters(i, first, end int) {
	if first >= end {
		return
	}
	origin := t.origin[t.starts[i]:]
	at := int(origin[end-1])
	_, size := utf8.DecodeRuneInString(t.text[at:])
	at += size
	for at < len(t.text) {
		r, size := utf8.DecodeRuneInString(t.text[at:])
		if !unicode.Is(unicode.M, r) {
			break
		}
		at += size
	}
	t.marked = append(t.marked, Span{int(origin[first]), at})
}

// spans returns what is marked, in order and apart.
func (t *tracing) spans() []Span {
	slices.SortFunc(t.marked, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	var apart []Span
	for _, m := range t.marked {
		if n := len(apart); n > 0 && m.Start <= apart[n-1].End {
			apart[n-1].End = max(apart[n-1].End, m.End)
		} else {
			apart = append(apart, m)
		}
	}
	return apart
}
