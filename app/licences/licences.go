// Package licences gathers the terms under which the parts of the explorer may be passed on: its own, Go's, and those of
// every module that is in the browser's program or in the server.
package licences

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Gather returns the text of all licences, ours first and the modules' sorted by path, of the main package in the folder
// root. A module without a licence is an error.
func Gather(root string) ([]byte, error) {
	parts := [][2]string{{"ICS Explorer", root}}
	goRoot, err := goCommand(root, nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	parts = append(parts, [2]string{"Go, with the golang.org/x packages in its standard library", goRoot})
	modules, err := shipped(root)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	for _, part := range append(parts, modules...) {
		terms, err := termsIn(part[1])
		if err != nil {
			return nil, fmt.Errorf("licence of %s: %w", part[0], err)
		}
		fmt.Fprintf(&text, "%s\n%s\n\n%s\n\n", part[0], strings.Repeat("=", len(part[0])), bytes.TrimSpace(terms))
	}
	return text.Bytes(), nil
}

// shipped returns the paths and folders of the modules in the browser's program or in the server.
func shipped(root string) (modules [][2]string, err error) {
	for _, target := range [][]string{{"GOOS=js", "GOARCH=wasm"}, {"GOOS=" + runtime.GOOS, "GOARCH=" + runtime.GOARCH}} {
		list, err := goCommand(root, target, "list", "-deps",
			"-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{"\t"}}{{.Dir}}{{end}}{{end}}`, ".")
		if err != nil {
			return nil, err
		}
		for line := range strings.SplitSeq(list, "\n") {
			if path, dir, ok := strings.Cut(line, "\t"); ok {
				modules = append(modules, [2]string{path, dir})
			}
		}
	}
	slices.SortFunc(modules, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	return slices.Compact(modules), nil
}

// termsIn returns what the files of a folder say that are there for that.
func termsIn(dir string) (terms []byte, err error) {
	for _, pattern := range []string{"LICEN[CS]E*", "COPYING*", "NOTICE*", "PATENTS*"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			terms = append(append(terms, bytes.TrimSpace(text)...), "\n\n"...)
		}
	}
	if len(terms) == 0 {
		return nil, fmt.Errorf("there is none in %s", dir)
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
