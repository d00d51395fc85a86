package licences

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// What is shipped, and a line that its licence must have.
var wanted = []struct{ name, line string }{
	{"ICS Explorer", "MIT License"},
	{"Go", "Copyright 2009 The Go Authors."},
	{"github.com/google/uuid ", "Copyright (c) 2009,2014 Google Inc."},
	{"github.com/maxence-charriere/go-app/v10 ", "Maxence Charriere"},
	{"github.com/sahilm/fuzzy ", "Sahil Muthoo"},
	{"golang.org/x/net ", "Copyright 2009 The Go Authors."},
}

func TestEveryPartIsThere(t *testing.T) {
	text, err := Gather("../..")
	if err != nil {
		t.Fatal(err)
	}
	rest := string(text)
	for _, part := range wanted {
		_, after, ok := strings.Cut(rest, part.name)
		if !ok || !strings.Contains(after, part.line) {
			t.Errorf("%q with %q is not there, or not in its place", part.name, part.line)
			continue
		}
		rest = after
	}
	if n := bytes.Count(text, []byte("\n====")); n != len(wanted) {
		t.Errorf("%d parts, want %d", n, len(wanted))
	}
	own, err := os.ReadFile("../../LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(text, bytes.TrimSpace(own)) {
		t.Error("our own licence is not whole")
	}
}

func TestTermsOfGoAreThoseOfTheGoThatBuilds(t *testing.T) {
	root, err := goCommand(".", nil, "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"LICENSE", "PATENTS"} {
		want, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Skipf("this Go keeps its terms elsewhere: %v", err)
		}
		if got, err := goTerms.ReadFile("go/" + name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("go/%s is not that of %s: %v", name, root, err)
		}
	}
}

func TestModuleWithoutALicenceIsAnError(t *testing.T) {
	folder := fstest.MapFS{"license_test.go": {Data: []byte("package license")}}
	if _, err := termsIn(folder); err == nil {
		t.Error("a folder without a licence has terms")
	}
	for _, name := range []string{"LICENSE.md", "NOTICE"} {
		folder[name] = &fstest.MapFile{Data: []byte("\nterms in " + name + "\n")}
	}
	terms, err := termsIn(folder)
	if want := "terms in LICENSE.md\n\nterms in NOTICE\n\n"; err != nil || string(terms) != want {
		t.Errorf("terms %q, %v; want %q", terms, err, want)
	}
}
