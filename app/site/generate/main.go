// Command generate writes the static site and the explorer in one file.
//
//	go run ./app/site/generate -program dist/app.wasm -web web -out dist
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"icsexplorer/app/licences"
	"icsexplorer/app/site"
	"icsexplorer/corpus"
)

func main() {
	program := flag.String("program", "dist/app.wasm", "the compiled program")
	web := flag.String("web", "web", "folder of the static files")
	out := flag.String("out", "dist", "folder to write site/ and ics-explorer.html into")
	flag.Parse()
	if err := generate(*program, os.DirFS(*web), *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(program string, web fs.FS, out string) error {
	c, err := corpus.Builtin()
	if err != nil {
		return err
	}
	compiled, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	built, err := site.Build(c, web, compiled)
	if err != nil {
		return err
	}
	terms, err := licences.Gather(".")
	if err != nil {
		return err
	}
	built.AddLicences(terms)
	store := site.NewStore(filepath.Join(out, "compressed"), site.Encoders())
	single, err := built.Single(store)
	if err != nil {
		return err
	}
	if err := built.Compress(store); err != nil {
		return err
	}
	dir := filepath.Join(out, "site")
	// What an earlier build left would be served, too.
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return errors.Join(
		write(dir, built.Files),
		write(out, site.Files{"ics-explorer.html": single}),
		store.Prune(),
	)
}

func write(dir string, files site.Files) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
