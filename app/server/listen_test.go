package server

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"strconv"
	"testing"
	"testing/fstest"
	"time"
)

// A page that could not be sent must end the connection: the next answer would be taken for it.
func TestUnsentPageEndsTheConnection(t *testing.T) {
	file := &fstest.MapFile{Data: make([]byte, buffer+1)}
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
	}), maxConns)
	go srv.Serve(listener{ln})
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

// Answers of every size come whole, one after another, whether or not they are sent in one piece. Those that need two
// pieces, and no more, have the first held back.
func TestHeldPagesAreWhole(t *testing.T) {
	for _, size := range []int{1, buffer / 2, buffer - 1, buffer, buffer + 1, 2*buffer - 1, 2 * buffer, 2*buffer + 1, 100 * buffer} {
		t.Run(strconv.Itoa(size), func(t *testing.T) {
			body := make([]byte, size)
			for i := range body {
				body[i] = byte(i * i >> 3)
			}
			site, err := NewHandler(fstest.MapFS{"index.html": {Data: body}, "version.json": {Data: body}})
			if err != nil {
				t.Fatal(err)
			}
			ln, err := net.Listen("tcp", "localhost:0")
			if err != nil {
				t.Fatal(err)
			}
			srv := newServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				site.ServeHTTP(w, r)
				c := r.Context().Value(connKey{}).(*conn)
				// What was held may have been sent by now, but it has left its room behind.
				held := cap(c.held) > 0
				if want := buffer < size && size <= 2*buffer; held != want {
					t.Errorf("a piece was held back: %t, want %t", held, want)
				}
				// The second piece of so small a file is still in net/http's buffer.
				if size == buffer+1 && r.Method == "GET" && len(c.held) == 0 {
					t.Error("the first piece was sent by itself")
				}
			}), maxConns)
			go srv.Serve(listener{ln})
			defer srv.Close()
			c, err := net.Dial("tcp", ln.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			r := bufio.NewReader(c)
			for _, method := range []string{"GET", "HEAD", "GET", "GET"} {
				io.WriteString(c, method+" / HTTP/1.1\r\nHost: localhost\r\n\r\n")
				resp, err := http.ReadResponse(r, &http.Request{Method: method})
				if err != nil {
					t.Fatal(err)
				}
				got, err := io.ReadAll(resp.Body)
				if err != nil {
					t.Fatal(err)
				}
				if method == "GET" && !bytes.Equal(got, body) {
					t.Errorf("got %d other bytes", len(got))
				}
			}
		})
	}
}
