package search

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
)

// spellingsText holds what is spelt in two ways, with its source.
//
//go:embed spellings.txt
var spellingsText string

// A spelling is a part of words that is written in two ways.
type spelling struct {
	ways   [2]string
	within bool // inside a word, not at its beginning
}

// shortestStem is how many letters stand before a part within a word. With one letter it is
// another word, as "four" is not "for".
const shortestStem = 2

var spellings = sync.OnceValue(func() (list []spelling) {
	for line := range strings.Lines(spellingsText) {
		a, b, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || a == "#" {
			continue
		}
		list = append(list, spelling{[2]string{strings.TrimPrefix(a, "-"), strings.TrimPrefix(b, "-")}, a[0] == '-'})
	}
	return list
})

// respelt calls yield for w with one of its parts spelt in the other way. Most of what comes is
// no word. A form is valid until yield returns.
func respelt(w []byte, yield func(form []byte)) {
	var form []byte
	for _, s := range spellings() {
		for i, part := range s.ways {
			if !s.within {
				if rest, ok := bytes.CutPrefix(w, []byte(part)); ok {
					yield(append(append(form[:0], s.ways[1-i]...), rest...))
				}
				continue
			}
			for at := shortestStem; at+len(part) <= len(w); at++ {
				if bytes.HasPrefix(w[at:], []byte(part)) {
					form = append(append(append(form[:0], w[:at]...), s.ways[1-i]...), w[at+len(part):]...)
					yield(form)
				}
			}
		}
	}
}
