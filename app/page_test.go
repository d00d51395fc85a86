package app

import (
	"slices"
	"strings"
	"testing"

	"icsexplorer/app/search"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

func newTestLibrary(t *testing.T) *library {
	t.Helper()
	return newLibrary(corpustest.Seeds(t))
}

// compose is the page of an address.
func (l *library) page(address string) page {
	v, unknown := view.Decode(address)
	return l.compose(state{view: v, unknown: unknown, limit: rowsAtOnce})
}

func (r row) text() string { return plain(r.series) + plain(r.headline) }

func plain(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

func TestFrontPageShowsEveryStoryNewestFirst(t *testing.T) {
	l := newTestLibrary(t)
	p := l.page("")
	if p.total != 36 || len(p.rows) != 36 || p.status != "stories" || p.title != Name {
		t.Fatalf("%d stories in %d rows, %q, %q", p.total, len(p.rows), p.status, p.title)
	}
	for i, story := range l.corpus.Stories {
		if got := p.rows[i].text(); got != story.Headline {
			t.Errorf("row %d is %q, want %q", i, got, story.Headline)
		}
	}
	if len(p.chips)+len(p.notes) > 0 || p.empty != nil {
		t.Errorf("the front page has chips %v, notes %v, ways out %v", p.chips, p.notes, p.empty)
	}
}

func TestSortsFromAToZByTheLettersOfTheHeadline(t *testing.T) {
	p := newTestLibrary(t).page("?sort=az")
	var titles []string
	for _, r := range p.rows {
		titles = append(titles, corpus.Fold(r.text()))
	}
	if !slices.IsSorted(titles) || len(titles) != 36 {
		t.Errorf("%d titles: %q", len(titles), titles)
	}
}

func TestNewestFirstHoldsAmongSearchResults(t *testing.T) {
	l := newTestLibrary(t)
	p := l.page("?q=trust&sort=newest")
	position := func(key string) int {
		return slices.IndexFunc(l.corpus.Stories, func(s corpus.Story) bool { return s.Key == key })
	}
	if !slices.IsSortedFunc(p.rows, func(a, b row) int { return position(a.key) - position(b.key) }) || len(p.rows) < 3 {
		t.Errorf("%d rows, not newest first", len(p.rows))
	}
	if front := l.page(""); front.rows[0].key != l.corpus.Stories[0].Key || len(front.rows) != 36 {
		t.Error("sorting the results changed the front page")
	}
}

func TestChipsTakeBackOneChoiceEach(t *testing.T) {
	p := newTestLibrary(t).page("?q=gp&ics=south-west-london&series=london-eye&spread=local&from=2025-01-01&to=2025-02-01&in=headline")
	want := []chip{
		{"South West London", "?q=gp&series=london-eye&spread=local&from=2025-01-01&to=2025-02-01&in=headline"},
		{"London Eye", "?q=gp&ics=south-west-london&spread=local&from=2025-01-01&to=2025-02-01&in=headline"},
		{"Local", "?q=gp&ics=south-west-london&series=london-eye&from=2025-01-01&to=2025-02-01&in=headline"},
		{"from 2025-01-01", "?q=gp&ics=south-west-london&series=london-eye&spread=local&to=2025-02-01&in=headline"},
		{"to 2025-02-01", "?q=gp&ics=south-west-london&series=london-eye&spread=local&from=2025-01-01&in=headline"},
		{"headlines only", "?q=gp&ics=south-west-london&series=london-eye&spread=local&from=2025-01-01&to=2025-02-01"},
	}
	if !slices.Equal(p.chips, want) {
		t.Errorf("got  %v\nwant %v", p.chips, want)
	}
}

func TestFacetValuesStayWhereTheyAre(t *testing.T) {
	l := newTestLibrary(t)
	order := func(p page) string {
		var names []string
		for _, f := range p.facets {
			for _, v := range f.values {
				names = append(names, f.name+"="+v.value)
			}
		}
		return strings.Join(names, " ")
	}
	front := order(l.page(""))
	for _, address := range []string{"?q=dental", "?ics=south-west-london", "?series=london-eye&spread=local", "?q=blorptag"} {
		if got := order(l.page(address)); got != front {
			t.Errorf("%s: the facets are\n%s, on the front page\n%s", address, got, front)
		}
	}
	if got, want := order(l.page("?ics=kent-and-medway&series=unheard-of")), "ics=kent-and-medway"; !strings.Contains(got, want) || !strings.Contains(got, "series=unheard-of") {
		t.Errorf("what was chosen but has no stories is not among the facets: %s", got)
	}
}

func TestNotesNameWhatIsNotUnderstood(t *testing.T) {
	p := newTestLibrary(t).page("?q=gp&sort=oldest&ics=atlantis&ics=south-west-london")
	if len(p.notes) != 2 {
		t.Fatalf("notes: %v", p.notes)
	}
	if n := p.notes[0]; !strings.Contains(n.text, "sort “oldest”") || n.href != "?q=gp&ics=atlantis&ics=south-west-london" {
		t.Errorf("the order: %+v", n)
	}
	if n := p.notes[1]; !strings.Contains(n.text, "“atlantis”") || n.href != "?q=gp&ics=south-west-london" {
		t.Errorf("the system: %+v", n)
	}
}

func TestNothingFoundOffersWaysOutThatLeadSomewhere(t *testing.T) {
	l := newTestLibrary(t)
	tests := []struct{ address, text string }{
		{"?q=blorptag", "No story matches “blorptag”."},
		{"?q=untenable&ics=hampshire-and-isle-of-wight", "No story matches “untenable” with Hampshire and Isle of Wight."},
		{"?ics=kent-and-medway", "No story matches Kent and Medway."},
		{"?series=london-eye&spread=national", "No story matches London Eye and National."},
		{"?q=blorptag&ics=kent-and-medway&series=unheard-of&from=2020-01-01", "No story matches “blorptag” with Kent and Medway and unheard-of and from 2020-01-01."},
	}
	for _, test := range tests {
		p := l.page(test.address)
		if p.empty == nil || p.empty.text != test.text || len(p.empty.ways) == 0 {
			t.Errorf("%s: %+v, want %q and ways out", test.address, p.empty, test.text)
			continue
		}
		for _, w := range p.empty.ways {
			if got := l.page(w.href).total; got != w.count || got == 0 {
				t.Errorf("%s: %q promises %d stories and gives %d", test.address, w.label, w.count, got)
			}
		}
	}
}

func TestRowsAreMarkedWhereTheyMatch(t *testing.T) {
	p := newTestLibrary(t).page("?q=phone+gp")
	if len(p.rows) == 0 || p.rows[0].text() != "Threefold ICS variation in GP phone access revealed" {
		t.Fatalf("%d rows", len(p.rows))
	}
	want := []piece{{"Threefold ICS variation in ", false}, {"GP", true}, {" ", false}, {"phone", true}, {" access revealed", false}}
	if got := p.rows[0].headline; !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestSystemsOfAStoryAreLinks(t *testing.T) {
	p := newTestLibrary(t).page("?q=threefold&ics=south-west-london")
	want := []tag{
		{"hampshire-and-isle-of-wight", "Hampshire and Isle of Wight", "?ics=hampshire-and-isle-of-wight", false},
		{"south-west-london", "South West London", "?ics=south-west-london", true},
	}
	if len(p.rows) != 1 || !slices.Equal(p.rows[0].systems, want) {
		t.Errorf("rows: %+v", p.rows)
	}
}

func TestALongListIsAWindow(t *testing.T) {
	l := newTestLibrary(t)
	p := l.compose(state{limit: 10})
	if p.total != 36 || len(p.rows) != 10 {
		t.Errorf("%d rows of %d", len(p.rows), p.total)
	}
}

func TestPieces(t *testing.T) {
	tests := []struct {
		name, text string
		marks      []search.Span
		want       []piece
	}{
		{"no marks", "abc", nil, []piece{{"abc", false}}},
		{"nothing at all", "", nil, nil},
		{"at the ends", "abcd", []search.Span{{Start: 0, End: 1}, {Start: 3, End: 4}}, []piece{{"a", true}, {"bc", false}, {"d", true}}},
		{"all of it", "£20m", []search.Span{{Start: 0, End: 5}}, []piece{{"£20m", true}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := pieces(test.text, test.marks); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestCutSeries(t *testing.T) {
	tests := []struct {
		name, series string
		headline     []piece
		label, rest  []piece
	}{
		{"no series", "", []piece{{"abc", false}}, nil, []piece{{"abc", false}}},
		{"inside a piece", "London Eye", []piece{{"London Eye: Who", false}}, []piece{{"London Eye:", false}}, []piece{{" Who", false}}},
		{"marked before and behind", "London Eye", []piece{{"London", true}, {" Eye: ", false}, {"Who", true}},
			[]piece{{"London", true}, {" Eye:", false}}, []piece{{" ", false}, {"Who", true}}},
		{"at the end of a piece", "Eye", []piece{{"Eye:", true}, {" Who", false}}, []piece{{"Eye:", true}}, []piece{{" Who", false}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			label, rest := cutSeries(test.headline, test.series)
			if !slices.Equal(label, test.label) || !slices.Equal(rest, test.rest) {
				t.Errorf("got %v and %v, want %v and %v", label, rest, test.label, test.rest)
			}
		})
	}
}

// Whatever the address, composing answers, shows each story once, and promises
// nothing that choosing would not give.
func FuzzCompose(f *testing.F) {
	for _, address := range []string{"", "?q=gp+phone", "?q=‘nhse’&ics=south-west-london&sort=az", "?spread=national&series=exclusive", "?q=%22exact%22+-not&in=headline"} {
		f.Add(address)
	}
	c := corpustest.Seeds(f)
	l := newLibrary(c)
	f.Fuzz(func(t *testing.T, address string) {
		p := l.page(address)
		seen := map[string]bool{}
		for _, r := range p.rows {
			if seen[r.key] {
				t.Fatalf("story %s twice", r.key)
			}
			seen[r.key] = true
		}
		if (p.empty != nil) != (p.total == 0) || p.total > len(c.Stories) {
			t.Fatalf("%d stories, empty %v", p.total, p.empty)
		}
	})
}
