package corpus

import (
	"encoding/binary"
	"time"
)

// preparedHead begins prepared data; its last byte is the version.
const preparedHead = "ICSC\x01"

// Prepare returns the corpus as prepared data, from which [ReadPrepared] makes the same; the package
// comment has its form. The same corpus gives the same bytes.
func Prepare(c *Corpus) []byte {
	p := preparer{texts: map[string]int{"": 0}, lists: map[string]int{"": 0}}
	p.registry(c.Registry)
	p.stories(c.Stories)
	p.number(len(c.Listings))
	for i := range c.Listings {
		p.listing(c, i)
	}
	p.number(len(c.order.Aside))
	for _, a := range c.order.Aside {
		p.number(a.Run)
		p.number(a.Upper)
		p.number(a.Lower)
		p.bit(a.TooHigh)
	}
	p.text(c.Fingerprint)

	data := []byte(preparedHead)
	data = binary.AppendUvarint(data, uint64(len(p.bytes)))
	data = append(data, p.bytes...)
	data = binary.AppendUvarint(data, uint64(len(p.lengths)))
	for _, length := range p.lengths {
		data = binary.AppendUvarint(data, uint64(length))
	}
	return append(data, p.data...)
}

// A preparer gathers what follows the texts, and the texts and lists, numbered as they are met.
type preparer struct {
	data    []byte
	bytes   []byte // of all texts
	lengths []int
	texts   map[string]int
	lists   map[string]int // by their texts, each with its length before it
	second  int64          // of the moment before
}

func (p *preparer) number(n int) { p.data = binary.AppendUvarint(p.data, uint64(n)) }

func (p *preparer) signed(n int64) { p.data = binary.AppendVarint(p.data, n) }

func (p *preparer) bit(b bool) {
	if b {
		p.number(1)
	} else {
		p.number(0)
	}
}

func (p *preparer) text(text string) {
	n, ok := p.texts[text]
	if !ok {
		p.texts[text] = len(p.texts)
		p.bytes = append(p.bytes, text...)
		p.lengths = append(p.lengths, len(text))
		p.number(fresh)
		return
	}
	p.number(n + 1)
}

// fresh stands for the text or the list after the newest that there was.
const fresh = 0

func (p *preparer) list(texts []string) {
	var id []byte
	for _, text := range texts {
		id = binary.AppendUvarint(id, uint64(len(text)))
		id = append(id, text...)
	}
	n, ok := p.lists[string(id)]
	if ok {
		p.number(n + 1)
		return
	}
	p.lists[string(id)] = len(p.lists)
	p.number(fresh)
	p.number(len(texts))
	for _, text := range texts {
		p.text(text)
	}
}

// Kinds of moments.
const (
	noMoment = iota // the zero time
	universal
	zoned // with its minutes from UTC
	momentKinds
)

// moment writes a moment and its zone's minutes from UTC; the zone's name is not kept.
func (p *preparer) moment(t time.Time) {
	switch _, offset := t.Zone(); {
	case t == time.Time{}:
		p.number(noMoment)
		return
	case t.Location() == time.UTC:
		p.number(universal)
	default:
		p.number(zoned)
		p.signed(int64(offset / 60))
	}
	p.signed(t.Unix() - p.second)
	p.second = t.Unix()
	p.number(t.Nanosecond())
}

func (p *preparer) registry(r Registry) {
	p.number(len(r))
	for _, s := range r {
		for _, text := range []string{s.Slug, s.Name, s.ShortName, s.ODS, s.ONS, s.Region} {
			p.text(text)
		}
		p.list(s.Aliases)
		p.number(s.Col)
		p.number(s.Row)
		p.number(len(s.Successors))
		for _, to := range s.Successors {
			for _, text := range []string{to.Board, to.ONS, to.ODS, to.Area} {
				p.text(text)
			}
			p.bit(to.Whole)
			p.moment(to.From)
		}
		p.list(s.Cluster.Systems)
		p.moment(s.Cluster.AsOf)
		p.moment(s.Cluster.Merger)
		p.number(len(s.names))
		for _, n := range s.names {
			p.text(n.key)
			p.bit(n.place)
		}
	}
}

func (p *preparer) stories(stories []Story) {
	places := 0
	for _, s := range stories {
		places += len(s.Places)
	}
	p.number(len(stories))
	p.number(places)
	for _, s := range stories {
		for _, text := range []string{s.Key, s.Headline, s.Standfirst, s.Caption, s.Series, s.Label, s.URL} {
			p.text(text)
		}
		p.moment(s.Published)
		p.bit(s.Day)
		p.list(s.Systems)
		p.number(len(s.Places))
	}
}

// listing writes a listing of c by its index.
func (p *preparer) listing(c *Corpus, index int) {
	l := &c.Listings[index]
	for _, text := range []string{l.File, l.Title, l.System, l.Captured} {
		p.text(text)
	}
	p.number(l.Line)
	p.text(l.title.before)
	p.text(l.title.text)
	p.text(l.tail)
	p.number(len(l.Entries))
	whose := c.whose(index)
	line := 0
	for i := range l.Entries {
		e := &l.Entries[i]
		above := -1
		if i > 0 {
			above = whose[i-1]
		}
		p.signed(int64(whose[i] - above))
		p.signed(int64(e.Line - line))
		line = e.Line
		p.entry(e, &c.Stories[whose[i]])
	}
}

// whose returns the story of each entry of a listing: for one that stands there again, the
// one above.
func (c *Corpus) whose(listing int) []int {
	of := make([]int, len(c.Listings[listing].Entries))
	for i := range of {
		of[i] = -1
	}
	for i, s := range c.Stories {
		for _, p := range s.Places {
			if p.Listing == listing {
				of[p.Position] = i
			}
		}
	}
	for i := range of {
		if of[i] < 0 {
			of[i] = of[i-1]
		}
	}
	return of
}

// entry writes an entry of a story.
func (p *preparer) entry(e *Entry, of *Story) {
	var has int
	parts, texts, known := e.parts(), e.texts(), of.texts()
	for i, part := range parts {
		if part.before != "" || part.text != "" {
			has |= 1 << i
			if i == len(known) || part.text != *known[i] {
				has |= otherPart << i
			}
		}
	}
	for i, text := range texts {
		if *text != parts[i].text {
			has |= otherText << i
		}
	}
	if e.Day {
		has |= hasDay
	}
	p.number(has)
	for i, part := range parts {
		if has&(1<<i) != 0 {
			p.text(part.before)
		}
		if has&(otherPart<<i) != 0 {
			p.text(part.text)
		}
	}
	for i, text := range texts {
		if has&(otherText<<i) != 0 {
			p.text(*text)
		}
	}
	p.moment(e.Published)
}

// What an entry has is a set of bits: for each part, whether it was there, and whether it was
// another text than that of the story; for each text, whether it is another than that of its part.
const (
	entryParts = 6
	entryTexts = 5
	otherPart  = 1 << entryParts
	otherText  = otherPart << entryParts
	hasDay     = otherText << entryTexts
)

// parts returns what stood in the file: those that have texts, in their order, and then the time.
func (e *Entry) parts() [entryParts]*part {
	return [...]*part{&e.headline, &e.standfirst, &e.caption, &e.address, &e.label, &e.time}
}

func (e *Entry) texts() [entryTexts]*string {
	return [...]*string{&e.Headline, &e.Standfirst, &e.Caption, &e.URL, &e.Label}
}

func (s *Story) texts() [entryTexts]*string {
	return [...]*string{&s.Headline, &s.Standfirst, &s.Caption, &s.URL, &s.Label}
}
