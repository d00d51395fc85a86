package trend

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// An Index has the words of each headline, numbered. It is built once and never changes.
type Index struct {
	stories  []corpus.Story
	registry corpus.Registry
	words    []string  // folded
	found    [][]token // for each story
}

// A token is a word of a headline, once however often it stands there.
type token struct {
	word    int    // index into Index.words
	written string // as the headline first has it
}

// New reads the headlines of c.
func New(c *corpus.Corpus) *Index {
	x := &Index{stories: c.Stories, registry: c.Registry, found: make([][]token, len(c.Stories))}
	number := make(map[string]int)
	for i := range c.Stories {
		for _, written := range split(withoutSeries(&c.Stories[i])) {
			folded := corpus.Fold(written)
			if !telling(folded) {
				continue
			}
			n, ok := number[folded]
			if !ok {
				n = len(x.words)
				number[folded] = n
				x.words = append(x.words, folded)
			}
			if slices.ContainsFunc(x.found[i], func(t token) bool { return t.word == n }) {
				continue
			}
			x.found[i] = append(x.found[i], token{n, written})
		}
	}
	return x
}

// withoutSeries is a headline behind the label of its series.
func withoutSeries(s *corpus.Story) string {
	if s.Series == "" {
		return s.Headline
	}
	_, rest, _ := strings.Cut(s.Headline, ":")
	return rest
}

// split is the words of a headline as they are written.
func split(headline string) []string {
	return strings.FieldsFunc(headline, func(r rune) bool { return corpus.Classify(r) == corpus.Gap })
}

// telling reports whether a folded word can set anything apart.
func telling(word string) bool {
	return utf8.RuneCountInString(word) > 1 && strings.ContainsFunc(word, unicode.IsLetter) && !slices.Contains(holding, word)
}

// holding are the words that hold sentences together.
var holding = strings.Fields(`about after again against all also am amid among an and any are as at be because been before being
	between both but by can could did do does down during each few for from further get gets had has have he her here him his how
	if in into is it its just may me might more most must my new no nor not now of off on once one only or other our out over own
	per same say says set she should so some still such than that the their them then there these they this those through to too
	two under until up upon us very via was we were what when where which while who whom whose why will with would yet you your`)
