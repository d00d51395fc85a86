package search

// Rehearsal returns queries that between them go the ways that a search can go. Browsers
// compile a function of a program when it is first called, so the first keystroke waits for
// all that it needs. A program with nothing else to do may search for these before, one at a
// time, and forget what they find. There are none if no headline has two long neighbours.
func (s *Searcher) Rehearsal() []string {
	x := s.everywhere.Index
	word := func(n uint32, letters int) bool { return isLetter(x.words.initials[n]) && x.words.size(n) >= letters }
	for story := range uint32(x.stories) {
		words := x.sections[Headline].words(story)
		for i := 1; i < len(words); i++ {
			if a, b := words[i-1], words[i]; word(a, twoWrong) && word(b, begunLeftOut) {
				return rehearsal(string(x.words.word(a)), string(x.words.word(b)))
			}
		}
	}
	return nil
}

// rehearsal returns such queries of two words that stand side by side.
func rehearsal(a, b string) []string {
	slip := a[:3] + a[4:]
	return []string{
		a[:1], a, a + " " + b[:1],
		a + b[:shortestPart],                                                           // for several words
		slip, slip + " " + b[:begunLeftOut], a + " " + slip[:begunLeftOut] + " xyzzyx", // misspelt, in part
		"the gp 20m", `"` + a + " " + b + `" | ^` + b + " | " + b + "$ -xyzzyx",
	}
}
