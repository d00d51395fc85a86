//go:build !site && !js

package main

import "io/fs"

// site returns nil: the binary was built without the site.
func site() fs.FS { return nil }
