package corpus

import (
	"fmt"
	"strings"
	"time"

	"icsexplorer/corpus/order"
)

// ReadPrepared returns the corpus of prepared data, whose texts are parts of the data. It is an
// error if the data is not of this version or is damaged; what it takes is at most a hundred times
// the data.
func ReadPrepared(data string) (*Corpus, error) {
	r := preparedReader{data: data}
	c := r.corpus()
	if r.err != nil {
		return nil, fmt.Errorf("prepared data: %w", r.err)
	}
	return c, nil
}

// A preparedReader reads on from where it is. After a fault there is nothing more to read,
// and all that it returns is zero.
type preparedReader struct {
	data   string
	at     int
	err    error
	texts  []string
	fresh  int // the first of the texts that has not been met
	lists  [][]string
	second int64 // of the moment before
}

func (r *preparedReader) fail(why string) {
	if r.err == nil {
		r.err = fmt.Errorf("byte %d: %s", r.at, why)
	}
	r.at = len(r.data)
}

func (r *preparedReader) number() uint64 {
	var n uint64
	for shift := 0; shift < 63; shift += 7 {
		if r.at == len(r.data) {
			r.fail("the data ends too early")
			return 0
		}
		b := r.data[r.at]
		r.at++
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.fail("a number has no end")
	return 0
}

func (r *preparedReader) signed() int64 {
	n := r.number()
	return int64(n>>1) ^ -int64(n&1)
}

// below returns a number that is less than limit; what it is goes into the error.
func (r *preparedReader) below(limit int, what string) int { return r.checked(r.number(), limit, what) }

// count returns how many follow, each of which takes some bytes at least.
func (r *preparedReader) count(bytes int, what string) int {
	n := r.number()
	return r.checked(n, (len(r.data)-r.at)/bytes+1, what)
}

func (r *preparedReader) checked(n uint64, limit int, what string) int {
	if n >= uint64(limit) {
		r.fail(fmt.Sprintf("the %s %d is not below %d", what, n, limit))
	}
	if r.err != nil {
		return 0
	}
	return int(n)
}

// most is more than any line or place on the map is.
const most = 1 << 31

func (r *preparedReader) bit() bool { return r.below(2, "bit") == 1 }

func (r *preparedReader) text() string {
	n := r.below(len(r.texts)+1, "text")
	if n != fresh {
		return r.texts[n-1]
	}
	if r.fresh == len(r.texts) {
		r.fail(fmt.Sprintf("there are only %d texts", r.fresh))
		return ""
	}
	r.fresh++
	return r.texts[r.fresh-1]
}

func (r *preparedReader) list() []string {
	if n := r.below(len(r.lists)+1, "list"); n != fresh {
		return r.lists[n-1]
	}
	list := room[string](r.count(1, "length of a list"))
	for i := range list {
		list[i] = r.text()
	}
	r.lists = append(r.lists, list)
	return list
}

func (r *preparedReader) moment() time.Time {
	kind := r.below(momentKinds, "kind of moment")
	if kind == noMoment {
		return time.Time{}
	}
	var minutes int64
	if kind == zoned {
		minutes = r.signed()
	}
	r.second += r.signed()
	if r.second < -1<<39 || r.second > 1<<39 || minutes <= -24*60 || minutes >= 24*60 { // the years 0 to 9999 are less
		r.fail("a moment is out of range")
		return time.Time{}
	}
	t := time.Unix(r.second, int64(r.below(1e9, "nanosecond")))
	if kind == universal {
		return t.UTC()
	}
	// As time.Parse has it, the local zone if its time is the same.
	if _, offset := t.Zone(); offset != int(minutes)*60 {
		t = t.In(time.FixedZone("", int(minutes)*60))
	}
	return t
}

func (r *preparedReader) corpus() *Corpus {
	rest, ok := strings.CutPrefix(r.data, preparedHead)
	if !ok {
		r.fail(fmt.Sprintf("expected %q", preparedHead))
		return nil
	}
	r.at = len(r.data) - len(rest)
	r.readTexts()
	c := &Corpus{Registry: r.registry()}
	c.Stories = r.stories()
	c.Listings = room[Listing](r.count(9, "number of listings"))
	runs := make([][]int, len(c.Listings))
	for i := range c.Listings {
		runs[i] = r.listing(c, i)
	}
	for _, s := range c.Stories {
		if len(s.Places) == 0 || len(s.Places) < cap(s.Places) {
			r.fail(fmt.Sprintf("the story %s has %d places, not %d", s.Key, len(s.Places), cap(s.Places)))
		}
	}
	aside := room[order.Aside](r.count(4, "number of entries set aside"))
	for i := range aside {
		aside[i] = order.Aside{
			Run: r.below(len(runs), "run"), Upper: r.below(len(c.Stories), "story"), Lower: r.below(len(c.Stories), "story"), TooHigh: r.bit(),
		}
	}
	c.Fingerprint = r.text()
	if r.at < len(r.data) {
		r.fail(fmt.Sprintf("%d bytes follow", len(r.data)-r.at))
	}
	if r.err == nil {
		c.order, r.err = order.Restore(orderTimes(c.Stories), runs, aside)
	}
	return c
}

// room returns room for n values, nil for none.
func room[T any](n int) []T {
	if n == 0 {
		return nil
	}
	return make([]T, n)
}

// readTexts reads the texts and makes "" the first.
func (r *preparedReader) readTexts() {
	size := r.count(1, "length of all texts")
	bytes := r.data[r.at : r.at+size]
	r.at += size
	r.texts = make([]string, 1+r.count(1, "number of texts"))
	for i := 1; i < len(r.texts); i++ {
		length := r.below(len(bytes)+1, "length of a text")
		r.texts[i], bytes = bytes[:length], bytes[length:]
	}
	r.fresh = 1
	r.lists = [][]string{nil}
}

func (r *preparedReader) registry() Registry {
	systems := room[System](r.count(14, "number of systems"))
	for i := range systems {
		s := &systems[i]
		for _, text := range []*string{&s.Slug, &s.Name, &s.ShortName, &s.ODS, &s.ONS, &s.Region} {
			*text = r.text()
		}
		s.Aliases = r.list()
		s.Col = r.below(most, "column")
		s.Row = r.below(most, "row")
		s.Successors = room[Successor](r.count(6, "number of successors"))
		for i := range s.Successors {
			to := &s.Successors[i]
			for _, text := range []*string{&to.Board, &to.ONS, &to.ODS, &to.Area} {
				*text = r.text()
			}
			to.Whole = r.bit()
			to.From = r.moment()
		}
		s.Cluster = Cluster{Systems: r.list(), AsOf: r.moment(), Merger: r.moment()}
		s.names = room[systemName](r.count(2, "number of names"))
		for i := range s.names {
			s.names[i] = systemName{key: r.text(), place: r.bit()}
		}
	}
	return systems
}

// stories reads the stories, each with room for its places.
func (r *preparedReader) stories() []Story {
	stories := make([]Story, r.count(11, "number of stories"))
	places := make([]Place, r.count(4, "number of places"))
	for i := range stories {
		s := &stories[i]
		for _, text := range []*string{&s.Key, &s.Headline, &s.Standfirst, &s.Caption, &s.Series, &s.Label, &s.URL} {
			*text = r.text()
		}
		s.Published = r.moment()
		s.Day = r.bit()
		s.Systems = r.list()
		n := r.below(len(places)+1, "number of places")
		s.Places, places = places[:0:n], places[n:]
	}
	return stories
}

// listing reads a listing of c, adds the places in it to the stories, and returns the stories in it.
func (r *preparedReader) listing(c *Corpus, index int) (run []int) {
	l := &c.Listings[index]
	for _, text := range []*string{&l.File, &l.Title, &l.System, &l.Captured} {
		*text = r.text()
	}
	l.Line = r.below(most, "line")
	l.title = part{r.text(), r.text()}
	l.tail = r.text()
	l.Entries = room[Entry](r.count(4, "number of entries"))
	run = make([]int, 0, len(l.Entries))
	story, line := int64(-1), int64(0)
	for i := range l.Entries {
		step := r.signed()
		story += step
		line += r.signed()
		if story < 0 || story >= int64(len(c.Stories)) || line < 0 || line >= most {
			r.fail(fmt.Sprintf("an entry of story %d of %d in line %d", story, len(c.Stories), line))
			return nil
		}
		r.entry(&l.Entries[i], &c.Stories[story])
		l.Entries[i].Line = int(line)
		s := &c.Stories[story]
		switch n := len(s.Places); {
		case step == 0: // it stands there again
		case n == cap(s.Places) || n > 0 && s.Places[n-1].Listing == index:
			r.fail(fmt.Sprintf("the story %s has one place too many", s.Key))
			return nil
		default:
			s.Places = append(s.Places, Place{index, i})
			run = append(run, int(story))
		}
	}
	return run
}

// entry reads an entry of a story.
func (r *preparedReader) entry(e *Entry, of *Story) {
	has := r.below(hasDay<<1, "form of an entry")
	parts, texts, known := e.parts(), e.texts(), of.texts()
	for i, part := range parts {
		if has&(1<<i) != 0 {
			part.before = r.text()
			if i < len(known) {
				part.text = *known[i]
			}
		}
		if has&(otherPart<<i) != 0 {
			part.text = r.text()
		}
	}
	for i, text := range texts {
		*text = parts[i].text
		if has&(otherText<<i) != 0 {
			*text = r.text()
		}
	}
	e.Day = has&hasDay != 0
	e.Published = r.moment()
}
