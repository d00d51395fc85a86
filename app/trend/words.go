package trend

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"icsexplorer/corpus"
)

// What it takes for a word to be named.
const (
	// priorShare of the weight of all words is that of the prior.
	priorShare = 1.0 / 8
	// leastScore leaves one word in a hundred to chance.
	leastScore = 2.33
	// fewestStories of the system have the word.
	fewestStories = 3
	// mostWords are named of a system.
	mostWords = 5
)

// Coverage is the words that set a system apart, the most telling first.
type Coverage struct {
	System string // slug
	Words  []Word // at least one
}

// A Word is one that the system's headlines have more often than the others of the view.
type Word struct {
	Text      string  // as most of the headlines write it
	Stories   []int   // of the system, those with the word in the headline, in the order of the view
	Elsewhere int     // the view's other stories with it
	Score     float64 // z; see the package comment
}

// Words finds for each system what sets its stories apart from the others among those
// numbered in; systems of which there is nothing to say are left out.
func (x *Index) Words(in []int, systems []string) []Coverage {
	all := make([]int, len(x.words)) // for each word, how many stories of the view have it
	total := 0
	for _, i := range in {
		for _, t := range x.found[i] {
			all[t.word]++
			total++
		}
	}
	var found []Coverage
	for _, system := range systems {
		if words := x.apart(in, system, all, total); len(words) > 0 {
			found = append(found, Coverage{system, words})
		}
	}
	return found
}

// apart finds the words that set a system apart. all is in how many stories of the view
// each word stands, total their sum.
func (x *Index) apart(in []int, system string, all []int, total int) []Word {
	has := make(map[int][]int) // word to the stories of the system that have it
	here := 0
	for _, i := range in {
		if !slices.Contains(x.stories[i].Systems, system) {
			continue
		}
		for _, t := range x.found[i] {
			has[t.word] = append(has[t.word], i)
			here++
		}
	}
	own := x.nameOf(system)
	var words []Word
	for word, stories := range has {
		if len(stories) < fewestStories || slices.Contains(own, x.words[word]) {
			continue
		}
		elsewhere := all[word] - len(stories)
		score := logOdds(len(stories), here, elsewhere, total-here)
		if score >= leastScore {
			words = append(words, Word{x.written(word, stories), stories, elsewhere, score})
		}
	}
	slices.SortFunc(words, func(a, b Word) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Text, b.Text))
	})
	return words[:min(mostWords, len(words))]
}

// logOdds is z of the package comment, for a word that stands y times among the n words of
// one side and of the other. It is no number where there is no other word.
func logOdds(y, n, yOther, nOther int) float64 {
	prior, all := priorShare*float64(y+yOther), priorShare*float64(n+nOther)
	odds := func(y, n int) float64 {
		with := float64(y) + prior
		return math.Log(with / (float64(n) + all - with))
	}
	return (odds(y, n) - odds(yOther, nOther)) / math.Sqrt(1/(float64(y)+prior)+1/(float64(yOther)+prior))
}

// nameOf is the words of a system's name.
func (x *Index) nameOf(slug string) []string {
	system, _ := x.registry.Find(slug)
	return strings.Fields(corpus.Fold(system.ShortName))
}

// written is a word as most of the stories' headlines have it; of two forms that as many
// have the one in lower case.
func (x *Index) written(word int, stories []int) string {
	times := make(map[string]int)
	best := ""
	for _, i := range stories {
		for _, t := range x.found[i] {
			if t.word != word {
				continue
			}
			times[t.written]++
			if n, most := times[t.written], times[best]; n > most || n == most && t.written > best {
				best = t.written
			}
		}
	}
	return best
}
