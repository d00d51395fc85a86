package search

import "bytes"

// Neighbouring words of a text answer one typed word when it is
//
//	phoneaccess  the words run together, the last perhaps only begun,
//	gpa          their first letters, or
//	swlondon     the first letters of some and then a word.
//
// These are the bounds of what counts.
const (
	maxParts       = 5 // words run together
	shortestWhole  = 2 // letters of a part
	shortestBegun  = 3 // letters of a last part that goes on
	fewestInitials = 3
	fewestBefore   = 2 // first letters before a word
	mostBefore     = 3
	shortestAfter  = 4 // letters of that word
)

// compound returns how text answers to words at the beginning of tokens, and how
// many of them.
func (v *vocabulary) compound(text []byte, tokens []uint32) (way, int) {
	if n := v.runTogether(text, tokens); n > 0 {
		return joined, n
	}
	same := v.leading(text, tokens)
	if same == len(text) && same >= fewestInitials {
		return initials, same
	}
	for n := fewestBefore; n <= min(same, mostBefore, len(text)-shortestAfter); n++ {
		if n < len(tokens) && bytes.HasPrefix(v.word(tokens[n]), text[n:]) {
			return initials, n + 1
		}
	}
	return absent, 0
}

// leading returns how many words tokens begins with whose first letters are those of
// text.
func (v *vocabulary) leading(text []byte, tokens []uint32) int {
	n := 0
	for n < min(len(text), len(tokens)) && v.initials[tokens[n]] == text[n] {
		n++
	}
	return n
}

// runTogether returns how many words at the beginning of tokens make text, 0 if
// they do not.
func (v *vocabulary) runTogether(text []byte, tokens []uint32) int {
	for i, n := range tokens[:min(len(tokens), maxParts)] {
		w := v.word(n)
		switch {
		case len(w) >= len(text):
			if i > 0 && bytes.HasPrefix(w, text) && (len(text) >= shortestBegun || len(text) == len(w) && isPart(w)) {
				return i + 1
			}
			return 0
		case !isPart(w) || !bytes.HasPrefix(text, w):
			return 0
		}
		text = text[len(w):]
	}
	return 0
}

func isPart(w []byte) bool { return len(w) >= shortestWhole || isDigit(w[0]) }

// compounds returns the stories, ascending, in which neighbouring words may answer
// the word of e.
func (s *Searcher) compounds(e *expansion) []uint32 {
	if e.compounded {
		return e.compounds
	}
	e.compounded = true
	e.acronym = s.acronyms(e)
	s.passing.clear()
	for _, story := range e.acronym {
		s.passing.add(story)
	}
	for _, r := range s.split(e.text) {
		for f := Headline; f <= s.last; f++ {
			section := &s.x.sections[f]
			for _, story := range section.with(r) {
				tokens := section.words(story)
				for i, n := range tokens {
					if s.x.words.initials[n] == e.text[0] {
						if w, _ := s.x.words.compound(e.text, tokens[i:]); w != absent {
							s.passing.add(story)
						}
					}
				}
			}
		}
	}
	for story := range s.passing.all {
		e.compounds = append(e.compounds, story)
	}
	return e.compounds
}

// acronyms returns the stories, ascending, in which neighbouring words begin with
// the letters of e. Those of a word one letter shorter, likely typed before, include
// them.
func (s *Searcher) acronyms(e *expansion) []uint32 {
	n := len(e.text) - 1
	if n+1 < fewestInitials || n >= maxSpelling {
		return nil
	}
	var found []uint32
	if shorter := s.kept()[string(e.text[:n])]; n >= fewestInitials && shorter != nil && shorter.compounded {
		for _, story := range shorter.acronym {
			if s.abbreviates(e.text, story) {
				found = append(found, story)
			}
		}
		return found
	}
	var pairs uint64
	for i := range n {
		pairs |= initialPair(e.text[i], e.text[i+1])
	}
	s.passing.clear()
	for f := Headline; f <= s.last; f++ {
		if !hasInitials(f) {
			continue
		}
		for story, has := range s.x.sections[f].initials {
			if pairs&^has == 0 {
				s.passing.add(uint32(story))
			}
		}
	}
	for story := range s.passing.all {
		if s.abbreviates(e.text, story) {
			found = append(found, story)
		}
	}
	return found
}

// abbreviates reports whether neighbouring words of story begin with the letters of
// text.
func (s *Searcher) abbreviates(text []byte, story uint32) bool {
	for f := Headline; f <= s.last; f++ {
		if !hasInitials(f) {
			continue
		}
		tokens := s.x.sections[f].words(story)
		for len(tokens) >= len(text) {
			if s.x.words.leading(text, tokens) == len(text) {
				return true
			}
			tokens = tokens[1:]
		}
	}
	return false
}

// split lists, for each way in which text may be run together from words, or be first
// letters and a word, the rarest of these words.
func (s *Searcher) split(text []byte) []wordRange {
	if len(text) > maxSpelling {
		return nil
	}
	sp := splitter{s: s}
	sp.rest(text, 0, wordRange{}, 0)
	for n := fewestBefore; n <= min(mostBefore, len(text)-shortestAfter); n++ {
		if lo, hi := s.x.words.prefixed(text[n:]); lo < hi {
			sp.found = append(sp.found, wordRange{lo, hi})
		}
	}
	return sp.found
}

type splitter struct {
	s     *Searcher
	found []wordRange
}

// rest splits the rest of a text after so many parts, the rarest of which stands in
// so many stories.
func (sp *splitter) rest(text []byte, parts int, rarest wordRange, holding int) {
	words := &sp.s.x.words
	rarer := func(r wordRange) (wordRange, int) {
		if n := sp.s.holding(r); parts == 0 || n < holding {
			return r, n
		}
		return rarest, holding
	}
	if parts > 0 {
		if r, ok := words.lastPart(text); ok {
			r, _ = rarer(r)
			sp.found = append(sp.found, r)
		}
	}
	if parts+1 == maxParts {
		return
	}
	for i := 1; i < len(text); i++ {
		if !isPart(text[:i]) {
			continue
		}
		if n, ok := words.find(text[:i]); ok {
			r, holding := rarer(wordRange{n, n + 1})
			sp.rest(text[i:], parts+1, r, holding)
		}
	}
}

// lastPart returns the words that may be the last of those run together.
func (v *vocabulary) lastPart(text []byte) (wordRange, bool) {
	if len(text) >= shortestBegun {
		lo, hi := v.prefixed(text)
		return wordRange{lo, hi}, lo < hi
	}
	if isPart(text) {
		n, ok := v.find(text)
		return wordRange{n, n + 1}, ok
	}
	return wordRange{}, false
}
