package server_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/app/server"
	"icsexplorer/app/server/webtest"
)

// newSite returns the small site of the scripts and its handler.
func newSite(t testing.TB) (fstest.MapFS, *server.Site) {
	t.Helper()
	site, err := webtest.Site()
	if err != nil {
		t.Fatal(err)
	}
	handler, err := server.NewHandler(site)
	if err != nil {
		t.Fatal(err)
	}
	return site, handler
}

// start runs a server until the test ends, and returns its URL.
func start(t testing.TB, cfg server.Config, h http.Handler, stderr io.Writer) *url.URL {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	line, stdout := io.Pipe()
	stopped := make(chan error, 1)
	go func() {
		stopped <- server.Run(ctx, cfg, h, stdout, stderr)
		stdout.Close()
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-stopped; err != nil {
			t.Errorf("server: %v", err)
		}
	})
	buf := make([]byte, 100)
	n, err := line.Read(buf)
	if err != nil {
		t.Fatal("the server prints no address")
	}
	u, err := url.Parse(strings.TrimSuffix(string(buf[:n]), "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestScripts(t *testing.T) {
	site, handler := newSite(t)
	var stderr bytes.Buffer
	cases, err := webtest.Cases()
	if err != nil {
		t.Fatal(err)
	}
	t.Run("scripts", func(t *testing.T) {
		addr := start(t, server.Config{Addr: "localhost:0"}, handler, &stderr).Host
		client := webtest.Client{Addr: addr, Site: site}
		for _, c := range cases {
			t.Run(c.Name, func(t *testing.T) {
				for _, err := range client.Check(c) {
					t.Error(err)
				}
			})
		}
	})
	if stderr.Len() > 0 {
		t.Errorf("the server complained: %s", &stderr)
	}
}

func TestHeaderLimit(t *testing.T) {
	_, handler := newSite(t)
	u := start(t, server.Config{Addr: "localhost:0"}, handler, io.Discard)
	for _, test := range []struct {
		name       string
		size, want int
	}{{"15 KB", 15 << 10, http.StatusOK}, {"17 KB", 17 << 10, http.StatusRequestHeaderFieldsTooLarge}} {
		t.Run(test.name, func(t *testing.T) {
			r, err := http.NewRequest("GET", u.String(), nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("X-Long", strings.Repeat("x", test.size))
			resp, err := http.DefaultTransport.RoundTrip(r)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			if resp.StatusCode != test.want {
				t.Errorf("status %d, want %d", resp.StatusCode, test.want)
			}
		})
	}
}
