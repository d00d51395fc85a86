package search

// A single finds the stories of a query of one plain word, read literally, among many.
// Such a query, most of all of one letter, has the most stories, and where words alone
// decide about them, each word is judged once, no text is looked at, and stories are
// counted rather than sorted.
type single struct {
	best []fieldWay // the best match of each story
	tally
}

func newSingle(stories int) single { return single{make([]fieldWay, stories), newTally()} }

// find returns the stories of s in which a word matches m, in rank order.
func (s *single) find(in scope, m *matcher) []Hit {
	clear(s.best)
	m.ranges(func(r wordRange) {
		for n := r.lo; n < r.hi; n++ {
			w := m.way(n, &in.words)
			for f := Headline; f <= in.last; f++ {
				s.improve(in.sections[f].postings(wordRange{n, n + 1}), newFieldWay(f, w))
			}
		}
	})
	stories := len(s.best)
	for first := 0; first < stories; first += block {
		s.count(s.best[first:min(first+block, stories)])
	}
	hits := make([]Hit, s.start())
	for first := 0; first < stories; first += block {
		s.place(s.best[first:min(first+block, stories)], first, hits)
	}
	clear(s.next[:])
	return hits
}

// block is how many stories a loop takes at a time. WebAssembly engines begin a function
// in slow code and go over to fast code, once it is compiled, at the next call only. So
// loops over all stories are cut into calls, which must not be inlined.
const block = 1 << 10

// improve notes a match of stories, of each that has no better one.
//
//go:noinline
func (s *single) improve(stories []uint32, match fieldWay) {
	for _, story := range stories {
		if s.best[story]-1 >= match { // zero, the worst, turns into the largest
			s.best[story] = match
		}
	}
}

// A fieldWay is a field and, in its lower bits, a way. The smaller is the better
// match; zero is none.
type fieldWay uint8

const (
	wayBits   = 5
	fieldWays = int(fieldCount) << wayBits
)

func newFieldWay(f Field, w way) fieldWay { return fieldWay(f)<<wayBits | fieldWay(w) }

func (m fieldWay) field() Field { return Field(m >> wayBits) }
func (m fieldWay) way() way     { return way(m % (1 << wayBits)) }

// A tally puts stories in rank order by counting how many have each match: then it is
// known where those with the next one start. A better match never ranks behind a worse;
// matches of the same rank are counted as one, so that their stories stay in order.
type tally struct {
	ranks [fieldWays]rank
	like  [fieldWays]fieldWay // the best match of the same rank, by which it is counted
	next  [fieldWays]int      // how many stories there are; then where the next goes
}

func newTally() (t tally) {
	for m := range fieldWay(fieldWays) {
		if w := m.way(); w != absent && w < ways {
			t.ranks[m] = newRank(w.cost(), m.field())
		}
		t.like[m] = m
		if m.way() > whole && t.ranks[m] == t.ranks[m-1] {
			t.like[m] = t.like[m-1]
		}
	}
	return t
}

// count counts stories by their matches.
//
//go:noinline
func (t *tally) count(matches []fieldWay) {
	for _, m := range matches {
		t.next[t.like[m]]++
	}
}

// start turns from counting to placing and returns how many stories match.
func (t *tally) start() int {
	sum := 0
	for m := range t.next {
		if m > 0 {
			t.next[m], sum = sum, sum+t.next[m]
		}
	}
	return sum
}

// place puts the stories from first on, which match so, where they go in hits.
//
//go:noinline
func (t *tally) place(matches []fieldWay, first int, hits []Hit) {
	for i, m := range matches {
		if m == 0 {
			continue
		}
		like := t.like[m]
		hits[t.next[like]] = Hit{first + i, m.field(), t.ranks[m]}
		t.next[like]++
	}
}
