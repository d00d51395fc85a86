package export

import (
	"cmp"
	"slices"
	"strings"
)

// What stands above stories that belong under no heading of their own.
const (
	severalSystems = "Several systems"
	otherStories   = "Other stories"
	undatedStories = "Undated"
)

// groups puts the stories of v under headings, in the order of the view. Headings come in
// the order of their first stories, days newest first, and behind them those of stories
// that belong under none of their own.
func groups(v View) []Group {
	stories, heading := v.Stories, v.underSystem
	switch v.By {
	case BySeries:
		heading = underSeries
	case ByDay:
		heading = underDay
		stories = slices.Clone(stories)
		slices.SortStableFunc(stories, func(a, b Story) int { return strings.Compare(b.Day, a.Day) })
	}
	var all []Group
	at := make(map[string]int)
	for _, s := range stories {
		h := heading(s)
		i, ok := at[h]
		if !ok {
			i = len(all)
			at[h] = i
			all = append(all, Group{Heading: h})
		}
		all[i].Items = append(all[i].Items, item(s))
	}
	behind := []string{severalSystems, otherStories, undatedStories}
	slices.SortStableFunc(all, func(a, b Group) int {
		return slices.Index(behind, a.Heading) - slices.Index(behind, b.Heading)
	})
	return all
}

// underSystem is the system that a story stands under: of those that the view is narrowed
// to, if it is, the only one that lists it.
func (v View) underSystem(s Story) string {
	under := otherStories
	for _, system := range s.Systems {
		if v.Chosen != nil && !slices.Contains(v.Chosen, system) {
			continue
		}
		if under != otherStories {
			return severalSystems
		}
		under = system
	}
	return under
}

func underSeries(s Story) string { return cmp.Or(s.Series, otherStories) }

func underDay(s Story) string {
	if s.Day == "" {
		return undatedStories
	}
	return longDay(s.Day)
}
