package server

import "net/http"

// The hashes of the styles that stand in pages themselves: web/alarm.css and web/dead.css, and that of
// app/site/404.html. The build checks them.
const (
	alarmStyle   = "'sha256-PBFMYKIEDgPVbbtoBKsaDFIGqNNL7sjkfaOGxnIjl5o='"
	deadStyle    = "'sha256-uJG+bYd4thK0aQjj0dVp9GeY8QT8TQR9X58K8ju2n+I='"
	missingStyle = "'sha256-vZRUYBoFqGOEly8+9J/71cmrFSubqFAYnDNlnNoSzhw='"
)

// ContentSecurityPolicy allows the site its own files and WebAssembly, no inline script, and three inline styles.
const ContentSecurityPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' " + alarmStyle + " " + deadStyle + " " + missingStyle + "; " +
	"img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; " +
	"form-action 'self'; frame-ancestors 'none'"

// Header is one response header.
type Header struct{ Name, Value string }

// SecurityHeaders returns the headers that go with every answer, in the order in which to write them.
func SecurityHeaders() []Header {
	return []Header{
		{"Content-Security-Policy", ContentSecurityPolicy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "no-referrer"},
		{"Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), " +
			"microphone=(), payment=(), usb=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
	}
}

// secure adds SecurityHeaders to h.
func secure(h http.Header) {
	for _, s := range SecurityHeaders() {
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
