//go:build site && !js

package main

import (
	"embed"
	"io/fs"
)

// The site is there only after build.sh has made it, hence the build tag.
//
//go:embed all:dist/site
var files embed.FS

// site returns the built site inside the binary.
func site() fs.FS {
	built, err := fs.Sub(files, "dist/site")
	if err != nil {
		panic(err) // the name is a valid path
	}
	return built
}
