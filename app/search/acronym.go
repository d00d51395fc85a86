package search

import "slices"

// compounds returns the stories, ascending, in which neighbouring words match the word
// of e, and perhaps some in which they do not.
func (g *gatherer) compounds(e *expansion) []uint32 {
	if e.compoundsKnown {
		return e.compoundStories
	}
	e.acronymStories = g.acronyms(e.text)
	g.sifted.clear()
	for _, story := range e.acronymStories {
		g.sifted.add(story)
	}
	for _, r := range g.cache.split(e.text) {
		for f := Headline; f <= g.cache.last; f++ {
			section := &g.cache.sections[f]
			for _, story := range section.postings(r) {
				if g.cache.words.hasCompound(e.text, section.words(story)) {
					g.sifted.add(story)
				}
			}
		}
	}
	for story := range g.sifted.all {
		e.compoundStories = append(e.compoundStories, story)
	}
	e.compoundsKnown = true
	return e.compoundStories
}

// mayCompound reports whether neighbouring words of story may match the word of e. As
// long as its compound stories have not been looked for, any may.
func (e *expansion) mayCompound(story uint32) bool {
	if !e.compoundsKnown {
		return true
	}
	_, ok := slices.BinarySearch(e.compoundStories, story)
	return ok
}

// acronyms returns the stories, ascending, with neighbouring words whose first letters
// begin with text. They are among those of the text without its last letter, which was
// likely typed before.
func (g *gatherer) acronyms(text []byte) []uint32 {
	g.sifted.clear()
	shorter := g.cache.expansions[string(text[:len(text)-1])]
	if len(text) > fewestInitials && shorter != nil && shorter.compoundsKnown {
		for _, story := range shorter.acronymStories {
			g.sifted.add(story)
		}
	} else {
		g.sift(text)
	}
	var found []uint32
	for story := range g.sifted.all {
		if g.cache.abbreviates(text, story) {
			found = append(found, story)
		}
	}
	return found
}

// sift finds the stories in which every two letters in a row of text are first letters
// of neighbours, if perhaps not all of them in one place.
func (g *gatherer) sift(text []byte) {
	var pairs uint64
	for i := 1; i < len(text); i++ {
		pairs |= initialPair(text[i-1], text[i])
	}
	for f := Headline; f <= g.cache.last; f++ {
		if hasInitials(f) {
			for story, has := range g.cache.sections[f].initials {
				if pairs&^has == 0 {
					g.sifted.add(uint32(story))
				}
			}
		}
	}
}

// abbreviates reports whether the first letters of neighbouring words of story begin
// with text.
func (s scope) abbreviates(text []byte, story uint32) bool {
	for f := Headline; f <= s.last; f++ {
		if !hasInitials(f) {
			continue
		}
		for tokens := s.sections[f].words(story); len(tokens) > 0; tokens = tokens[1:] {
			if s.words.leading(text, tokens) == len(text) {
				return true
			}
		}
	}
	return false
}
