package corpus

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// Each archive under testdata/merge holds cases: the listings of a folder and the file
// "want": the stories, newest first, each with its places, and with its texts if it has
// several; before it, whether its order to the one above is decided ("<") or not ("?").
func TestMerge(t *testing.T) {
	files, err := filepath.Glob("testdata/merge/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			testArchive(t, file, func(t *testing.T, inputs []txtar.File) string {
				var listings []Listing
				for _, f := range inputs {
					l, faults := Parse(f.Name, f.Data, registry(t))
					if err := faults.Err(); err != nil {
						t.Fatal(err)
					}
					listings = append(listings, l)
				}
				return describeCorpus(Merge(listings, registry(t)))
			})
		})
	}
}

func describeCorpus(c *Corpus, faults ErrorList) string {
	var b strings.Builder
	for i, s := range c.Stories {
		order := "?"
		if i == 0 || c.Decided(i-1, i) {
			order = "<"
		}
		fmt.Fprintf(&b, "%s %s", order, s.Headline)
		for _, p := range s.Places {
			fmt.Fprintf(&b, " %s:%d", strings.TrimSuffix(c.Listings[p.Listing].File, ".txt"), p.Position)
		}
		b.WriteByte('\n')
		if s.URL != "" || s.Label != "" || s.Day {
			fmt.Fprintf(&b, "\t%s %q %s\n", moment(s.Published, s.Day), s.Label, s.URL)
		}
		if len(s.Places) > 1 {
			fmt.Fprintf(&b, "\tcaption %q, standfirst %q, systems %v\n", s.Caption, s.Standfirst, s.Systems)
		}
	}
	for _, e := range faults {
		fmt.Fprintln(&b, e)
	}
	return b.String()
}

// listingOf makes a listing of one-letter headlines; a digit after a letter is its age
// in hours.
func listingOf(file, stories string) Listing {
	l := Listing{File: file}
	for i, r := range stories {
		if r >= '0' && r <= '9' {
			e := &l.Entries[len(l.Entries)-1]
			e.Published = time.Date(2026, 1, 1, 12-int(r-'0'), 0, 0, 0, time.UTC)
			continue
		}
		l.Entries = append(l.Entries, Entry{Line: i + 1, Headline: string(r)})
	}
	return l
}

// letters returns the headlines of a corpus made of listingOf's.
func letters(c *Corpus) string {
	var b strings.Builder
	for _, s := range c.Stories {
		b.WriteString(s.Headline)
	}
	return b.String()
}

func TestOrder(t *testing.T) {
	for _, tt := range []struct {
		name     string
		listings string
		want     string
		warnings int
	}{
		{"one listing", "abc", "abc", 0},
		{"a shared story ties", "ab bc", "abc", 0},
		{"shared stories tie across three", "ad dg ag", "adg", 0},
		{"dates decide between listings", "a1c3 b2d4", "abcd", 0},
		{"a date decides where only another listing has it", "ab a3x b1y", "bayx", 1},
		{"equal dates decide nothing, the listing does", "b1a1", "ba", 0},
		{"undated stories stay between dated ones", "a1xb3 c2", "acxb", 0},
		{"undated listings come last", "xyz a1b2", "abxyz", 0},
		{"an undated story known to be newer than a dated one does not", "xa1 yb2", "xayb", 0},
		{"two in reverse", "ab ba", "ba", 1},
		{"two listings against one", "ab ba ba", "ba", 1},
		{"a story pinned to the top of one listing", "xabcd abcdx bcdx", "abcdx", 1},
		{"a story too low in one listing", "abcdx xab xcd", "xabcd", 1},
		{"a circle of three", "ab bc ca", "bca", 1},
		{"a circle leaves the rest alone", "pabq pbaq", "pbaq", 1},
		{"dates win over a listing", "ab xa3 xb1", "xba", 1},
		{"dates win over a pinned story", "p9a1b2c3", "abcp", 0},
		{"dates win over a story too low", "b2c3d4a1", "abcd", 0},
		{"dates win over a listing and its reverse", "ab ba b3a2", "ab", 1},
		{"the fewest entries are moved", "ab ea ab dbea", "deab", 1},
		{"two circles", "abcd badc", "badc", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var listings []Listing
			for i, stories := range strings.Fields(tt.listings) {
				listings = append(listings, listingOf(fmt.Sprintf("%c.txt", 'A'+i), stories))
			}
			c, list := Merge(listings, nil)
			if got := letters(c); got != tt.want || len(list) != tt.warnings {
				t.Errorf("%q is merged to %q, want %q; %d warnings, want %d\n%v", tt.listings, got, tt.want, len(list), tt.warnings, list)
			}
		})
	}
}

