package page

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"icsexplorer/app/search"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

func newTestLibrary(t *testing.T) *Library {
	t.Helper()
	return NewLibrary(corpustest.Seeds(t))
}

// compose is the page of an address.
func (l *Library) page(address string) Page {
	v, unknown := view.Decode(address)
	return l.Compose(State{View: v, Unknown: unknown, Limit: RowsAtOnce})
}

func TestFrontPageShowsEveryStoryNewestFirst(t *testing.T) {
	l := newTestLibrary(t)
	p := l.page("")
	if p.Total != 36 || len(p.Rows) != 36 || p.Status != "stories" || p.Title != Name {
		t.Fatalf("%d stories in %d rows, %q, %q", p.Total, len(p.Rows), p.Status, p.Title)
	}
	for i, story := range l.corpus.Stories {
		if got := p.Rows[i].Title(); got != story.Headline {
			t.Errorf("row %d is %q, want %q", i, got, story.Headline)
		}
	}
	if len(p.Chips)+len(p.Notes) > 0 || p.Empty != nil {
		t.Errorf("the front page has chips %v, notes %v, ways out %v", p.Chips, p.Notes, p.Empty)
	}
}

func TestSortsFromAToZByTheLettersOfTheHeadline(t *testing.T) {
	p := newTestLibrary(t).page("?sort=az")
	var titles []string
	for _, r := range p.Rows {
		titles = append(titles, corpus.Fold(r.Title()))
	}
	if !slices.IsSortedFunc(titles, naturally) || len(titles) != 36 {
		t.Errorf("%d titles: %q", len(titles), titles)
	}
}

func TestNewestFirstHoldsAmongSearchResults(t *testing.T) {
	l := newTestLibrary(t)
	p := l.page("?q=trust&sort=newest")
	position := func(key string) int {
		return slices.IndexFunc(l.corpus.Stories, func(s corpus.Story) bool { return s.Key == key })
	}
	if !slices.IsSortedFunc(p.Rows, func(a, b Row) int { return position(a.Key) - position(b.Key) }) || len(p.Rows) < 3 {
		t.Errorf("%d rows, not newest first", len(p.Rows))
	}
	if front := l.page(""); front.Rows[0].Key != l.corpus.Stories[0].Key || len(front.Rows) != 36 {
		t.Error("sorting the results changed the front page")
	}
}

func TestChipsTakeBackOneChoiceEach(t *testing.T) {
	p := newTestLibrary(t).page("?q=gp&ics=south-west-london&series=london-eye&spread=local&from=2025-01-01&to=2025-02-01&in=headline")
	want := []Chip{
		{"South West London", "?q=gp&series=london-eye&spread=local&from=2025-01-01&to=2025-02-01&in=headline"},
		{"London Eye", "?q=gp&ics=south-west-london&spread=local&from=2025-01-01&to=2025-02-01&in=headline"},
		{"in one listing", "?q=gp&ics=south-west-london&series=london-eye&from=2025-01-01&to=2025-02-01&in=headline"},
		{"from 2025-01-01", "?q=gp&ics=south-west-london&series=london-eye&spread=local&to=2025-02-01&in=headline"},
		{"to 2025-02-01", "?q=gp&ics=south-west-london&series=london-eye&spread=local&from=2025-01-01&in=headline"},
		{"headlines only", "?q=gp&ics=south-west-london&series=london-eye&spread=local&from=2025-01-01&to=2025-02-01"},
	}
	if !slices.Equal(p.Chips, want) {
		t.Errorf("got  %v\nwant %v", p.Chips, want)
	}
}

