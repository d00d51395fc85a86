package server

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"icsexplorer/app/server/webtest"
)

// FuzzRequest sends any bytes as a request. Whatever they are, the first answer must be well formed, of a status that
// we mean to give, and, where it is a file, one of the site's own variants.
func FuzzRequest(f *testing.F) {
	site, err := webtest.Site()
	if err != nil {
		f.Fatal(err)
	}
	handler, err := NewHandler(site)
	if err != nil {
		f.Fatal(err)
	}
	policy, err := Policy(site)
	if err != nil {
		f.Fatal(err)
	}
	var bodies [][]byte
	for _, file := range site {
		bodies = append(bodies, file.Data)
	}
	// A socket file rather than a port: thousands of connections a second would use up the ports.
	ln, err := net.Listen("unix", filepath.Join(f.TempDir(), "s"))
	if err != nil {
		f.Fatal(err)
	}
	srv := newServer(handler, maxConns)
	go srv.Serve(ln)
	f.Cleanup(func() { srv.Close() })

	for _, seed := range []string{
		"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
		"HEAD /index.html HTTP/1.0\r\n\r\n",
		"GET /app-0123456789abcdef.wasm HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br;q=0.5, gzip;q=0\r\nRange: bytes=0-9,20-\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: W/\"a\", *\r\nIf-Match: \"b\"\r\n\r\n",
		"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
		"GET /..%2f%c0%ae HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n",
		"GET http://a/ HTTP/1.1\r\nHost: b\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
		"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, request []byte) {
		conn, err := net.Dial("unix", ln.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		conn.SetDeadline(time.Now().Add(headerTimeout))
		// A server that has refused may close before it has read everything, so errors in sending say nothing.
		conn.Write(request)
		conn.(*net.UnixConn).CloseWrite()
		answer, _ := io.ReadAll(conn)
		if len(answer) == 0 {
			return
		}
		method, _, _ := bytes.Cut(request, []byte(" "))
		resp, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(answer)), &http.Request{Method: string(method)})
		if err != nil {
			t.Fatalf("%q is no answer: %v", answer, err)
		}
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatalf("the body is cut short: %v", err)
		}
		switch resp.StatusCode {
		case http.StatusOK:
			if resp.Request.Method != http.MethodHead && !slices.ContainsFunc(bodies, func(b []byte) bool { return bytes.Equal(b, body) }) {
				t.Errorf("%q is no file of the site", body)
			}
			fallthrough
		case http.StatusPartialContent, http.StatusNotModified, http.StatusNotFound, http.StatusMethodNotAllowed,
			http.StatusRequestEntityTooLarge, http.StatusNotAcceptable, http.StatusPreconditionFailed, http.StatusRequestedRangeNotSatisfiable:
			if resp.Header.Get("Content-Security-Policy") != policy {
				t.Errorf("no security headers on %s", resp.Status)
			}
		case http.StatusBadRequest, http.StatusExpectationFailed, http.StatusRequestHeaderFieldsTooLarge,
			http.StatusNotImplemented, http.StatusHTTPVersionNotSupported: // net/http's own
		default:
			t.Errorf("status %s", resp.Status)
		}
	})
}
