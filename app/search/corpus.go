package search

import (
	"slices"
	"strings"

	"icsexplorer/corpus"
)

// NewOf builds the index of the stories of c, with the names of its registry.
func NewOf(c *corpus.Corpus) *Index { return New(Corpus(c), Names(c.Registry)...) }

// Corpus presents the stories of c for indexing. The text of [System] is, for
// each system of the story, its short name, aliases, code and board name, joined
// with " · ".
func Corpus(c *corpus.Corpus) Texts {
	t := stories{c.Stories, make(map[string]string, len(c.Registry))}
	for _, s := range c.Registry {
		t.systems[s.Slug] = systemText(s)
	}
	return t
}

type stories struct {
	stories []corpus.Story
	systems map[string]string // slug to text
}

func (t stories) Len() int { return len(t.stories) }

func (t stories) Text(i int, f Field) string {
	story := &t.stories[i]
	switch f {
	case Headline:
		return story.Headline
	case Caption:
		return story.Caption
	case Standfirst:
		return story.Standfirst
	}
	texts := make([]string, len(story.Systems))
	for j, slug := range story.Systems {
		texts[j] = t.systems[slug]
	}
	return strings.Join(texts, separator)
}

// Same returns for each story of c the story of known, a corpus of the same registry, that
// has the same texts, -1 if there is none: what [Index.Join] wants to know.
func Same(c, known *corpus.Corpus) []int {
	places := make(map[string]int, len(known.Stories))
	for i := range known.Stories {
		places[known.Stories[i].Key] = i
	}
	same := make([]int, len(c.Stories))
	for i := range c.Stories {
		same[i] = -1
		if at, ok := places[c.Stories[i].Key]; ok && sameTexts(&c.Stories[i], &known.Stories[at]) {
			same[i] = at
		}
	}
	return same
}

func sameTexts(a, b *corpus.Story) bool {
	return a.Headline == b.Headline && a.Caption == b.Caption && a.Standfirst == b.Standfirst && slices.Equal(a.Systems, b.Systems)
}

// Names lists the names of all systems, and codes, with stories or without.
func Names(r corpus.Registry) []string {
	names := make([]string, len(r))
	for i, s := range r {
		names[i] = systemText(s)
	}
	return names
}

const separator = " · "

func systemText(s corpus.System) string {
	parts := append([]string{s.ShortName}, s.Aliases...)
	return strings.Join(append(parts, s.ODS, s.Name), separator)
}
