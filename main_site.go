//go:build site && !js

package main

import (
	"embed"
	"io/fs"
)

// The site is there only after build.sh has made it, hence the build tag.
//
//go:embed all:dist/site
var siteFiles embed.FS

var built fs.FS = siteFiles
