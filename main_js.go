//go:build js

// The explorer's program for the browser.
package main

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app"
	"icsexplorer/app/page"
)

func main() {
	l, err := page.Builtin()
	if err != nil {
		panic(err) // the build has refused such listings
	}
	app.Register(l)
	goapp.RunWhenOnBrowser()
}
