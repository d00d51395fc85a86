package search

import "slices"

// compounds returns the stories, ascending, in which neighbouring words answer the
// word of e, and perhaps others.
func (s *Searcher) compounds(e *expansion) []uint32 {
	if e.compoundsKnown {
		return e.compoundStories
	}
	e.acronymStories = s.acronyms(e.text)
	s.passing.clear()
	for _, story := range e.acronymStories {
		s.passing.add(story)
	}
	for _, r := range s.split(e.text) {
		for f := Headline; f <= s.last; f++ {
			section := &s.x.sections[f]
			for _, story := range section.postings(r) {
				if s.x.words.hasCompound(e.text, section.words(story)) {
					s.passing.add(story)
				}
			}
		}
	}
	for story := range s.passing.all {
		e.compoundStories = append(e.compoundStories, story)
	}
	e.compoundsKnown = true
	return e.compoundStories
}

// mayCompound reports whether neighbouring words of story may answer the word of e. It
// takes compounds to know better.
func (e *expansion) mayCompound(story uint32) bool {
	if !e.compoundsKnown {
		return true
	}
	_, ok := slices.BinarySearch(e.compoundStories, story)
	return ok
}

// acronyms returns the stories, ascending, with neighbouring words whose first letters
// begin with text. A word one letter shorter, which was likely typed before, has them too.
func (s *Searcher) acronyms(text []byte) []uint32 {
	s.passing.clear()
	shorter := s.kept()[string(text[:len(text)-1])]
	if len(text) > fewestInitials && shorter != nil && shorter.compoundsKnown {
		for _, story := range shorter.acronymStories {
			s.passing.add(story)
		}
	} else {
		s.passInitials(text)
	}
	var found []uint32
	for story := range s.passing.all {
		if s.abbreviates(text, story) {
			found = append(found, story)
		}
	}
	return found
}

// passInitials lets those stories pass that have every pair of the letters of text as
// first letters of neighbours somewhere.
func (s *Searcher) passInitials(text []byte) {
	var pairs uint64
	for i := 1; i < len(text); i++ {
		pairs |= initialPair(text[i-1], text[i])
	}
	for f := Headline; f <= s.last; f++ {
		if hasInitials(f) {
			for story, has := range s.x.sections[f].initials {
				if pairs&^has == 0 {
					s.passing.add(uint32(story))
				}
			}
		}
	}
}

// abbreviates reports whether the first letters of neighbouring words of story begin
// with text.
func (s *Searcher) abbreviates(text []byte, story uint32) bool {
	for f := Headline; f <= s.last; f++ {
		if !hasInitials(f) {
			continue
		}
		for tokens := s.x.sections[f].words(story); len(tokens) > 0; tokens = tokens[1:] {
			if s.x.words.initials[tokens[0]] != text[0] {
				continue
			}
			if s.x.words.leading(text, tokens) == len(text) {
				return true
			}
		}
	}
	return false
}
