package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"icsexplorer/app/shelf"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// A Panel is what there is to know of a story besides what its row shows.
type Panel struct {
	Places  []string // where its listings have it
	Caption string
	Self    string // the address of the view with this story opened
	Like    []StoryLink
}

// likeThis is how many similar stories a panel names.
const likeThis = 4

// Two stories are alike by the words that few headlines have, at most two or one in
// rareShare of them: each counts one by the number that have it. To be of the same series
// counts as much as a word that these two headlines alone have.
const (
	rareShare  = 20
	sameSeries = 1.0 / 2
)

// panel gathers what there is to know of story i, which v shows.
func (l *Library) panel(v view.View, i int) *Panel {
	story := &l.corpus.Stories[i]
	p := &Panel{
		Caption: story.Caption,
		Self:    v.Href() + "#" + story.Key,
	}
	for _, place := range story.Places {
		listing := &l.corpus.Listings[place.Listing]
		name, age := l.listing(listing)
		p.Places = append(p.Places, fmt.Sprintf("%s: number %d of %d, %s", name, place.Position+1, len(listing.Entries), age))
	}
	for _, other := range l.similar(i) {
		p.Like = append(p.Like, l.link(view.View{}, other))
	}
	return p
}

// listing says which listing it is, and how old.
func (l *Library) listing(listing *corpus.Listing) (name, age string) {
	name, age = "No system’s page", "undated"
	if listing.System != "" {
		name = l.systemLabel(listing.System)
	}
	if _, own := shelf.Own(listing); own {
		name += " (yours)"
	}
	if listing.Captured != "" {
		age = "as of " + listing.Captured
	}
	return name, age
}

// similar finds the stories most like story i: of the same series, or with words
// in the headline that few others have. The best come first; ties are newest first.
func (l *Library) similar(i int) []int {
	folded := l.folded()
	words := make(map[string]int) // of this headline, with the number of headlines that have them
	for word := range strings.SplitSeq(folded[i], " ") {
		words[word] = 0
	}
	shared := make([][]string, len(folded))
	for j, headline := range folded {
		for word := range strings.SplitSeq(headline, " ") {
			if _, ok := words[word]; ok && !slices.Contains(shared[j], word) {
				shared[j] = append(shared[j], word)
				words[word]++
			}
		}
	}
	rare := max(2, len(folded)/rareShare)
	type candidate struct {
		story int
		score float64
	}
	var candidates []candidate
	series := l.corpus.Stories[i].Series
	for j := range folded {
		score := 0.0
		for _, word := range shared[j] {
			if n := words[word]; n <= rare {
				score += 1 / float64(n)
			}
		}
		if series != "" && l.corpus.Stories[j].Series == series {
			score += sameSeries
		}
		if j != i && score > 0 {
			candidates = append(candidates, candidate{j, score})
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	var found []int
	for _, c := range candidates[:min(likeThis, len(candidates))] {
		found = append(found, c.story)
	}
	return found
}