// The same national story in a dozen listings, of both designs, is one story.
func TestNationalStory(t *testing.T) {
	r := registry(t)
	var listings []Listing
	var want []string
	for i, s := range r[:12] {
		between := "\n\n\n"
		if i%2 == 0 {
			between = "\n\n2025-12-11T13:20:00+00:00\n\n"
		}
		text := fmt.Sprintf("%s ICS\n\nOnly of number %d\n\nNHSE\u00a0acts\n\n\nA sentence.\n", s.ShortName, i)
		text = strings.Replace(text, "\n\n\n", between, 1)
		l, faults := Parse(s.Slug+"-ics.txt", []byte(text), r)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		listings, want = append(listings, l), append(want, s.Slug)
	}
	c, faults := Merge(listings, r)
	if len(faults) > 0 || len(c.Stories) != 1 {
		t.Fatalf("%d stories, %v", len(c.Stories), faults)
	}
	if s := c.Stories[0]; !slices.Equal(s.Systems, want) || len(s.Places) != 12 || !s.National() || s.Published.IsZero() {
		t.Errorf("got %+v", s)
	}
}

// checkMerge checks what must hold of any merge, beside what package order's tests check
// of any order.
func checkMerge(t *testing.T, listings []Listing) {
	t.Helper()
	c, list := Merge(listings, nil)
	for i, s := range c.Stories {
		for _, older := range c.Stories[i+1:] {
			if a, b := s.Published, older.Published; !a.IsZero() && a.Before(b) {
				t.Errorf("%q is older than %q and stands above it", s.Headline, older.Headline)
			}
		}
	}
	contradiction := len(c.order.Aside) > 0
	if !contradiction && len(list) > len(c.differences()) {
		t.Errorf("no contradiction, but reported: %v", list)
	}
	if contradiction && len(list) == 0 && !slices.ContainsFunc(listings, isOutOfOrder) {
		t.Error("a contradiction was not reported")
	}
	for _, e := range list {
		if !e.Warning || e.Line < 1 || e.File == "" {
			t.Errorf("not a warning with a place: %v", e)
		}
		if _, against, _ := strings.Cut(e.Message, ", but "); strings.HasPrefix(against, e.File+":") && !strings.Contains(against, " and ") {
			t.Errorf("a listing contradicts itself: %v", e)
		}
	}
	other := slices.Clone(listings)
	slices.Reverse(other)
	if d, _ := Merge(other, nil); !reflect.DeepEqual(c.Stories, d.Stories) || c.Fingerprint != d.Fingerprint {
		t.Errorf("merged in another order: %q, then %q", letters(c), letters(d))
	}
	if t.Failed() {
		t.Logf("%q", describeCorpus(c, list))
	}
}

// A chain names the listing or the times that each of its links rests on.
func TestChain(t *testing.T) {
	c, _ := Merge([]Listing{listingOf("A.txt", "ab1"), listingOf("B.txt", "c3d")}, nil)
	want := []Link{{0, 1, 0}, {1, 2, -1}, {2, 3, 1}}
	for _, ends := range [][2]int{{0, 3}, {3, 0}} {
		if got := c.Chain(ends[0], ends[1]); letters(c) != "abcd" || !slices.Equal(got, want) {
			t.Errorf("Chain(%d, %d) of %s is %v, want %v", ends[0], ends[1], letters(c), got, want)
		}
	}
	if got := c.Chain(1, 1); got != nil {
		t.Errorf("the chain from a story to itself is %v", got)
	}
}

// isOutOfOrder reports whether a listing contradicts its own times, which Parse reports.
func isOutOfOrder(l Listing) bool {
	var last time.Time
	for _, e := range l.Entries {
		if !e.Published.IsZero() {
			if !last.IsZero() && e.Published.After(last) {
				return true
			}
			last = e.Published
		}
	}
	return false
}

