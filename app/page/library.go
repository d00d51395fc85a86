package page

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"icsexplorer/app/facet"
	"icsexplorer/app/search"
	"icsexplorer/app/trend"
	"icsexplorer/corpus"
)

// A Library is the corpus made ready to be looked at: its index, and the orders and
// names the page needs again and again. It is built once and belongs to one
// goroutine, because its searcher keeps what one keystroke leaves for the next.
type Library struct {
	corpus   *corpus.Corpus
	builtin  *corpus.Corpus // without what a reader has brought
	index    *search.Index
	searcher *search.Searcher
	values   *facet.Index
	series   []name                 // every series of the corpus, most stories first, then by name
	listed   []name                 // every system with a listing, by region, then by name
	systems  map[string]int         // slug to position in the registry
	names    *corpus.Names          // what systems are called
	all      []int                  // every story, newest first
	newest   time.Time              // day that the corpus names
	folded   func() []string        // every story’s headline as it is compared, worked out once
	byTitle  []int                  // every story, A to Z by folded headline, numbers by what they come to; made when it is first asked for
	trend    *trend.Index           // made when it is first asked for
	whose    []string               // of each listing, whose it is, in words; "" if it is built in
	captures func() []corpus.Change // what differs between captures, worked out once
	places   func() map[string]int  // of each story by its key, worked out once
	merged   string                 // the day on which boards were last merged, as it is written out
}

// name is a value of a facet: its slug in an address and its label on the page.
type name struct{ slug, label string }

// NewLibrary makes c ready.
func NewLibrary(c *corpus.Corpus) *Library {
	return newLibrary(c, search.NewOf(c), func() {})
}

// newLibrary makes c, whose index is there, ready, and rests between pieces of work.
func newLibrary(c *corpus.Corpus, index *search.Index, rest func()) *Library {
	values := facet.New(c.Stories)
	rest()
	l := &Library{
		corpus:   c,
		builtin:  c,
		index:    index,
		searcher: index.NewSearcher(),
		values:   values,
		systems:  make(map[string]int, len(c.Registry)),
		all:      make([]int, len(c.Stories)),
		names:    c.Registry.Names(),
		whose:    whose(c),
		newest:   newest(c),
		folded:   sync.OnceValue(func() []string { return foldedHeadlines(c.Stories) }),
		captures: sync.OnceValue(c.Changes),
		places: sync.OnceValue(func() map[string]int {
			places := make(map[string]int, len(c.Stories))
			for i := range c.Stories {
				places[c.Stories[i].Key] = i
			}
			return places
		}),
		merged: c.Registry.LastChange().Format(longDate),
	}
	for i, system := range c.Registry {
		l.systems[system.Slug] = i
	}
	for i := range l.all {
		l.all[i] = i
	}
	rest()
	l.nameListed()
	l.nameSeries()
	return l
}

func foldedHeadlines(stories []corpus.Story) []string {
	folded := make([]string, len(stories))
	for i := range stories {
		folded[i] = corpus.Fold(stories[i].Headline)
	}
	return folded
}

// nameListed finds the systems that have a listing.
func (l *Library) nameListed() {
	for _, listing := range l.corpus.Listings {
		if listing.System == "" {
			continue
		}
		system := name{listing.System, l.systemLabel(listing.System)}
		if !slices.Contains(l.listed, system) {
			l.listed = append(l.listed, system)
		}
	}
	slices.SortFunc(l.listed, func(a, b name) int {
		return cmp.Or(strings.Compare(l.region(a.slug), l.region(b.slug)), strings.Compare(a.label, b.label))
	})
}

// nameSeries finds the series.
func (l *Library) nameSeries() {
	stories := make(map[string]int)
	for i := range l.corpus.Stories {
		if series := l.corpus.Stories[i].Series; series != "" {
			stories[series]++
		}
	}
	for series := range stories {
		l.series = append(l.series, name{corpus.SeriesSlug(series), series})
	}
	slices.SortFunc(l.series, func(a, b name) int {
		return cmp.Or(cmp.Compare(stories[b.label], stories[a.label]), strings.Compare(a.slug, b.slug))
	})
}

// Registry is the systems there are.
func (l *Library) Registry() corpus.Registry { return l.corpus.Registry }

// Fingerprint is that of the corpus.
func (l *Library) Fingerprint() string { return l.corpus.Fingerprint }

// Newest is the newest day that the corpus names, that of a capture or of a
// story; zero if it names none. It is all that can be said of the corpus's age
// that is the same for everybody who builds it.
func (l *Library) Newest() time.Time { return l.newest }

func newest(c *corpus.Corpus) (newest time.Time) {
	for _, listing := range c.Listings {
		if day, err := time.Parse(time.DateOnly, listing.Captured); err == nil && day.After(newest) {
			newest = day
		}
	}
	for _, story := range c.Stories {
		if story.Published.After(newest) {
			newest = story.Published
		}
	}
	return newest
}

// system finds a system by the slug of an address.
func (l *Library) system(slug string) (corpus.System, bool) {
	i, ok := l.systems[slug]
	if !ok {
		return corpus.System{}, false
	}
	return l.corpus.Registry[i], true
}

// isListed reports whether the corpus has a listing of the system.
func (l *Library) isListed(slug string) bool {
	return slices.ContainsFunc(l.listed, func(n name) bool { return n.slug == slug })
}

// SystemName is what a reader calls the system with the slug.
func (l *Library) SystemName(slug string) string { return l.systemLabel(slug) }

// systemLabel is what a reader calls the system; an unknown one is called what
// the address calls it.
func (l *Library) systemLabel(slug string) string {
	if system, ok := l.system(slug); ok {
		return system.ShortName
	}
	if board, ok := l.names.Board(slug); ok {
		return board.Name
	}
	return slug
}

// region is the NHS England region of a system, "" if the system is unknown.
func (l *Library) region(slug string) string {
	system, _ := l.system(slug)
	return system.Region
}

// seriesLabel is the series as the listings write it, or else its slug.
func (l *Library) seriesLabel(slug string) string {
	for _, series := range l.series {
		if series.slug == slug {
			return series.label
		}
	}
	return slug
}
