package app

import (
	"fmt"
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/view"
)

// comparison sets systems side by side.
type comparison struct {
	columns []column // of the chosen systems; nil if fewer than two are chosen
	matrix  matrix
}

// column is a part of the answer: what only one of the chosen systems has, or
// what several of them share.
type column struct {
	id, heading string
	total       int
	stories     []storyLink // in the order of the answer, at most as many as the page shows at once
}

// storyLink is a story by its headline.
type storyLink struct {
	key, headline, href string
}

// matrix is how many stories each two listed systems share.
type matrix struct {
	systems []name
	own     []int   // stories of each system
	cells   [][]int // shared stories of two systems
}

// compareSystems works out the comparison for v. stories are those of v, chosen
// is v's systems; around is the answer with the choice of systems set aside, which
// the matrix counts.
func (l *library) compareSystems(v view.View, stories, around []int, limit int) *comparison {
	c := &comparison{matrix: l.matrix(around)}
	if len(v.Systems) < 2 {
		return c
	}
	only := make([][]int, len(v.Systems))
	var shared []int
	for _, i := range stories {
		last, of := 0, 0
		for n, slug := range v.Systems {
			if slices.Contains(l.corpus.Stories[i].Systems, slug) {
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
		col := column{id: id, heading: heading, total: len(stories)}
		for _, i := range stories[:min(limit, len(stories))] {
			col.stories = append(col.stories, l.link(list, i))
		}
		c.columns = append(c.columns, col)
	}
	// What is shared stands between the first and the others.
	for n, slug := range v.Systems {
		add("only-"+slug, "Only "+l.systemLabel(slug), only[n])
		if n == 0 {
			add("shared", "Shared", shared)
		}
	}
	return c
}

// link is story i as a link to it in the list of v.
func (l *library) link(v view.View, i int) storyLink {
	story := &l.corpus.Stories[i]
	return storyLink{story.Key, story.Headline, v.Href() + "#" + story.Key}
}

// matrix counts the stories that each two listed systems share.
func (l *library) matrix(stories []int) matrix {
	m := matrix{systems: l.listed, own: make([]int, len(l.listed)), cells: make([][]int, len(l.listed))}
	position := make(map[string]int, len(l.listed))
	for i, system := range l.listed {
		position[system.slug] = i
		m.cells[i] = make([]int, len(l.listed))
	}
	for _, i := range stories {
		systems := l.corpus.Stories[i].Systems
		for a, slug := range systems {
			m.own[position[slug]]++
			for _, other := range systems[a+1:] {
				m.cells[position[slug]][position[other]]++
				m.cells[position[other]][position[slug]]++
			}
		}
	}
	return m
}

// share is the part of the stories of two systems that both have, in per cent of
// the stories that either has.
func (m matrix) share(a, b int) int {
	either := m.own[a] + m.own[b] - m.cells[a][b]
	if either == 0 {
		return 0
	}
	return (m.cells[a][b]*100 + either/2) / either
}

// render draws the comparison in one piece, as renderList does.
func (c *comparison) render(v view.View) goapp.UI {
	var w htmlWriter
	w.tag(`<div class="comparison">`)
	if c.columns == nil {
		w.tag(`<p class="note">Choose two systems or more to see what only one of them has and what they share.</p>`)
	} else {
		w.tag(`<div class="columns">`)
		for _, column := range c.columns {
			column.write(&w)
		}
		w.tag(`</div>`)
	}
	c.matrix.write(&w, v)
	w.tag(`</div>`)
	return goapp.Raw(w.String())
}

func (c column) write(w *htmlWriter) {
	w.tag(`<section id="`, c.id, `"><h2>`)
	w.text(c.heading)
	w.tag(` <span class="count">`)
	w.text(strconv.Itoa(c.total))
	w.tag(`</span></h2><ol>`)
	for _, s := range c.stories {
		w.tag(`<li><article data-story="`, s.key, `"><h3><a href="`, s.href, `">`)
		w.text(s.headline)
		w.tag(`</a></h3></article></li>`)
	}
	w.tag(`</ol>`)
	w.more("more-"+c.id, c.total-len(c.stories))
	w.tag(`</section>`)
}

// write draws the matrix as a table whose cells lead to the comparison of their
// two systems, at what they share.
func (m matrix) write(w *htmlWriter, v view.View) {
	pair := func(a, b int) string {
		w := v
		w.Systems = []string{m.systems[a].slug, m.systems[b].slug}
		slices.Sort(w.Systems)
		return w.Href() + "#shared"
	}
	w.tag(`<div class="matrix" tabindex="0" role="region" aria-label="Shared stories"><table><caption>Stories that two systems share, and their part of the stories that either has</caption><thead><tr><td></td>`)
	for _, system := range m.systems {
		w.tag(`<th scope="col">`)
		w.text(system.label)
		w.tag(`</th>`)
	}
	w.tag(`</tr></thead><tbody>`)
	for a, system := range m.systems {
		w.tag(`<tr><th scope="row">`)
		w.text(system.label)
		w.tag(`</th>`)
		for b := range m.systems {
			switch {
			case a == b:
				w.tag(`<td class="own">`)
				w.text(strconv.Itoa(m.own[a]))
			case m.cells[a][b] == 0:
				w.tag(`<td class="none">0`)
			default:
				w.tag(`<td><a href="`, pair(a, b), `">`)
				w.text(fmt.Sprintf("%d · %d%%", m.cells[a][b], m.share(a, b)))
				w.tag(`</a>`)
			}
			w.tag(`</td>`)
		}
		w.tag(`</tr>`)
	}
	w.tag(`</tbody></table></div>`)
}
