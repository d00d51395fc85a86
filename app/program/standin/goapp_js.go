//go:build js

// Package app stands in for the server's half of go-app in the browser's program.
//
// go-app is one package for both sides. Its HTTP handler is never called in the
// browser, yet it carries net/http, crypto/tls and all below into the program: a
// fifth of its size. Package program compiles the program against a copy of go-app
// in which this file takes the place of http.go and resource.go, and, without what they
// bring along, of route.go and crypto.go. It is no part of the module's own build.
//
// Besides, it has what package program's patches call.
package app

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/errors"
)

// Handler is named by go-app's hooks for the server, which do nothing here.
type Handler struct{}

// clientResourceResolver resolves the paths that a component may give to its own
// static files, /web/..., to where the site keeps them.
func clientResourceResolver(folder string) func(string) string {
	return func(location string) string {
		path := strings.Trim(location, "/")
		if path != "web" && !strings.HasPrefix(path, "web/") {
			return location
		}
		return folder + "/" + strings.TrimPrefix(path, "web/")
	}
}

// rootElement is the element that the page was prerendered in, wherever in the body it
// stands; of a page that has none of that name, the first.
func rootElement(body HTMLBody) Value {
	if root := Window().GetElementByID("explorer"); root.Truthy() {
		return root
	}
	return body.JSValue().firstElementChild()
}

// parsedURL is an address as far as go-app needs one that url.Parse refuses.
func parsedURL(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil {
		return &url.URL{Path: "/"}
	}
	return u
}

// replaceNode puts a node in the place of another, wherever that stands by now, or at the
// end of its parent if it stands nowhere.
func replaceNode(parent Value, new, old Wrapper) {
	if o := old.JSValue(); o.Get("parentNode").Truthy() {
		o.Call("replaceWith", new)
	} else {
		parent.Call("appendChild", new)
	}
}

// A router has the routes of the program: paths, and one for all others.
type router struct {
	routes map[string]func() Composer
	others func() Composer
}

func makeRouter() router { return router{routes: make(map[string]func() Composer)} }

func (r *router) route(path string, newComponent func() Composer) { r.routes[path] = newComponent }

// routeWithRegexp takes the one pattern that needs no parser: "^", which every path matches.
func (r *router) routeWithRegexp(pattern string, newComponent func() Composer) {
	if pattern != "^" {
		panic("this program has no routes by pattern, such as " + pattern)
	}
	r.others = newComponent
}

func (r *router) routed(path string) bool { return r.routes[path] != nil || r.others != nil }

func (r *router) createComponent(path string) (Composer, bool) {
	if newComponent := r.routes[path]; newComponent != nil {
		return newComponent(), true
	}
	if r.others != nil {
		return r.others(), true
	}
	return nil, false
}

// randomName is one that no other tab has.
func randomName() string {
	return strconv.FormatFloat(Window().Get("Math").Call("random").Float(), 'f', -1, 64)
}

var errPlain = errors.New("nothing is encrypted in this program")

func encrypt(string, []byte) ([]byte, error) { return nil, errPlain }

func decrypt(string, []byte) ([]byte, error) { return nil, errPlain }
