package search

import "slices"

// A matcher is a term with the words of the index that match it.
type matcher struct {
	term      *term
	bit       uint32      // of its own
	expansion *expansion  // of its last word
	lo, hi    uint32      // words that its last may be, as typed
	before    []uint32    // its words before the last
	named     bool        // whether its last is a word, but no story's
	known     bool        // whether all of these are words of the index
	loose     bool        // whether other words are allowed, too
	joins     []wordMatch // words that it makes with the term beside it
	reading   reading     // how generously it is read
}

// newMatcher returns a matcher of t, read literally.
func newMatcher(t *term, bit uint32, c *cache) matcher {
	last := len(t.words) - 1
	m := matcher{term: t, bit: bit, expansion: c.expand(t.words[last]), known: true, loose: t.plain()}
	m.lo, m.hi = m.expansion.lo, m.expansion.hi
	m.named = (m.lo < m.expansion.end || m.expansion.irregular) && c.frequency(wordRange{m.lo, m.expansion.end}) == 0
	if t.exact {
		m.hi = m.expansion.end
	}
	for _, w := range t.words[:last] {
		n, ok := c.words.find(w)
		m.before = append(m.before, n)
		m.known = m.known && ok
	}
	return m
}

// shortestJoin is the length from which on two words typed apart are looked for as
// one.
const shortestJoin = 4

// join adds to a and its right neighbour b the words that they make together; other forms
// of these, too, if a hyphen says that they are one word.
func (v *vocabulary) join(a, b *matcher, hyphened bool) {
	add := func(word []byte, w way) {
		if n, ok := v.find(word); ok {
			a.joins = append(a.joins, wordMatch{n, w})
			b.joins = append(b.joins, wordMatch{n, w})
		}
	}
	if n, ok := numberOf(a.expansion.text, b.expansion.text); ok {
		n.writings(func(digits []byte, scale int) {
			if scale < 0 {
				add(digits, whole)
				return
			}
			for _, name := range scales()[scale] {
				add(concat(digits, name), whole)
			}
		})
	} else if year, ok := otherYear(a.expansion.text, b.expansion.text); ok {
		if n, ok := v.find(year); ok {
			a.joins = append(a.joins, wordMatch{n, whole})
		}
	} else if len(a.expansion.text)+len(b.expansion.text) >= shortestJoin {
		word := concat(a.expansion.text, string(b.expansion.text))
		if !hyphened {
			add(word, joined)
			return
		}
		v.forms(word, func(n uint32) {
			a.joins = append(a.joins, wordMatch{n, joined})
			b.joins = append(b.joins, wordMatch{n, joined})
		})
	}
}

// doubt returns the reading from which on the word of m may be a mistake: what is a word of
// the index, or begins one, only if nothing has all of the words.
func (m *matcher) doubt() reading {
	switch {
	case m.named:
		return never
	case m.lo == m.hi:
		return misspelt
	}
	return partial
}

// isWord reports whether the word of m is one of the index.
func (m *matcher) isWord() bool { return m.expansion.lo < m.expansion.end }

// stops reports whether m is a word that says little.
func (m *matcher) stops() bool { return m.loose && stopWord(m.expansion.text) }

// single reports whether a story matches m, read literally, by one word only.
func (m *matcher) single() bool { return m.loose && len(m.expansion.bigrams) == 0 }

// compound reports whether neighbouring words, run together or by their first letters,
// may match m. What is a word of the index is not taken apart.
func (m *matcher) compound() bool {
	n := len(m.expansion.text)
	return m.loose && m.reading >= compound && !m.isWord() && fewestInitials <= n && n <= maxSpelling
}

// ranges calls yield for the words that match m each by itself. A word may come twice.
func (m *matcher) ranges(yield func(wordRange)) {
	if m.lo < m.hi {
		yield(wordRange{m.lo, m.hi})
	}
	if !m.loose {
		return
	}
	each := func(matches []wordMatch) {
		for _, c := range matches {
			yield(wordRange{c.word, c.word + 1})
		}
	}
	each(m.expansion.variants)
	each(m.joins)
	if m.reading >= misspelt {
		each(m.expansion.corrections)
	}
}

// parts calls yield for the words of which a text has one that m matches by several words
// in a row, other than by their letters.
func (m *matcher) parts(yield func(wordRange)) {
	switch {
	case !m.term.simple():
		yield(wordRange{m.lo, m.hi})
	case m.loose:
		for _, b := range m.expansion.bigrams {
			yield(wordRange{b.words[0], b.words[0] + 1})
		}
	}
}

// way returns how word n matches m.
func (m *matcher) way(n uint32, v *vocabulary) way {
	if m.lo <= n && n < m.expansion.end {
		return whole
	}
	best := absent
	if m.loose {
		best = lookup(m.expansion.variants, n)
	}
	if m.lo <= n && n < m.hi {
		best = better(best, begun(v.size(n)-len(m.expansion.text)))
	}
	if !m.loose {
		return best
	}
	for _, j := range m.joins {
		if j.word == n {
			best = better(best, j.way)
		}
	}
	if best == absent && m.reading >= misspelt {
		return lookup(m.expansion.corrections, n)
	}
	return best
}

// better returns the better of two ways.
func better(a, b way) way {
	if a == absent || b != absent && b < a {
		return b
	}
	return a
}

// adjacent finds the neighbouring words among tokens, field f of story, that match m
// best: n of them from at.
func (m *matcher) adjacent(v *vocabulary, story uint32, tokens []uint32, f Field) (best way, at, n int) {
	if !m.loose {
		return absent, 0, 0
	}
	for _, b := range m.expansion.bigrams {
		for i := range tokens {
			if begins(tokens[i:], b.words[:]) && better(best, b.way) != best {
				best, at, n = b.way, i, len(b.words)
			}
		}
	}
	if !m.compound() || !m.expansion.mayCompound(story) {
		return best, at, n
	}
	for i, token := range tokens {
		if v.initials[token] != m.expansion.text[0] {
			continue
		}
		w, size := v.compound(m.expansion.text, tokens[i:])
		if better(best, w) != best && (w != initials || hasInitials(f)) {
			best, at, n = w, i, size
		}
	}
	return best, at, n
}

// phrase finds the words of m in a row among tokens, the words of a field f, and where m is
// to stand.
func (m *matcher) phrase(tokens []uint32, f Field) (at int, found bool) {
	if f == System && m.term.inProse {
		return 0, false
	}
	n := len(m.before)
	first, last := 0, len(tokens)-n-1
	if !m.known || last < 0 {
		return 0, false
	}
	if m.term.atEnd {
		first = last
	}
	if m.term.atStart {
		last = 0
	}
	for i := first; i <= last; i++ {
		if begins(tokens[i:], m.before) && m.lo <= tokens[i+n] && tokens[i+n] < m.hi {
			return i, true
		}
	}
	return 0, false
}

// begins reports whether tokens begin with these words.
func begins(tokens, words []uint32) bool {
	return len(tokens) >= len(words) && slices.Equal(tokens[:len(words)], words)
}
