package page

import (
	"fmt"
	"slices"

	"icsexplorer/app/view"
)

// A Comparison sets systems side by side.
type Comparison struct {
	Columns []Column // of the chosen systems; nil if fewer than two are chosen
	Hint    string   // what to do to see columns, where there are none
	Matrix  Matrix
}

// A Column is a part of the answer: what only one of the chosen systems has, or
// what several of them share.
type Column struct {
	ID, Heading string
	Total       int
	Absent      bool        // the corpus has no listing of the system
	Stories     []StoryLink // in the order of the answer, at most as many as the page shows at once
}

// sharedID is the id of the column of what several systems share.
const sharedID = "shared"

// A StoryLink is a story by its headline.
type StoryLink struct{ Key, Headline, Href string }

// A Matrix is how many stories each two listed systems share.
type Matrix struct {
	Systems []string // their names
	Cells   [][]Cell
}

// A Cell is what two systems share; where a row meets its own column, what the system
// has.
type Cell struct {
	Count  int
	Either int    // stories that either has
	Href   string // the comparison of the two, at what they share
}

// Words say what two systems share.
func (c Cell) Words() string {
	return fmt.Sprintf("%d of %s in both", c.Count, Count(c.Either))
}

// compareSystems works out the comparison for v. stories are those of v, chosen
// is v's systems; around is the answer with the choice of systems set aside, which
// the matrix counts.
func (l *Library) compareSystems(v view.View, stories, around []int, limit int) *Comparison {
	c := &Comparison{Matrix: l.matrix(v, around)}
	if len(v.Systems) < 2 {
		c.Hint = "Choose two systems or more to see what only one of them has and what they share."
		for _, slug := range v.Systems {
			c.Hint = "Choose another system to compare " + l.systemLabel(slug) + " with: what only one of them has, and what both share."
		}
		return c
	}
	only := make([][]int, len(v.Systems))
	members := make([][]string, len(v.Systems)) // of a board of today, those that it took over
	for n, slug := range v.Systems {
		members[n] = l.spelt([]string{slug})
	}
	var shared []int
	for _, i := range stories {
		last, of := 0, 0
		for n := range v.Systems {
			if slices.ContainsFunc(l.corpus.Stories[i].Systems, func(slug string) bool { return slices.Contains(members[n], slug) }) {
				last = n
				of++
			}
		}
		if of == 1 {
			only[last] = append(only[last], i)
		} else {
			shared = append(shared, i)
		}
	}
	list := v
	list.Show = ""
	add := func(id, heading string, stories []int) {
		col := Column{ID: id, Heading: heading, Total: len(stories)}
		for _, i := range stories[:min(limit, len(stories))] {
			col.Stories = append(col.Stories, l.link(list, i))
		}
		c.Columns = append(c.Columns, col)
	}
	// What is shared stands between the first and the others.
	for n, slug := range v.Systems {
		add("only-"+slug, "Only "+l.systemLabel(slug), only[n])
		c.Columns[len(c.Columns)-1].Absent = !slices.ContainsFunc(members[n], l.isListed)
		if n == 0 {
			add(sharedID, "Shared", shared)
		}
	}
	return c
}

// link is story i as a link to it in the list of v.
func (l *Library) link(v view.View, i int) StoryLink {
	story := &l.corpus.Stories[i]
	return StoryLink{story.Key, story.Headline, v.Href() + "#" + story.Key}
}

// matrix counts the stories that each two listed systems share.
func (l *Library) matrix(v view.View, stories []int) Matrix {
	position := make(map[string]int, len(l.listed))
	shared := make([][]int, len(l.listed))
	for i, system := range l.listed {
		position[system.slug] = i
		shared[i] = make([]int, len(l.listed))
	}
	for _, i := range stories {
		systems := l.corpus.Stories[i].Systems
		for _, a := range systems {
			for _, b := range systems {
				shared[position[a]][position[b]]++
			}
		}
	}
	m := Matrix{Cells: make([][]Cell, len(l.listed))}
	for a, system := range l.listed {
		m.Systems = append(m.Systems, system.label)
		for b, other := range l.listed {
			pair := v
			pair.Systems = []string{system.slug, other.slug}
			slices.Sort(pair.Systems)
			m.Cells[a] = append(m.Cells[a], Cell{
				Count:  shared[a][b],
				Either: shared[a][a] + shared[b][b] - shared[a][b],
				Href:   pair.Href() + "#" + sharedID,
			})
		}
	}
	return m
}
