package corpus

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// seedListings has the two listings that the project began with; package corpustest
// hands out their corpus, but cannot be imported here.
var seedListings = os.DirFS("corpustest/testdata/seeds")

func seeds(t testing.TB) *Corpus {
	t.Helper()
	c, faults := Load(seedListings, registry(t))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return c
}

// The seeds' 40 entries are 36 stories, 4 of them under both systems, and of their 630
// pairs 564 are decided.
func TestSeedStories(t *testing.T) {
	c := seeds(t)
	entries, national, decided := 0, 0, 0
	for _, l := range c.Listings {
		entries += len(l.Entries)
	}
	for i, s := range c.Stories {
		if s.National() {
			national++
		}
		for j := range i {
			if c.Decided(i, j) {
				decided++
			}
		}
	}
	got := []int{entries, len(c.Stories), national, decided}
	if want := []int{40, 36, 4, 564}; !slices.Equal(got, want) {
		t.Errorf("entries, stories, national, decided = %v, want %v", got, want)
	}
}

// The seeds hold the six labels they are known to have, and no other.
func TestSeedSeries(t *testing.T) {
	count := make(map[string]int)
	for _, s := range seeds(t).Stories {
		count[s.Series]++
	}
	want := map[string]int{
		"":                    20,
		"London Eye":          6,
		"Revealed":            5,
		"Exclusive":           2,
		"CEO interview":       1,
		"Recovery Watch":      1,
		"North by North West": 1,
	}
	for name, n := range count {
		if want[name] != n {
			t.Errorf("series %q has %d stories, want %d", name, n, want[name])
		}
	}
	if len(count) != len(want) {
		t.Errorf("series %v, want %v", count, want)
	}
}

// A bad listing stops the build here, with every fault.
func TestEmbedded(t *testing.T) {
	c, faults := Load(Embedded(), registry(t))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(Embedded(), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Listings) != len(names) || len(names) == 0 {
		t.Errorf("%d listings of %d files", len(c.Listings), len(names))
	}
	for i, l := range c.Listings {
		text, err := fs.ReadFile(Embedded(), names[i])
		if err != nil {
			t.Fatal(err)
		}
		if l.File != names[i] || string(Format(l)) != string(text) {
			t.Errorf("listing %d is not the file %s byte for byte", i, names[i])
		}
	}
	if b, err := Builtin(); err != nil || b.Fingerprint != c.Fingerprint {
		t.Errorf("Builtin: %v, %v", b.Fingerprint, err)
	}
}

// Stories hold what the format promises, whatever listings there are.
func TestEmbeddedStories(t *testing.T) {
	c, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	keys := make(map[string]bool)
	entries := 0
	for _, s := range c.Stories {
		if keys[s.Key] || len(s.Key) != 13 || s.Key[0] < 'a' || s.Key[0] > 'p' || strings.Trim(s.Key, "abcdefghijklmnopqrstuvwxyz234567") != "" {
			t.Errorf("key %q of %q", s.Key, s.Headline)
		}
		keys[s.Key] = true
		if s.Headline == "" || s.Standfirst == "" || len(s.Systems) == 0 {
			t.Errorf("story lacks something: %+v", s)
		}
		if !slices.IsSortedFunc(s.Places, func(a, b Place) int { return a.Listing - b.Listing }) {
			t.Errorf("%q has the places %v", s.Headline, s.Places)
		}
		for _, p := range s.Places {
			e := c.Listings[p.Listing].Entries[p.Position]
			if Fold(e.Headline) != Fold(s.Headline) {
				t.Errorf("%q has a place at %q", s.Headline, e.Headline)
			}
			entries++
		}
	}
	for _, l := range c.Listings {
		entries -= len(l.Entries)
	}
	if entries != 0 {
		t.Errorf("%d more places than entries", entries)
	}
}

// Keys are in addresses that people keep, so they never change.
func TestKey(t *testing.T) {
	for headline, want := range map[string]string{
		"Threefold ICS variation in GP phone access revealed":       "hwya5jiai3fey",
		"  threefold ICS variation in GP-phone access revealed!":    "hwya5jiai3fey",
		"Trust’s £9m gift to charity reveals governance ‘weakness’": "oqbzhbevvoykw",
		"???": "htiruda24g5wu",
	} {
		if got := key(identity(headline)); got != want {
			t.Errorf("key of %q is %q, want %q", headline, got, want)
		}
	}
}

