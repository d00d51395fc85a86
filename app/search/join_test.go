package search

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// checkJoined checks that the index that was joined is the one built from all its texts, to
// the last number. So whatever is asked of it, the answer and its marks are the same.
func checkJoined(t *testing.T, joined *Index, texts Texts, names []string) {
	t.Helper()
	if want := New(texts, names...); !reflect.DeepEqual(joined, want) {
		t.Errorf("joined, the index of %v has the words\n%q\nwant\n%q", texts, joined.words.text, want.words.text)
	}
}

func TestJoin(t *testing.T) {
	known := fields{"gp access|phone", "", "trust merger", "access falls||…"}
	names := []string{"NHS Devon"}
	x := New(known, names...)
	for _, test := range []struct {
		name  string
		texts fields
		same  []int
	}{
		{"nothing", nil, nil},
		{"the same", known, []int{0, 1, 2, 3}},
		{"nothing of it", fields{"bed crisis", "waits"}, []int{-1, -1}},
		{"some between", fields{"gp access|phone", "access to beds", "", "zoonoses", "trust merger", "access falls||…", "|a"}, []int{0, -1, 1, -1, 2, 3}},
		{"in another order", fields{"access falls||…", "gp access|phone"}, []int{3, 0}},
		{"without the only story of a word", fields{"gp access|phone", "devon"}, []int{0, -1}},
		{"the same story twice", fields{"trust merger", "trust merger"}, []int{2, 2}},
		{"the first text of a field", fields{"gp access|phone", "||||", "trust merger|||NHS Devon"}, []int{0, -1, -1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			checkJoined(t, x.Join(test.texts, test.same), test.texts, names)
		})
	}
}

// TestJoinAgain joins at random what comes and goes, each index from the one before.
func TestJoinAgain(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 22))
	text := func() string {
		var fields []string
		for range random.IntN(int(fieldCount) + 1) {
			words := make([]string, random.IntN(5))
			for i := range words {
				words[i] = fmt.Sprintf("w%d", random.IntN(40))
			}
			fields = append(fields, strings.Join(words, " "))
		}
		return strings.Join(fields, "|")
	}
	names := []string{"w3 w50", "w60"}
	var known fields
	x := New(known, names...)
	for range 500 {
		texts, same := make(fields, random.IntN(2*block)/(1+random.IntN(300))), []int{}
		for i := range texts {
			same = append(same, random.IntN(2*len(known)+1)-len(known)-1)
			if same[i] < 0 {
				texts[i] = text()
			} else {
				texts[i] = known[same[i]]
			}
		}
		x = x.Join(texts, same)
		checkJoined(t, x, texts, names)
		known = texts
	}
}

// TestJoinOfCorpora brings stories that are new, that are there already, and that change
// what is there: a listing of another system gives a story one more.
func TestJoinOfCorpora(t *testing.T) {
	built := corpustest.Seeds(t)
	own, faults := corpus.Parse("devon.2026-05-14.txt", []byte("Devon ICS\n\n"+
		"Trust merger is off\n2026-05-14T10:00:00+00:00\n\nNobody wants it.\n\n"+
		built.Stories[3].Headline+"\n2024-05-14T10:00:00+00:00\n\n"+built.Stories[3].Standfirst+"\n"), built.Registry)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	all, _ := corpus.Merge(append([]corpus.Listing{own}, built.Listings...), built.Registry)
	if len(all.Stories) != len(built.Stories)+1 {
		t.Fatalf("%d stories and own ones are %d", len(built.Stories), len(all.Stories))
	}
	same, differ := Same(all, built), 0
	for _, story := range same {
		if story < 0 {
			differ++
		}
	}
	if differ != 2 {
		t.Errorf("%d stories are to be read, want the new one and the one with another system", differ)
	}
	names := Names(built.Registry)
	checkJoined(t, New(Corpus(built), names...).Join(Corpus(all), same), Corpus(all), names)
}

// added is texts with n others in between.
func added(texts lines, n int) (all lines, same []int) {
	random := rand.New(rand.NewPCG(23, 24))
	others := invented(len(texts) + n)[len(texts):]
	for i, text := range texts {
		for len(others) > 0 && random.IntN(len(texts)/n) == 0 {
			all, same, others = append(all, others[0]), append(same, -1), others[1:]
		}
		all, same = append(all, text), append(same, i)
	}
	for _, text := range others {
		all, same = append(all, text), append(same, -1)
	}
	return all, same
}

// BenchmarkJoin adds a hundred stories to many, against building the index of all anew.
func BenchmarkJoin(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		known := invented(n)
		texts, same := added(known, 100)
		x := New(known)
		b.Run(fmt.Sprintf("%d/joined", n), func(b *testing.B) {
			for b.Loop() {
				x.Join(texts, same)
			}
		})
		b.Run(fmt.Sprintf("%d/anew", n), func(b *testing.B) {
			for b.Loop() {
				New(texts)
			}
		})
	}
}
