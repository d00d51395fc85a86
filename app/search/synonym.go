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

// nameAt returns the longest name with synonyms that the terms begin with, its last word
// perhaps in the plural.
func nameAt(terms []term) (name, bool) {
	for _, n := range namesFrom(string(terms[0].words[0])) {
		last := len(n.words) - 1
		same := func(word string, t term) bool { return string(t.words[0]) == word }
		if last < len(terms) && slices.EqualFunc(n.words[:last], terms[:last], same) &&
			(same(n.words[last], terms[last]) || same(n.words[last]+"s", terms[last])) {
			return n, true
		}
	}
	return name{}, false
}

// namesFrom returns the names whose first word is this one, or has it as its plural.
func namesFrom(word string) []name {
	if one, plural := strings.CutSuffix(word, "s"); plural && len(names()[word]) == 0 {
		return names()[one]
	}
	return names()[word]
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

// A widening is a query in which each name with synonyms is met by any of these, too, and
// perhaps a word by another.
type widening struct {
	query query
	says  []string // for each term of the query, what it is instead of one typed; "" of one that was typed
}

// widen returns q, which is words without operators, with the synonyms of its names and the
// likelier words of its terms, of as many of them as there is room for; none if there are
// none. Synonyms of several words are not looked for in the names of systems, each of which
// has "integrated care board".
func (q *query) widen(likelier []string) (widening, bool) {
	var w widening
	if !q.hasNames() && likelier == nil {
		return w, false
	}
	var text strings.Builder
	add := func(words, says string) {
		text.WriteString(words)
		w.says = append(w.says, says)
	}
	for i := 0; i < len(q.terms); {
		n, found := nameAt(q.terms[i:])
		size := max(1, len(n.words))
		typed := q.text[q.terms[i].start:q.terms[i+size-1].end]
		i += size
		text.WriteByte(' ')
		if room := maxTerms - len(w.says) - (len(q.terms) - i); !found || room < 2*(1+len(n.group)) {
			for k := range size {
				t := &q.terms[i-size+k]
				add(" "+q.text[t.start:t.end], "")
				if likelier != nil && likelier[i-size+k] != "" && room >= 2 {
					add(` | "`+likelier[i-size+k]+`"`, likelier[i-size+k])
				}
			}
			continue
		}
		add(quoted(typed, size), "")
		for _, other := range n.group {
			add(` | "`+other+`"`, other)
			if !strings.HasSuffix(other, "s") && !strings.HasSuffix(other, "y") {
				add(` | "`+other+`s"`, other)
			}
		}
	}
	w.query = parse(text.String())
	if len(w.query.terms) != len(w.says) {
		return w, false
	}
	for i, says := range w.says {
		w.query.terms[i].inProse = says != ""
	}
	return w, true
}

// quoted returns words, of which there are so many, as a phrase if there are several.
func quoted(words string, n int) string {
	if n > 1 {
		return `"` + words + `"`
	}
	return words
}

// withSynonyms is a, the answer to q, and behind it the stories that have a synonym of a name
// in q. Where a has no story with all words as they were typed, they take its place.
func (s *Searcher) withSynonyms(a Answer, q query, c *cache) Answer {
	if !q.plain() {
		return a
	}
	w, ok := q.widen(a.likelier())
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
			says := w.says[i]
			if says == "" || slices.Contains(said, says) {
				continue
			}
			if how, _ := p.first(&p.matchers[i], uint32(h.Story)); how != absent {
				said = append(said, says)
			}
		}
	}
	return said
}
