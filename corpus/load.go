package corpus

import (
	"errors"
	"io/fs"
	"path"
)

// Load reads every *.txt file at the root of fsys as a listing and merges them. The
// faults are those of all files; each file that is not read is one. The corpus holds
// what could be read, whatever the faults.
func Load(fsys fs.FS, r Registry) (*Corpus, ErrorList) {
	found, err := fs.Glob(fsys, "*")
	if err != nil {
		panic(err) // the pattern is valid
	}
	var names []string
	var others ErrorList
	for _, name := range found {
		if path.Ext(name) == ".txt" {
			names = append(names, name)
		} else {
			others = append(others, Error{name, 1, `is not read; the name of a listing ends in ".txt"`, true})
		}
	}
	return load(names, func(name string) ([]byte, error) { return fs.ReadFile(fsys, name) }, r, others)
}

// Check reads the named files as listings and returns every fault in them, and every
// contradiction between them, with the corpus of what could be read.
func Check(names []string, read func(string) ([]byte, error), r Registry) (*Corpus, ErrorList) {
	return load(names, read, r, nil)
}

// load adds the faults it finds to all, which has those found before.
func load(names []string, read func(string) ([]byte, error), r Registry, all ErrorList) (*Corpus, ErrorList) {
	var listings []Listing
	for _, name := range names {
		text, err := read(name)
		if err != nil {
			if why, ok := errors.AsType[*fs.PathError](err); ok {
				err = why.Err // without the name
			}
			all = append(all, Error{name, 1, "cannot be read: " + err.Error(), false})
			continue
		}
		l, list := Parse(name, text, r)
		all = append(all, list...)
		listings = append(listings, l)
	}
	c, list := Merge(listings, r)
	all = append(all, list...)
	all.sort()
	return c, all
}
