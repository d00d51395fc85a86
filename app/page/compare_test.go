package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// threeListings are of Devon, Dorset and Somerset; stories are called by the
// initials of the systems that list them.
func threeListings(t *testing.T) *Library {
	t.Helper()
	text := func(title string, headlines ...string) *fstest.MapFile {
		var b strings.Builder
		b.WriteString(title + " ICS")
		for _, h := range headlines {
			b.WriteString("\n\n" + h + "\n\n\nA sentence below.\n")
		}
		return &fstest.MapFile{Data: []byte(b.String())}
	}
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	c, faults := corpus.Load(fstest.MapFS{
		"devon-ics.txt":    text("Devon", "All three", "Devon and Dorset", "Only Devon one", "Only Devon two"),
		"dorset-ics.txt":   text("Dorset", "All three", "Devon and Dorset", "Only Dorset"),
		"somerset-ics.txt": text("Somerset", "Only Somerset", "All three"),
	}, registry)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return NewLibrary(c)
}

func (c Column) headlines() string {
	var all []string
	for _, s := range c.Stories {
		all = append(all, s.Headline)
	}
	return strings.Join(all, ", ")
}

func TestCompareParts(t *testing.T) {
	tests := []struct {
		address string
		want    []string
	}{
		{"?ics=devon&ics=dorset&show=compare", []string{
			"Only Devon 2: Only Devon one, Only Devon two",
			"Shared 2: All three, Devon and Dorset",
			"Only Dorset 1: Only Dorset"}},
		{"?ics=devon&ics=dorset&ics=somerset&show=compare", []string{
			"Only Devon 2: Only Devon one, Only Devon two",
			"Shared 2: All three, Devon and Dorset",
			"Only Dorset 1: Only Dorset",
			"Only Somerset 1: Only Somerset"}},
		{"?q=devon&ics=devon&ics=dorset&sort=az&show=compare", []string{
			"Only Devon 2: Only Devon one, Only Devon two",
			"Shared 1: Devon and Dorset",
			"Only Dorset 0: "}},
		{"?ics=devon&ics=kent-and-medway&show=compare", []string{
			"Only Devon 4: All three, Devon and Dorset, Only Devon one, Only Devon two",
			"Shared 0: ",
			"Only Kent and Medway 0: "}},
		{"?ics=devon&show=compare", nil},
	}
	l := threeListings(t)
	for _, test := range tests {
		var got []string
		for _, c := range l.page(test.address + "&in=headline").Comparison.Columns {
			got = append(got, fmt.Sprintf("%s %d: %s", c.Heading, c.Total, c.headlines()))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s\ngot  %q\nwant %q", test.address, got, test.want)
		}
	}
}

func TestALongColumnIsAWindow(t *testing.T) {
	l := newTestLibrary(t)
	v, _ := view.Decode("?ics=hampshire-and-isle-of-wight&ics=south-west-london&show=compare")
	for limit, want := range map[int]string{3: "3 of 16, 3 of 4, 3 of 16", 10: "10 of 16, 4 of 4, 10 of 16"} {
		var got []string
		for _, c := range l.Compose(State{View: v, Limit: limit}).Comparison.Columns {
			got = append(got, fmt.Sprintf("%d of %d", len(c.Stories), c.Total))
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("at most %d: %s, want %s", limit, got, want)
		}
	}
}

