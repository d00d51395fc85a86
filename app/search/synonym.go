package search

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// synonymsText holds the names that stand for one another, with their source.
//
//go:embed synonyms.txt
var synonymsText string

// A name is one of a group that mean the same.
type name struct {
	words []string // folded
	text  string   // as it is said to a reader
	group []string // the other texts
}

// names returns the names that have synonyms, by their first words, longest first.
var names = sync.OnceValue(func() map[string][]name {
	byFirst := make(map[string][]name)
	for line := range strings.Lines(synonymsText) {
		if line[0] == '#' {
			continue
		}
		group := strings.Split(strings.TrimSpace(line), "; ")
		for i, text := range group {
			n := name{text: text, group: slices.Concat(group[:i], group[i+1:])}
			for scan := (scanner{text: text}); scan.scan(); {
				n.words = append(n.words, string(scan.word))
			}
			byFirst[n.words[0]] = append(byFirst[n.words[0]], n)
		}
	}
	for _, all := range byFirst {
		slices.SortStableFunc(all, func(a, b name) int { return len(b.words) - len(a.words) })
	}
	return byFirst
})

// nameAt returns the longest name with synonyms that the terms begin with.
func nameAt(terms []term) (name, bool) {
	for _, n := range names()[string(terms[0].words[0])] {
		if len(n.words) <= len(terms) && slices.EqualFunc(n.words, terms[:len(n.words)], func(word string, t term) bool { return string(t.words[0]) == word }) {
			return n, true
		}
	}
	return name{}, false
}

// hasNames reports whether there are names with synonyms among the terms of q.
func (q *query) hasNames() bool {
	for i := range q.terms {
		if _, found := nameAt(q.terms[i:]); found {
			return true
		}
	}
	return false
}

// A widening is a query in which each name with synonyms is met by any of these, too.
type widening struct {
	query query
	says  []string // for each term of the query, the synonym that it is; "" of one that was typed
}

// widen returns q, which is words without operators, with the synonyms of its names; none if
// it has no such names, or they would be too many words.
func (q *query) widen() (widening, bool) {
	var w widening
	if !q.hasNames() {
		return w, false
	}
	var text strings.Builder
	add := func(words, says string) {
		text.WriteString(words)
		w.says = append(w.says, says)
	}
	for i := 0; i < len(q.terms); {
		t := &q.terms[i]
		text.WriteByte(' ')
		n, found := nameAt(q.terms[i:])
		if !found {
			add(q.text[t.start:t.end], "")
			i++
			continue
		}
		i += len(n.words)
		if len(n.words) > 1 {
			add(`"`+n.text+`"`, "")
		} else {
			add(q.text[t.start:t.end], "")
		}
		for _, other := range n.group {
			add(` | "`+other+`"`, other)
			if !strings.HasSuffix(other, "s") && !strings.HasSuffix(other, "y") {
				add(` | "`+other+`s"`, other)
			}
		}
	}
	if len(w.says) > maxTerms {
		return w, false
	}
	w.query = parse(text.String())
	return w, len(w.query.terms) == len(w.says)
}

// withSynonyms is a, the answer to q, and behind it the stories that have a synonym of a name
// in q. Where a has no story with all words as they were typed, they take its place.
func (s *Searcher) withSynonyms(a Answer, q query, c *cache) Answer {
	if !q.plain() {
		return a
	}
	w, ok := q.widen()
	if !ok {
		return a
	}
	p := newPlan(w.query, c)
	p.read()
	s.gatherer.cache = c
	hits := s.find(p, nil)
	if a.Partial || a.Corrected != "" {
		if len(hits) == 0 {
			return a
		}
		a = Answer{plan: a.plan}
	}
	seen := make([]bool, p.stories)
	for _, h := range a.Hits {
		seen[h.Story] = true
	}
	hits = slices.DeleteFunc(hits, func(h Hit) bool { return seen[h.Story] })
	if len(hits) == 0 {
		return a
	}
	a.Also = w.said(p, hits)
	a.wide, a.wider = p, make(map[int]bool, len(hits))
	for _, h := range hits {
		a.wider[h.Story] = true
	}
	a.Hits = append(slices.Clip(a.Hits), hits...)
	return a
}

// mostSaid is in how many stories is looked which synonyms they have: those that a reader
// sees first.
const mostSaid = 50

// said returns the synonyms that the first of hits have, each once.
func (w *widening) said(p *plan, hits []Hit) (said []string) {
	for _, h := range hits[:min(len(hits), mostSaid)] {
		for i := range p.matchers {
			if says := w.says[i]; says != "" && !slices.Contains(said, says) && p.first(&p.matchers[i], uint32(h.Story)) != absent {
				said = append(said, says)
			}
		}
	}
	return said
}