func TestFingerprint(t *testing.T) {
	base := fstest.MapFS{
		"frimley-ics.txt": {Data: []byte("Frimley ICS\n\n\nOne\n\n\nFirst.\n")},
		"sussex-ics.txt":  {Data: []byte("Sussex ICS\n\n\nOne\n\n\nFirst.\n")},
	}
	load := func(fsys fs.FS) string {
		c, _ := Load(fsys, registry(t))
		return c.Fingerprint
	}
	want := load(base)
	if len(want) != 16 || strings.Trim(want, "0123456789abcdef") != "" {
		t.Errorf("fingerprint %q", want)
	}
	for _, tt := range []struct {
		name string
		fsys fstest.MapFS
		same bool
	}{
		{"the same", base, true},
		{"a file that is no listing added", fstest.MapFS{"frimley-ics.txt": base["frimley-ics.txt"], "sussex-ics.txt": base["sussex-ics.txt"], "README.md": {}}, true},
		{"a name changed", fstest.MapFS{"frimley-ics.txt": base["frimley-ics.txt"], "sussex-ics.2025-01-01.txt": base["sussex-ics.txt"]}, false},
		{"a byte added", fstest.MapFS{"frimley-ics.txt": {Data: append(slices.Clone(base["frimley-ics.txt"].Data), ' ')}, "sussex-ics.txt": base["sussex-ics.txt"]}, false},
		{"a listing less", fstest.MapFS{"frimley-ics.txt": base["frimley-ics.txt"]}, false},
		{"none", fstest.MapFS{}, false},
	} {
		if got := load(tt.fsys); (got == want) != tt.same {
			t.Errorf("%s: %s, and before %s", tt.name, got, want)
		}
	}
}

// Load reports the faults of all files, in order, and keeps what it could read.
func TestLoadFaults(t *testing.T) {
	c, faults := Load(fstest.MapFS{
		"sussex-ics.txt":  {Data: []byte("Sussex ICS\n\n\nOne\n\n\nFirst.\n\n\nTwo\n\n\nSecond.\n\n\nCut")},
		"frimley-ics.txt": {Data: []byte("Frimly ICS\n\n\nTwo\n\n\nSecond.\n\n\nOne\n\n\nFirst.\n")},
		"dorset-ics.txt":  {Mode: fs.ModeDir},
		"devon-ics.TXT":   {},
	}, registry(t))
	var got []string
	for _, e := range faults {
		got = append(got, e.Error())
	}
	want := []string{
		`devon-ics.TXT:1: warning: is not read; the name of a listing ends in ".txt"`,
		"dorset-ics.txt:1: cannot be read: invalid argument",
		`frimley-ics.txt:1: unknown system "Frimly ICS"; did you mean "Frimley ICS"?`,
		`sussex-ics.txt:4: warning: "One" stands above "Two" (line 10), but frimley-ics.txt:4 has "Two" above "One" (line 10)`,
		`sussex-ics.txt:16: the file ends within the story "Cut"; it is left out`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(c.Listings) != 2 || len(c.Stories) != 2 || !c.Stories[0].National() {
		t.Errorf("%d listings, stories %+v", len(c.Listings), c.Stories)
	}
}

func TestCheck(t *testing.T) {
	files := map[string]string{
		"in/frimley-ics.txt": "Frimley ICS\n\n\nOne\n\n\nFirst.\n",
		"in/sussex-ics.txt":  "Sussex ICS\n\n\nOne\n\n\nFirst of\n",
	}
	read := func(name string) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
	for _, tt := range []struct{ name, names, want string }{
		{"good", "in/frimley-ics.txt", ""},
		{"none", "", ""},
		{"warning", "in/sussex-ics.txt", `in/sussex-ics.txt:7: warning: the last standfirst may be cut off: it ends in "First of"`},
		{"missing", "in/frimley-ics.txt no.txt", "no.txt:1: cannot be read: file does not exist"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Check(strings.Fields(tt.names), read, registry(t))
			if got := list.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