func TestMatrixCountsWhatTwoSystemsShare(t *testing.T) {
	l := threeListings(t)
	m := l.page("?show=compare").Comparison.Matrix
	if got := strings.Join(m.Systems, " "); got != "Devon Dorset Somerset" {
		t.Fatalf("systems %s", got)
	}
	var counts, either []string
	for _, row := range m.Cells {
		for _, c := range row {
			counts = append(counts, fmt.Sprint(c.Count))
			either = append(either, fmt.Sprint(c.Either))
		}
	}
	if got, want := strings.Join(counts, " "), "4 2 1 2 3 1 1 1 2"; got != want {
		t.Errorf("shared: %s, want %s", got, want)
	}
	// Devon and Dorset share two of five stories, Devon and Somerset one of five.
	if got, want := strings.Join(either, " "), "4 5 5 5 3 4 5 4 2"; got != want {
		t.Errorf("either has: %s, want %s", got, want)
	}
	if got := m.Cells[0][1].Words(); got != "2 of 5 stories in both" {
		t.Errorf("Devon and Dorset have %s", got)
	}
	if got, want := m.Cells[2][0].Href, "?ics=devon&ics=somerset&show=compare#shared"; got != want {
		t.Errorf("Somerset and Devon lead to %s, want %s", got, want)
	}
	if got := l.page("?q=blorptag&show=compare").Comparison.Matrix.Cells[0][1]; got.Count != 0 || got.Either != 0 {
		t.Errorf("two systems without stories share %+v", got)
	}
}

func TestTilesShadeByTheCurrentQuery(t *testing.T) {
	l := threeListings(t)
	says := func(address string) string {
		var all []string
		for _, tile := range l.page(address).Tiles {
			if tile.Listed || tile.Chosen {
				all = append(all, fmt.Sprintf("%s (%d)", tile.Says(), tile.Shade))
			}
		}
		return strings.Join(all, ", ")
	}
	for address, want := range map[string]string{
		"":                                      "Devon: 4 stories (4), Dorset: 3 stories (3), Somerset: 2 stories (2)",
		"?q=dorset&in=headline":                 "Devon: 1 story (1), Dorset: 2 stories (3), Somerset: 0 stories (0)",
		"?ics=cornwall-and-the-isles-of-scilly": "Cornwall and the Isles of Scilly: not in this copy (0), Devon: 4 stories (4), Dorset: 3 stories (3), Somerset: 2 stories (2)",
	} {
		if got := says(address); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", address, got, want)
		}
	}
}

// Whoever walks the map with the arrow keys can get everywhere, and the way back
// is the other arrow when tiles lie in one line.
func TestArrowKeysReachEveryTile(t *testing.T) {
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{"south-west-london": true}
	for walk := []string{"south-west-london"}; len(walk) > 0; walk = walk[1:] {
		for _, key := range []string{"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"} {
			if to := Neighbour(registry, walk[0], key); to != "" && !seen[to] {
				seen[to] = true
				walk = append(walk, to)
			}
		}
	}
	if len(seen) != len(registry) {
		t.Errorf("%d of %d tiles are reached", len(seen), len(registry))
	}
	tests := []struct{ from, key, want string }{
		{"south-west-london", "ArrowRight", "south-east-london"},
		{"south-east-london", "ArrowLeft", "south-west-london"},
		{"cornwall-and-the-isles-of-scilly", "ArrowLeft", ""},
		{"north-east-and-north-cumbria", "ArrowUp", ""},
		{"south-west-london", "Enter", ""},
		{"atlantis", "ArrowUp", ""},
	}
	for _, test := range tests {
		if got := Neighbour(registry, test.from, test.key); got != test.want {
			t.Errorf("%s from %s leads to %q, want %q", test.key, test.from, got, test.want)
		}
	}
}

func TestPanelSaysWhere(t *testing.T) {
	l := threeListings(t)
	panel := func(headline string) *Panel {
		i := slices.IndexFunc(l.corpus.Stories, func(s corpus.Story) bool { return s.Headline == headline })
		p := l.Compose(State{Limit: 1, Open: l.corpus.Stories[i].Key})
		return p.Rows[len(p.Rows)-1].Panel
	}
	p := panel("Devon and Dorset")
	if got, want := strings.Join(p.Places, "; "), "Devon: number 2 of 4, undated; Dorset: number 2 of 3, undated"; got != want {
		t.Errorf("places %s, want %s", got, want)
	}
}

