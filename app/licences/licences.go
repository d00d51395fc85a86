// Package licences gathers the terms under which the parts of the explorer may be passed on: its own, Go's, and those of
// every module that is in the browser's program or in the server.
package licences

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// Gather returns the text of all licences, ours first and the modules' sorted by path, of the main package in the folder
// root. A module without a licence is an error.
func Gather(root string) ([]byte, error) {
	ofGo, err := fs.Sub(goTerms, "go")
	if err != nil {
		return nil, err
	}
	parts := []part{
		{"ICS Explorer", os.DirFS(root)},
		{"Go, with the golang.org/x packages in its standard library", ofGo},
	}
	modules, err := shipped(root)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	for _, p := range append(parts, modules...) {
		terms, err := termsIn(p.files)
		if err != nil {
			return nil, fmt.Errorf("licence of %s: %w", p.name, err)
		}
		fmt.Fprintf(&text, "%s\n%s\n\n%s\n\n", p.name, strings.Repeat("=", len(p.name)), bytes.TrimSpace(terms))
	}
	return text.Bytes(), nil
}

// A part of what is shipped.
type part struct {
	name  string
	files fs.FS
}

// goTerms are Go's, which some distributions keep elsewhere than in GOROOT.
//
//go:embed go
var goTerms embed.FS

// shipped returns the modules in the browser's program or in the server, by their path and version.
func shipped(root string) ([]part, error) {
	folders := make(map[string]string)
	for _, target := range [][]string{{"GOOS=js", "GOARCH=wasm"}, {"GOOS=" + runtime.GOOS, "GOARCH=" + runtime.GOARCH}} {
		list, err := goCommand(root, target, "list", "-deps",
			"-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{"\t"}}{{.Dir}}{{end}}{{end}}`, ".")
		if err != nil {
			return nil, err
		}
		for line := range strings.SplitSeq(list, "\n") {
			if path, dir, ok := strings.Cut(line, "\t"); ok {
				folders[path] = dir
			}
		}
	}
	var modules []part
	for _, path := range slices.Sorted(maps.Keys(folders)) {
		modules = append(modules, part{path, os.DirFS(folders[path])})
	}
	return modules, nil
}

// termsIn returns what the files of a folder say that are there for that.
func termsIn(folder fs.FS) (terms []byte, err error) {
	for _, pattern := range []string{"LICEN[CS]E*", "COPYING*", "NOTICE*", "PATENTS*"} {
		names, err := fs.Glob(folder, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := fs.ReadFile(folder, name)
			if err != nil {
				return nil, err
			}
			terms = append(append(terms, bytes.TrimSpace(text)...), "\n\n"...)
		}
	}
	if len(terms) == 0 {
		return nil, errors.New("there is none")
	}
	return terms, nil
}

func goCommand(dir string, env []string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, &stderr)
	}
	return strings.TrimSpace(string(out)), nil
}
