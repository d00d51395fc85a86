package search

// A reading is how generously typed words are understood. A search takes the
// first reading in which a story has every word.
type reading uint8

const (
	literal  reading = iota // as written, or the beginning of a word
	compound                // also neighbouring words read as one
	misspelt                // also words that there are not, read as words like them
	doubtful                // also words that there are
	readings
)

// A sought is a term together with the words that answer it in one reading.
type sought struct {
	term   *term
	exp    *expansion // of its last word
	before []uint32   // the numbers of its words but the last
	known  bool       // whether all of before are words at all
	pairs  []choice   // words made of this term and a neighbour, by number
	bit    uint32
	weight int32
	lo, hi uint32  // what its last word may be, as typed
	whole  bool    // no word that only begins so
	forms  bool    // other words than it are allowed too
	like   reading // how far
}

// seek makes the terms of q ready in its first reading.
func (s *Searcher) seek() {
	x := s.x
	s.sought = s.sought[:0]
	for i := range s.query.terms {
		t := &s.query.terms[i]
		k := sought{term: t, bit: 1 << i, known: true}
		last := len(t.words) - 1
		for _, w := range t.words[:last] {
			n, ok := x.words.find(w)
			k.known = k.known && ok
			k.before = append(k.before, n)
		}
		k.exp = s.expansion(t.words[last])
		k.lo, k.hi = k.exp.lo, k.exp.hi
		if t.exact {
			k.hi = k.exp.end
		}
		k.forms = t.plain()
		s.sought = append(s.sought, k)
	}
	for i := range s.sought[1:] {
		a, b := &s.sought[i], &s.sought[i+1]
		if a.forms && b.forms {
			s.pair(a, b)
		}
	}
	for i := range s.sought {
		k := &s.sought[i]
		k.pairs = tidy(k.pairs)
		k.weight = max(1, log2(uint32(x.stories)+1)-log2(uint32(s.count(k))))
	}
}

// shortestPair is the length from which on two words typed apart are looked for
// as one.
const shortestPair = 4

// pair adds to a and its right neighbour b the words that they make together.
func (s *Searcher) pair(a, b *sought) {
	words := &s.x.words
	add := func(w []byte, how way) {
		if n, ok := words.find(w); ok {
			a.pairs = append(a.pairs, choice{n, how})
			b.pairs = append(b.pairs, choice{n, how})
		}
	}
	if n, ok := numberOf(a.exp.text, b.exp.text); ok {
		for _, name := range scales[n.scale] {
			add(join(n.digits, name), whole)
		}
		return
	}
	if len(a.exp.text)+len(b.exp.text) >= shortestPair {
		add(join(a.exp.text, string(b.exp.text)), joined)
	}
}

// way returns how word n answers k.
func (k *sought) way(n uint32, v *vocabulary) way {
	if k.lo <= n && n < k.exp.end {
		return whole
	}
	if k.forms {
		if w := among(k.exp.others, n); w != absent {
			return w
		}
	}
	if k.lo <= n && n < k.hi {
		return begun(v.size(n) - len(k.exp.text))
	}
	if !k.forms {
		return absent
	}
	if w := among(k.pairs, n); w != absent {
		return w
	}
	if k.like >= misspelt {
		return among(k.exp.mistyped, n)
	}
	return absent
}
