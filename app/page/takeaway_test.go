package page

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/app/export"
	"icsexplorer/app/view"
)

// What is taken away is every story of the view in its order, also those that the page
// does not show.
func TestWhatIsTakenAwayIsTheWholeView(t *testing.T) {
	l := goldenLibrary(t)
	v, _ := view.Decode("?ics=devon&sort=az")
	p := l.Compose(State{View: v, Limit: 1})
	got := l.Exported(p, "https://example.org/", "2026-11-25")
	if got.Title != "Devon" || got.Name != "hsj-devon-2026-11-25" || got.Day != "2026-11-25" || got.Address != "https://example.org/?ics=devon&sort=az" || got.Fingerprint != l.corpus.Fingerprint {
		t.Errorf("of %q at %s, corpus %s", got.Title, got.Address, got.Fingerprint)
	}
	var stories []string
	for _, s := range got.Stories {
		stories = append(stories, fmt.Sprintf("%.9s %s %s %s", s.Headline, s.Published, s.Series, strings.Join(s.Systems, "+")))
	}
	want := []string{
		"Ambulance 2025-11-20T09:30:00Z  Devon+Dorset",
		"Exclusive 2025-12-11T13:20:00Z Exclusive Devon+Dorset",
		"Recovery  2025-12-01T08:00:00Z Recovery Watch Devon",
	}
	if !slices.Equal(stories, want) {
		t.Errorf("got  %q\nwant %q", stories, want)
	}
	if s := got.Stories[1]; s.Caption != "A&E entrance" || !strings.HasPrefix(s.Standfirst, "NHS Devon") || s.Key == "" {
		t.Errorf("%+v", s)
	}
}

// capturesLibrary has two captures of one system, with an undated listing beside them, and an
// undated listing of another.
func capturesLibrary(t *testing.T) *Library {
	t.Helper()
	listings := make(fstest.MapFS)
	for name, text := range map[string]string{
		"devon-ics.2026-05-01.txt": "Devon ICS\n\nBoth captures have it\n\n\nOne.\n\nGone since\n\n\nTwo.\n",
		"devon-ics.2026-05-12.txt": "Devon ICS\n\nNew since\n\n\nThree.\n\nBoth captures have it\n\n\nOne.\n",
		"devon-ics.txt":            "Devon ICS\n\nBoth captures have it\n\n\nOne.\n",
		"dorset-ics.txt":           "Dorset ICS\n\nBoth captures have it\n\n\nOne.\n\nUndated alone\n\n\nFour.\n",
	} {
		listings[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return libraryOf(t, listings)
}

func (l *Library) exportedAt(address string) export.View {
	v, _ := view.Decode(address)
	return l.Exported(l.Compose(State{View: v, Limit: 1}), "https://example.org/", "2026-11-25")
}

func TestTheAgeOfListingsIsTakenAway(t *testing.T) {
	l := capturesLibrary(t)
	all := l.exportedAt("")
	if want := []export.Listing{{System: "Devon", Captured: "2026-05-12"}, {System: "Dorset"}}; !slices.Equal(all.Listings, want) || all.Chosen != nil {
		t.Errorf("listings %v of systems %v, want %v", all.Listings, all.Chosen, want)
	}
	got := make(map[string]string)
	for _, s := range all.Stories {
		got[s.Headline] = strings.Join(s.Captured, ",") + " since " + s.Added
	}
	want := map[string]string{
		"Both captures have it": "2026-05-12, since 2026-05-01",
		"Gone since":            "2026-05-01 since 2026-05-01",
		"New since":             "2026-05-12 since 2026-05-12",
		"Undated alone":         " since ",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	one := l.exportedAt("?ics=dorset")
	if want := []export.Listing{{System: "Dorset"}}; !slices.Equal(one.Listings, want) || !slices.Equal(one.Chosen, []string{"Dorset"}) {
		t.Errorf("of one system: listings %v, systems %v", one.Listings, one.Chosen)
	}
	other := l.exportedAt("?ics=kent-and-medway")
	if want := []export.Listing{{System: "Kent and Medway", Absent: true}}; !slices.Equal(other.Listings, want) || other.Nothing != "There is no listing of Kent and Medway in this copy." {
		t.Errorf("of a system without a listing: %v, %q", other.Listings, other.Nothing)
	}
	if one.Nothing != "" {
		t.Errorf("of stories that there are: %q", one.Nothing)
	}
}

func TestTitlesSayWhatWasAskedFor(t *testing.T) {
	l := capturesLibrary(t)
	for address, want := range map[string]string{
		"":                         "HSJ’s headlines about England’s integrated care systems",
		"?show=map":                "HSJ’s headlines about England’s integrated care systems",
		"?q=captures&ics=devon":    "“captures” · Devon",
		"?ics=devon&spread=local":  "Devon · in one listing",
		"?from=2025-01-01&sort=az": "from 2025-01-01",
	} {
		if got := l.exportedAt(address).Title; got != want {
			t.Errorf("%s is called %q, want %q", address, got, want)
		}
	}
}

// rows are the texts of a table, its header first.
func rows(t *export.Table) []string {
	all := []string{strings.Join(t.Header, " | ")}
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.Text)
		}
		all = append(all, strings.Join(cells, " | "))
	}
	return all
}

func TestAComparisonIsTakenAwayAsItsColumns(t *testing.T) {
	l := capturesLibrary(t)
	got := rows(l.exportedAt("?ics=devon&ics=dorset&show=compare").Table)
	want := []string{
		"Only Devon (2) | Shared (1) | Only Dorset (1)",
		"New since | Both captures have it | Undated alone",
		"Gone since |  | ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	got = rows(l.exportedAt("?ics=devon&ics=kent-and-medway&show=compare").Table)
	if want := "Only Devon (3) | Shared (0) | Only Kent and Medway (not in this copy)"; got[0] != want {
		t.Errorf("with a system that is not here: %q, want %q", got[0], want)
	}
	got = rows(l.exportedAt("?show=compare").Table)
	want = []string{"System | Devon | Dorset", "Devon | 3 | 1", "Dorset | 1 | 2"}
	if !slices.Equal(got, want) {
		t.Errorf("without a choice: %q, want %q", got, want)
	}
}

func TestAMapIsTakenAwayAsItsCounts(t *testing.T) {
	l := capturesLibrary(t)
	v := l.exportedAt("?show=map")
	if len(v.Table.Rows) != 42 || len(v.Stories) != 4 {
		t.Fatalf("%d systems, %d stories", len(v.Table.Rows), len(v.Stories))
	}
	got := rows(v.Table)
	for _, want := range []string{
		"System | Region | Stories | Listing",
		"Devon | South West | 3 | 2026-05-12",
		"Dorset | South West | 2 | undated",
		"Kent and Medway | South East |  | not in this copy",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("there is no %q in %q", want, got)
		}
	}
	if list := l.exportedAt("?ics=devon"); list.Table != nil {
		t.Errorf("a list has the table %v", list.Table)
	}
}
