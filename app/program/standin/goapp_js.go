//go:build js

// Package app stands in for the server's half of go-app in the browser's program.
//
// go-app is one package for both sides. Its HTTP handler is never called in the
// browser, yet it carries net/http, crypto/tls and all below into the program: a
// fifth of its size. Package program compiles the program against a copy of go-app
// in which this file takes the place of http.go and resource.go. It is no part of
// the module's own build.
package app

import "strings"

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
