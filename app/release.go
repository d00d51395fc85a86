package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// release is what the page knows of its own version and of a newer one. A new
// version waits until the reader takes it; nothing reloads by itself.
type release struct {
	offline bool // a worker keeps this page: it opens without a network
	ready   bool // a newer version is stored and waits
	taken   bool // a newer version has taken over, and a reload shows it
	waiting goapp.Value
}

// watch follows the service worker, where the browser has one. update is called
// on the page's goroutine after every change.
func (r *release) watch(ctx goapp.Context) {
	workers := goapp.Window().Get("navigator").Get("serviceWorker")
	if !workers.Truthy() {
		return
	}
	look := func(registration goapp.Value) {
		ctx.Dispatch(func(goapp.Context) {
			r.offline = registration.Get("active").Truthy()
			r.waiting = registration.Get("waiting")
			r.ready = r.offline && r.waiting.Truthy()
		})
	}
	workers.Get("ready").Then(func(registration goapp.Value) {
		look(registration)
		follow := func(worker goapp.Value) {
			worker.Call("addEventListener", "statechange", goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
				look(registration)
				return nil
			}))
		}
		if worker := registration.Get("installing"); worker.Truthy() {
			follow(worker)
		}
		registration.Call("addEventListener", "updatefound", goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
			if worker := registration.Get("installing"); worker.Truthy() {
				follow(worker)
			}
			return nil
		}))
		lookForNewer(registration)
	})
}

// lookForNewer asks the host for a newer version. go-app's own way to ask leaves
// the answer of a host that is out of reach unhandled, as an error in the console.
func lookForNewer(registration goapp.Value) {
	var done goapp.Func
	done = goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
		done.Release()
		return nil
	})
	registration.Call("update").Call("then", done, done)
}

// take lets the waiting version take over and then shows it.
func (r *release) take() {
	location := goapp.Window().Get("location")
	if !r.ready {
		location.Call("reload")
		return
	}
	goapp.Window().Get("navigator").Get("serviceWorker").Call("addEventListener", "controllerchange",
		goapp.FuncOf(func(goapp.Value, []goapp.Value) any {
			location.Call("reload")
			return nil
		}))
	r.waiting.Call("postMessage", "take over")
}
