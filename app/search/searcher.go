package search

import (
	"strings"
)

// Options narrow a search.
type Options struct {
	HeadlineOnly bool // look at nothing but headlines
}

// A Hit is a story that matches.
type Hit struct {
	Story int
	Field Field // the last field needed to have every word: the reason shown
	rank  rank
}

// Results are what a search found.
type Results struct {
	// Hits are all matches in rank order. They are valid until the next search.
	Hits []Hit
	// Partial is set when no story has every word: the hits have most of them.
	Partial bool
	// Corrected is set when nothing is written as typed and words like it were taken
	// instead: the query as it was understood.
	Corrected string
	// Verbatim is set with Corrected: the query that insists on what was typed.
	Verbatim string
}

// A Searcher answers the queries of one reader, one after the other, and keeps what
// one leaves for the next. It belongs to one goroutine.
type Searcher struct {
	x          *Index
	expansions map[string]*expansion

	query    query
	sought   []sought
	reading  reading
	last     Field    // the last field to look at
	required []uint32 // for each clause that is not negated, the bits of its terms
	negated  bool     // whether there are others
	partial  bool

	mask        []uint32 // for each word, the bits of the simple terms it answers
	candidates  set
	nearest     []nearness
	ways        [maxTerms]way
	keys, spare []key
	hits        []Hit
}

// NewSearcher returns a searcher over x.
func (x *Index) NewSearcher() *Searcher {
	return &Searcher{
		x:          x,
		expansions: map[string]*expansion{},
		mask:       make([]uint32, x.words.len()),
		candidates: make(set, (x.stories+63)/64),
		nearest:    make([]nearness, x.stories),
	}
}

// Search finds the stories that answer text. A text without words finds nothing.
func (s *Searcher) Search(text string, o Options) Results {
	s.query = parse(text)
	s.sought = s.sought[:0]
	if len(s.query.terms) == 0 {
		return Results{}
	}
	s.last = System
	if o.HeadlineOnly {
		s.last = Headline
	}
	s.seek()
	s.require()
	s.partial = false
	for s.reading = literal; s.reading < readings; s.reading++ {
		if !s.read() {
			continue
		}
		s.find()
		if len(s.keys) == 0 {
			continue
		}
		r := Results{Hits: s.ranked()}
		if s.reading >= misspelt {
			r.Corrected, r.Verbatim = s.corrected(uint32(r.Hits[0].Story))
		}
		return r
	}
	s.reading = doubtful
	s.findPartial()
	s.partial = len(s.keys) > 0
	return Results{Hits: s.ranked(), Partial: s.partial}
}

// require notes what the clauses ask for.
func (s *Searcher) require() {
	s.required = s.required[:0]
	s.negated = false
	for _, c := range s.query.clauses {
		if c.negated {
			s.negated = true
			continue
		}
		s.required = append(s.required, uint32(1)<<c.last-uint32(1)<<c.first)
	}
}

// read makes the terms ready for the present reading and reports whether that
// makes a difference from the one before.
func (s *Searcher) read() bool {
	changed := s.reading == literal
	for i := range s.sought {
		k := &s.sought[i]
		if !k.forms {
			continue
		}
		k.like = s.reading
		switch s.reading {
		case compound:
			if !k.exp.compounded {
				k.exp.compounded = true
				k.exp.parts = s.x.words.split(k.exp.text, s.holding)
			}
			changed = changed || len(k.exp.text) >= fewestInitials
		case misspelt, doubtful:
			if s.reading == misspelt && k.exp.lo < k.exp.hi {
				k.like = compound
				continue
			}
			if s.reading == doubtful && stopWord(k.exp.text) {
				k.like = compound
				continue
			}
			if !k.exp.spelt {
				s.x.words.spell(k.exp)
			}
			changed = changed || len(k.exp.mistyped) > 0
		}
	}
	return changed
}

// find leaves in keys a key for each story that matches in the present reading.
func (s *Searcher) find() {
	s.keys = s.keys[:0]
	if k := &s.sought[0]; len(s.sought) == 1 && k.forms && len(k.exp.rows) == 0 && s.reading == literal {
		s.findAlone(k)
		return
	}
	s.gatherAll()
	s.paint(true)
	for i, word := range s.candidates {
		for ; word != 0; word &= word - 1 {
			story := uint32(i<<6 + trailing(word))
			if r, ok := s.match(story); ok {
				s.keys = append(s.keys, newKey(r, story))
			}
		}
	}
	s.paint(false)
}

// paint sets or clears in the mask the bits of the simple terms.
func (s *Searcher) paint(on bool) {
	for i := range s.sought {
		k := &s.sought[i]
		if !k.term.simple() || !k.known {
			continue
		}
		bit := k.bit
		set := func(n uint32) {
			if on {
				s.mask[n] |= bit
			} else {
				s.mask[n] = 0
			}
		}
		for n := k.lo; n < k.hi; n++ {
			set(n)
		}
		if !k.forms {
			continue
		}
		for _, c := range k.exp.others {
			set(c.word)
		}
		for _, c := range k.pairs {
			set(c.word)
		}
		if k.like >= misspelt {
			for _, c := range k.exp.mistyped {
				set(c.word)
			}
		}
	}
}

// ranked turns the keys into hits in rank order.
func (s *Searcher) ranked() []Hit {
	s.keys, s.spare = sortKeys(s.keys, s.spare)
	s.hits = s.hits[:0]
	for _, k := range s.keys {
		r := k.rank()
		f := r.field()
		if s.partial {
			f = r.partialField()
		}
		s.hits = append(s.hits, Hit{int(k.story()), f, r})
	}
	return s.hits
}

// maxExpansions bounds the words whose expansions are kept.
const maxExpansions = 256

func (s *Searcher) expansion(w []byte) *expansion {
	if e, ok := s.expansions[string(w)]; ok {
		return e
	}
	if len(s.expansions) >= maxExpansions {
		clear(s.expansions)
	}
	e := s.x.words.expand(w)
	s.expansions[string(w)] = e
	return e
}

// corrected returns the query as story answers it, and one that insists on what
// was typed.
func (s *Searcher) corrected(story uint32) (understood, verbatim string) {
	var a, b strings.Builder
	at := 0
	for i := range s.sought {
		k := &s.sought[i]
		if k.like < misspelt {
			continue
		}
		best, word := ways, uint32(0)
		for f := Headline; f <= s.last; f++ {
			for _, n := range s.x.sections[f].words(story) {
				if w := k.way(n, &s.x.words); w != absent && w < best {
					best, word = w, n
				}
			}
		}
		if best < slipped || best == ways {
			continue
		}
		a.WriteString(s.query.text[at:k.term.start])
		b.WriteString(s.query.text[at:k.term.start])
		a.Write(s.x.words.word(word))
		b.WriteString("'")
		b.WriteString(s.query.text[k.term.start:k.term.end])
		at = k.term.end
	}
	a.WriteString(s.query.text[at:])
	b.WriteString(s.query.text[at:])
	return strings.TrimSpace(a.String()), strings.TrimSpace(b.String())
}
