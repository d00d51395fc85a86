// Package app draws the explorer: the go-app components of the page, and what happens
// when a reader types, clicks or presses a key.
//
// What the page says is worked out in package page, from a view; package dom is what it
// knows of the browser. The components here turn the one into markup and pass on what
// comes by way of the other.
package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/markup"
	"icsexplorer/app/page"
)

// Explorer returns what makes the page of the explorer of l.
func Explorer(l *page.Library) func() goapp.Composer {
	return func() goapp.Composer { return newExplorer(l, readStart()) }
}

// Register makes the explorer of l the page of every path, whatever folder the
// site is put in.
func Register(l *page.Library) { goapp.RouteWithRegexp("^", Explorer(l)) }

// drawn is one element that was written as markup.
//
// What there is dozens of is written as one string rather than element by element: the
// page draws it on every keystroke, and each element costs several calls from the
// program into the browser. And so is every element whose text changes: it is drawn anew,
// where go-app would write into a text node that a translator may have put aside.
func drawn(w *markup.Writer) goapp.UI { return goapp.Raw(w.String()) }

// each draws what there are n of. It spares the program reflect, with which go-app's own
// loop takes any list.
func each(n int, draw func(i int) goapp.UI) goapp.UI {
	return goapp.IfSlice(n > 0, func() []goapp.UI {
		all := make([]goapp.UI, n)
		for i := range all {
			all[i] = draw(i)
		}
		return all
	})
}
