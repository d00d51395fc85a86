package search

import (
	"slices"

	"github.com/sahilm/fuzzy"
)

// Bounds of abbreviations. People who shorten a word as they go leave out its vowels.
const (
	shortestAbbreviation = 4
	keptShare            = 4 // one letter in so many is kept at least
	mostVowels           = 1 // behind the first letter
	maxAbbreviated       = 8 // words that one abbreviation may stand for
)

// abbreviated returns the numbers of the words that w may abbreviate, as "fndn"
// does "foundation": its letters in order, from the first to the last. Best first.
func (v *vocabulary) abbreviated(w []byte) []uint32 {
	if len(w) < shortestAbbreviation || len(w) > maxSpelling || vowels(w[1:]) > mostVowels {
		return nil
	}
	words := candidates{v: v}
	letters, last := letterSet(w), w[len(w)-1]
	lo, hi := v.prefixed(w[:1])
	for n := lo; n < hi; n++ {
		word := v.word(n)
		if word[len(word)-1] == last && len(w)+1 < len(word) && len(word) <= keptShare*len(w) && letters&^letterSet(word) == 0 {
			words.numbers = append(words.numbers, n)
		}
	}
	matches := fuzzy.FindFromNoSort(string(w), words)
	slices.SortStableFunc(matches, func(a, b fuzzy.Match) int { return b.Score - a.Score })
	var found []uint32
	for _, m := range matches[:min(len(matches), maxAbbreviated)] {
		found = append(found, words.numbers[m.Index])
	}
	return found
}

// candidates presents words to the matching library.
type candidates struct {
	v       *vocabulary
	numbers []uint32
}

func (c candidates) Len() int            { return len(c.numbers) }
func (c candidates) String(i int) string { return string(c.v.word(c.numbers[i])) }

// vowels counts the vowels of w.
func vowels(w []byte) (n int) {
	for _, b := range w {
		switch b {
		case 'a', 'e', 'i', 'o', 'u':
			n++
		}
	}
	return n
}
