package browsertest

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"testing/fstest"

	"icsexplorer/app/program"
	"icsexplorer/app/server"
	"icsexplorer/app/site"
	"icsexplorer/corpus"
)

// NewHostOf serves what HandlerOf makes.
func NewHostOf(root, dir string, listings map[string]string) (*Host, error) {
	handler, err := HandlerOf(root, dir, listings)
	if err != nil {
		return nil, err
	}
	return NewHost(handler)
}

// HandlerOf serves a build of the explorer, whose sources are in root, in which other
// listings stand beside or in the place of its own: for each system's slug the text.
// The compiled program is left in dir.
func HandlerOf(root, dir string, listings map[string]string) (http.Handler, error) {
	c, err := corpusWith(listings)
	if err != nil {
		return nil, err
	}
	compiled := filepath.Join(dir, "app.wasm")
	if err := program.Build(root, compiled, c); err != nil {
		return nil, fmt.Errorf("building with other listings: %w", err)
	}
	content, err := os.ReadFile(compiled)
	if err != nil {
		return nil, err
	}
	built, err := site.Build(c, os.DirFS(filepath.Join(root, "web")), content)
	if err != nil {
		return nil, err
	}
	return server.NewHandler(filesOf(built))
}

// filesOf returns the files of a site as a file system.
func filesOf(s *site.Site) fstest.MapFS {
	files := make(fstest.MapFS)
	for name, content := range s.Files {
		files[name] = &fstest.MapFile{Data: content}
	}
	return files
}

// corpusWith returns the corpus of the embedded listings with others beside or in the
// place of them.
func corpusWith(listings map[string]string) (*corpus.Corpus, error) {
	registry, err := corpus.LoadRegistry()
	if err != nil {
		return nil, err
	}
	files := make(fstest.MapFS)
	own, err := fs.Glob(corpus.Embedded(), "*")
	if err != nil {
		return nil, err
	}
	for _, name := range own {
		text, err := fs.ReadFile(corpus.Embedded(), name)
		if err != nil {
			return nil, err
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	for slug, text := range listings {
		files[fileName(slug)] = &fstest.MapFile{Data: []byte(text)}
	}
	c, faults := corpus.Load(files, registry)
	return c, faults.Err()
}

// fileName returns the name of the file of a system's listing.
func fileName(slug string) string { return slug + "-ics.txt" }
