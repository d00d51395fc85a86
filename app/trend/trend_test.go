package trend

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"icsexplorer/corpus"
)

// newTestIndex is the index of stories, in a corpus with the registry.
func newTestIndex(t testing.TB, stories []corpus.Story) (*Index, []int) {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	all := make([]int, len(stories))
	for i := range all {
		all[i] = i
	}
	return New(&corpus.Corpus{Registry: registry, Stories: stories}), all
}

// filler are stories of everyday words, each listed by one of the systems in turn.
func filler(n int, systems ...string) []corpus.Story {
	words := strings.Fields("trust chief board nurse ward budget deficit waiting surgery patients staff pay review plan bed clinic")
	rnd := rand.New(rand.NewPCG(1, 2))
	stories := make([]corpus.Story, n)
	for i := range stories {
		var headline []string
		for range 6 {
			headline = append(headline, words[rnd.IntN(len(words))])
		}
		stories[i] = corpus.Story{Headline: strings.Join(headline, " "), Systems: []string{systems[i%len(systems)]}}
	}
	return stories
}

func BenchmarkTrend(b *testing.B) {
	var systems []string
	for n := range 42 {
		systems = append(systems, fmt.Sprint("system-", n))
	}
	x, all := newTestIndex(b, filler(4200, systems...))
	b.Run("words", func(b *testing.B) {
		for b.Loop() {
			x.Words(all, systems)
		}
	})
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			New(&corpus.Corpus{Stories: x.stories, Registry: x.registry})
		}
	})
}
