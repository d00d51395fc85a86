//go:build js

// Package app stands in for what the copy of go-app leaves out: the server's half, and
// what is there for programs of several pages, with states, actions, storage and addresses
// of go-app's own. Package program compiles the explorer's program against a copy of go-app
// with these files in it. They are no part of the module's own build.
package app

import (
	"fmt"
	"strings"
	"time"
)

// The program runs in a browser.
const (
	IsClient = true
	IsServer = false
)

var window = newBrowserWindow()

// Window is the browser's window.
func Window() BrowserWindow { return window }

// An engine draws the one component that the program has, and what changes in it.
type engine struct {
	nodes      nodeManager
	updates    updateManager
	body       HTML // around the component
	dispatches chan func()
	defers     chan func()
}

// newRoot makes the component.
var newRoot func() Composer

// RouteWithRegexp says what makes the component of the program. It takes the one pattern
// that needs no parser: "^", which every path matches.
func RouteWithRegexp(pattern string, newComponent func() Composer) {
	if pattern != "^" {
		panic("this program has no routes by pattern, such as " + pattern)
	}
	newRoot = newComponent
}

// RunWhenOnBrowser has the component, which must be a Prerendered, take over the page, and
// draws what changes from then on. It ends only when something goes wrong.
func RunWhenOnBrowser() {
	defer func() {
		err := recover()
		if label := Window().GetElementByID("app-wasm-loader-label"); label.Truthy() {
			label.setInnerText(fmt.Sprint(err))
		}
		panic(err)
	}()
	e := &engine{dispatches: make(chan func(), 4096), defers: make(chan func(), 4096)}
	if err := e.takeOver(newRoot().(Prerendered)); err != nil {
		panic(err)
	}
	e.run()
}

// takeOver makes what stands in the page the component's, and draws what is to be another.
func (e *engine) takeOver(root Prerendered) error {
	body := Window().Get("document").Get("body")
	e.body = Elem("body")
	e.body.setJSElement(body)
	there, parent := rootElement(body), body
	if there.Truthy() {
		parent = there.Get("parentNode")
	}
	ctx := Context{engine: e}
	become := root.AsPrerendered()
	drawn, next, err := e.nodes.adopt(ctx, 1, root, parent, there)
	if err != nil {
		return err
	}
	drawn.setParent(e.body)
	if next.Truthy() && next.Equal(there) { // it was not what it should have been, and stands behind what was drawn
		next.Call("remove")
	}
	if become == nil {
		return nil
	}
	become()
	_, err = e.nodes.UpdateComponentRoot(ctx, root)
	return err
}

// rootElement is the element that the page was prerendered in, wherever in the body it
// stands; of a page that has none of that name, the first. An extension may have put
// others before it.
func rootElement(body Value) Value {
	if root := Window().GetElementByID("explorer"); root.Truthy() {
		return root
	}
	return body.firstElementChild()
}

// run does what is dispatched. What changes by it is drawn a millisecond later: mostly in
// the same frame as the letter typed, and once for all that comes together.
func (e *engine) run() {
	const soon, late = time.Millisecond, time.Hour
	frame := time.NewTicker(soon)
	for {
		select {
		case do := <-e.dispatches:
			frame.Reset(soon)
			do()
		case <-frame.C:
			e.drawChanges()
			frame.Reset(late)
		}
	}
}

func (e *engine) drawChanges() {
	e.updates.UpdateForEach(func(c Composer) {
		if !c.Mounted() {
			return
		}
		if _, err := e.nodes.UpdateComponentRoot(Context{engine: e}, c); err != nil {
			panic(err)
		}
	})
	for {
		select {
		case do := <-e.defers:
			do()
		default:
			return
		}
	}
}

// A Context is that of an element: what it says is drawn in its components.
type Context struct {
	engine        *engine
	sourceElement UI
}

// Dispatch has do called soon, and what changes by it drawn afterwards.
func (c Context) Dispatch(do func(Context)) {
	c.engine.dispatches <- func() {
		if c.sourceElement.Mounted() {
			c.count(1)
			do(c)
		}
	}
}

// PreventUpdate takes back one drawing that Dispatch has asked for.
func (c Context) PreventUpdate() { c.count(-1) }

// count changes how many ask for the components around the element to be drawn.
func (c Context) count(by int) {
	for compo, ok := component(c.sourceElement); ok; compo, ok = component(compo.parent()) {
		c.engine.updates.Add(compo, by)
	}
}

// Defer has do called when what has changed is drawn.
func (c Context) Defer(do func(Context)) {
	c.engine.defers <- func() {
		if c.sourceElement.Mounted() {
			do(c)
		}
	}
}

func (c Context) removeComponentUpdate(compo Composer) { c.engine.updates.Done(compo) }

// ResolveStaticResource is what go-app asks for the address of a file in /web. No element
// of the program has any.
func (c Context) ResolveStaticResource(address string) string { return address }

// toString is the text of an attribute's value.
func toString(v any) string {
	if text, ok := v.(string); ok {
		return text
	}
	return fmt.Sprint(v)
}

// toPath joins what sets one handler apart from others of the same code.
func toPath(v ...any) string {
	var b strings.Builder
	for _, part := range v {
		b.WriteString("/" + toString(part))
	}
	return b.String()
}

// previewText is the beginning of a text, for an error.
func previewText(text string) string { return text[:min(len(text), 80)] }

// replaceNode puts a node in the place of another, wherever that stands by now, or at the
// end of its parent if it stands nowhere.
func replaceNode(parent Value, new, old Wrapper) {
	if o := old.JSValue(); o.Get("parentNode").Truthy() {
		o.Call("replaceWith", new)
	} else {
		parent.Call("appendChild", new)
	}
}
