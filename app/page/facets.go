package page

import (
	"slices"
	"strconv"

	"icsexplorer/app/facet"
	"icsexplorer/app/view"
)

// A Facet is one group of checkboxes, or of radio buttons if one value is always chosen.
type Facet struct {
	Key    string // in an address
	Legend string
	OneOf  bool
	Values []Value
}

// A Value is one that can be chosen in a facet.
type Value struct {
	Value   string // in an address
	Label   string
	Group   string // the heading it stands under, if any
	Href    string // the view with this value toggled
	Count   int    // stories that choosing it alone in this facet would give
	Checked bool
	Absent  bool // there is nothing here to count: the system's listing is not in the corpus
}

// Stories is what stands beside the value: how many stories it would give, or that there
// are none here to count.
func (v Value) Stories() string {
	if v.Absent {
		return "not here"
	}
	return strconv.Itoa(v.Count)
}

// fewestListings is how many systems must have a listing for it to mean something in how
// many of them a story stands: that it is in one of two says nothing of England.
const fewestListings = 5

// picked is how many systems are shown at most for what is typed to find one.
const picked = 8

// facets are the groups of checkboxes. Their order, and the order of the values
// in each, never depends on the view, so nothing jumps while the reader chooses;
// values that the corpus does not have but the view names come last. What is typed
// into the box of the systems shows those it finds instead, listed or not.
func (l *Library) facets(v view.View, counts facet.Counts, pick string) []Facet {
	facets := []Facet{l.systemFacet(v, counts, pick)}
	if series := l.seriesFacet(v, counts); len(series.Values) > 0 {
		facets = append(facets, series)
	}
	if len(l.listed) >= fewestListings {
		facets = append(facets, spreadFacet(v, counts))
	}
	if len(v.Systems) > 0 && !l.isHere(v.Systems...) {
		for _, f := range facets[1:] {
			for i := range f.Values {
				f.Values[i].Absent = true
			}
		}
	}
	return facets
}

func (l *Library) systemFacet(v view.View, counts facet.Counts, pick string) Facet {
	f := Facet{Key: view.KeySystems, Legend: "Systems"}
	add := func(system name, group string) {
		f.Values = append(f.Values, Value{
			Value:   system.slug,
			Label:   system.label,
			Group:   group,
			Href:    v.ToggleSystem(system.slug).Href(),
			Count:   l.countOf(v, system.slug, counts),
			Checked: slices.Contains(v.Systems, system.slug),
			Absent:  l.isKnown(system.slug) && !l.isHere(system.slug),
		})
	}
	if blank(pick) {
		for _, system := range withUnlisted(l.listed, v.Systems, l.systemLabel) {
			add(system, l.region(system.slug))
		}
		return f
	}
	found := l.pick(pick)
	for _, system := range found[:min(picked, len(found))] {
		add(name{system.Slug, system.ShortName}, "")
	}
	return f
}

// countOf is how many stories choosing the system alone would give; of a board of today,
// the stories of those that it took over, each once.
func (l *Library) countOf(v view.View, slug string, counts facet.Counts) int {
	if _, ok := l.system(slug); ok || !l.isKnown(slug) {
		return counts.Systems[slug]
	}
	v.Systems = []string{slug}
	return len(l.answer(v, Reader{}).stories)
}

func (l *Library) seriesFacet(v view.View, counts facet.Counts) Facet {
	f := Facet{Key: view.KeySeries, Legend: "Series"}
	for _, s := range withUnlisted(l.series, v.Series, l.seriesLabel) {
		f.Values = append(f.Values, Value{
			Value:   s.slug,
			Label:   s.label,
			Href:    v.ToggleSeries(s.slug).Href(),
			Count:   counts.Series[s.slug],
			Checked: slices.Contains(v.Series, s.slug),
		})
	}
	return f
}

func spreadFacet(v view.View, counts facet.Counts) Facet {
	f := Facet{Key: view.KeySpread, Legend: "Listed by", OneOf: true}
	add := func(s view.Spread, label string, count int) {
		only := v
		only.Spread = s
		f.Values = append(f.Values, Value{
			Value:   string(s),
			Label:   label,
			Href:    only.Href(),
			Count:   count,
			Checked: v.Spread == s,
		})
	}
	one, several := counts.Spread[facet.Local], counts.Spread[facet.National]
	add("", "Any number of listings", one+several)
	add(view.Local, "One listing", one)
	add(view.National, "Several listings", several)
	return f
}

// withUnlisted is known and, behind it, the chosen slugs that are not in it.
func withUnlisted(known []name, chosen []string, label func(string) string) []name {
	names := slices.Clone(known)
	for _, slug := range chosen {
		if !slices.ContainsFunc(known, func(n name) bool { return n.slug == slug }) {
			names = append(names, name{slug, label(slug)})
		}
	}
	return names
}

// spreadLabel is what a spread is called: few listings prove nothing about England.
func spreadLabel(s view.Spread) string {
	if s == view.National {
		return "in several listings"
	}
	return "in one listing"
}
