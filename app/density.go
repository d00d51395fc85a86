package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
)

// denseName is the name under which a browser remembers that its reader wants a denser list.
// web/boot.js looks for it before the page is painted.
const denseName = "ics-explorer-dense"

// setDense makes the list denser or looser, now and at the next visit.
func (x *explorer) setDense(dense bool) {
	x.dense = dense
	dom.Remember(denseName, when(dense, "1"))
	dom.SetRootData("dense", when(dense, "true"))
}

// renderDensity draws the button for it.
func (x *explorer) renderDensity() goapp.UI {
	return goapp.Elem("button").ID("dense").Attr("type", "button").DataSet("do", "dense").
		Aria("pressed", when(x.dense, "true")+when(!x.dense, "false")).Text("Denser")
}
