package corpus

import "io/fs"

// Load reads every *.txt file at the root of fsys as a listing and merges them. The
// error is nil or an ErrorList with the faults of all files, warnings included; the
// corpus holds what could be read in any case.
func Load(fsys fs.FS, r Registry) (*Corpus, error) {
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		panic(err) // the pattern is valid
	}
	return load(names, func(name string) ([]byte, error) { return fs.ReadFile(fsys, name) }, r)
}

// Check reads the named files as listings and returns every fault in them, and every
// contradiction between them, sorted by file and line. It is empty if there are none.
func Check(names []string, read func(string) ([]byte, error), r Registry) ErrorList {
	_, err := load(names, read, r)
	list, _ := err.(ErrorList)
	return list
}

func load(names []string, read func(string) ([]byte, error), r Registry) (*Corpus, error) {
	var all ErrorList
	var listings []Listing
	for _, name := range names {
		text, err := read(name)
		if err != nil {
			all = append(all, Error{File: name, Message: "cannot be read: " + err.Error()})
			continue
		}
		l, err := Parse(name, text, r)
		if list, ok := err.(ErrorList); ok {
			all = append(all, list...)
		}
		listings = append(listings, l)
	}
	c, err := Merge(listings, r)
	if list, ok := err.(ErrorList); ok {
		all = append(all, list...)
	}
	all.sort()
	return c, all.orNil()
}
