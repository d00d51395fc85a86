package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// invented returns n headlines of invented words, some frequent and most rare.
func invented(n int) lines {
	random := rand.New(rand.NewPCG(9, 10))
	syllables := strings.Fields("an ba cer del en fi gro hos in jo ke lun mer nal or pa qui ra sta tru un ver wi ex yor zo th sh tion ing ed")
	words := make([]string, 30000)
	for i := range words {
		for range 2 + random.IntN(3) {
			words[i] += syllables[random.IntN(len(syllables))]
		}
	}
	zipf := rand.NewZipf(random, 1.1, 8, uint64(len(words)-1))
	headlines := make(lines, n)
	for i := range headlines {
		title := make([]string, 4+random.IntN(9))
		for j := range title {
			title[j] = words[zipf.Uint64()]
		}
		headlines[i] = strings.Join(title, " ")
	}
	return headlines
}

// keystrokes are every state of a search box in which queries for headlines are typed.
func keystrokes(texts Texts, queries int) []string {
	random := rand.New(rand.NewPCG(11, 12))
	var all []string
	for range queries {
		text := mutate(random, texts)
		for i := range text {
			all = append(all, text[:i+1])
		}
	}
	return all
}

func BenchmarkNew(b *testing.B) {
	texts := invented(100_000)
	b.ReportAllocs()
	for b.Loop() {
		New(texts)
	}
}

// BenchmarkKeystroke types into headlines without end; a single operation is one
// keystroke. Besides the mean it reports the median and the 95th percentile.
func BenchmarkKeystroke(b *testing.B) {
	for _, bench := range []struct {
		name  string
		texts Texts
	}{
		{"listings", twoListings(b)},
		{"100000", invented(100_000)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			typed := keystrokes(bench.texts, 50)
			s := New(bench.texts).NewSearcher()
			var took []time.Duration
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				s.Search(typed[i%len(typed)], Options{})
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2]), "p50-ns")
			b.ReportMetric(float64(took[len(took)*95/100]), "p95-ns")
		})
	}
}

// BenchmarkSlowest asks what takes longest to answer: queries of that kind were bred for it.
func BenchmarkSlowest(b *testing.B) {
	s := New(invented(100_000)).NewSearcher()
	for _, query := range []string{
		"a | b | c | d | e | f | g | h | i | j | k | l | m | n | o | p | q | r | s | t | u | v | w | x",
		`-10$ -interview$ -zzz -is$ -f$ -"is a" -"in the"`,
		"the$ | a$ | new$ | to$ | in$ | of$ | for$ | and$ | on$ | with$ | at$ | from$",
		`d | by | t rea | 'polce | the -says | d after | d "d in" e in "d in" polce`,
		"goverment | b | o | the !1$ | m | ^i | b | ^f | i !d | ^r | t | the",
	} {
		b.Run(query[:10], func(b *testing.B) {
			for b.Loop() {
				s.Search(query, Options{})
			}
		})
	}
}