func TestFacetValuesStayWhereTheyAre(t *testing.T) {
	l := newTestLibrary(t)
	order := func(p Page) string {
		var names []string
		for _, f := range p.Facets {
			for _, v := range f.Values {
				names = append(names, f.Key+"="+v.Value)
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

// An address may ask for a hundred things that are not here: they are counted rather than listed, and go at once.
func TestMuchThatIsNotUnderstoodIsSaidInFewWords(t *testing.T) {
	l := newTestLibrary(t)
	address := "?sort=a&sort=b&sort=c&sort=d&sort=e"
	for i := range 40 {
		address += "&ics=nowhere-" + strconv.Itoa(i+10)
	}
	p := l.page(address)
	if len(p.Notes) != 2 {
		t.Fatalf("notes: %v", p.Notes)
	}
	if n := p.Notes[0]; n.Text != "The address asks for sort “a”, sort “b”, sort “c” and 2 more, which this page does not know." || n.Link != "Remove them" {
		t.Errorf("the values that are unknown: %+v", n)
	}
	if n := p.Notes[1]; n.Text != "“nowhere-10”, “nowhere-11”, “nowhere-12” and 37 more are none of England’s 42 systems." || n.Href != "?" {
		t.Errorf("the systems that are unknown: %+v", n)
	}
	if want := "No story matches nowhere-10, nowhere-11, nowhere-12 and 37 more."; p.Empty.Text != want {
		t.Errorf("%q, want %q", p.Empty.Text, want)
	}
}

func TestNotesNameWhatIsNotUnderstood(t *testing.T) {
	p := newTestLibrary(t).page("?q=gp&sort=oldest&ics=atlantis&ics=south-west-london")
	if len(p.Notes) != 2 {
		t.Fatalf("notes: %v", p.Notes)
	}
	if n := p.Notes[0]; !strings.Contains(n.Text, "sort “oldest”") || n.Href != "?q=gp&ics=atlantis&ics=south-west-london" {
		t.Errorf("the order: %+v", n)
	}
	if n := p.Notes[1]; !strings.Contains(n.Text, "“atlantis”") || n.Href != "?q=gp&ics=south-west-london" {
		t.Errorf("the system: %+v", n)
	}
}

func TestNothingFoundOffersWaysOutThatLeadSomewhere(t *testing.T) {
	l := newTestLibrary(t)
	tests := []struct{ address, text string }{
		{"?q=blorptag", "No story matches “blorptag”."},
		{"?q=untenable&ics=hampshire-and-isle-of-wight", "No story matches “untenable” with Hampshire and Isle of Wight."},
		{"?ics=kent-and-medway", "There is no listing of Kent and Medway in this copy."},
		{"?ics=surrey-and-sussex&ics=kent-and-medway", "There is no listing of Kent and Medway, Frimley, Surrey Heartlands and Sussex in this copy."},
		{"?q=leeds", "No story matches “leeds”."},
		{"?from=2030-01-01", "No story matches from 2030-01-01."},
		{"?series=london-eye&spread=national", "No story matches London Eye and in several listings."},
		{"?q=blorptag&ics=kent-and-medway&series=unheard-of&from=2020-01-01", "No story matches “blorptag” with Kent and Medway, unheard-of and from 2020-01-01."},
	}
	for _, test := range tests {
		p := l.page(test.address)
		if p.Empty == nil || p.Empty.Text != test.text || len(p.Empty.Ways) == 0 {
			t.Errorf("%s: %+v, want %q and ways out", test.address, p.Empty, test.text)
			continue
		}
		for _, w := range p.Empty.Ways {
			if got := l.page(w.Href).Total; got != w.Count || got == 0 {
				t.Errorf("%s: %q promises %d stories and gives %d", test.address, w.Label, w.Count, got)
			}
		}
	}
}

// A system's name is taken at its word, and answered with the system, also where its
// listing is not in the corpus: never by a word like it or by letters that happen to fit.
func TestANameLeadsToItsSystem(t *testing.T) {
	l := newTestLibrary(t)
	for _, test := range []struct {
		typed   string
		cards   string
		stories int
	}{
		{"kent", "Kent and Medway: Its listing is not in this copy", 0},
		{"surrey", "Surrey Heartlands: Its listing is not in this copy", 0},
		{"leeds", "West Yorkshire: Its listing is not in this copy", 0},
		{"C&M", "Cheshire and Merseyside: Its listing is not in this copy", 0},
		{"N&W", "Norfolk and Waveney: Its listing is not in this copy", 0},
		{"swl", "South West London: 20 stories here", 20},
		{"NHS South West London ICB", "South West London: 20 stories here", 20},
		{"hiow", "Hampshire and Isle of Wight: 20 stories here", 20},
		{"Wessex", "Dorset: Its listing is not in this copy; Hampshire and Isle of Wight: 20 stories here", 20},
		{"Central East", "Bedfordshire, Luton and Milton Keynes: Its listing is not in this copy; " +
			"Cambridgeshire and Peterborough: Its listing is not in this copy; Hertfordshire and West Essex: Its listing is not in this copy", 0},
		{"dental", "", -1},
	} {
		p := l.page("?q=" + strings.ReplaceAll(strings.ReplaceAll(test.typed, "&", "%26"), " ", "+"))
		var cards []string
		for _, c := range p.Cards {
			cards = append(cards, c.System.ShortName+": "+c.Listing())
		}
		if got := strings.Join(cards, "; "); got != test.cards {
			t.Errorf("%s: cards %q, want %q", test.typed, got, test.cards)
		}
		if test.stories >= 0 && p.Total != test.stories {
			t.Errorf("%s: %d stories, want %d", test.typed, p.Total, test.stories)
		}
	}
	if p := l.page("?ics=thames-valley"); len(p.Notes) > 0 || len(p.Cards) != 2 || p.Chips[0].Label != "Thames Valley" {
		t.Errorf("a board of today: notes %v, cards %v, chips %v", p.Notes, p.Cards, p.Chips)
	}
	// Hampshire and Isle of Wight is both a system's name and a board's.
	if p := l.page("?ics=hampshire-and-isle-of-wight"); p.Total != 20 || len(p.Cards) != 0 {
		t.Errorf("%d stories, cards %v", p.Total, p.Cards)
	}
}

func TestRowsAreMarkedWhereTheyMatch(t *testing.T) {
	p := newTestLibrary(t).page("?q=phone+gp")
	if len(p.Rows) == 0 || p.Rows[0].Title() != "Threefold ICS variation in GP phone access revealed" {
		t.Fatalf("%d rows", len(p.Rows))
	}
	want := []Piece{{"Threefold ICS variation in ", false}, {"GP", true}, {" ", false}, {"phone", true}, {" access revealed", false}}
	if got := p.Rows[0].Headline; !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestSystemsOfAStoryAreLinks(t *testing.T) {
	p := newTestLibrary(t).page("?q=threefold&ics=south-west-london")
	want := []Tag{
		{"hampshire-and-isle-of-wight", "Hampshire and Isle of Wight", "?q=threefold&ics=hampshire-and-isle-of-wight", false},
		{"south-west-london", "South West London", "?q=threefold&ics=south-west-london", true},
	}
	if len(p.Rows) != 1 || !slices.Equal(p.Rows[0].Systems, want) {
		t.Errorf("rows: %+v", p.Rows)
	}
}

func TestALongListIsAWindow(t *testing.T) {
	l := newTestLibrary(t)
	p := l.Compose(State{Limit: 10})
	if p.Total != 36 || len(p.Rows) != 10 {
		t.Errorf("%d rows of %d", len(p.Rows), p.Total)
	}
}

func TestPieces(t *testing.T) {
	tests := []struct {
		name, text string
		marks      []search.Span
		want       []Piece
	}{
		{"no marks", "abc", nil, []Piece{{"abc", false}}},
		{"nothing at all", "", nil, nil},
		{"at the ends", "abcd", []search.Span{{Start: 0, End: 1}, {Start: 3, End: 4}}, []Piece{{"a", true}, {"bc", false}, {"d", true}}},
		{"all of it", "£20m", []search.Span{{Start: 0, End: 5}}, []Piece{{"£20m", true}}},
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
		headline     []Piece
		label, rest  []Piece
	}{
		{"no series", "", []Piece{{"abc", false}}, nil, []Piece{{"abc", false}}},
		{"inside a piece", "London Eye", []Piece{{"London Eye: Who", false}}, []Piece{{"London Eye:", false}}, []Piece{{" Who", false}}},
		{"marked before and behind", "London Eye", []Piece{{"London", true}, {" Eye: ", false}, {"Who", true}},
			[]Piece{{"London", true}, {" Eye:", false}}, []Piece{{" ", false}, {"Who", true}}},
		{"at the end of a piece", "Eye", []Piece{{"Eye:", true}, {" Who", false}}, []Piece{{"Eye:", true}}, []Piece{{" Who", false}}},
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

func TestWhatTheCorpusIsMadeOf(t *testing.T) {
	l := goldenLibrary(t)
	if got, want := l.Intro(), "HSJ’s headlines about England’s integrated care systems (ICSs): 6 stories from 3 of 42 systems, up to 12 December 2025."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := newTestLibrary(t).Intro(); !strings.HasSuffix(got, ": 36 stories from 2 of 42 systems, undated.") {
		t.Errorf("of undated listings: %s", got)
	}
	if got, want := l.Newest().Format("2006-01-02"), "2025-12-12"; got != want {
		t.Errorf("up to %s, want %s, the day of a capture", got, want)
	}
	if got := newTestLibrary(t).Newest(); !got.IsZero() {
		t.Errorf("undated listings are up to %v", got)
	}
	if l.Fingerprint() != l.corpus.Fingerprint || len(l.Registry()) != len(l.corpus.Registry) {
		t.Error("the library is of another corpus")
	}
}

// Whatever the address, composing answers, shows each story once, and promises
// nothing that choosing would not give.
func FuzzCompose(f *testing.F) {
	for _, address := range []string{"", "?q=gp+phone", "?q=‘nhse’&ics=south-west-london&sort=az", "?spread=national&series=exclusive", "?q=%22exact%22+-not&in=headline"} {
		f.Add(address)
	}
	c := corpustest.Seeds(f)
	l := NewLibrary(c)
	f.Fuzz(func(t *testing.T, address string) {
		p := l.page(address)
		seen := map[string]bool{}
		for _, r := range p.Rows {
			if seen[r.Key] {
				t.Fatalf("story %s twice", r.Key)
			}
			seen[r.Key] = true
		}
		if (p.Empty != nil) != (p.Total == 0) || p.Total > len(c.Stories) {
			t.Fatalf("%d stories, empty %v", p.Total, p.Empty)
		}
	})
}
