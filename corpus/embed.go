package corpus

import (
	"embed"
	"io/fs"
)

// All of the folder is embedded, so that Load can name what it does not read.
//
//go:embed listings listings/*.txt registry/*.csv
var data embed.FS

// Embedded returns the listings that are part of the program, one *.txt file each at
// its root.
func Embedded() fs.FS {
	listings, err := fs.Sub(data, "listings")
	if err != nil {
		panic(err) // the name is a valid path
	}
	return listings
}

// registryFile returns the text of a table of the registry.
func registryFile(name string) string {
	text, err := data.ReadFile("registry/" + name)
	if err != nil {
		panic(err) // the go:embed line names it
	}
	return string(text)
}
