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

// A matcher is a term with the words that answer it.
type matcher struct {
	term      *term
	bit       uint32      // of its own
	expansion *expansion  // of its last word
	lo, hi    uint32      // words that its last may be, as typed
	before    []uint32    // its words before the last
	known     bool        // whether all of these are words of the index
	loose     bool        // whether other words are allowed, too
	joins     []wordMatch // words that it makes with a neighbour, by number
	reading   reading     // how generously it is read
}

// A plan is what a query asks of the stories, in a reading.
type plan struct {
	x        *Index
	query    query
	matchers []matcher // parallel to the terms of the query
	required []uint32  // for each clause that is not negated, the bits of its terms
	excludes bool      // whether there are others, of several words or of a given place
	positive int       // the number of terms that are not negated
	last     Field     // the last field to look at
	reading  reading
}

// seek makes the terms of the query ready to be read.
func (s *Searcher) seek() {
	s.matchers = make([]matcher, 0, len(s.query.terms))
	s.required = make([]uint32, 0, len(s.query.clauses))
	for i := range s.query.terms {
		t := &s.query.terms[i]
		last := len(t.words) - 1
		m := matcher{term: t, bit: 1 << i, expansion: s.expansion(t.words[last]), known: true, loose: t.plain()}
		m.lo, m.hi = m.expansion.lo, m.expansion.hi
		if t.exact {
			m.hi = m.expansion.end
		}
		for _, w := range t.words[:last] {
			n, ok := s.x.words.find(w)
			m.before = append(m.before, n)
			m.known = m.known && ok
		}
		s.matchers = append(s.matchers, m)
	}
	for i := 1; i < len(s.matchers); i++ {
		if a, b := &s.matchers[i-1], &s.matchers[i]; a.loose && b.loose {
			s.x.words.pair(a, b)
		}
	}
	for _, c := range s.query.clauses {
		if c.negated {
			s.excludes = s.excludes || !s.query.terms[c.first].simple()
		} else {
			s.required = append(s.required, 1<<c.end-1<<c.first)
			s.positive += c.end - c.first
		}
	}
}

// shortestPair is the length from which on two words typed apart are looked for as
// one.
const shortestPair = 4

// pair adds to a and its right neighbour b the words that they make together.
func (v *vocabulary) pair(a, b *matcher) {
	add := func(word []byte, w way) {
		if n, ok := v.find(word); ok {
			a.joins = append(a.joins, wordMatch{n, w})
			b.joins = append(b.joins, wordMatch{n, w})
		}
	}
	if n, ok := numberOf(a.expansion.text, b.expansion.text); ok {
		for _, name := range scales()[n.scale] {
			add(join(n.digits, name), whole)
		}
	} else if len(a.expansion.text)+len(b.expansion.text) >= shortestPair {
		add(join(a.expansion.text, string(b.expansion.text)), joined)
	}
}

// read makes the terms ready for the present reading and reports whether that
// makes a difference from the one before.
func (p *plan) read() bool {
	differs := p.reading == literal
	for i := range p.matchers {
		m := &p.matchers[i]
		if !m.loose {
			continue
		}
		switch p.reading {
		case literal, compound:
			m.reading = p.reading
			differs = differs || m.compound()
		case misspelt, doubtful:
			unknown := m.lo == m.hi
			if unknown != (p.reading == misspelt) || stopWord(m.expansion.text) {
				continue
			}
			m.reading = p.reading
			p.x.words.spell(m.expansion)
			differs = differs || len(m.expansion.mistyped) > 0
		}
	}
	return differs
}

// lone reports whether a story answers m, read literally, by one word only.
func (m *matcher) lone() bool { return m.loose && len(m.expansion.bigrams) == 0 }

// compound reports whether neighbouring words may answer m.
func (m *matcher) compound() bool {
	n := len(m.expansion.text)
	return m.loose && m.reading >= compound && fewestInitials <= n && n <= maxSpelling
}

// way returns how word n answers m.
func (m *matcher) way(n uint32, v *vocabulary) way {
	best := absent
	if m.lo <= n && n < m.hi {
		if n < m.expansion.end {
			return whole
		}
		best = begun(v.size(n) - len(m.expansion.text))
	}
	if !m.loose {
		return best
	}
	best = better(best, lookup(m.expansion.variants, n))
	for _, p := range m.joins {
		if p.word == n {
			best = better(best, p.way)
		}
	}
	if best == absent && m.reading >= misspelt {
		return lookup(m.expansion.mistyped, n)
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
