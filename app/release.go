package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
)

// release is what the page knows of its own version and of a newer one.
// web/release.js follows the browser and says it; buttons with a data-release
// are its own to answer. Nothing reloads unless the reader asks for it.
type release struct {
	version string
	offline bool   // the page opens without a network
	storage string // what to say of that
	newer   bool   // another version is there to be taken
	checks  bool   // a newer version can be looked for
	checked string // what the last check on demand has found
	install string // how the page can be installed: "button", "ios" or ""
}

// watch reads the state and follows it.
func (r *release) watch(ctx goapp.Context) {
	read := func(goapp.Value) { ctx.Dispatch(func(goapp.Context) { r.read() }) }
	dom.Listen("release", read)
	read(nil)
}

func (r *release) read() {
	state := dom.Released()
	if !state.Truthy() {
		return // the script did not arrive
	}
	*r = release{
		version: dom.Text(state, "version"),
		offline: dom.Is(state, "offline"),
		storage: dom.Text(state, "storage"),
		newer:   dom.Is(state, "newer"),
		checks:  dom.Is(state, "checks"),
		checked: dom.Text(state, "checked"),
		install: dom.Text(state, "install"),
	}
}
