package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"icsexplorer/app/server"
	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// testProgram stands in for the compiled program: this package only carries it.
var testProgram = bytes.Repeat([]byte("\x00asm"), 10_000)

// testCorpus has n stories, one of which needs escaping.
func testCorpus(t *testing.T, n int) *corpus.Corpus {
	t.Helper()
	return corpustest.Corpus(t, map[string]string{
		"devon":  corpustest.Listing("Devon") + corpustest.Stories("Devon’s “A&E” < \"b\">", 1),
		"dorset": corpustest.Listing("Dorset") + corpustest.Stories("Dorset", n-1),
	})
}

func newTestSite(t *testing.T) *Site { t.Helper(); return newSiteOf(t, testCorpus(t, 4)) }

func newSiteOf(t *testing.T, c *corpus.Corpus) *Site {
	t.Helper()
	s, err := Build(c, os.DirFS("../../web"), testProgram)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSameInputSameBytes(t *testing.T) {
	want := newTestSite(t)
	for range 5 { // go-app writes attributes in random order
		got := newTestSite(t)
		if !maps.EqualFunc(got.Files, want.Files, bytes.Equal) {
			for name := range got.Files {
				if !bytes.Equal(got.Files[name], want.Files[name]) {
					t.Errorf("%s differs", name)
				}
			}
			t.Fatalf("files: %q and %q", slices.Sorted(maps.Keys(got.Files)), slices.Sorted(maps.Keys(want.Files)))
		}
	}
}

func TestVersionChangesWithEveryInput(t *testing.T) {
	c := testCorpus(t, 4)
	first := newSiteOf(t, c)
	web := make(fstest.MapFS)
	if err := fs.WalkDir(os.DirFS("../../web"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile("../../web/" + name)
		web[name] = &fstest.MapFile{Data: content}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	versions := map[string]string{first.Version: "the first"}
	check := func(what string, c *corpus.Corpus, program []byte) {
		t.Helper()
		s, err := Build(c, web, program)
		if err != nil {
			t.Fatal(err)
		}
		if other, taken := versions[s.Version]; taken {
			t.Errorf("%s has the same version as %s", what, other)
		}
		versions[s.Version] = what
		if bytes.Equal(first.Files[workerName], s.Files[workerName]) {
			t.Errorf("%s has the same worker: no browser would look for the rest", what)
		}
		var told struct{ Version, Fingerprint string }
		if err := json.Unmarshal(s.Files[versionName], &told); err != nil || told.Version != s.Version || told.Fingerprint != c.Fingerprint {
			t.Errorf("%s: %s says %+v, %v", what, versionName, told, err)
		}
	}
	check("another program", c, append(slices.Clone(testProgram), 0))
	check("another corpus", testCorpus(t, 5), testProgram)
	for _, name := range slices.Sorted(maps.Keys(web)) {
		whole := web[name].Data
		web[name].Data = append(slices.Clone(whole), '\n')
		if name == releaseName {
			web[name].Data = []byte("4294967295")
		}
		if name == "sheet.css" { // of pages that are no part of a version
			web[name].Data = whole
			continue
		}
		check("another "+name, c, testProgram)
		web[name].Data = whole
	}
}

func TestBuildWantsTheNumberOfTheRelease(t *testing.T) {
	for _, text := range []string{"", "\n", "1.2", "-1", "4294967296", "one", "1 2"} {
		web := fstest.MapFS{releaseName: {Data: []byte(text)}}
		if number, err := releaseNumber(web); err == nil {
			t.Errorf("%q is the number %s", text, number)
		}
	}
	for text, want := range map[string]string{"0": "0", "12\n": "12", "007\r\n": "7"} {
		web := fstest.MapFS{releaseName: {Data: []byte(text)}}
		if number, err := releaseNumber(web); err != nil || number != want {
			t.Errorf("%q is the number %q, %v", text, number, err)
		}
	}
}

// A program has one table of routes; the last site to be built has its own page all the same.
func TestEverySiteHasThePageOfItsCorpus(t *testing.T) {
	for _, n := range []int{2, 3, 2} {
		s := newSiteOf(t, testCorpus(t, n))
		if got := len(headlines(s)); got != n {
			t.Errorf("%d stories in the page of %d", got, n)
		}
	}
}

func TestNamesHoldTheHashOfTheirContent(t *testing.T) {
	s := newTestSite(t)
	fixed := []string{pageName, workerName, versionName, missingName, headersName, rawName}
	for name, content := range s.Files {
		if slices.Contains(fixed, name) {
			continue
		}
		if hash := fmt.Sprintf("-%x.", sha256.Sum256(content)); !strings.Contains(name, hash[:1+16]+".") {
			t.Errorf("%s does not hold %s", name, hash)
		}
	}
}

// Every reference is to a file of the site, relative, so that the site works
// below any path, but for those that a reader may follow to HSJ.
func TestReferencesAreRelativeAndThere(t *testing.T) {
	s := newTestSite(t)
	check := func(from, reference string) {
		name := strings.TrimPrefix(reference, "./")
		if name == "" || strings.HasPrefix(name, "?") || strings.HasPrefix(name, "#") {
			return
		}
		if _, ok := s.Files[name]; !ok {
			t.Errorf("%s refers to %q, which is not in the site", from, reference)
		}
	}
	s.page.each(func(n *html.Node) {
		if n.DataAtom == atom.A && attribute(n, "rel") == "noreferrer" {
			return
		}
		for _, key := range []string{"src", "href"} {
			check(pageName, attribute(n, key))
		}
	})
	for name := range workerFiles(t, s) {
		check(workerName, name)
	}
	var manifest struct {
		Scope    string `json:"scope"`
		StartURL string `json:"start_url"`
		Icons    []struct{ Src, Type, Sizes string }
	}
	manifestName := s.names["/"+manifestName]
	if err := json.Unmarshal(s.Files[manifestName], &manifest); err != nil {
		t.Fatal(err)
	}
	if manifest.Scope != "./" || manifest.StartURL != "./" || len(manifest.Icons) == 0 {
		t.Errorf("%s: %+v", manifestName, manifest)
	}
	for _, icon := range manifest.Icons {
		if icon.Src == "" || icon.Type == "" || icon.Sizes == "" {
			t.Errorf("%s: an icon without a source, a type or sizes: %+v", manifestName, icon)
		}
		check(manifestName, icon.Src)
	}
	for _, name := range []string{"app.js", "wasm_exec.js"} {
		content := s.Files[s.names["/"+name]]
		for _, quoted := range regexp.MustCompile(`"(/[a-z][^"]*|https?:[^"]*)"`).FindAll(content, -1) {
			t.Errorf("%s refers to %s", name, quoted)
		}
	}
}

// workerFiles is the list in the worker, name to digest.
func workerFiles(t *testing.T, s *Site) map[string]string {
	t.Helper()
	_, list, _ := strings.Cut(string(s.Files[workerName]), "const files = ")
	list, _, _ = strings.Cut(list, ";\n")
	var files map[string]string
	if err := json.Unmarshal([]byte(list), &files); err != nil {
		t.Fatal(err)
	}
	return files
}

func TestWorkerKeepsEveryFileAndKnowsItsBytes(t *testing.T) {
	s := newTestSite(t)
	kept := workerFiles(t, s)
	for name, content := range s.Files {
		if slices.Contains([]string{workerName, versionName, missingName, headersName, rawName}, name) {
			continue // the browser keeps the worker; the others are not the page's
		}
		key := name
		if name == pageName {
			key = "./"
		}
		if want := fmt.Sprintf("%x", sha256.Sum256(content)); kept[key] != want {
			t.Errorf("the worker expects %q of %s, it is %s", kept[key], name, want)
		}
	}
	if strings.Contains(string(s.Files[workerName]), "{{") {
		t.Error("the worker has a gap that was not filled in")
	}
}

func TestOneFileNeedsNothingElse(t *testing.T) {
	s := newTestSite(t)
	text, err := s.Single(nil)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	p := page{root}
	var policy string
	var scripts, styles int
	p.each(func(n *html.Node) {
		switch n.DataAtom {
		case atom.Meta:
			if attribute(n, "http-equiv") == "Content-Security-Policy" {
				policy = attribute(n, "content")
			}
		case atom.Link, atom.Img, atom.Script:
			for _, key := range []string{"src", "href"} {
				v := attribute(n, key)
				if v == "" {
					continue
				}
				encoded, isData := strings.CutPrefix(v, "data:image/svg+xml;base64,")
				if icon, err := base64.StdEncoding.DecodeString(encoded); !isData || err != nil || !bytes.Equal(icon, s.Files[s.names["/web/icon.svg"]]) {
					t.Errorf("<%s> refers to %.60q", n.Data, v)
				}
			}
		}
	})
	p.each(func(n *html.Node) {
		switch {
		case n.DataAtom == atom.Script && attribute(n, "type") == "":
			scripts++
		case n.DataAtom == atom.Style:
			styles++
		default:
			return
		}
		if hash := sourceHash(textOf(n)); !strings.Contains(policy, hash) {
			t.Errorf("the policy %q does not allow <%s> %s", policy, n.Data, hash)
		}
	})
	if scripts != 6 || styles != 3 {
		t.Errorf("%d scripts and %d styles in line", scripts, styles)
	}
	if strings.Contains(policy, "unsafe-inline") || !strings.Contains(policy, "default-src 'none'") {
		t.Errorf("the policy is %q", policy)
	}
}

func TestCompressedFormsAreSmallerAndDecode(t *testing.T) {
	s := newTestSite(t)
	if err := s.Compress(nil); err != nil {
		t.Fatal(err)
	}
	forms := 0
	for name, content := range s.Files {
		plain, ok := server.Encoded(name)
		if !ok {
			continue
		}
		ending := strings.TrimPrefix(name, plain)
		forms++
		if got, err := decode(ending, content); err != nil || !bytes.Equal(got, s.Files[plain]) {
			t.Errorf("%s does not decode to %s: %v", name, plain, err)
		}
		if len(content) >= len(s.Files[plain]) {
			t.Errorf("%s is %d bytes, %s %d", name, len(content), plain, len(s.Files[plain]))
		}
	}
	if forms < 15 {
		t.Errorf("only %d compressed forms", forms)
	}
}
