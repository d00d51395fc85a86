package search

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is typed beyond these bounds is not looked at, so that no input takes long to
// answer.
const (
	maxText  = 2000 // bytes of a query
	maxTerms = 24   // terms of a query
	maxWord  = 64   // bytes of a word; a longer one is cut
)

// usualTerms is how many terms a query is expected to have.
const usualTerms = 4

// A query is what was typed, read: a story must match every one of its clauses.
type query struct {
	text    string // as typed, up to maxText
	terms   []term // in the order typed
	clauses []clause
}

// A clause is the terms from first up to end-1, of which a story must match any, or,
// if it is negated, none.
type clause struct {
	first, end int
	negated    bool
}

// A term is a word to look for, or several words in a row.
type term struct {
	words      [][]byte // folded
	start, end int      // where it stands in the text of the query, without operators
	exact      bool     // these very words, not words that begin so or are like them
	atStart    bool     // only where a field begins
	atEnd      bool     // only where a field ends
	negated    bool
	inProse    bool // not in names of systems
}

// plain reports whether t is a word without operators.
func (t *term) plain() bool { return !t.exact && !t.atStart && !t.atEnd }

// simple reports whether a single word of a text can match t, wherever it stands.
func (t *term) simple() bool { return len(t.words) == 1 && !t.atStart && !t.atEnd }

// plain reports whether q is words without operators.
func (q *query) plain() bool {
	for i := range q.terms {
		if !q.terms[i].plain() {
			return false
		}
	}
	return len(q.clauses) == len(q.terms)
}

// hyphened reports whether nothing but a hyphen stands between two terms.
func (q *query) hyphened(a, b *term) bool {
	between := q.text[a.end:max(a.end, b.start)]
	return len(between) > 0 && mark(between, dashes) == len(between)
}

// asks reports whether q has a word that a story is to have, rather than only words that it
// must not have.
func (q *query) asks() bool {
	for _, c := range q.clauses {
		if !c.negated {
			return true
		}
	}
	return false
}

// words returns the words of q as they were typed, without operators.
func (q *query) words() string {
	var words []string
	for scan := (scanner{text: q.text}); scan.scan(); {
		words = append(words, q.text[scan.start:scan.end])
	}
	return strings.Join(words, " ")
}

// parse reads text:
//
//	gp phone        both words, or words that begin so, in any order
//	"gp phone"      these very words in a row
//	'phone          this very word
//	-phone, !phone  not this word
//	^gp             a field that begins so
//	access$         a field that ends with this word
//	gp | dental     either; so does OR between them
//	gp NOT dental   not this word; AND says nothing
//
// OR, AND and NOT are written large. All dashes, and all quotation marks that look alike,
// mean the same.
//
// An operator that lacks what it applies to means nothing: it may be all that is typed so
// far. But OR and AND with nothing before them, and NOT alone, are words.
func parse(text string) query {
	q := query{
		text:    cut(text, maxText),
		terms:   make([]term, 0, usualTerms),
		clauses: make([]clause, 0, usualTerms),
	}
	var p pending
	for at := 0; at < len(q.text); {
		if r, size := utf8.DecodeRuneInString(q.text[at:]); unicode.IsSpace(r) {
			at += size
			continue
		}
		end := chunkEnd(q.text, at)
		if p.take(&q, at, end) {
			at = end
			continue
		}
		next, found := q.add(at, end, p)
		if found {
			p = pending{}
		}
		at = next
	}
	q.thin()
	return q
}

// A pending operator applies to the term that comes.
type pending struct {
	or  bool // it is another of what the last term is one of
	not bool // it must not be there
}

// take reports whether the chunk text[at:end] of q is an operator by itself, and notes it.
func (p *pending) take(q *query, at, end int) bool {
	behind, ahead := len(q.terms) > 0, strings.TrimSpace(q.text[end:]) != ""
	switch q.text[at:end] {
	case "|":
		p.or = behind
		return true
	case "OR":
		p.or = p.or || behind
		return behind
	case "AND":
		return behind
	case "NOT":
		p.not = p.not || behind || ahead
		return behind || ahead
	}
	return false
}

// cut shortens text to n bytes, or a few less so as to cut no character.
func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// chunkEnd returns where the chunk of text that starts at at ends: behind its second
// quotation mark if it starts with one, else before the next blank.
func chunkEnd(text string, at int) int {
	open := at + negation(text[at:])
	if n := quote(text[open:]); n > 0 {
		for i := open + n; i < len(text); i++ {
			if n := quote(text[i:]); n > 0 {
				return i + n
			}
		}
	}
	if n := strings.IndexFunc(text[at:], unicode.IsSpace); n >= 0 {
		return at + n
	}
	return len(text)
}

