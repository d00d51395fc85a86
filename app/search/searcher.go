package search

// A Searcher answers the queries of one reader, one after the other, and keeps what
// one leaves for the next. It and its answers belong to one goroutine.
type Searcher struct {
	everywhere, headlines cache
	// Scratch space, each part of a step of a search.
	gatherer gatherer
	judge    judge
	single   single
	keys     keys
	effort   int // what the readings of the present text have taken
}

// mostEffort is the effort after which a text is read no more generously: what has so many
// candidates and no answer is not worth a longer wait.
const mostEffort = 100_000

// NewSearcher returns a searcher over x.
func (x *Index) NewSearcher() *Searcher {
	return &Searcher{
		everywhere: newCache(scope{x, System}),
		headlines:  newCache(scope{x, Headline}),
		gatherer:   gatherer{candidates: newSet(x.stories), sifted: newSet(x.stories)},
		judge:      judge{table: newWordTable(x)},
		single:     newSingle(x.stories),
	}
}

// Search finds the stories that match text. A text without words finds nothing. Where
// signs in it were read as operators and so nothing is found, its words alone are looked
// for: they may be a headline's own.
func (s *Searcher) Search(text string, o Options) Answer {
	q, c := parse(pasted(text)), s.cacheOf(o)
	return s.withSynonyms(s.searchTyped(q, c), q, c)
}

func (s *Searcher) cacheOf(o Options) *cache {
	if o.HeadlineOnly {
		return &s.headlines
	}
	return &s.everywhere
}

// searchTyped answers q without synonyms.
func (s *Searcher) searchTyped(q query, c *cache) Answer {
	s.effort = 0
	a := s.search(q, c)
	if len(a.Hits) > 0 || q.plain() || !q.asks() || s.effort > mostEffort {
		return a
	}
	words := q.words()
	alone := s.search(parse(words), c)
	if len(alone.Hits) == 0 || alone.Partial || alone.Corrected != "" {
		return a // who insists on a word is not answered with another
	}
	alone.WordsAlone = words
	return alone
}

// search answers q from the scope of c.
func (s *Searcher) search(q query, c *cache) Answer {
	p := newPlan(q, c)
	if len(p.matchers) == 0 {
		return Answer{}
	}
	s.gatherer.cache = c
	prev := c.previous(p)
	for p.reading = literal; p.reading < readings && s.effort <= mostEffort; p.reading++ {
		if !p.read() {
			continue
		}
		s.effort += p.effort()
		if prev != nil && p.reading < prev.reading {
			continue // the words but the last found nothing in this reading
		}
		hits := s.find(p, prev)
		if len(hits) == 0 {
			continue
		}
		c.keep(p, hits)
		a := Answer{Hits: hits, plan: p}
		if p.reading >= misspelt {
			a.Corrected, a.Verbatim, a.Guessed = p.corrected(uint32(hits[0].Story))
			a.Hits = p.settle(hits)
		}
		return a
	}
	if s.effort > mostEffort {
		return Answer{plan: p}
	}
	c.keep(p, nil)
	p.read()
	hits := s.findPartly(p)
	a := Answer{Hits: hits, Partial: len(hits) > 0, plan: p}
	if a.Partial {
		a.Missing, a.Meant = p.lacks(uint32(hits[0].Story))
	}
	return a
}

// find returns the hits of p in its present reading. prev is what the words of p but
// the last found, nil if that is not known.
func (s *Searcher) find(p *plan, prev *previous) []Hit {
	if p.wordAlone() && p.matchers[0].single() {
		return s.single.find(p.scope, &p.matchers[0])
	}
	s.gatherer.gatherAll(p, prev)
	s.judge.take(p)
	for story := range s.gatherer.candidates.all {
		if r, ok := s.judge.match(story); ok {
			s.keys.add(r, story)
		}
	}
	s.judge.leave()
	return s.keys.hits()
}

// findPartly returns the stories that have enough of the words of p, and the most of them.
func (s *Searcher) findPartly(p *plan) []Hit {
	words, need := p.partly()
	if need == 0 {
		return nil
	}
	s.gatherer.gatherSome(p, words, need)
	s.judge.take(p)
	for story := range s.gatherer.candidates.all {
		if r, ok := s.judge.matchPartly(story, need); ok {
			s.keys.add(r, story)
		}
	}
	s.judge.leave()
	return nearest(s.keys.hits())
}
