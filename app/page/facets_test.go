package page

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/corpus"
)

// listingsOf is a library of that many listings, which share one story and have one each
// of their own.
func listingsOf(t *testing.T, systems ...string) *Library {
	t.Helper()
	registry, err := corpus.LoadRegistry()
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, slug := range systems {
		s, _ := registry.Find(slug)
		text := s.ShortName + " ICS"
		for _, headline := range []string{"Shared", "Of " + slug} {
			text += "\n\n" + headline + "\n\n\nA sentence below.\n"
		}
		files[slug+"-ics.txt"] = &fstest.MapFile{Data: []byte(text)}
	}
	c, faults := corpus.Load(files, registry)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return NewLibrary(c)
}

func (p Page) facet(key string) (Facet, bool) {
	for _, f := range p.Facets {
		if f.Key == key {
			return f, true
		}
	}
	return Facet{}, false
}

// In how many listings a story stands is one choice of three, and none while there are few
// listings; an address that has it means the same in both.
func TestListedByIsOneChoiceOfThree(t *testing.T) {
	systems := []string{"devon", "dorset", "somerset", "frimley", "sussex"}
	for _, test := range []struct {
		address string
		listed  int
		shown   string // "" if the facet is hidden
		total   int
	}{
		{"", 4, "", 5},
		{"?spread=national", 4, "", 1},
		{"", 5, "[x] 6 -> ? [ ]local 5 -> ?spread=local [ ]national 1 -> ?spread=national", 6},
		{"?spread=local", 5, "[ ] 6 -> ? [x]local 5 -> ?spread=local [ ]national 1 -> ?spread=national", 5},
		{"?spread=national", 5, "[ ] 6 -> ? [ ]local 5 -> ?spread=local [x]national 1 -> ?spread=national", 1},
	} {
		p := listingsOf(t, systems[:test.listed]...).page(test.address)
		f, _ := p.facet("spread")
		var values []string
		for _, v := range f.Values {
			values = append(values, fmt.Sprintf("[%s]%s %s -> %s", map[bool]string{true: "x", false: " "}[v.Checked], v.Value, v.Stories(), v.Href))
		}
		if got := strings.Join(values, " "); got != test.shown || p.Total != test.total || f.OneOf != (test.shown != "") {
			t.Errorf("%d listings, %q: %s, %d stories, want %s, %d", test.listed, test.address, got, p.Total, test.shown, test.total)
		}
	}
}

// Where no chosen system has a listing here, there is nothing to count: a zero would say
// that HSJ had written nothing.
func TestNoZerosForSystemsThatAreNotHere(t *testing.T) {
	l := newTestLibrary(t)
	for address, absent := range map[string]bool{
		"?ics=kent-and-medway": true, "?ics=thames-valley": true, "?q=dental&ics=kent-and-medway": true,
		"?ics=kent-and-medway&ics=south-west-london": false, "": false, "?q=zzzzqqqq": false,
	} {
		f, ok := l.page(address).facet("series")
		if !ok {
			t.Fatalf("%s: no series", address)
		}
		for _, v := range f.Values {
			if v.Absent != absent || absent != (v.Stories() == "not here") {
				t.Errorf("%s: %s has %s", address, v.Label, v.Stories())
			}
		}
	}
}
