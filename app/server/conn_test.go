package server

import (
	"io"
	"net"
	"net/http"
	"testing"
	"testing/fstest"
	"time"
)

// A page that could not be sent must end the connection: the next answer would be taken for it.
func TestUnsentPageEndsTheConnection(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("the page")}
	site, err := NewHandler(fstest.MapFS{"index.html": file, "version.json": file})
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := newServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery == "late" {
			http.NewResponseController(w).SetWriteDeadline(time.Now().Add(-time.Second))
		}
		site.ServeHTTP(w, r)
	}))
	go srv.Serve(limit(srv, ln, 0))
	defer srv.Close()
	for _, test := range []struct {
		name, first string
		answered    bool
	}{{"in time", "/", true}, {"too late", "/?late", false}} {
		t.Run(test.name, func(t *testing.T) {
			c, err := net.Dial("tcp", ln.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			io.WriteString(c, "GET "+test.first+" HTTP/1.1\r\nHost: localhost\r\n\r\n"+
				"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
			answers, _ := io.ReadAll(c)
			if got := len(answers) > 0; got != test.answered {
				t.Errorf("got %d bytes: %q", len(answers), answers)
			}
		})
	}
}
