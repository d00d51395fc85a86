package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// A gatherer finds the story that an entry is of.
//
// Entries with the same address are of the same story. Else those with the same folded
// headline are, unless both have days, which differ, and standfirsts, which differ: a
// strand may come every week under one headline.
type gatherer struct {
	corpus    *Corpus
	addresses map[string]int // of stories
	headlines map[string]int // the first story with a folded headline
	others    []int          // of each story the next one with its folded headline, -1 if there is none
}

func newGatherer(c *Corpus) *gatherer {
	return &gatherer{corpus: c, addresses: make(map[string]int), headlines: make(map[string]int)}
}

// lookUp returns the index of the story, whose headline has the identity, -1 if there is none.
func (g *gatherer) lookUp(e *Entry, id string) int {
	if i, ok := g.addresses[e.URL]; ok && e.URL != "" {
		return i
	}
	i, known := g.headlines[id]
	if !known {
		return -1
	}
	for i >= 0 && g.corpus.Stories[i].differs(e) {
		i = g.others[i]
	}
	return i
}

// find returns the index of the story, which is a new one if there is none yet.
func (g *gatherer) find(e *Entry) int {
	id := identity(e.Headline)
	if i := g.lookUp(e, id); i >= 0 {
		return i
	}
	return g.put(id, Story{})
}

// put adds a story whose headline has the identity, and returns its index.
func (g *gatherer) put(id string, s Story) int {
	i := len(g.corpus.Stories)
	g.corpus.Stories = append(g.corpus.Stories, s)
	g.others = append(g.others, -1)
	last, known := g.headlines[id]
	if !known {
		g.headlines[id] = i
		return i
	}
	for g.others[last] >= 0 {
		last = g.others[last]
	}
	g.others[last] = i
	return i
}

// add gives the story what it has not yet, and returns whether it is not in the listing
// already.
func (g *gatherer) add(i, listing, position int, e *Entry) bool {
	s := &g.corpus.Stories[i]
	if n := len(s.Places); n > 0 && s.Places[n-1].Listing == listing {
		return false
	}
	s.Places = append(s.Places, Place{listing, position})
	s.Headline = cmp.Or(s.Headline, e.Headline)
	if strings.HasPrefix(e.Standfirst, s.Standfirst) {
		s.Standfirst = e.Standfirst
	}
	s.Caption = cmp.Or(s.Caption, e.Caption)
	s.Label = cmp.Or(s.Label, e.Label)
	if s.URL = cmp.Or(s.URL, e.URL); e.URL != "" {
		if _, ok := g.addresses[e.URL]; !ok {
			g.addresses[e.URL] = i
		}
	}
	hour := s.Day && !e.Day && !e.Published.IsZero() && day(e.Published) == day(s.Published)
	if s.Published.IsZero() || hour {
		s.Published, s.Day = e.Published, e.Day
	}
	return true
}

// differs reports whether an entry with the story's headline is of another story.
func (s *Story) differs(e *Entry) bool {
	if s.Published.IsZero() || e.Published.IsZero() || day(s.Published) == day(e.Published) {
		return false
	}
	a, b := Fold(s.Standfirst), Fold(e.Standfirst)
	return a != "" && b != "" && !strings.HasPrefix(a, b) && !strings.HasPrefix(b, a)
}

// nameKeys gives each story its key: that of the headline it has in the listing whose
// texts are preferred least, which is the first capture. Of several stories with that
// headline, those of later days have another key, which depends on their day too.
func (c *Corpus) nameKeys(rest func()) {
	order := make([]int, len(c.Stories))
	ids := make([]string, len(c.Stories))
	for i, s := range c.Stories {
		rest()
		p := s.Places[len(s.Places)-1]
		order[i], ids[i] = i, identity(c.Listings[p.Listing].Entries[p.Position].Headline)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return c.Stories[a].Published.Compare(c.Stories[b].Published)
	})
	taken := make(map[string]bool, len(order))
	for _, i := range order {
		s := &c.Stories[i]
		s.Key = key(ids[i])
		for n := 0; taken[s.Key]; n++ {
			s.Key = key(ids[i] + "\x00" + day(s.Published) + strings.Repeat("\x00", n))
		}
		taken[s.Key] = true
	}
}
