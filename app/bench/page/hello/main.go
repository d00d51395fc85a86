//go:build js

// The smallest page that go-app can make of a box and what stands in it: what the
// explorer's start and its keystrokes are measured against.
package main

import goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

type hello struct {
	goapp.Compo
	name string
}

func (h *hello) OnMount(ctx goapp.Context) {
	ctx.Defer(func(goapp.Context) {
		goapp.Window().Get("document").Get("documentElement").Get("dataset").Set("ready", "true")
	})
}

func (h *hello) Render() goapp.UI {
	return goapp.Main().Body(
		goapp.Input().ID("q").OnInput(func(ctx goapp.Context, _ goapp.Event) { h.name = ctx.JSSrc().Get("value").String() }),
		goapp.H1().Text("Hello, "+h.name),
	)
}

func main() {
	goapp.Route("/", func() goapp.Composer { return &hello{} })
	goapp.RunWhenOnBrowser()
}
