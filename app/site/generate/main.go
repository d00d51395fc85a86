// Command generate writes the static site and the explorer in one file.
//
//	go run ./app/site/generate -program dist/app.wasm -web web -out dist -home https://example.org/tools/ics/
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
	"icsexplorer/app/site/systems"
	"icsexplorer/corpus"
)

func main() {
	program := flag.String("program", "dist/app.wasm", "the compiled program")
	web := flag.String("web", "web", "folder of the static files")
	out := flag.String("out", "dist", "folder to write site/ and ics-explorer.html into")
	home := flag.String("home", "", "address where the site will be, for what has to say it; empty if it is not known")
	flag.Parse()
	if err := generate(*program, os.DirFS(*web), *out, *home); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(program string, web fs.FS, out, home string) error {
	if home != "" {
		var err error
		if home, err = systems.Home(home); err != nil {
			return err
		}
	}
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
	if err := built.AddPages(c, web, home); err != nil {
		return err
	}
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
		write(dir, site.Files{site.SingleName: single}), // for readers to take along
		write(out, site.Files{site.SingleName: single}),
		store.Prune(),
	)
}

func write(dir string, files site.Files) error {
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
