package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// distance is the plain way to the edits between a and b: a table of all beginnings of
// both.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	table := make([][]int, len(from)+1)
	for i := range table {
		table[i] = make([]int, len(to)+1)
		for j := range table[i] {
			switch {
			case i == 0:
				table[i][j] = j
			case j == 0:
				table[i][j] = i
			default:
				change := table[i-1][j-1]
				if from[i-1] != to[j-1] {
					change++
				}
				table[i][j] = min(change, table[i-1][j]+1, table[i][j-1]+1)
				if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
					table[i][j] = min(table[i][j], table[i-2][j-2]+1)
				}
			}
		}
	}
	return table[len(from)][len(to)]
}

// strings of up to n letters of alphabet, the empty one not.
func stringsOver(alphabet string, n int) []string {
	all := []string{""}
	for i := 0; i < len(all); i++ {
		if len(all[i]) < n {
			for _, r := range alphabet {
				all = append(all, all[i]+string(r))
			}
		}
	}
	return all[1:]
}

func checkDistance(t *testing.T, a, b string) {
	t.Helper()
	if got, want := newSpeller([]byte(a)).distance([]byte(b)), distance(a, b); got != want {
		t.Fatalf("%q to %q: %d, want %d", a, b, got, want)
	}
}

func TestDistanceExhaustively(t *testing.T) {
	for _, words := range [][]string{stringsOver("ab", 6), stringsOver("abc", 4), stringsOver("é€", 4)} {
		for _, a := range words {
			for _, b := range words {
				checkDistance(t, a, b)
			}
		}
	}
}

func FuzzDistance(f *testing.F) {
	f.Add("access", "acess")
	f.Add("été", "thé")
	f.Add(strings.Repeat("ab", 16), strings.Repeat("ba", 20))
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) || a == "" || utf8.RuneCountInString(a) > maxSpelling || len(b) > 100 {
			t.Skip()
		}
		checkDistance(t, a, b)
	})
}

// vocabularyOf sorts words into a vocabulary.
func vocabularyOf(words []string) *vocabulary {
	var in interner
	for _, w := range words {
		in.number([]byte(w))
	}
	v, _ := newVocabulary(&in)
	return &v
}

func TestVocabularyExhaustively(t *testing.T) {
	words := stringsOver("abé", 4)
	words = append(words, "abababab", "ababababa", "abababababab", "abababababaa", strings.Repeat("b", 70), strings.Repeat("b", 71))
	slices.Reverse(words)
	v := vocabularyOf(words)
	slices.Sort(words)
	if v.len() != len(words) {
		t.Fatalf("%d words of %d", v.len(), len(words))
	}
	for i, want := range words {
		if got := string(v.word(uint32(i))); got != want {
			t.Fatalf("word %d is %q, want %q", i, got, want)
		}
	}
	for _, w := range append(stringsOver("abcé", 3), "ababababab", strings.Repeat("b", 69), "z") {
		first, found := slices.BinarySearch(words, w)
		end := first
		for end < len(words) && strings.HasPrefix(words[end], w) {
			end++
		}
		if lo, hi := v.prefixed([]byte(w)); int(lo) != first || int(hi) != end {
			t.Errorf("%q begins words %d to %d, want %d to %d", w, lo, hi, first, end)
		}
		if n, ok := v.find([]byte(w)); ok != found || ok && int(n) != first {
			t.Errorf("find(%q) = %d, %v; want %d, %v", w, n, ok, first, found)
		}
	}
}

func TestNearExhaustively(t *testing.T) {
	words := append(stringsOver("abé", 4), "abcdefgh", "bacdefgh", strings.Repeat("a", 70))
	v := vocabularyOf(words)
	for _, w := range append(stringsOver("abcé", 4), "abcdefg", "acdefgh", strings.Repeat("a", maxSpelling)) {
		for limit := 1; limit <= 2; limit++ {
			var want, got []string
			for n := range uint32(v.len()) {
				if edits := distance(w, string(v.word(n))); 0 < edits && edits <= limit {
					want = append(want, string(v.word(n)))
				}
			}
			v.near([]byte(w), limit, func(n uint32, edits int) {
				got = append(got, string(v.word(n)))
				if want := distance(w, string(v.word(n))); want != edits {
					t.Errorf("%q to %q: %d edits, want %d", w, v.word(n), edits, want)
				}
			})
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("near %q by %d: %q, want %q", w, limit, got, want)
			}
		}
	}
}

func TestSlips(t *testing.T) {
	for _, test := range []struct {
		typed, word string
		want        bool
	}{
		{"acess", "access", true},
		{"ccess", "access", false}, // the first letter is seldom wrong
		{"hcelsea", "chelsea", false},
		{"acecss", "access", true},
		{"aceess", "access", false},
		{"clearr", "clear", false},
		{"summis", "summit", false},
		{"colapss", "colass", false},
		{"paccess", "access", false},
		{"foudat", "foundation", true}, // only begun
		{"fonudat", "foundation", true},
		{"fondut", "foundation", false},
		{"found", "foundation", false}, // a beginning as it is
	} {
		if got := slips([]byte(test.typed), []byte(test.word)); got != test.want {
			t.Errorf("%q for %q: %v, want %v", test.typed, test.word, got, test.want)
		}
	}
}
