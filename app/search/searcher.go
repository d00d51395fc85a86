package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// Options narrow a search.
type Options struct {
	HeadlineOnly bool
}

// A Span is a run of matched letters: byte offsets into the original text.
type Span struct{ Start, End int }

// A Hit is a story that matches.
type Hit struct {
	Story int
	Field Field // the last field needed to match every word
	tier  tier
}

// Results are what a search found.
type Results struct {
	Hits      []Hit  // in rank order
	Partial   bool   // no story has every word
	Corrected string // the query as it was understood, if letters had to be changed
	Verbatim  string // then: the query that insists on what was typed
}

type tier uint8

const (
	whole tier = iota
	start
	edited
	none
)

// A Searcher answers the queries of one reader. It belongs to one goroutine.
type Searcher struct {
	x     *Index
	terms []term
}

type term struct {
	text  []byte
	exact bool
	words map[uint32]tier
}

// NewSearcher returns a searcher over x.
func (x *Index) NewSearcher() *Searcher { return &Searcher{x: x} }

const maxTerms = 16

// Search finds the stories that have every word of text.
func (s *Searcher) Search(text string, o Options) Results {
	s.terms = s.terms[:0]
	for _, part := range strings.Fields(text) {
		scan := scanner{text: part}
		for scan.scan() && len(s.terms) < maxTerms {
			s.terms = append(s.terms, term{text: bytes.Clone(scan.word), exact: part[0] == '\''})
		}
	}
	if len(s.terms) == 0 {
		return Results{}
	}
	for i := range s.terms {
		s.written(&s.terms[i])
	}
	r := Results{Hits: s.all(o)}
	if len(r.Hits) > 0 {
		return r
	}
	for i := range s.terms {
		s.misspelt(&s.terms[i])
	}
	r.Hits = s.all(o)
	if len(r.Hits) == 0 {
		return r
	}
	var corrected, verbatim []string
	for _, t := range s.terms {
		best, word := none, string(t.text)
		for f := range fieldCount {
			for _, w := range s.x.fields[f].story(r.Hits[0].Story) {
				if k, ok := t.words[w]; ok && k < best {
					best = k
					if k == edited {
						word = string(s.x.words.word(w))
					}
				}
			}
		}
		corrected = append(corrected, word)
		if best == edited {
			verbatim = append(verbatim, "'"+string(t.text))
		} else {
			verbatim = append(verbatim, string(t.text))
		}
	}
	r.Corrected, r.Verbatim = strings.Join(corrected, " "), strings.Join(verbatim, " ")
	return r
}

func (s *Searcher) written(t *term) {
	t.words = map[uint32]tier{}
	lo, hi := s.x.words.prefixed(t.text)
	for w := lo; w < hi; w++ {
		if len(s.x.words.word(w)) == len(t.text) {
			t.words[w] = whole
		} else if !t.exact {
			t.words[w] = start
		}
	}
}

func (s *Searcher) misspelt(t *term) {
	if len(t.text) < 4 || t.exact {
		return
	}
	for w := range uint32(s.x.words.len()) {
		if _, ok := t.words[w]; !ok && near(t.text, s.x.words.word(w), 1) {
			t.words[w] = edited
		}
	}
}

// all lists the stories in which every term matches, in rank order.
func (s *Searcher) all(o Options) []Hit {
	var hits []Hit
	for i := range s.x.texts.Len() {
		h := Hit{Story: i}
		for _, t := range s.terms {
			best := none
			for f := Headline; f < fieldCount && best == none && (f == Headline || !o.HeadlineOnly); f++ {
				for _, w := range s.x.fields[f].story(i) {
					if k, ok := t.words[w]; ok {
						best = min(best, k)
					}
				}
				if best < none {
					h.Field = max(h.Field, f)
				}
			}
			h.tier = max(h.tier, best)
		}
		if h.tier < none {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.tier, b.tier))
	})
	return hits
}

// Marks returns the letters of that field of that story that matched the last
// search: sorted, not overlapping.
func (s *Searcher) Marks(story int, f Field) []Span {
	var spans []Span
	scan := scanner{text: s.x.texts.Text(story, f), traced: true}
	for scan.scan() {
		w, ok := s.x.words.find(scan.word)
		if !ok {
			continue
		}
		end := 0
		for _, t := range s.terms {
			switch k, ok := t.words[w]; {
			case ok && k == start:
				end = max(end, int(scan.origin[len(t.text)]))
			case ok:
				end = scan.end
			}
		}
		if end > 0 {
			spans = append(spans, Span{scan.start, end})
		}
	}
	return spans
}

// Explain says why h stands where it does.
func (s *Searcher) Explain(h Hit) string {
	return h.Field.String() + ": " + [...]string{"whole words", "beginnings of words", "words one letter off"}[h.tier]
}
