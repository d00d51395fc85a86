//go:build !site && !js

package main

import "io/fs"

var built fs.FS
