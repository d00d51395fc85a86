package app

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"icsexplorer/app/view"
)

// panel is what there is to know of a story besides what its row shows.
type panel struct {
	places  []string // where its listings have it
	caption string
	order   []string // why it stands where it does
	self    string   // the address of the view with this story opened
	web     string   // a web search for the headline on HSJ's site
	like    []storyLink
}

// likeThis is how many similar stories a panel names.
const likeThis = 4

// panel gathers what there is to know of the story at position at of stories, the
// answer to v.
func (l *library) panel(v view.View, stories []int, at int) *panel {
	i := stories[at]
	story := &l.corpus.Stories[i]
	p := &panel{
		caption: story.Caption,
		self:    v.Href() + "#" + story.Key,
		web:     "https://duckduckgo.com/?q=" + url.QueryEscape(`site:hsj.co.uk "`+story.Headline+`"`),
	}
	for _, place := range story.Places {
		listing := &l.corpus.Listings[place.Listing]
		text := fmt.Sprintf("%s: number %d of %d", l.systemLabel(listing.System), place.Position+1, len(listing.Entries))
		if listing.Captured != "" {
			text += ", as of " + listing.Captured
		}
		p.places = append(p.places, text)
	}
	if i > 0 {
		p.order = append(p.order, l.why(i-1, i, "Older than", "Whether it is older than"))
	}
	if i+1 < len(l.corpus.Stories) {
		p.order = append(p.order, l.why(i, i+1, "Newer than", "Whether it is newer than"))
	}
	for _, other := range l.similar(i) {
		p.like = append(p.like, l.link(view.View{}, other))
	}
	return p
}

// why says how the order of two neighbours, the newer first, is known: by what
// listing or date, or that it is not. The words are the beginnings of the sentence
// for either case, as told of one of the two.
func (l *library) why(newer, older int, known, unknown string) string {
	other := &l.corpus.Stories[older]
	if strings.Contains(known, "Older") {
		other = &l.corpus.Stories[newer]
	}
	quoted := " “" + other.Headline + "”"
	chain := l.corpus.Chain(newer, older)
	switch {
	case len(chain) == 0:
		return unknown + quoted + " is not known: no listing has both, no date says, and no story in between ties them together."
	case len(chain) > 1:
		return fmt.Sprintf("%s%s, by way of %d %s in between.", known, quoted, len(chain)-1, plural(len(chain)-1, "story", "stories"))
	case chain[0].Listing < 0:
		return known + quoted + ", by their dates."
	default:
		return known + quoted + ": " + l.systemLabel(l.corpus.Listings[chain[0].Listing].System) + " lists them in this order."
	}
}

// similar finds the stories most like story i: of the same series, or with words
// in the headline that few others have. The best come first; ties are newest first.
func (l *library) similar(i int) []int {
	words := make(map[string]int) // of this headline, with the number of headlines that have them
	for word := range strings.SplitSeq(l.folded[i], " ") {
		words[word] = 0
	}
	shared := make([][]string, len(l.folded))
	for j, headline := range l.folded {
		for word := range strings.SplitSeq(headline, " ") {
			if _, ok := words[word]; ok && !slices.Contains(shared[j], word) {
				shared[j] = append(shared[j], word)
				words[word]++
			}
		}
	}
	rare := max(2, len(l.folded)/20)
	type candidate struct {
		story int
		score float64
	}
	var candidates []candidate
	series := l.corpus.Stories[i].Series
	for j := range l.folded {
		score := 0.0
		for _, word := range shared[j] {
			if n := words[word]; n <= rare {
				score += 1 / float64(n)
			}
		}
		if series != "" && l.corpus.Stories[j].Series == series {
			score += 0.5
		}
		if j != i && score > 0 {
			candidates = append(candidates, candidate{j, score})
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	var found []int
	for _, c := range candidates[:min(likeThis, len(candidates))] {
		found = append(found, c.story)
	}
	return found
}

// write draws the panel under its story.
func (p *panel) write(w *htmlWriter, key string) {
	w.tag(`<div class="panel" id="`, "panel-"+key, `"><dl><div><dt>Listed by</dt>`)
	for _, place := range p.places {
		w.tag(`<dd>`)
		w.text(place)
		w.tag(`</dd>`)
	}
	w.tag(`</div>`)
	if p.caption != "" {
		w.tag(`<div><dt>Picture</dt><dd>`)
		w.text(p.caption)
		w.tag(`</dd></div>`)
	}
	w.tag(`<div><dt>Order</dt>`)
	for _, reason := range p.order {
		w.tag(`<dd>`)
		w.text(reason)
		w.tag(`</dd>`)
	}
	w.tag(`</div>`)
	if len(p.like) > 0 {
		w.tag(`<div><dt>More like this</dt>`)
		for _, s := range p.like {
			w.tag(`<dd><a href="`, s.href, `">`)
			w.text(s.headline)
			w.tag(`</a></dd>`)
		}
		w.tag(`</div>`)
	}
	w.tag(`</dl><p class="ways"><a href="`, p.self, `">Link to this story</a> <a rel="noreferrer" href="`, p.web, `">Look for it on HSJ’s site</a></p></div>`)
}
