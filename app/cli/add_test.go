package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const copied = `Devon ICS

NEWS
First of two stories
14 May 2026

The first story’s standfirst says what happened in it.

HSJ LOCAL
Second of two stories
13 May 2026

The second story’s standfirst says what happened in it.
`

// project makes a folder that has a place for listings the working directory, with the
// files given, and returns how to run add in it.
func project(t *testing.T, files map[string]string) func(stdin string, args ...string) (stdout, stderr string, err error) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "corpus", "listings"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return func(stdin string, args ...string) (string, string, error) {
		var out, errs bytes.Buffer
		err := Add(args, strings.NewReader(stdin), &out, &errs)
		return out.String(), errs.String(), err
	}
}

func listings(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("corpus/listings/*")
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestAddPrintsWhatScriptsNeed(t *testing.T) {
	add := project(t, nil)
	out, errs, err := add(copied, "-n", "-")
	if err != nil || !strings.Contains(errs, "2 stories of devon") {
		t.Fatalf("%v: %s", err, errs)
	}
	var got map[string]any
	if err := json.NewDecoder(strings.NewReader(out)).Decode(&got); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"headline": "First of two stories", "label": "News", "published": "2026-05-14", "day": "2026-05-14", "url": "", "caption": "", "series": "",
		"standfirst": "The first story’s standfirst says what happened in it.",
	} {
		if got[key] != want {
			t.Errorf("%s is %q, want %q", key, got[key], want)
		}
	}
	if key, _ := got["key"].(string); len(key) != 13 || strings.Count(out, "\n") != 2 {
		t.Errorf("printed %s", out)
	}
	if got := listings(t); len(got) > 0 {
		t.Errorf("-n wrote %v", got)
	}
}

func TestAddWritesAListing(t *testing.T) {
	add := project(t, map[string]string{"page.txt": copied})
	out, _, err := add("", "-day", "2026-05-15", "page.txt")
	const file = "corpus/listings/devon-ics.2026-05-15.txt"
	if err != nil || !strings.Contains(out, filepath.FromSlash(file)+": 2 stories") {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(file)
	if err != nil || !strings.HasPrefix(string(text), "Devon ICS\n\nFirst of two stories\n\n2026-05-14 (day)\n\n[News]\n\nThe first") {
		t.Errorf("wrote %q, %v", text, err)
	}
	if out, _, err := add("", "-day", "2026-05-15", "page.txt"); err != nil || !strings.Contains(out, "the same: nothing is added") {
		t.Errorf("the same again: %v, %s", err, out)
	}
	if _, errs, err := add(strings.Replace(copied, "First", "Other", 1), "-day", "2026-05-15", "-"); err == nil || !strings.Contains(errs, "is there already, and another one") {
		t.Errorf("another one: %v, %s", err, errs)
	}
	if again, _ := os.ReadFile(file); string(again) != string(text) {
		t.Error("the listing was changed")
	}
}

// Nothing is written if anything is wrong with any file.
func TestAddChangesNothingOnError(t *testing.T) {
	add := project(t, map[string]string{"page.txt": copied, "untitled.txt": strings.TrimPrefix(copied, "Devon ICS"), "empty.txt": "", "page.pdf": "%PDF-1.4"})
	for _, tt := range []struct {
		name, want string
		args       []string
	}{
		{"a file without stories", "it is empty", []string{"page.txt", "empty.txt"}},
		{"a PDF", "it is a PDF", []string{"page.txt", "page.pdf"}},
		{"no system", "add -system SLUG", []string{"page.txt", "untitled.txt"}},
		{"two of one system and day", "from another file already", []string{"-day", "2026-05-15", "page.txt", "./page.txt"}},
		{"no such file", "no such file", []string{"page.txt", "none.txt"}},
		{"a folder", "a folder", []string{"page.txt", "corpus"}},
		{"another form", "no document that can be read as", []string{"-form", "html", "page.txt"}},
	} {
		if _, errs, err := add("", tt.args...); err != ErrReported || !strings.Contains(errs, tt.want) {
			t.Errorf("%s: %v, %s; want %q", tt.name, err, errs, tt.want)
		}
		if got := listings(t); len(got) > 0 {
			t.Fatalf("%s: wrote %v", tt.name, got)
		}
	}
	for _, args := range [][]string{{}, {"-system", "atlantis", "page.txt"}, {"-day", "15 May", "page.txt"}, {"-form", "papyrus", "page.txt"}, {"-x"}} {
		if _, _, err := add("", args...); err == nil {
			t.Errorf("%q is no error", args)
		} else if _, ok := err.(UsageError); !ok {
			t.Errorf("%q: %v", args, err)
		}
	}
	if err := os.RemoveAll("corpus"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := add("", "page.txt"); err == nil || !strings.Contains(err.Error(), "run it in the project's folder") {
		t.Errorf("elsewhere: %v", err)
	}
}

func TestAddTakesTheSystemThatIsNamed(t *testing.T) {
	add := project(t, map[string]string{"untitled.txt": strings.TrimPrefix(copied, "Devon ICS")})
	if _, errs, err := add("", "-system", "dorset-ics", "-day", "2026-05-15", "untitled.txt"); err != nil {
		t.Fatalf("%v: %s", err, errs)
	}
	if got := listings(t); len(got) != 1 || filepath.Base(got[0]) != "dorset-ics.2026-05-15.txt" {
		t.Errorf("wrote %v", got)
	}
}

func TestAddTakesStoriesOfNoSystem(t *testing.T) {
	add := project(t, map[string]string{"page.txt": strings.TrimPrefix(copied, "Devon ICS")})
	if _, errs, err := add("", "-system", "none", "-day", "2026-05-15", "page.txt"); err != nil {
		t.Fatalf("%v: %s", err, errs)
	}
	text, err := os.ReadFile("corpus/listings/no-system.2026-05-15.txt")
	if err != nil || !strings.HasPrefix(string(text), "(no system)\n\nFirst of two stories\n") {
		t.Errorf("wrote %q, %v", text, err)
	}
}
