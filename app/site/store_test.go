package site

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
)

// compressed returns the files of a small site that was compressed with the store.
func compressed(t *testing.T, store *Store, page string) Files {
	t.Helper()
	s := &Site{Files: Files{"index.html": bytes.Repeat([]byte(page), 1000), "explorer.css": bytes.Repeat([]byte("body {}"), 1000)}}
	if err := s.Compress(store); err != nil {
		t.Fatal(err)
	}
	return s.Files
}

func TestStoreGivesWhatTheEncodersWould(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "compressed")
	for _, page := range []string{"a", "b", "a"} {
		want := compressed(t, nil, page)
		for range 2 {
			if got := compressed(t, NewStore(dir, "1"), page); !maps.EqualFunc(got, want, bytes.Equal) {
				t.Errorf("page %q: other files with the store than without", page)
			}
		}
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 9 {
		t.Errorf("the store has %d files, want 3 forms of 3 files; %v", len(files), err)
	}
}

// A file that the store takes, rather than one that is made anew, is as it was written there.
func TestStoreTakesOnlyWhatIsWholeAndOfTheSameMaking(t *testing.T) {
	want := compressed(t, nil, "a")
	forge := func(kept []byte) []byte { // a whole file that no encoder would make
		other := &Store{encoders: "forger"}
		dir := t.TempDir()
		other.dir, other.used = dir, map[string]bool{}
		content, err := other.encode(gzipped, []byte("something else"))
		if err != nil {
			t.Fatal(err)
		}
		whole, err := os.ReadFile(filepath.Join(dir, other.name(gzipped, []byte("something else"))))
		if err != nil || !bytes.HasSuffix(whole, content) {
			t.Fatal(err)
		}
		return whole
	}
	for _, test := range []struct {
		name     string
		change   func([]byte) []byte
		encoders string
		taken    bool
	}{
		{"a whole file", forge, "1", true},
		{"a file cut short", func(kept []byte) []byte { return kept[:len(kept)-1] }, "1", false},
		{"a file cut at its hash", func(kept []byte) []byte { return kept[:32] }, "1", false},
		{"an empty file", func([]byte) []byte { return nil }, "1", false},
		{"a changed bit", func(kept []byte) []byte { kept[40] ^= 1; return kept }, "1", false},
		{"other encoders", forge, "2", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			compressed(t, NewStore(dir, "1"), "a")
			files, err := filepath.Glob(filepath.Join(dir, "*"))
			if err != nil || len(files) != 6 {
				t.Fatalf("the store has %q, %v", files, err)
			}
			for _, file := range files {
				kept, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, test.change(kept), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			got := compressed(t, NewStore(dir, test.encoders), "a")
			if same := maps.EqualFunc(got, want, bytes.Equal); same == test.taken {
				t.Errorf("the files of the store were taken: %t, want %t", !same, test.taken)
			}
		})
	}
}

func TestPruneKeepsWhatWasUsed(t *testing.T) {
	dir := t.TempDir()
	compressed(t, NewStore(dir, "1"), "a")
	store := NewStore(dir, "1")
	compressed(t, store, "b")
	if err := store.Prune(); err != nil {
		t.Fatal(err)
	}
	for name := range store.used {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != len(store.used) {
		t.Errorf("%d files are left, %d were used; %v", len(files), len(store.used), err)
	}
	if err := NewStore(filepath.Join(dir, "none"), "1").Prune(); err != nil {
		t.Errorf("no folder: %v", err)
	}
}

func TestEncodersAreNamedWithTheirVersions(t *testing.T) {
	brotli := &debug.Module{Path: "example/brotli", Version: "v1.2.8", Sum: "h1:b"}
	zstd := &debug.Module{Path: "example/zstd", Version: "v1.20.3", Sum: "h1:z"}
	for _, test := range []struct {
		name    string
		modules []*debug.Module
		want    string
	}{
		{"none", nil, ""},
		{"two", []*debug.Module{brotli, zstd}, "example/brotli v1.2.8 h1:b\nexample/zstd v1.20.3 h1:z\n"},
		{"one of them replaced", []*debug.Module{brotli, {Path: "example/zstd", Version: "v1.20.3", Replace: zstd}}, ""},
	} {
		if got := namesOf(test.modules); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestNoStoreWhereTheEncodersAreUnknown(t *testing.T) {
	if store := NewStore(t.TempDir(), ""); store != nil {
		t.Error("there is a store")
	}
}
