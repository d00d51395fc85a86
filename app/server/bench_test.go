package server_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// nowhere is a response writer that throws everything away.
type nowhere struct{ header http.Header }

func (n nowhere) Header() http.Header         { return n.header }
func (n nowhere) Write(p []byte) (int, error) { return len(p), nil }
func (n nowhere) WriteHeader(int)             {}

// BenchmarkServe measures what the handler adds to net/http.
func BenchmarkServe(b *testing.B) {
	_, handler := newSite(b)
	tag := get(handler, "/", "br").Header().Get("ETag")
	for _, bench := range []struct{ name, address, header, value string }{
		{"page", "/", "", ""},
		{"program", "/app-0123456789abcdef.wasm", "", ""},
		{"not modified", "/", "If-None-Match", tag},
		{"range", "/", "Range", "bytes=0-99"},
		{"not found", "/nothing", "", ""},
	} {
		b.Run(bench.name, func(b *testing.B) {
			r := httptest.NewRequest("GET", bench.address, nil)
			r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
			if bench.header != "" {
				r.Header.Set(bench.header, bench.value)
			}
			w := nowhere{make(http.Header)}
			b.ReportAllocs()
			for b.Loop() {
				clear(w.header)
				handler.ServeHTTP(w, r)
			}
		})
	}
}
