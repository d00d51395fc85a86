package page

import (
	"slices"
	"testing"
	"time"

	"icsexplorer/app/shelf"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
	"icsexplorer/corpus/intake"
)

// brought is a listing of the reader's, of Devon.
func brought(t *testing.T, l *Library, stories ...corpus.Entry) corpus.Listing {
	t.Helper()
	kept, err := shelf.NewListing(stories, "devon", "2026-05-14", "html", "", time.Now(), corpus.Patient{Registry: l.Registry()})
	if err != nil {
		t.Fatal(err)
	}
	listing, faults := kept.Parse(corpus.Patient{Registry: l.Registry()})
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return listing
}

var newcomer = corpus.Entry{Headline: "Ambulance trust buys a hovercraft", Standfirst: "It will cross the Taw."}

// What is built in and what is brought is one corpus: it answers like one that was made of both.
func TestOwnStoriesAreOfOneCorpus(t *testing.T) {
	c, err := corpus.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l := NewLibrary(c)
	known := corpus.Entry{Headline: c.Stories[0].Headline, Standfirst: c.Stories[0].Standfirst}
	own := brought(t, l, newcomer, known)
	both, _ := corpus.Merge(append(slices.Clone(c.Listings), own), c.Registry)
	want := NewLibrary(both)
	rests := 0
	with := l.With([]corpus.Listing{own}, func() { rests++ })
	if rests < 3 {
		t.Errorf("it rests %d times", rests)
	}
	for _, query := range []string{"", "hovercraft", "ambulence trust", "taw", "devon", "trust", "a", known.Headline} {
		v := view.View{Query: query}
		if got, want := with.answer(v, Reader{}).stories, want.answer(v, Reader{}).stories; !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
	p := with.Compose(State{View: view.View{Query: "hovercraft"}, Limit: 5})
	if p.Total != 1 || p.Rows[0].Own != "added by you" || p.Rows[0].Systems[0].Slug != "devon" {
		t.Errorf("%+v", p.Rows)
	}
	if p := with.Compose(State{View: view.View{Query: `"` + known.Headline + `"`}, Limit: 5}); p.Rows[0].Own != "" {
		t.Error("a story that is built in, too, is said to be the reader's")
	}
	came := own
	came.File = "own/" + shelf.FromFile + "/devon-ics.2026-05-15.txt"
	for _, listings := range [][]corpus.Listing{{came, own}, {own, came}, {came}} {
		want := "added by you"
		if len(listings) == 1 {
			want = "in this file"
		}
		p := l.With(listings, nil).Compose(State{View: view.View{Query: "hovercraft"}, Limit: 5})
		if got := p.Rows[0].Own; got != want {
			t.Errorf("of %d listings it is %q, want %q", len(listings), got, want)
		}
	}
	if back := with.With(nil, nil); back.Fingerprint() != l.Fingerprint() || !slices.Equal(back.Keys(), l.Keys()) {
		t.Error("without the reader's listings it is not what it was")
	}
}

func TestPreview(t *testing.T) {
	c, err := corpus.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l := NewLibrary(c)
	known := corpus.Entry{Headline: c.Stories[0].Headline, Standfirst: c.Stories[0].Standfirst}
	p := l.Preview(intake.Result{Stories: []corpus.Entry{newcomer, known}}, "devon", func() {})
	if p.New != 1 || p.Stories[0].Here || !p.Stories[1].Here || p.Same != "" || p.Words() != "2 stories: 1 new, 1 here already" {
		t.Errorf("%+v: %s", p, p.Words())
	}
	for i := range c.Listings {
		listing := &c.Listings[i]
		p := l.Preview(intake.Result{Stories: listing.Entries}, listing.System, func() {})
		if p.New != 0 || p.Same == "" {
			t.Errorf("%s brought again: %d new, the same as %q", listing.File, p.New, p.Same)
		}
		if p := l.Preview(intake.Result{Stories: listing.Entries}, "", func() {}); p.Same != "" {
			t.Errorf("of no system it is the same as %q", p.Same)
		}
	}
	with := l.With([]corpus.Listing{brought(t, l, newcomer)}, nil)
	if p := with.Preview(intake.Result{Stories: []corpus.Entry{newcomer}}, "devon", func() {}); p.Same != "Devon (yours), as of 2026-05-14" {
		t.Errorf("the same as %q", p.Same)
	}
	if p := with.Preview(intake.Result{Stories: []corpus.Entry{known}}, "devon", func() {}); p.Same != "" {
		t.Errorf("another listing of the system is the same as %q", p.Same)
	}
}

func TestDesk(t *testing.T) {
	c, err := corpus.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l := NewLibrary(c)
	records := map[shelf.Kind][]shelf.Record{
		shelf.Arrivals: {
			{"id": "1", "day": "2026-05-11", "keys": l.Keys()[0], "first": "yes"},
			{"id": "2", "day": "2026-05-13", "keys": l.Keys()[1] + " " + l.Keys()[2]},
			{"id": "3", "day": "2026-05-14", "keys": l.Keys()[3]},
		},
		shelf.Seen:     {{"id": l.Keys()[2]}},
		shelf.Stars:    {{"id": l.Keys()[0], "day": "2026-05-14"}, {"id": "aaaaaaaaaaaaa", "day": "2026-05-14"}},
		shelf.Views:    {{"id": "v", "name": "Mine", "address": view.View{Query: "zzzz"}.Href(), "place": "0"}},
		shelf.Settings: {{"id": "systems", "value": "devon"}},
	}
	s := shelf.Read(records, c.Registry)
	compose := func(choice Choice, since string) Page {
		return l.Compose(State{Limit: 50, Reader: Reader{Shelf: &s, Fresh: l.FreshKeys(&s), Choice: choice, Since: since}})
	}
	keys := func(p Page) (keys []string) {
		for _, r := range p.Rows {
			keys = append(keys, r.Key)
		}
		return keys
	}
	p := compose("", "")
	if n := p.Desk.News; n == nil || n.Total != 2 || n.Since != "Wednesday 13 May 2026" || len(n.Of) == 0 {
		t.Errorf("news %+v", n)
	}
	if p.Desk.Starred != 1 || !p.Rows[0].Starred || p.Rows[0].New || !p.Rows[1].New || p.Rows[2].New {
		t.Errorf("%d starred, %+v", p.Desk.Starred, p.Rows[:3])
	}
	if v := p.Desk.Views; len(v) != 2 || v[0].ID != MySystems || v[1].Name != "Mine" || v[1].Count != 0 {
		t.Errorf("views %+v", v)
	}
	if p := compose(Fresh, ""); !slices.Equal(keys(p), []string{l.Keys()[1], l.Keys()[3]}) || p.Status != "stories new" || p.Desk.Views != nil {
		t.Errorf("new: %v, %q", keys(p), p.Status)
	}
	if p := compose(Starred, ""); !slices.Equal(keys(p), l.Keys()[:1]) {
		t.Errorf("starred: %v", keys(p))
	}
	if p := compose(Since, "2026-05-14"); !slices.Equal(keys(p), []string{l.Keys()[3]}) {
		t.Errorf("since: %v", keys(p))
	}
	if p := compose(Since, "2026-06-01"); p.Empty == nil || p.Empty.Text != "No story here came since 1 June 2026." {
		t.Errorf("%+v", p.Empty)
	}
}

// What a capture added, and what it does not have any more, is told of the system that is chosen.
func TestChangesBetweenCaptures(t *testing.T) {
	r, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	old, _ := corpus.Parse("devon-ics.2026-05-11.txt", []byte("Devon ICS\n\nOne\n\n\nFirst.\n\nTwo\n\n\nSecond.\n"), r)
	now, _ := corpus.Parse("devon-ics.2026-05-14.txt", []byte("Devon ICS\n\nThree\n\n\nThird.\n\nOne\n\n\nFirst.\n"), r)
	first, _ := corpus.Parse("devon-ics.2026-05-01.txt", []byte("Devon ICS\n\nTwo\n\n\nSecond.\n\nNought\n\n\nBefore.\n"), r)
	c, _ := corpus.Merge([]corpus.Listing{first, old, now}, r)
	l := NewLibrary(c)
	p := l.Compose(State{View: view.View{Systems: []string{"devon"}}, Limit: 5})
	if d := p.Desk.Changes; len(d) != 1 || d[0].Words() != "Devon: 1 new, 1 gone since 11 May 2026" || d[0].Gone[0].Headline != "Two" {
		t.Errorf("%+v", d)
	}
	if p := l.Compose(State{Limit: 5}); p.Desk.Changes != nil {
		t.Errorf("of no system: %+v", p.Desk.Changes)
	}
}

// A rehearsal ends, and leaves the answers to what is typed as they are.
func TestRehearse(t *testing.T) {
	c, err := corpus.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l := NewLibrary(c)
	v := view.View{Query: "dental unspent"}
	want := l.answer(v, Reader{}).stories
	n := 0
	for l.Rehearse(n) {
		if n++; n > 100 {
			t.Fatal("it does not end")
		}
	}
	if n == 0 {
		t.Error("there is nothing to rehearse")
	}
	if got := l.answer(v, Reader{}).stories; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Before the browser has said what it keeps, nothing is narrowed by it.
func TestAChoiceWaitsForWhatIsKept(t *testing.T) {
	l := newTestLibrary(t)
	for _, choice := range []Choice{Fresh, Starred, Since} {
		if p := l.Compose(State{Limit: 50, Reader: Reader{Choice: choice, Since: "2026-05-01"}}); p.Total != len(l.Keys()) {
			t.Errorf("%s: %d stories", choice, p.Total)
		}
	}
}
