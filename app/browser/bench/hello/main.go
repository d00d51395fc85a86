//go:build js

// The smallest page that go-app can make: what the explorer's start is measured
// against.
package main

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

type hello struct{ goapp.Compo }

func (h *hello) OnMount(ctx goapp.Context) {
	ctx.Defer(func(goapp.Context) {
		goapp.Window().Get("document").Get("documentElement").Get("dataset").Set("ready", "true")
	})
}

func (h *hello) Render() goapp.UI { return goapp.H1().Text("Hello, world") }

func main() {
	goapp.Route("/", func() goapp.Composer { return &hello{} })
	goapp.RunWhenOnBrowser()
}
