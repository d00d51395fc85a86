package search

// Options narrow a search.
type Options struct {
	HeadlineOnly bool // look at nothing but headlines
}

// A Hit is a story that matches.
type Hit struct {
	Story int
	// Field is the reason shown for the hit: the first field by which, with those
	// before it, every word is found; of a partial match, the last field used.
	Field Field
	rank  rank
}

// An Answer is what a search found. It stays as it is when its searcher searches on.
type Answer struct {
	Hits []Hit // all matches, in rank order
	// Partial is set when no story has every word: the hits have most of them.
	Partial bool
	// Corrected is set when nothing is written as typed and words like it were taken
	// instead: the query as the first hit answers it.
	Corrected string
	// Verbatim is set with Corrected: the query that insists on what was typed.
	Verbatim string

	plan *plan // nil of a text without words
}

// A Searcher answers the queries of one reader, one after the other, and keeps what
// one leaves for the next. It and its answers belong to one goroutine.
type Searcher struct {
	x          *Index
	expansions [2]map[string]*expansion // of words typed; for all fields, and for headlines
	bases      [maxTerms]base           // by number of words

	*plan       // of the query that is being answered or was last
	known *base // what its words but the last found, nil if that is not known

	// Scratch space.
	palette     palette
	ways        [maxTerms]way // how the story looked at answers each term
	candidates  set
	passing     set
	nearest     []nearness
	keys, spare []key
	hits        []Hit
}

// NewSearcher returns a searcher over x.
func (x *Index) NewSearcher() *Searcher {
	return &Searcher{
		x:          x,
		expansions: [2]map[string]*expansion{{}, {}},
		palette:    palette{mask: make([]uint32, x.words.len())},
		candidates: newSet(x.stories),
		passing:    newSet(x.stories),
		nearest:    make([]nearness, x.stories),
	}
}

// Search finds the stories that answer text. A text without words finds nothing.
func (s *Searcher) Search(text string, o Options) Answer {
	s.plan = &plan{x: s.x, last: System}
	if o.HeadlineOnly {
		s.last = Headline
	}
	s.query.parse(text)
	s.seek()
	if len(s.matchers) == 0 {
		return Answer{}
	}
	s.known = s.findBase()
	s.hits = nil
	for s.reading = literal; s.reading < readings; s.reading++ {
		if !s.read() || s.known != nil && s.reading < s.known.reading {
			continue // the words but the last found nothing in this reading
		}
		s.find()
		if len(s.hits) == 0 {
			continue
		}
		s.keepBase()
		a := Answer{Hits: s.hits, plan: s.plan}
		if s.reading >= misspelt {
			a.Corrected, a.Verbatim = s.corrected(uint32(a.Hits[0].Story))
		}
		return a
	}
	s.keepBase()
	s.findPartial()
	return Answer{Hits: s.hits, Partial: len(s.hits) > 0, plan: s.plan}
}

// find leaves in hits those of the present reading.
func (s *Searcher) find() {
	if s.reading == literal && len(s.matchers) == 1 && s.matchers[0].lone() {
		s.findAlone(&s.matchers[0])
		return
	}
	s.gatherFewest()
	s.exclude()
	s.paint()
	s.keys = s.keys[:0]
	for story := range s.candidates.all {
		if r, ok := s.match(story); ok {
			s.keys = append(s.keys, newKey(r, story))
		}
	}
	s.unpaint()
	s.rank(rank.field)
}

// rank turns the keys, which are in the order of their stories, into hits in rank
// order, of the fields that fieldOf tells from a rank.
func (s *Searcher) rank(fieldOf func(rank) Field) {
	s.keys, s.spare = sortKeys(s.keys, s.spare)
	s.hits = make([]Hit, len(s.keys))
	for i, k := range s.keys {
		r := k.rank()
		s.hits[i] = Hit{int(k.story()), fieldOf(r), r}
	}
}

// maxExpansions is the number of words whose expansions are kept.
const maxExpansions = 128

// expansion returns the expansion of w.
func (s *Searcher) expansion(w []byte) *expansion {
	kept := s.kept()
	if e, ok := kept[string(w)]; ok {
		return e
	}
	if len(kept) >= maxExpansions {
		clear(kept)
	}
	e := s.x.words.expand(w)
	kept[string(w)] = e
	return e
}

// kept returns the expansions for the fields searched.
func (s *Searcher) kept() map[string]*expansion {
	if s.last == Headline {
		return s.expansions[1]
	}
	return s.expansions[0]
}
