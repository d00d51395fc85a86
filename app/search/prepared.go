package search

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// ReadPrepared returns the index that [New] builds of t and names, from prepared data and without
// reading any text. It is an error if the data is not of this version or is damaged, or if it was
// prepared of other names, of another number of stories, or of something else than of says.
// What it takes is at most a hundred times the data.
func ReadPrepared(data string, t Texts, of string, names ...string) (*Index, error) {
	r := preparedReader{data: data}
	x := r.index(t, of, names)
	if r.err != nil {
		return nil, fmt.Errorf("prepared index: %w", r.err)
	}
	return x, nil
}

// A preparedReader reads on from where it is. After a fault there is nothing more to read,
// and all that it returns is zero.
type preparedReader struct {
	data           string
	at             int
	err            error
	met            uint64   // words
	starts, tokens []uint32 // of the section
}

func (r *preparedReader) fail(why string) {
	if r.err == nil {
		r.err = fmt.Errorf("byte %d: %s", r.at, why)
	}
	r.at = len(r.data)
}

func (r *preparedReader) number() uint64 {
	var n uint64
	for i, shift := r.at, 0; i < len(r.data) && shift < 63; i, shift = i+1, shift+7 {
		b := r.data[i]
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			r.at = i + 1
			return n
		}
	}
	r.fail("a number has no end")
	return 0
}

// count returns how many follow, each of which takes some bytes at least.
func (r *preparedReader) count(bytes int, what string) int {
	n := r.number()
	if most := (len(r.data) - r.at) / bytes; n > uint64(most) {
		r.fail(fmt.Sprintf("the number of %s is %d, more than %d", what, n, most))
	}
	if r.err != nil {
		return 0
	}
	return int(n)
}

func (r *preparedReader) index(t Texts, of string, names []string) *Index {
	if !strings.HasPrefix(r.data, preparedHead) {
		r.fail(fmt.Sprintf("expected %q", preparedHead))
		return nil
	}
	r.at = len(preparedHead)
	x := &Index{texts: t, names: names, stories: t.Len(), few: few}
	if r.number() != uint64(origin(of, names)) || r.number() != uint64(x.stories) {
		r.fail("it was prepared of something else")
	}
	for _, f := range preparedOrder {
		x.sections[f].starts, x.sections[f].tokens = r.section(x.stories)
	}
	from := r.at
	in := r.words()
	if r.err != nil {
		return nil
	}
	x.finish(in)
	for w := 1; w < x.words.len(); w++ {
		if word := x.words.word(uint32(w)); bytes.Equal(word, x.words.word(uint32(w-1))) {
			r.at = from
			r.fail(fmt.Sprintf("of the words that follow two are %q", word))
		}
	}
	return x
}

// section reads the words of the stories in one field, a block of stories at a time.
func (r *preparedReader) section(stories int) (starts, tokens []uint32) {
	n := r.count(1, "words")
	if n == 0 {
		return nil, nil
	}
	if stories > len(r.data)-r.at {
		r.fail(fmt.Sprintf("%d stories are to follow", stories))
		return nil, nil
	}
	r.starts, r.tokens = make([]uint32, 1, stories+1), make([]uint32, 0, n)
	for first := 0; first < stories; first += block {
		r.stories(min(block, stories-first))
	}
	if len(r.tokens) != n {
		r.fail(fmt.Sprintf("there are %d words, not %d", len(r.tokens), n))
	}
	return r.starts, r.tokens
}

// stories reads the words of the next n stories.
//
//go:noinline
func (r *preparedReader) stories(n int) {
	for range n {
		for range r.count(1, "words of a story") {
			w := r.number()
			switch {
			case w == fresh:
				r.met++
				w = r.met
			case w > r.met:
				r.fail(fmt.Sprintf("word %d of %d", w, r.met))
				return
			}
			r.tokens = append(r.tokens, uint32(w-1))
		}
		r.starts = append(r.starts, uint32(len(r.tokens)))
	}
}

// words reads the words in the order in which they were met.
func (r *preparedReader) words() *interner {
	n := r.count(len("a "), "different words")
	if uint64(n) < r.met {
		r.fail(fmt.Sprintf("there are %d different words, not %d", n, r.met))
		return nil
	}
	in := &interner{words: make([]interned, n), text: make([]byte, 0, len(r.data)-r.at-n)}
	for i := range in.words {
		size := strings.IndexByte(r.data[r.at:], wordEnd)
		if size <= 0 || !utf8.ValidString(r.data[r.at:r.at+size]) {
			r.fail("expected a word")
			return nil
		}
		at := len(in.text)
		in.text = append(in.text, r.data[r.at:r.at+size]...)
		in.words[i] = interned{head(in.text[at:]), uint32(at), uint32(size)}
		r.at += size + 1
	}
	if r.at < len(r.data) {
		r.fail(fmt.Sprintf("%d bytes follow", len(r.data)-r.at))
	}
	return in
}
