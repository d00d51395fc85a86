package server

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

// HeadersName is what the file is called in which the build writes the headers of a site, for hosts that read it.
const HeadersName = "_headers"

const policyName = "Content-Security-Policy"

// ContentSecurityPolicy allows a site its own files and WebAssembly and, by their hashes, the scripts and styles that
// stand in its pages.
func ContentSecurityPolicy(scripts, styles []string) string {
	own := func(hashes []string) string { return strings.Join(append([]string{"'self'"}, hashes...), " ") }
	return "default-src 'none'; script-src " + own(scripts) + " 'wasm-unsafe-eval'; style-src " + own(styles) + "; " +
		"img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; " +
		"form-action 'self'; frame-ancestors 'none'"
}

// Policy returns the content security policy of a built site, which its file of headers holds. One without
// that file has nothing in its pages that would have to be named.
func Policy(site fs.FS) (string, error) {
	headers, err := fs.ReadFile(site, HeadersName)
	if errors.Is(err, fs.ErrNotExist) {
		return ContentSecurityPolicy(nil, nil), nil
	}
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(headers)) {
		if policy, ok := strings.CutPrefix(strings.TrimSpace(line), policyName+": "); ok {
			return policy, nil
		}
	}
	return "", fmt.Errorf("%s: there is no %s", HeadersName, policyName)
}

// Header is one response header.
type Header struct{ Name, Value string }

// SecurityHeaders returns the headers that go with every answer of a site with the policy, in the order in which to
// write them.
func SecurityHeaders(policy string) []Header {
	return []Header{
		{policyName, policy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "no-referrer"},
		{"Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), " +
			"microphone=(), payment=(), usb=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
	}
}

// secure adds SecurityHeaders to h.
func secure(h http.Header, policy string) {
	for _, s := range SecurityHeaders(policy) {
		h.Set(s.Name, s.Value)
	}
}

// mediaTypes are the types we serve, by extension. The table is our own because package mime's is the machine's.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".json": "application/json", ".webmanifest": "application/manifest+json",
	".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png",
	".atom": "application/atom+xml", ".xml": "application/xml",
}
