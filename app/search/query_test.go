package search

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// String writes q so that the reading of each chunk shows: clauses in brackets, a
// negated one after a minus; of a term its words in a row, ' for exact, ^ and $ for
// its place.
func (q *query) String() string {
	var clauses []string
	for _, c := range q.clauses {
		var terms []string
		for _, t := range q.terms[c.first:c.end] {
			s := ""
			if t.exact {
				s = "'"
			}
			if t.atStart {
				s += "^"
			}
			for i, w := range t.words {
				if i > 0 {
					s += " "
				}
				s += string(w)
			}
			if t.atEnd {
				s += "$"
			}
			terms = append(terms, s)
		}
		s := "[" + strings.Join(terms, "|") + "]"
		if c.negated {
			s = "-" + s
		}
		clauses = append(clauses, s)
	}
	return strings.Join(clauses, "")
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"nothing but blanks", " \t\u00a0 ", ""},
		{"nothing but signs", `- ! ^ $ ' " | -- "" -"" '$ ^$ …`, ""},
		{"words", "GP  phone", "[gp][phone]"},
		{"several words in a chunk", "cap-ex £1.5m", "[cap][ex][1.5m]"},
		{"a phrase", `"GP phone" access`, "['gp phone][access]"},
		{"a curly phrase", `“claw back”`, "['claw back]"},
		{"a phrase beside a word", `"claw back"icss`, "['claw back][icss]"},
		{"a phrase of one word", `"phone"`, "['phone]"},
		{"an open phrase", `"claw back`, "[claw][back]"},
		{"a mark behind a word", `claw" back`, "[claw][back]"},
		{"a mark in a word", `cl"aw ba"ck`, "[cl][aw][ba][ck]"},
		{"not a word", "-phone !access", "-['phone]-['access]"},
		{"not a phrase", `-"gp phone"`, "-['gp phone]"},
		{"not several words", "-cap-ex", "-['cap ex]"},
		{"twice not", "--phone", "-['phone]"},
		{"a dash between blanks", "gp - phone", "[gp][phone]"},
		{"a dash in a word", "most-read", "[most][read]"},
		{"at the start", "^exclusive", "[^exclusive]"},
		{"at the start, several", "^most-read", "[^most read]"},
		{"at the end", "access$", "['access$]"},
		{"at both ends", "^ceo$", "['^ceo$]"},
		{"money is no end", "$20m", "[20m]"},
		{"exact", "'acess", "['acess]"},
		{"exact in quotation marks", "'acess'", "['acess]"},
		{"an apostrophe within", "trust's", "[trusts]"},
		{"an apostrophe behind", "trusts'", "[trusts]"},
		{"either", "gp | dental", "[gp|dental]"},
		{"either of three", "gp | dental | 'eye phone", "[gp|dental|'eye][phone]"},
		{"either, twice", "gp | dental phone | access", "[gp|dental][phone|access]"},
		{"either of several words", "gp | cap-ex", "[gp|cap][ex]"},
		{"either, twice the bar", "gp | | dental", "[gp|dental]"},
		{"a bar first", "| gp", "[gp]"},
		{"a bar last", "gp |", "[gp]"},
		{"a bar within", "gp|dental", "[gp][dental]"},
		{"either or not", "gp | -dental", "[gp]-['dental]"},
		{"not or either", "-gp | dental", "-['gp][dental]"},
		{"OR as a bar", "gp OR dental phone OR access", "[gp|dental][phone|access]"},
		{"AND as nothing", "gp AND dental", "[gp][dental]"},
		{"NOT as a sign", "NOT london gp", "-['london][gp]"},
		{"NOT of a phrase, of several words, of a sign", `NOT "gp phone" NOT cap-ex NOT -gp`, "-['gp phone]-['cap ex]-['gp]"},
		{"AND NOT, OR NOT", "gp AND NOT dental OR NOT access", "[gp]-['dental]-['access]"},
		{"operators that are words", "gp or not and dental", "[gp][or][not][and][dental]"},
		{"operators with nothing before them", "OR gp", "[or][gp]"},
		{"an operator with nothing before it, another behind", "OR AND gp", "[or][gp]"},
		{"an operator that is typed first", "AND", "[and]"},
		{"operators with nothing behind them yet", "gp OR", "[gp]"},
		{"AND with nothing behind it yet", "gp AND", "[gp]"},
		{"NOT with nothing behind it yet", "gp AND NOT ", "[gp]"},
		{"only NOT", "NOT", "[not]"},
		{"NOT of nothing", "gp NOT …", "[gp]"},
		{"a bar before nothing", "gp | … dental", "[gp|dental]"},
		{"a long word", strings.Repeat("a", 100), "[" + strings.Repeat("a", maxWord) + "]"},
		{"a long word cut between characters", strings.Repeat("a", maxWord-1) + "ב", "[" + strings.Repeat("a", maxWord-1) + "]"},
		{"many words", "a b c d e f g h i j k l m n o p q r s t u v w x y z", "[a][b][c][d][e][f][g][h][i][j][k][l][m][n][o][p][q][r][s][t][u][v][w][x]"},
		{"a word again and again", "new york new york new", "[new][york][new][york]"},
		{"a word again and again, either", "gp | gp | dental gp gp | gp gp", "[gp|dental][gp][gp]"},
		{"either of what stands alone already", "a b a c a | d", "[a][b][a][c][a|d]"},
		{"not a word, again", "-a b -a c -a", "-['a][b]-['a][c]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := parse(test.text)
			if got := q.String(); got != test.want {
				t.Errorf("%q is read as %v, want %v", test.text, got, test.want)
			}
		})
	}
}

// FuzzParse checks that what is read keeps within its bounds and its text.
func FuzzParse(f *testing.F) {
	for _, text := range []string{`-"gp phone" | ^a 'b$`, "“a” | !b", strings.Repeat("x ", 2000), "a\xff|", "-'^$\""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := parse(text)
		if len(q.text) > maxText || !strings.HasPrefix(text, q.text) || len(q.terms) > maxTerms {
			t.Fatalf("%q: %d bytes, %d terms", text, len(q.text), len(q.terms))
		}
		last, end := 0, 0
		for _, term := range q.terms {
			if term.start < last || term.end < term.start || term.end > len(q.text) {
				t.Fatalf("%q: term at %d:%d after %d", text, term.start, term.end, last)
			}
			last = term.start
			for _, w := range term.words {
				if len(w) == 0 || len(w) > maxWord || !utf8.Valid(w) {
					t.Fatalf("%q: word %q", text, w)
				}
			}
		}
		for _, c := range q.clauses {
			if c.first != end || c.end <= c.first {
				t.Fatalf("%q: clause %v after %d", text, c, end)
			}
			end = c.end
		}
		if end != len(q.terms) {
			t.Fatalf("%q: clauses up to %d of %d terms", text, end, len(q.terms))
		}
	})
}
