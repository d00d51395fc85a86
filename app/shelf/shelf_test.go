package shelf_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"icsexplorer/app/shelf"
	"icsexplorer/corpus"
)

func registry(t testing.TB) corpus.Registry {
	t.Helper()
	r, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func patient(t testing.TB) corpus.Patient { return corpus.Patient{Registry: registry(t)} }

var noon = time.Date(2026, 5, 14, 12, 0, 0, 0, time.UTC)

var stories = []corpus.Entry{
	{Headline: "Ward to reopen", Standfirst: "It had been closed.", Published: noon.Truncate(24 * time.Hour), Day: true, URL: "https://www.example.test/1.article"},
	{Headline: "Trust in deficit", Standfirst: "It is £9m."},
}

func listing(t testing.TB, system string) shelf.Listing {
	t.Helper()
	l, err := shelf.NewListing(stories, system, "2026-05-14", "html", "page.html", noon, patient(t))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// What is written is what is read, and the stories in it are those that were brought.
func TestRecordsComeBack(t *testing.T) {
	for _, system := range []string{"devon", ""} {
		l := listing(t, system)
		v := shelf.View{ID: "v1", Name: "Wards", Address: "?q=ward", Place: 2}
		s := shelf.Read(map[shelf.Kind][]shelf.Record{
			shelf.Listings: {l.Record()}, shelf.Views: {v.Record()}, shelf.Stars: {{"id": "aaaaaaaaaaaaa", "day": "2026-05-14"}},
			shelf.Settings: {{"id": "systems", "value": "devon dorset"}, {"id": "start", "value": "?q=ward"}, {"id": "visit", "value": "2026-05-14T12:00:00Z"}},
		}, registry(t))
		if s.Damaged != 0 || !slices.Equal(s.Listings, []shelf.Listing{l}) || !slices.Equal(s.Views, []shelf.View{v}) ||
			s.Stars["aaaaaaaaaaaaa"] == "" || !slices.Equal(s.Systems, []string{"devon", "dorset"}) || s.Start != "?q=ward" || !s.Visit.Equal(noon) {
			t.Errorf("read %+v", s)
		}
		parsed, faults := s.Listings[0].Parse(patient(t))
		if !corpus.SameStories(parsed.Entries, stories) || parsed.System != system || parsed.Captured != "2026-05-14" {
			t.Errorf("%+v, %v", parsed, faults)
		}
		if id, own := shelf.Own(&parsed); !own || id != l.ID {
			t.Errorf("it is %q's, %t", id, own)
		}
	}
	builtin := corpus.Listing{File: "devon-ics.txt"}
	if _, own := shelf.Own(&builtin); own {
		t.Error("a built-in listing is the reader's")
	}
}

func TestADamagedRecordCostsItselfOnly(t *testing.T) {
	good := listing(t, "devon").Record()
	damaged := func(field, value string) shelf.Record {
		r := shelf.Record{}
		for k, v := range good {
			r[k] = v
		}
		r[field] = value
		return r
	}
	records := map[shelf.Kind][]shelf.Record{
		shelf.Listings: {good, damaged("id", ""), damaged("id", "../x"), damaged("text", ""), damaged("system", "kernow"), damaged("day", "14 May"), damaged("added", "yesterday"), {}},
		shelf.Views:    {{"id": "a", "name": "", "address": "?q=x", "place": "1"}, {"id": "b", "name": "B", "address": "javascript:alert(1)", "place": "1"}, {"id": "c", "name": "C", "address": "?q=c", "place": "first"}},
		shelf.Stars:    {{"id": "no key", "day": "2026-05-14"}, {"id": "aaaaaaaaaaaaa", "day": "today"}},
		shelf.Arrivals: {{"id": "1", "day": "2026-05-14", "keys": "aaaaaaaaaaaaa <script>"}, {"id": "2", "day": "x", "keys": ""}, {"id": "3", "day": "2026-05-14", "since": "x", "keys": ""}},
		shelf.Seen:     {{"id": "x"}},
		shelf.Settings: {{"id": "start", "value": "https://www.example.test/"}, {"id": "visit", "value": "monday"}, {"id": "later", "value": "kept by a later version"}},
	}
	s := shelf.Read(records, registry(t))
	if len(s.Listings) != 1 || len(s.Views) != 0 || s.Damaged != 7+3+2+3+1+2 {
		t.Errorf("%d listings, %d views, %d damaged", len(s.Listings), len(s.Views), s.Damaged)
	}
}

func TestWhatIsNew(t *testing.T) {
	const a, b, c = "aaaaaaaaaaaaa", "bbbbbbbbbbbbb", "ccccccccccccc"
	records := make(map[shelf.Kind][]shelf.Record)
	read := func() shelf.Shelf {
		s := shelf.Read(records, nil)
		var want []string
		for _, key := range []string{a, b, c} {
			if s.New(key) {
				want = append(want, key)
			}
		}
		if got := slices.Sorted(s.News()); !slices.Equal(got, want) {
			t.Errorf("the news are %q, but new are %q", got, want)
		}
		return s
	}
	visit := func(day int, keys ...string) shelf.Shelf {
		s := shelf.Read(records, nil)
		for _, w := range s.Arrive(keys, noon.AddDate(0, 0, day), noon.AddDate(0, 0, day-1)) {
			records[w.Kind] = append(records[w.Kind], w.Record)
		}
		return read()
	}
	if s := visit(0, a); s.New(a) || s.Arrived(a) != "" {
		t.Error("what was there on the first visit is new")
	}
	s := visit(2, a, b)
	if s.New(a) || !s.New(b) || s.Arrived(b) != "2026-05-16" || s.NewSince(b) != "2026-05-15" {
		t.Error("what came since is not new")
	}
	s = visit(3, a, b, c)
	if !s.New(b) || s.Arrived(c) != "2026-05-17" {
		t.Error("what was not seen is not new any more")
	}
	for _, w := range s.See(a, b) {
		records[w.Kind] = append(records[w.Kind], w.Record)
	}
	if s = visit(4, b, c); s.New(b) || !s.New(c) || len(records[shelf.Seen]) != 1 {
		t.Error("what was seen is new, or what was not is not")
	}
	if s = visit(5, a, b, c); len(records[shelf.Arrivals]) != 3 {
		t.Error("a visit without anything new is noted")
	}
	// Another tab has noted the same later.
	records[shelf.Arrivals] = append(records[shelf.Arrivals], shelf.Record{"id": "later", "day": "2026-06-01", "keys": a + " " + c})
	if s = read(); s.New(a) || s.Arrived(c) != "2026-05-17" {
		t.Error("a later note wins")
	}
	slices.Reverse(records[shelf.Arrivals]) // records come in no order
	if s = read(); s.New(a) || !s.New(c) {
		t.Error("a note that comes later wins")
	}
}

func TestViewsAreMoved(t *testing.T) {
	records := map[shelf.Kind][]shelf.Record{}
	for i, id := range []string{"a", "b", "c"} {
		records[shelf.Views] = append(records[shelf.Views], shelf.View{ID: id, Name: id, Address: "?q=" + id, Place: 10 * i}.Record())
	}
	for _, tt := range []struct {
		id   string
		by   int
		want string
	}{{"a", 1, "bac"}, {"c", -1, "acb"}, {"a", -1, "abc"}, {"c", 1, "abc"}, {"x", 1, "abc"}} {
		s := shelf.Read(records, nil)
		moved := map[shelf.Kind][]shelf.Record{shelf.Views: slices.Clone(records[shelf.Views])}
		for _, w := range s.Moved(tt.id, tt.by) {
			for i, r := range moved[shelf.Views] {
				if r["id"] == w.Record["id"] {
					moved[shelf.Views][i] = w.Record
				}
			}
		}
		var got strings.Builder
		s = shelf.Read(moved, nil)
		for _, v := range s.Views {
			got.WriteString(v.ID)
		}
		if got.String() != tt.want {
			t.Errorf("%s by %d: %s, want %s", tt.id, tt.by, got.String(), tt.want)
		}
	}
}

func TestALinkCarriesStories(t *testing.T) {
	r := registry(t)
	text := shelf.Carry([]shelf.Listing{listing(t, "devon"), listing(t, "")})
	got, err := shelf.ReadCarried(shelf.FromLink, text, shelf.MostLinked, r)
	if err != nil || len(got) != 2 || got[0].System != "devon" || got[1].System != "" || got[0].Day != "2026-05-14" {
		t.Fatalf("%+v, %v", got, err)
	}
	kept, err := got[0].Keep(noon, patient(t))
	parsed, _ := kept.Parse(patient(t))
	if err != nil || kept.ID != listing(t, "devon").ID || !reflect.DeepEqual(len(parsed.Entries), 2) {
		t.Errorf("kept %+v, %v", kept, err)
	}
	var many []corpus.Entry
	for range shelf.MostLinked + 1 {
		many = append(many, corpus.Entry{Headline: "Headline " + strings.Repeat("x", len(many)+1), Standfirst: "It says."})
	}
	big, err := shelf.NewListing(many, "devon", "", "html", "", noon, patient(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"too many stories": shelf.Carry([]shelf.Listing{big}),
		"another name":     strings.Replace(text, "devon-ics", "dorset-ics", 1),
		"no listing":       "x",
		"nothing":          "",
	} {
		if _, err := shelf.ReadCarried(shelf.FromLink, text, shelf.MostLinked, r); err == nil {
			t.Errorf("%s is no error", name)
		}
	}
}

func FuzzReadCarried(f *testing.F) {
	f.Add(shelf.Carry([]shelf.Listing{listing(f, "devon")}))
	r, p := registry(f), patient(f)
	f.Fuzz(func(t *testing.T, text string) {
		listings, err := shelf.ReadCarried(shelf.FromLink, text, shelf.MostLinked, r)
		if err != nil {
			return
		}
		n := 0
		for _, l := range listings {
			parsed, faults := l.Parse(p)
			if faults.Err() != nil {
				t.Errorf("%q: %v", l.Text, faults)
			}
			n += len(parsed.Entries)
		}
		if n > shelf.MostLinked {
			t.Errorf("%d stories", n)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("id", "aaaaaaaaaaaaa", "day", "2026-05-14", "keys", "aaaaaaaaaaaaa")
	f.Add("id", "x", "address", "?q=x", "place", "3")
	r, p := registry(f), patient(f)
	f.Fuzz(func(t *testing.T, k1, v1, k2, v2, k3, v3 string) {
		record := shelf.Record{"id": "x", k1: v1, k2: v2, k3: v3}
		for _, kind := range shelf.Kinds() {
			s := shelf.Read(map[shelf.Kind][]shelf.Record{kind: {record}}, r)
			for _, v := range s.Views {
				if v.Address == "" || v.Address[0] != '?' {
					t.Errorf("a view leads to %q", v.Address)
				}
			}
			for _, l := range s.Listings {
				l.Parse(p)
			}
		}
	})
}
