package program

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"icsexplorer/corpus"
	"icsexplorer/corpus/corpustest"
)

// smallest is the least program that go-app makes sense of.
const smallest = `package main

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

func main() { goapp.RunWhenOnBrowser() }
`

// newModule returns the folder of a module that holds the smallest program and requires what ours does.
func newModule(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		if err := copyFile(filepath.Join("../..", name), filepath.Join(root, name), ""); err != nil {
			t.Fatal(err)
		}
	}
	writeFiles(t, root, map[string]string{"main.go": smallest})
	return root
}

// writeFiles writes texts by the names of their files below root.
func writeFiles(t *testing.T, root string, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestBuildLeavesTheServerOutUnlessStock(t *testing.T) {
	root := newModule(t)
	for kind, server := range map[string]bool{"": false, "stock": true} {
		t.Run("GOAPP="+kind, func(t *testing.T) {
			t.Setenv("GOAPP", kind)
			out := filepath.Join(t.TempDir(), "app.wasm")
			if err := Build(root, out, empty()); err != nil {
				t.Fatal(err)
			}
			content, err := os.ReadFile(out)
			if err != nil || !strings.HasPrefix(string(content), "\x00asm") {
				t.Errorf("compiled to %.8q, %v", content, err)
			}
			packages, err := goCommand(root, slices.Concat([]string{"list", "-deps"}, sources, []string{"."})...)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range []string{"net/http", "encoding/json", "reflect", "internal/bisect"} {
				if got := slices.Contains(strings.Fields(string(packages)), name); got != server {
					t.Errorf("%s is in the program: %t, want %t", name, got, server)
				}
			}
		})
	}
}

func TestBuildPutsTheCorpusAndItsIndexIn(t *testing.T) {
	root := newModule(t)
	const builtin = "//go:build prepared\n\npackage embedding\n\nimport _ \"embed\"\n\n//go:embed prepared.data\nvar Prepared string\n"
	writeFiles(t, root, map[string]string{
		"main.go": strings.Replace(smallest, "func main() { ",
			"import (\n\tcorpus \"icsexplorer/corpus\"\n\tpage \"icsexplorer/app/page\"\n)\n\nfunc main() { println(corpus.Prepared, page.Prepared); ", 1),
		"corpus/builtin_prepared.go":   builtin,
		"app/page/builtin_prepared.go": builtin,
	})
	for _, c := range []*corpus.Corpus{empty(), corpustest.Seeds(t)} {
		out := filepath.Join(t.TempDir(), "app.wasm")
		if err := Build(root, out, c); err != nil {
			t.Fatal(err)
		}
		compiled, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"Threefold ICS variation", "nhs integrated care board "} {
			if got, want := bytes.Contains(compiled, []byte(words)), len(c.Stories) > 0; got != want {
				t.Errorf("of %d stories %q is in the program: %t", len(c.Stories), words, got)
			}
		}
	}
}

// empty is a corpus without anything in it.
func empty() *corpus.Corpus {
	c, _ := corpus.Merge(nil, nil)
	return c
}

func TestBuildErrors(t *testing.T) {
	for _, test := range []struct {
		name, goapp string
		do          func(root string) error
		want        string
	}{
		{"a program that does not compile", "", func(root string) error {
			return os.WriteFile(filepath.Join(root, "main.go"), []byte("package main\n\nfunc main() { nonsense() }\n"), 0o644)
		}, "main.go:3:15: undefined: nonsense"},
		{"no module", "", func(root string) error { return os.Remove(filepath.Join(root, "go.mod")) }, "go-app: "},
		{"a word that is misspelt", "stok", func(string) error { return nil }, "GOAPP=stok in the environment: want stock or nothing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("GOAPP", test.goapp)
			root := newModule(t)
			if err := test.do(root); err != nil {
				t.Fatal(err)
			}
			err := Build(root, filepath.Join(t.TempDir(), "app.wasm"), empty())
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}
