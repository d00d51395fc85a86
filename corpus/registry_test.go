package corpus

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestRegistry(t *testing.T) {
	r := registry(t)
	if len(r) != 42 {
		t.Errorf("%d systems, want 42", len(r))
	}
	april := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	unchanged, boards := 0, make(map[string]string)
	seen := make(map[string]string)
	for _, s := range r {
		for what, value := range map[string]string{
			"slug": s.Slug, "name": s.Name, "short name": s.ShortName, "ODS code": s.ODS, "ONS code": s.ONS,
			"tile": fmt.Sprint(s.Col, ",", s.Row),
		} {
			if other, ok := seen[what+value]; ok || value == "" {
				t.Errorf("%s: the %s %q is empty or that of %s", s.Slug, what, value, other)
			}
			seen[what+value] = s.Slug
		}
		if strings.HasSuffix(s.Slug, "-ics") || SeriesSlug(s.ShortName) != s.Slug {
			t.Errorf("the slug %q is not that of %q", s.Slug, s.ShortName)
		}
		if s.Name != "NHS "+s.ShortName+" Integrated Care Board" {
			t.Errorf("%s: board %q", s.Slug, s.Name)
		}
		if len(s.Successors) == 0 {
			unchanged++
		}
		for _, to := range s.Successors {
			boards[to.Board] = to.ONS
			if to.Whole != (len(s.Successors) == 1) || to.Whole != (to.Area == "") || !to.From.Equal(april) {
				t.Errorf("%s: successor %+v", s.Slug, to)
			}
		}
	}
	if unchanged != 29 || len(boards) != 7 {
		t.Errorf("%d systems stand unchanged and %d boards are new, want 29 and 7", unchanged, len(boards))
	}
}

func TestLastChange(t *testing.T) {
	r := Registry{{Slug: "a"}}
	if got := r.LastChange(); !got.IsZero() {
		t.Errorf("without successors %v", got)
	}
	first, last := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 4, 1, 0, 0, 0, 0, time.UTC)
	r = append(r, System{Slug: "b", Successors: []Successor{{From: first}, {From: last}}}, System{Slug: "c", Successors: []Successor{{From: first}}})
	if got := r.LastChange(); !got.Equal(last) {
		t.Errorf("got %v, want %v", got, last)
	}
}

func TestFind(t *testing.T) {
	r := registry(t)
	april := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	want := System{
		Slug: "frimley", Name: "NHS Frimley Integrated Care Board", ShortName: "Frimley",
		ODS: "QNQ", ONS: "E54000034", Region: "South East", Col: 4, Row: 7,
		Successors: []Successor{
			{"Hampshire and Isle of Wight", "E54000067", "", false, "North East Hampshire", april},
			{"Surrey and Sussex", "E54000069", "S9B9J", false, "Farnham and Surrey Heath", april},
			{"Thames Valley", "E54000070", "S0E4D", false, "East Berkshire", april},
		},
	}
	for _, slug := range []string{"frimley", "frimley-ics"} {
		got, ok := r.Find(slug)
		got.names = nil // TestNames looks at them
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("Find(%q) = %+v, %v", slug, got, ok)
		}
	}
	for _, slug := range []string{"", "-ics", "Frimley", "frimley-ics-ics", "frimle"} {
		if got, ok := r.Find(slug); ok {
			t.Errorf("Find(%q) = %s", slug, got.Slug)
		}
	}
	if got, _ := r.Find("hampshire-and-isle-of-wight"); strings.Join(got.Aliases, " ") != "HIOW Hants IOW" {
		t.Errorf("aliases %q", got.Aliases)
	}
}

func TestReadSystems(t *testing.T) {
	for _, tt := range []struct{ name, systems, successors, want string }{
		{"bad column", "slug,grid_col,grid_row\na-ics,x,1\n", "", `line 2: strconv.Atoi: parsing "x": invalid syntax`},
		{"bad row", "slug,grid_col,grid_row\na-ics,1,1\nb-ics,1,\n", "", `line 3: strconv.Atoi: parsing "": invalid syntax`},
		{"too many fields", "slug,grid_col,grid_row\na-ics,1,1,1\n", "", "record on line 2: wrong number of fields"},
		{"empty", "", "", "EOF"},
		{"successor of nobody", "slug,grid_col,grid_row\na-ics,1,1\n", "slug,from\nb-ics,2026-04-01\n", `line 2: unknown system "b-ics"`},
		{"successor from no day", "slug,grid_col,grid_row\na-ics,1,1\n", "slug,from\na-ics,2026-04-01\na-ics,2026-4-1\n", `line 3: bad day "2026-4-1"; expected YYYY-MM-DD`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := readSystems(tt.systems)
			if err == nil {
				err = r.readSuccessors(tt.successors)
			}
			if err == nil || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
		})
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"ab", "b", 1}, {"b", "ab", 1}, {"kitten", "sitting", 3}, {"ab", "ba", 2},
	} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestNearest(t *testing.T) {
	r := registry(t)
	for name, want := range map[string]string{
		"Kent & Medwy":               "kent-and-medway",
		"South West Londn":           "south-west-london",
		"Hampshire & the Isle of W.": "hampshire-and-isle-of-wight",
		"Dorst":                      "dorset",
		"Isle of Man":                "",
		"":                           "",
		strings.Repeat("Kent ", 500): "",
	} {
		if got, ok := r.nearest(name); got.Slug != want || ok != (want != "") {
			t.Errorf("nearest(%q) = %q, %v; want %q", name, got.Slug, ok, want)
		}
	}
}
