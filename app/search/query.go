package search

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is typed beyond these bounds is not looked at, so that no input takes
// long to answer.
const (
	maxText  = 2000 // bytes of a query
	maxTerms = 24   // terms of a query
)

// A query is what was typed, read: a story must match every one of its clauses.
type query struct {
	text    string // as typed, up to maxText
	clauses []clause
	terms   []term // of all clauses, in the order typed
}

// A clause is one or more terms, of which a story must match any: those numbered
// from first to last-1 in the query's terms. A negated one must match none.
type clause struct {
	first, last int
	negated     bool
}

// A term is a word to look for, or several words in a row.
type term struct {
	words      [][]byte // folded; of a plain term exactly one
	start, end int      // where it stands in the text of the query, operators not included
	exact      bool     // these very words, rather than words that begin so or are like them
	atStart    bool     // only where a field begins
	atEnd      bool     // only where a field ends
}

// plain reports whether t is a single word without operators.
func (t *term) plain() bool { return !t.exact && !t.atStart && !t.atEnd }

// simple reports whether t can be decided by each word of a text alone.
func (t *term) simple() bool { return len(t.words) == 1 && !t.atStart && !t.atEnd }

// parse reads the text of a query:
//
//	gp phone      both words, or words that begin so, in any order
//	"gp phone"    these very words in a row
//	'phone        this very word
//	-phone !phone not this word
//	^gp           a field that begins with gp…
//	access$       a field that ends with this word
//	gp | dental   either
//
// An operator that lacks what it applies to is taken as text, which is to say that
// it means nothing.
func parse(text string) query {
	q := query{text: cut(text)}
	either := false // the last thing read was a bar after a term
	for at := 0; at < len(q.text) && len(q.terms) < maxTerms; {
		r, size := utf8.DecodeRuneInString(q.text[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		end := chunkEnd(q.text, at)
		if q.text[at:end] == "|" {
			either = len(q.clauses) > 0 && !q.clauses[len(q.clauses)-1].negated
			at = end
			continue
		}
		either = !q.add(at, end, either) && either
		at = end
	}
	return q
}

// cut shortens text to maxText at a rune boundary.
func cut(text string) string {
	if len(text) <= maxText {
		return text
	}
	n := maxText
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// chunkEnd returns where the chunk that starts at at ends: after its closing
// quotation mark if it has a pair of them, else before the next blank.
func chunkEnd(text string, at int) int {
	open := at
	if text[open] == '-' || text[open] == '!' {
		open++
	}
	if n := quote(text[open:]); n > 0 {
		for i := open + n; i < len(text); i++ {
			if m := quote(text[i:]); m > 0 {
				return i + m
			}
		}
	}
	if n := strings.IndexFunc(text[at:], unicode.IsSpace); n >= 0 {
		return at + n
	}
	return len(text)
}

// quote returns the length of the double quotation mark that s begins with, 0 if
// there is none.
func quote(s string) int {
	for _, mark := range [...]string{`"`, "“", "”"} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

// add reads the chunk text[at:end] and reports whether it has words.
func (q *query) add(at, end int, either bool) bool {
	var t term
	negated := false
	if b := q.text[at]; b == '-' || b == '!' {
		negated = true
		t.exact = true
		at++
	}
	switch n := quote(q.text[at:end]); {
	case n > 0 && at+n < end && quoted(q.text[at+n:end]):
		t.exact = true
	case strings.HasPrefix(q.text[at:end], "'"):
		t.exact = true
		at++
	case strings.HasPrefix(q.text[at:end], "^"):
		t.atStart = true
		at++
	}
	if strings.HasSuffix(q.text[at:end], "$") {
		t.atEnd, t.exact = true, true
		end--
	}
	t.start, t.end = at, end
	scan := scanner{text: q.text[at:end]}
	if t.plain() {
		found := false
		for scan.scan() && len(q.terms) < maxTerms {
			t.words = [][]byte{bytes.Clone(scan.word)}
			t.start, t.end = at+scan.start, at+scan.end
			q.append(t, false, either && !found)
			found = true
		}
		return found
	}
	for scan.scan() && len(t.words) < maxTerms {
		t.words = append(t.words, bytes.Clone(scan.word))
	}
	if len(t.words) == 0 {
		return false
	}
	q.append(t, negated, either)
	return true
}

// quoted reports whether s ends with a quotation mark.
func quoted(s string) bool {
	for i := range s {
		if n := quote(s[i:]); n > 0 && i+n == len(s) {
			return true
		}
	}
	return false
}

// append adds t, to the last clause if either is set and else as one of its own.
func (q *query) append(t term, negated, either bool) {
	q.terms = append(q.terms, t)
	if either && !negated {
		q.clauses[len(q.clauses)-1].last++
		return
	}
	n := len(q.terms)
	q.clauses = append(q.clauses, clause{n - 1, n, negated})
}