func TestEveryPanelOfTheTwoListingsIsComplete(t *testing.T) {
	l := newTestLibrary(t)
	for _, story := range l.corpus.Stories {
		p := l.Compose(State{Limit: 1, Open: story.Key})
		r := p.Rows[len(p.Rows)-1]
		if r.Key != story.Key || r.Panel == nil || len(r.Panel.Places) != len(story.Places) {
			t.Fatalf("%s: %+v", story.Headline, r.Panel)
		}
		series := func(s StoryLink) bool { return strings.HasPrefix(s.Headline, story.Series+":") }
		if story.Series == "London Eye" && !slices.ContainsFunc(r.Panel.Like, series) {
			t.Errorf("nothing of the same series is like %q: %v", story.Headline, r.Panel.Like)
		}
		for _, other := range r.Panel.Like {
			if other.Key == story.Key {
				t.Errorf("%s is like itself", story.Headline)
			}
		}
	}
}

func TestAFacetWithoutValuesIsNotShown(t *testing.T) {
	var keys []string
	for _, f := range threeListings(t).page("").Facets {
		keys = append(keys, f.Key)
	}
	if got := strings.Join(keys, " "); got != "ics" {
		t.Errorf("facets %s of stories without a series", got)
	}
}

// Stories of the same series are as much alike as two that alone share a word; words that
// more than two headlines have count for nothing among so few.
func TestWhatIsAlike(t *testing.T) {
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	text := "Devon ICS"
	for _, headline := range []string{
		"London Eye: Plain words", "London Eye: Other things", "Plain speaking", "Quite different words",
		"More words of little use", "Nothing at all",
	} {
		text += "\n\n" + headline + "\n\n\nA sentence below.\n"
	}
	c, faults := corpus.Load(fstest.MapFS{"devon-ics.txt": {Data: []byte(text)}}, registry)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	l := NewLibrary(c)
	var like []string
	for _, i := range l.similar(0) {
		like = append(like, c.Stories[i].Headline)
	}
	// "London" and "Eye" are in two headlines, as "plain" is; the series tips the balance.
	want := []string{"London Eye: Other things", "Plain speaking"}
	if !slices.Equal(like, want) {
		t.Errorf("got %q, want %q", like, want)
	}
}

func TestAComparisonOfOneSystemSaysWhatIsMissing(t *testing.T) {
	l := threeListings(t)
	for address, want := range map[string]string{
		"?show=compare":                      "Choose two systems or more to see what only one of them has and what they share.",
		"?ics=devon&show=compare":            "Choose another system to compare Devon with: what only one of them has, and what both share.",
		"?ics=devon&ics=dorset&show=compare": "",
	} {
		if got := l.page(address).Comparison.Hint; got != want {
			t.Errorf("%s says %q", address, got)
		}
	}
}

func TestEverySystemHasACodeOfItsOwn(t *testing.T) {
	systems := make(map[string]string)
	for _, tile := range threeListings(t).page("").Tiles {
		if n := len(tile.Code); n < 2 || n > mostInCode {
			t.Errorf("%s is %q", tile.System.ShortName, tile.Code)
		}
		if other, taken := systems[tile.Code]; taken {
			t.Errorf("%s and %s are both %s", other, tile.System.ShortName, tile.Code)
		}
		systems[tile.Code] = tile.System.ShortName
	}
	for code, want := range map[string]string{"SWL": "South West London", "HIOW": "Hampshire and Isle of Wight", "Devon": "Devon", "BC": "Black Country"} {
		if systems[code] != want {
			t.Errorf("%s is %q, want %s", code, systems[code], want)
		}
	}
}

func TestTheLegendIsWhatTheTilesShow(t *testing.T) {
	l := threeListings(t)
	for address, want := range map[string]string{
		"":            "-1 not in this copy, 2 2 stories, 3 3 stories, 4 4 stories",
		"?q=blorptag": "-1 not in this copy, 0 0 stories",
	} {
		var got []string
		for _, k := range Legend(l.page(address).Tiles) {
			got = append(got, fmt.Sprint(k.Shade, " ", k.Words))
		}
		if all := strings.Join(got, ", "); all != want {
			t.Errorf("%s: %s, want %s", address, all, want)
		}
	}
}