// Marks that mean the same, however a keyboard, a program or a language writes them.
const (
	dashes       = "-!‐‑‒–—―−－﹣"
	quotes       = "\"“”„‟«»＂〝〞〟"
	singleQuotes = "'‘’‚‛＇"
)

// mark returns the length of the one of the marks that s begins with, 0 if it does with
// none.
func mark(s, marks string) int {
	if r, size := utf8.DecodeRuneInString(s); s != "" && strings.ContainsRune(marks, r) {
		return size
	}
	return 0
}

// negation returns the length of the sign before what a story must not have.
func negation(s string) int { return mark(s, dashes) }

// quote returns the length of the double quotation mark that s begins with, 0 if it
// does with none.
func quote(s string) int { return mark(s, quotes) }

// add reads the chunk text[at:end] and reports whether there are words in it, and where
// the next chunk may begin: a word may be written in several chunks, such as "5 per cent".
func (q *query) add(at, end int, p pending) (next int, found bool) {
	t := term{negated: p.not, exact: p.not}
	if n := negation(q.text[at:end]); n > 0 {
		t.negated, t.exact = true, true
		at += n
	}
	switch rest := q.text[at:end]; {
	case quote(rest) > 0:
		// A lone mark, without a second, quotes nothing.
		n := quote(rest)
		t.exact = t.exact || strings.ContainsAny(rest[n:], quotes)
		at += n
	case mark(rest, singleQuotes) > 0:
		t.exact = true
		at += mark(rest, singleQuotes)
	case strings.HasPrefix(rest, "^"):
		t.atStart = true
		at++
	}
	next = end
	if at < end && q.text[end-1] == '$' {
		t.atEnd, t.exact = true, true
		end--
	}
	if t.plain() {
		scan := scanner{text: q.text[at:], typed: true, word: make([]byte, 0, maxWord)}
		for scan.scan() && at+scan.start < end {
			next = max(next, at+scan.end)
			t.start, t.end = at+scan.start, at+scan.end
			t.words = [][]byte{clip(scan.word)}
			q.append(t, p.or && !found)
			found = true
		}
		return next, found
	}
	scan := scanner{text: q.text[at:end], typed: true, word: make([]byte, 0, maxWord)}
	t.start, t.end = at, at+len(strings.TrimRight(q.text[at:end], quotes))
	for scan.scan() && len(t.words) < maxTerms {
		t.words = append(t.words, clip(scan.word))
	}
	if len(t.words) == 0 {
		return next, false
	}
	q.append(t, p.or)
	return next, true
}

// clip copies a folded word, cut to maxWord.
func clip(w []byte) []byte {
	return bytes.Clone(w[:len(cut(string(w), maxWord))])
}

// mostRepeated is how often a word counts: "New York, New York" has its words twice, and who
// types one more often means nothing more by it.
const mostRepeated = 2

// thin leaves out of q what asks for nothing more: a word beyond mostRepeated, and what
// stands in a clause already.
func (q *query) thin() {
	if len(q.terms) <= mostRepeated {
		return
	}
	all, clauses := q.terms, q.clauses
	q.terms, q.clauses = make([]term, 0, len(all)), clauses[:0]
	for _, c := range clauses {
		if c.end-c.first == 1 && count(q.terms, &all[c.first]) >= mostRepeated && q.alone(&all[c.first]) {
			continue
		}
		first := len(q.terms)
		for i := c.first; i < c.end; i++ {
			if count(q.terms[first:], &all[i]) == 0 {
				q.terms = append(q.terms, all[i])
			}
		}
		q.clauses = append(q.clauses, clause{first, len(q.terms), c.negated})
	}
}

// alone reports whether t is a clause of q by itself.
func (q *query) alone(t *term) bool {
	return slices.ContainsFunc(q.clauses, func(c clause) bool { return c.end-c.first == 1 && q.terms[c.first].equal(t) })
}

// count returns how many of the terms are t.
func count(terms []term, t *term) (n int) {
	for i := range terms {
		if terms[i].equal(t) {
			n++
		}
	}
	return n
}

// equal reports whether t and o ask for the same.
func (t *term) equal(o *term) bool {
	return o.negated == t.negated && o.exact == t.exact && o.atStart == t.atStart && o.atEnd == t.atEnd &&
		slices.EqualFunc(o.words, t.words, bytes.Equal)
}

// append adds t: to the last clause if either is set, else as a clause of its own.
func (q *query) append(t term, either bool) {
	n := len(q.terms)
	if n == maxTerms {
		return
	}
	q.terms = append(q.terms, t)
	if last := len(q.clauses) - 1; either && !t.negated && !q.clauses[last].negated {
		q.clauses[last].end = n + 1
	} else {
		q.clauses = append(q.clauses, clause{n, n + 1, t.negated})
	}
}
