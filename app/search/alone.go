package search

// findAlone is find for a query of a single plain word, read literally. Such a
// query, most of all of one letter, has the most stories, and since words alone
// decide about them, each word is judged once, no text is looked at, and stories are
// counted rather than sorted.
func (s *Searcher) findAlone(m *matcher) {
	clear(s.nearest)
	m.answers(func(r wordRange) {
		for n := r.lo; n < r.hi; n++ {
			w := m.way(n, &s.x.words)
			for f := Headline; f <= s.last; f++ {
				s.bringNear(s.x.sections[f].postings(wordRange{n, n + 1}), newNearness(f, w))
			}
		}
	})
	o := newOrder()
	for first := 0; first < len(s.nearest); first += block {
		o.count(s.nearest[first:min(first+block, len(s.nearest))])
	}
	s.hits = make([]Hit, o.start())
	for first := 0; first < len(s.nearest); first += block {
		o.place(s.nearest[first:min(first+block, len(s.nearest))], first, s.hits)
	}
}

// block is how many stories a loop takes at a time, so that WebAssembly engines, which
// replace slow code by fast at the next call, do so before all of them are through. A
// function for a block must not be inlined, or there would be no next call.
const block = 1 << 10

// bringNear notes a match of stories that is near, if it is the nearest.
//
//go:noinline
func (s *Searcher) bringNear(stories []uint32, near nearness) {
	for _, story := range stories {
		if s.nearest[story]-1 >= near { // zero, the farthest, turns into the largest
			s.nearest[story] = near
		}
	}
}

// A nearness is a field and, in its lower bits, a way: the best match of a story.
// Zero is none.
type nearness uint8

const (
	wayBits    = 5
	nearnesses = int(fieldCount) << wayBits
)

func newNearness(f Field, w way) nearness { return nearness(f)<<wayBits | nearness(w) }

func (n nearness) field() Field { return Field(n >> wayBits) }
func (n nearness) way() way     { return way(n % (1 << wayBits)) }

// An order puts stories in rank order by how near they match. The nearer never ranks
// behind, and of what ranks alike the nearest stands for all.
type order struct {
	ranks [nearnesses]rank
	like  [nearnesses]nearness // the nearest of the same rank
	next  [nearnesses]int      // how many stories there are; then where the next goes
}

func newOrder() *order {
	o := new(order)
	for n := range nearness(nearnesses) {
		if w := n.way(); w != absent && w < ways {
			o.ranks[n] = newRank(n.field(), tierOf(w), cost(w))
		}
		o.like[n] = n
		if n > 0 && o.ranks[n] == o.ranks[n-1] {
			o.like[n] = o.like[n-1]
		}
	}
	return o
}

// count counts stories by how near they match.
//
//go:noinline
func (o *order) count(nearest []nearness) {
	for _, near := range nearest {
		o.next[o.like[near]]++
	}
}

// start turns from counting to placing and returns how many stories there are.
func (o *order) start() int {
	sum := 0
	for n := range o.next {
		if n > 0 {
			o.next[n], sum = sum, sum+o.next[n]
		}
	}
	return sum
}

// place puts the stories from first on, which match so near, where they go in hits.
//
//go:noinline
func (o *order) place(nearest []nearness, first int, hits []Hit) {
	for i, near := range nearest {
		if near == 0 {
			continue
		}
		like := o.like[near]
		hits[o.next[like]] = Hit{first + i, near.field(), o.ranks[near]}
		o.next[like]++
	}
}
