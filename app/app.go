// Package app is the explorer as a reader meets it: the components that draw the
// page, and the part of the browser they work with.
//
// One view is shown at a time. [explorer] holds it; [library] answers it from the
// corpus; compose works out everything the page shows as plain values, which can
// be tested without a browser; the components draw them. Below, package search
// finds stories and package view reads and writes addresses.
package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/corpus"
)

// Name is what the explorer is called.
const Name = "ICS Explorer"

// Explorer returns what makes the page of the explorer of c.
func Explorer(c *corpus.Corpus) func() goapp.Composer {
	l := newLibrary(c)
	return func() goapp.Composer { return newExplorer(l, readStart()) }
}

// Register makes the explorer of c the page of every path, whatever folder the
// site is put in.
func Register(c *corpus.Corpus) { goapp.RouteWithRegexp("^", Explorer(c)) }
