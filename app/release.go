package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// release is what the page knows of its own version and of a newer one.
// web/release.js follows the browser and says it; buttons with a data-release
// are its own to answer. Nothing reloads unless the reader asks for it.
type release struct {
	version string
	offline bool   // the page opens without a network
	storage string // what to say of that
	newer   bool   // another version is there to be taken
	checked string // what the last check on demand has found
	install string // how the page can be installed: "button", "ios" or ""
}

// watch reads the state and follows it.
func (r *release) watch(ctx goapp.Context) {
	read := func() { ctx.Dispatch(func(goapp.Context) { r.read() }) }
	goapp.Window().Call("addEventListener", "release", goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		read()
		return nil
	}))
	read()
}

func (r *release) read() {
	state := goapp.Window().Get("release")
	if !state.Truthy() {
		return // the script did not arrive
	}
	*r = release{
		version: state.Get("version").String(),
		offline: state.Get("offline").Bool(),
		storage: state.Get("storage").String(),
		newer:   state.Get("newer").Bool(),
		checked: state.Get("checked").String(),
		install: state.Get("install").String(),
	}
}
