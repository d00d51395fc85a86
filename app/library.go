package app

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"icsexplorer/app/search"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// library is the corpus made ready to be looked at: its index, and the orders and
// names the page needs again and again. It is built once and belongs to one
// goroutine, because its searcher keeps what one keystroke leaves for the next.
type library struct {
	corpus   *corpus.Corpus
	searcher *search.Searcher
	values   *search.Facets
	series   []name         // every series of the corpus, most stories first, then by name
	listed   []name         // every system with a listing, by region, then by name
	systems  map[string]int // slug to position in the registry
	all      []int          // every story, newest first
	firstDay string         // of the dated stories, YYYY-MM-DD; "" if there are none
	lastDay  string
	folded   []string // every story’s headline as it is compared
	byTitle  []int    // every story, A to Z by folded headline
}

// name is a value of a facet: its slug in an address and its label on the page.
type name struct{ slug, label string }

func newLibrary(c *corpus.Corpus) *library {
	l := &library{
		corpus:   c,
		searcher: search.New(search.Corpus(c)).NewSearcher(),
		values:   search.NewFacets(c.Stories),
		systems:  make(map[string]int, len(c.Registry)),
		all:      make([]int, len(c.Stories)),
	}
	for i, system := range c.Registry {
		l.systems[system.Slug] = i
	}
	for _, listing := range c.Listings {
		system := name{listing.System, l.systemLabel(listing.System)}
		if !slices.Contains(l.listed, system) {
			l.listed = append(l.listed, system)
		}
	}
	slices.SortFunc(l.listed, func(a, b name) int {
		return cmp.Or(strings.Compare(l.region(a.slug), l.region(b.slug)), strings.Compare(a.label, b.label))
	})

	stories := map[name]int{}
	for i, story := range c.Stories {
		l.all[i] = i
		if !story.Published.IsZero() {
			day := story.Published.Format(time.DateOnly)
			if l.firstDay == "" || day < l.firstDay {
				l.firstDay = day
			}
			l.lastDay = max(l.lastDay, day)
		}
		if story.Series != "" {
			stories[name{corpus.SeriesSlug(story.Series), story.Series}]++
		}
	}
	for series := range stories {
		l.series = append(l.series, series)
	}
	slices.SortFunc(l.series, func(a, b name) int {
		if n := stories[b] - stories[a]; n != 0 {
			return n
		}
		return strings.Compare(a.slug, b.slug)
	})

	l.folded = make([]string, len(c.Stories))
	for i, story := range c.Stories {
		l.folded[i] = corpus.Fold(story.Headline)
	}
	l.byTitle = slices.Clone(l.all)
	slices.SortStableFunc(l.byTitle, func(a, b int) int { return strings.Compare(l.folded[a], l.folded[b]) })
	return l
}

// system finds a system by the slug of an address.
func (l *library) system(slug string) (corpus.System, bool) {
	i, ok := l.systems[slug]
	if !ok {
		return corpus.System{}, false
	}
	return l.corpus.Registry[i], true
}

// isListed reports whether the corpus has a listing of the system.
func (l *library) isListed(slug string) bool {
	return slices.ContainsFunc(l.listed, func(n name) bool { return n.slug == slug })
}

// systemLabel is what a reader calls the system; an unknown one is called what
// the address calls it.
func (l *library) systemLabel(slug string) string {
	if system, ok := l.system(slug); ok {
		return system.ShortName
	}
	return slug
}

// region is the NHS England region of a system, "" if the system is unknown.
func (l *library) region(slug string) string {
	system, _ := l.system(slug)
	return system.Region
}

// seriesLabel is the series as the listings write it, or else its slug.
func (l *library) seriesLabel(slug string) string {
	for _, series := range l.series {
		if series.slug == slug {
			return series.label
		}
	}
	return slug
}

// answer is what a view comes to: the stories in the order to show them, the
// counts beside the facets' values, and what the search has to say.
type answer struct {
	stories []int
	counts  search.Counts
	results search.Answer
	fields  []search.Field // for each story that matched what was typed, the field that did; nil if nothing was
}

// answer finds the stories of v.
func (l *library) answer(v view.View) answer {
	var a answer
	matched := l.all
	if !blank(v.Query) {
		a.results = l.searcher.Search(v.Query, search.Options{HeadlineOnly: v.In == view.Headline})
		matched = make([]int, len(a.results.Hits))
		a.fields = make([]search.Field, len(l.all))
		for i, hit := range a.results.Hits {
			matched[i] = hit.Story
			a.fields[hit.Story] = hit.Field
		}
	}
	switch v.Sort {
	case view.Newest:
		if a.fields != nil {
			slices.Sort(matched)
		}
	case view.AZ:
		matched = l.inTitleOrder(matched)
	}
	a.stories, a.counts = l.values.Apply(filter(v), matched)
	return a
}

// inTitleOrder is a sorted copy of stories.
func (l *library) inTitleOrder(stories []int) []int {
	wanted := make([]bool, len(l.all))
	for _, i := range stories {
		wanted[i] = true
	}
	sorted := make([]int, 0, len(stories))
	for _, i := range l.byTitle {
		if wanted[i] {
			sorted = append(sorted, i)
		}
	}
	return sorted
}

// blank reports whether typed text has nothing in it to look for.
func blank(typed string) bool { return corpus.Fold(typed) == "" }

// filter is the part of a view that narrows by what stories are.
func filter(v view.View) search.Filter {
	return search.Filter{
		Systems:  v.Systems,
		Series:   v.Series,
		Local:    v.Spread == view.Local,
		National: v.Spread == view.National,
		From:     v.From,
		To:       v.To,
	}
}
