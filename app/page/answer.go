package page

import (
	"slices"
	"strings"

	"icsexplorer/app/facet"
	"icsexplorer/app/search"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// answer is what a view comes to: the stories in the order to show them, the
// counts beside the facets' values, and what the search has to say.
type answer struct {
	stories []int
	counts  facet.Counts
	results search.Answer
	fields  []search.Field // for each story that matched what was typed, the field that did; nil if nothing was
}

// answer finds the stories of v that the reader's choice keeps.
func (l *Library) answer(v view.View, r Reader) answer {
	var a answer
	matched := l.all
	if !blank(v.Query) {
		a.results = l.search(v)
		matched = make([]int, len(a.results.Hits))
		a.fields = make([]search.Field, len(l.all))
		for i, hit := range a.results.Hits {
			matched[i] = hit.Story
			a.fields[hit.Story] = hit.Field
		}
		if v.In != view.Headline {
			matched = l.withNamed(v.Query, matched, a.fields)
		}
	}
	if r.Choice != "" {
		matched = slices.DeleteFunc(slices.Clone(matched), func(i int) bool { return !l.keeps(r, i) })
	}
	switch v.Sort {
	case view.Newest:
		if a.fields != nil {
			slices.Sort(matched)
		}
	case view.AZ:
		matched = l.inTitleOrder(matched)
	}
	a.stories, a.counts = l.values.Apply(l.filter(v), matched)
	return a
}

// Rehearse goes the ways that answering a keystroke can go, a step at a call: n is how many were
// called before. It reports whether there is more to rehearse. A browser compiles a function when it
// is first called, which the reader's first letter would wait for.
func (l *Library) Rehearse(n int) (more bool) {
	queries := l.searcher.Rehearsal()
	if n < len(queries) {
		l.Compose(State{View: view.View{Query: queries[n]}, Limit: RowsAtOnce})
	}
	return n+1 < len(queries)
}

// search looks for what was typed. The name of a system is taken at its word: neither
// letters that happen to fit nor words like it are looked for.
func (l *Library) search(v view.View) search.Answer {
	o := search.Options{HeadlineOnly: v.In == view.Headline}
	named := len(l.names.Find(v.Query)) > 0
	if !named || l.names.IsPlace(v.Query) {
		a := l.searcher.Search(v.Query, o)
		if !named || a.Corrected == "" && !a.Partial {
			return a
		}
	}
	a := l.searcher.Search(`"`+strings.ReplaceAll(v.Query, `"`, " ")+`"`, o)
	if a.WordsAlone != "" {
		return search.Answer{}
	}
	return a
}

// withNamed is matched and, behind it, the other stories of the systems that are called as
// typed, whose field is then the system's name.
func (l *Library) withNamed(typed string, matched []int, fields []search.Field) []int {
	named := l.names.Find(typed)
	if len(named) == 0 {
		return matched
	}
	found := make([]bool, len(l.all))
	for _, i := range matched {
		found[i] = true
	}
	for _, i := range l.all {
		if !found[i] && slices.ContainsFunc(l.corpus.Stories[i].Systems, func(slug string) bool { return slices.Contains(named, slug) }) {
			matched = append(matched, i)
			fields[i] = search.System
		}
	}
	return matched
}

// marks are the letters of a field of story i that match what was typed.
func (a *answer) marks(i int, f search.Field) []search.Span {
	if a.fields == nil {
		return nil
	}
	return a.results.Marks(i, f)
}

// field is the one by which story i matches what was typed; the headline, if nothing
// was.
func (a *answer) field(i int) search.Field {
	if a.fields == nil {
		return search.Headline
	}
	return a.fields[i]
}

// inTitleOrder is a sorted copy of stories.
func (l *Library) inTitleOrder(stories []int) []int {
	wanted := make([]bool, len(l.all))
	for _, i := range stories {
		wanted[i] = true
	}
	if l.byTitle == nil {
		folded := l.folded()
		l.byTitle = slices.Clone(l.all)
		slices.SortStableFunc(l.byTitle, func(a, b int) int { return naturally(folded[a], folded[b]) })
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

// spreads are what an address says of spread, for the facet.
var spreads = map[view.Spread]facet.Spread{"": facet.Any, view.Local: facet.Local, view.National: facet.National}

// filter is the part of a view that narrows by what stories are.
func (l *Library) filter(v view.View) facet.Filter {
	return facet.Filter{Systems: l.spelt(v.Systems), Series: v.Series, Spread: spreads[v.Spread], From: v.From, To: v.To}
}
