package webtest

import (
	"embed"
	"io/fs"
)

//go:embed scripts/*.txt
var scripts embed.FS

// Cases returns the cases of all scripts, which are written for Site, in the order of the scripts' names.
func Cases() ([]Case, error) {
	names, err := fs.Glob(scripts, "scripts/*.txt")
	if err != nil {
		return nil, err
	}
	var all []Case
	for _, name := range names {
		text, err := fs.ReadFile(scripts, name)
		if err != nil {
			return nil, err
		}
		cases, err := Parse(name, string(text))
		if err != nil {
			return nil, err
		}
		all = append(all, cases...)
	}
	return all, nil
}