// Small corpora of every kind: two to four listings of few stories, so that most of
// them are shared and many contradict each other.
func TestMergeSmall(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 2_000 {
		var listings []Listing
		ages := rnd.Perm(10) // of each letter
		for l := range 2 + rnd.IntN(3) {
			var stories strings.Builder
			dated := rnd.IntN(3) == 0
			order := rnd.Perm(7)
			if rnd.IntN(2) == 0 {
				slices.Sort(order)
			}
			for _, s := range order[:1+rnd.IntN(7)] {
				stories.WriteByte("abcdefg"[s])
				if dated {
					fmt.Fprint(&stories, ages[s]/2)
				}
			}
			listings = append(listings, listingOf(string(rune('A'+l))+".txt", stories.String()))
		}
		checkMerge(t, listings)
		if t.Failed() {
			return
		}
	}
}

// At any size each pinned story is one warning, and listings in reverse, which
// contradict each other everywhere, are merged all the same.
func TestMergeLarge(t *testing.T) {
	pinned := many(t, 20_000, 1, false)
	c, list := Merge(pinned, registry(t))
	if len(list) == 0 || len(list) > len(pinned) {
		t.Errorf("%d warnings of %d pinned stories", len(list), len(pinned))
	}
	for _, e := range list {
		l := pinned[slices.IndexFunc(pinned, func(l Listing) bool { return l.File == e.File })]
		if !strings.Contains(e.Message, quote(l.Entries[0].Headline)+" stands above ") {
			t.Errorf("the pinned story is %q, but the warning %v", l.Entries[0].Headline, e)
		}
	}

	for i := range pinned[:21] {
		slices.Reverse(pinned[i].Entries)
	}
	d, list := Merge(pinned, registry(t))
	if len(list) != maxFaults+1 || !strings.Contains(list.String(), "more contradictions between the listings") {
		t.Errorf("%d warnings of reversed listings", len(list))
	}
	if len(c.Stories) != len(d.Stories) {
		t.Errorf("%d stories, but %d of reversed listings", len(c.Stories), len(d.Stories))
	}
}

// Of each kind of fault the first hundred are listed, whatever they are among, and the
// others counted.
func TestMergeCountsFaults(t *testing.T) {
	const n = 150
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	entries := func(standfirst string, minutes int) []Entry {
		var all []Entry
		for i := range n {
			e := Entry{Line: i + 1, Headline: fmt.Sprintf("Story %d", i), Standfirst: standfirst}
			if minutes > 0 {
				e.Published = at.Add(-time.Duration(i*minutes) * time.Hour)
			}
			all = append(all, e)
		}
		return all
	}
	reversed := entries("", 0)
	slices.Reverse(reversed)
	oldestFirst := entries("", 1)
	slices.Reverse(oldestFirst)
	for _, tt := range []struct {
		name string
		a, b []Entry
		want string // the end of the one that counts; "" if there is no fault
	}{
		{"none", entries("One.", 1), entries("One.", 1), ""},
		{"cut off", entries("One and two.", 0), entries("One", 0), "b.txt:101: and 50 more standfirsts that are cut off"},
		{"times", entries("", 1), entries("", 2), "b.txt:102: warning: and 49 more times that differ between the listings"},
		{"contradictions", entries("", 0), reversed, "more contradictions between the listings"},
		{"contradictions of a listing with its own times", entries("", 1), oldestFirst, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Merge([]Listing{{File: "a.txt", Entries: tt.a}, {File: "b.txt", Entries: tt.b}}, nil)
			i := slices.IndexFunc(list, func(e Error) bool { return strings.HasPrefix(e.Message, "and ") })
			switch {
			case tt.want == "" && len(list) > 0:
				t.Errorf("%d faults, the first %v", len(list), list[0])
			case tt.want != "" && (len(list) != maxFaults+1 || i < 0 || !strings.HasSuffix(list[i].Error(), tt.want)):
				t.Errorf("%d faults, the last %v, not %q", len(list), list[len(list)-1:], tt.want)
			}
		})
	}
}

func FuzzMerge(f *testing.F) {
	f.Add("abc bcd")
	f.Add("ab ba")
	f.Add("a1b3 xa2y")
	f.Add("ab bc ca a1c2")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 40 {
			return
		}
		var listings []Listing
		for i, stories := range strings.Fields(text) {
			stories = strings.TrimLeft(stories, "0123456789")
			listings = append(listings, listingOf(fmt.Sprintf("%03d.txt", i), stories))
		}
		checkMerge(t, listings)
	})
}
