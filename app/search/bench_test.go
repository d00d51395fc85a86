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

// frequent returns the words of x that stand in the most headlines, the most frequent first.
func frequent(x *Index, n int) []string {
	numbers := make([]uint32, x.words.len())
	for i := range numbers {
		numbers[i] = uint32(i)
	}
	stories := func(n uint32) int { return len(x.sections[Headline].postings(wordRange{n, n + 1})) }
	slices.SortStableFunc(numbers, func(a, b uint32) int { return stories(b) - stories(a) })
	words := make([]string, n)
	for i := range words {
		words[i] = string(x.words.word(numbers[i]))
	}
	return words
}

// slowest are the kinds of query that take longest, of the words that are most frequent.
func slowest(words []string) []struct{ name, query string } {
	each := func(from []string, write, between string) string {
		var terms []string
		for i, w := range from {
			terms = append(terms, strings.NewReplacer("W", w, "V", from[(i+1)%len(from)], "M", w[:len(w)-1]+"qx").Replace(write))
		}
		return strings.Join(terms, between)
	}
	letters := strings.Split("abcdefghijklmnopqrstuvwx", "")
	return []struct{ name, query string }{
		{"letters, either", each(letters, "W", " | ")},
		{"letters, all", each(letters, "W", " ")},
		{"letters, at the start", each(letters, "^W", " | ")},
		{"words, either", each(words, "W", " | ")},
		{"words, all", each(words, "W", " ")},
		{"words, none", each(words, "-W", " ")},
		{"not one word", "-" + words[0]},
		{"phrases, either", each(words, `"W V"`, " | ")},
		{"phrases, none", each(words, `-"W V"`, " ")},
		{"words at the end, either", each(words, "W$", " | ")},
		{"half of the words, misspelt", each(words[:12], "W M", " ")},
		{"misspelt, all", each(words, "M", " ")},
		{"misspelt, either", each(words, "M", " | ")},
		{"a bit of all", each(words[:4], `W | ^V -V$ | "W V" | M`, " ")},
	}
}

// BenchmarkSlowest asks what takes longest to answer.
func BenchmarkSlowest(b *testing.B) {
	x := New(invented(100_000))
	s := x.NewSearcher()
	for _, kind := range slowest(frequent(x, maxTerms)) {
		b.Run(kind.name, func(b *testing.B) {
			for b.Loop() {
				s.Search(kind.query, Options{})
			}
		})
	}
}
