package search

// A reading is how generously typed words are understood. A search takes the first
// reading in which a story has every word.
type reading uint8

const (
	literal  reading = iota // as written, in another form, or the beginning of a word
	compound                // also neighbouring words read as one
	misspelt                // also words that there are not, read as words like them
	doubtful                // also words that there are, but for those of little meaning
	readings
)

// A sought is a term with the words that answer it.
type sought struct {
	term   *term
	bit    uint32     // of its own
	exp    *expansion // of its last word
	lo, hi uint32     // words that its last may be, as typed
	before []uint32   // its words before the last
	words  bool       // whether all of these are words of the index
	forms  bool       // whether other words are allowed, too
	pairs  []choice   // words that it makes with a neighbour, by number
	like   reading    // how generously it is read
}

// A plan is what a query asks of the stories, in a reading.
type plan struct {
	x        *Index
	query    query
	sought   []sought // parallel to the terms of the query
	required []uint32 // for each clause that is not negated, the bits of its terms
	negated  bool     // whether there are others, of several words or of a given place
	asked    int      // the number of terms that are not negated
	last     Field    // the last field to look at
	reading  reading
}

// seek makes the terms of the query ready to be read.
func (s *Searcher) seek() {
	s.sought = make([]sought, 0, len(s.query.terms))
	s.required = make([]uint32, 0, len(s.query.clauses))
	for i := range s.query.terms {
		t := &s.query.terms[i]
		last := len(t.words) - 1
		k := sought{term: t, bit: 1 << i, exp: s.expansion(t.words[last]), words: true, forms: t.plain()}
		k.lo, k.hi = k.exp.lo, k.exp.hi
		if t.exact {
			k.hi = k.exp.end
		}
		for _, w := range t.words[:last] {
			n, ok := s.x.words.find(w)
			k.before = append(k.before, n)
			k.words = k.words && ok
		}
		s.sought = append(s.sought, k)
	}
	for i := 1; i < len(s.sought); i++ {
		if a, b := &s.sought[i-1], &s.sought[i]; a.forms && b.forms {
			s.x.words.pair(a, b)
		}
	}
	for _, c := range s.query.clauses {
		if c.negated {
			s.negated = s.negated || !s.query.terms[c.first].simple()
		} else {
			s.required = append(s.required, 1<<c.end-1<<c.first)
			s.asked += c.end - c.first
		}
	}
}

// shortestPair is the length from which on two words typed apart are looked for as
// one.
const shortestPair = 4

// pair adds to a and its right neighbour b the words that they make together.
func (v *vocabulary) pair(a, b *sought) {
	add := func(word []byte, w way) {
		if n, ok := v.find(word); ok {
			a.pairs = append(a.pairs, choice{n, w})
			b.pairs = append(b.pairs, choice{n, w})
		}
	}
	if n, ok := numberOf(a.exp.text, b.exp.text); ok {
		for _, name := range scales()[n.scale] {
			add(join(n.digits, name), whole)
		}
	} else if len(a.exp.text)+len(b.exp.text) >= shortestPair {
		add(join(a.exp.text, string(b.exp.text)), joined)
	}
}

// read makes the terms ready for the present reading and reports whether that
// makes a difference from the one before.
func (p *plan) read() bool {
	differs := p.reading == literal
	for i := range p.sought {
		k := &p.sought[i]
		if !k.forms {
			continue
		}
		switch p.reading {
		case literal, compound:
			k.like = p.reading
			differs = differs || k.compound()
		case misspelt, doubtful:
			unknown := k.lo == k.hi
			if unknown != (p.reading == misspelt) || stopWord(k.exp.text) {
				continue
			}
			k.like = p.reading
			p.x.words.spell(k.exp)
			differs = differs || len(k.exp.mistyped) > 0
		}
	}
	return differs
}

// lone reports whether a story answers k, read literally, by one word only.
func (k *sought) lone() bool { return k.forms && len(k.exp.rows) == 0 }

// compound reports whether neighbouring words may answer k.
func (k *sought) compound() bool {
	n := len(k.exp.text)
	return k.forms && k.like >= compound && fewestInitials <= n && n <= maxSpelling
}

// way returns how word n answers k.
func (k *sought) way(n uint32, v *vocabulary) way {
	best := absent
	if k.lo <= n && n < k.hi {
		if n < k.exp.end {
			return whole
		}
		best = begun(v.size(n) - len(k.exp.text))
	}
	if !k.forms {
		return best
	}
	best = nearer(best, among(k.exp.others, n))
	for _, p := range k.pairs {
		if p.word == n {
			best = nearer(best, p.way)
		}
	}
	if best == absent && k.like >= misspelt {
		return among(k.exp.mistyped, n)
	}
	return best
}

// nearer returns the better of two ways.
func nearer(a, b way) way {
	if a == absent || b != absent && b < a {
		return b
	}
	return a
}
