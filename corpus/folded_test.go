package corpus

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// mostInRun is how many characters a line of folded.txt has at most: one is looked for
// from the beginning of its line.
const mostInRun = 32

// folded.txt is what the tables of golang.org/x/text come to.
func TestFoldedTable(t *testing.T) {
	var b strings.Builder
	last, n := rune(-2), 0 // the character before, and how many are on its line
	for r := rune(utf8.RuneSelf); r <= unicode.MaxRune; r++ {
		parts := norm.NFKD.PropertiesString(string(r)).Decomposition()
		if parts == nil || hangulFirst <= r && r <= hangulLast || isApostrophe(r) {
			continue
		}
		if n++; r != last+1 || n > mostInRun {
			fmt.Fprintf(&b, "\n%x", r)
			n = 1
		}
		last = r
		b.WriteByte(' ')
		for _, part := range string(parts) {
			if (unicode.IsLetter(part) || unicode.IsNumber(part)) && !isApostrophe(part) {
				b.Write(appendLower(nil, part))
			}
		}
	}
	table := b.String()[1:] + "\n"
	if *update {
		if err := os.WriteFile("folded.txt", []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if folded != table {
		t.Error("folded.txt is not what golang.org/x/text has; -update writes it anew")
	}
}
