package server_test

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/app/server"
)

// get asks a handler directly.
func get(h http.Handler, address, encoding string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", address, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestNewHandlerErrors(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("x")}
	for _, test := range []struct {
		name string
		site fstest.MapFS
		want string
	}{
		{"no page", fstest.MapFS{"version.json": file}, "index.html"},
		{"no version", fstest.MapFS{"index.html": file}, "version.json"},
		{"an unknown type", fstest.MapFS{"index.html": file, "version.json": file, "a/b.xyz": file}, "a/b.xyz: no media type"},
		{"no extension", fstest.MapFS{"index.html": file, "version.json": file, "LICENSE": file}, "LICENSE: no media type"},
		{"a variant of nothing", fstest.MapFS{"index.html": file, "version.json": file, "a.js.br": file}, "a.js"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := server.NewHandler(test.site); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one about %s", err, test.want)
			}
		})
	}
}

func TestNewHandlerReadsOnlyOnce(t *testing.T) {
	site, handler := newSite(t)
	want := string(site["index.html"].Data)
	for name := range site {
		delete(site, name)
	}
	if got := get(handler, "/", "").Body.String(); got != want {
		t.Errorf("after the files are gone the page is %q", got)
	}
}

func TestEachVariantHasItsOwnETag(t *testing.T) {
	site, handler := newSite(t)
	seen := make(map[string]string)
	for name := range site {
		for _, encoding := range []string{"identity", "gzip", "zstd", "br"} {
			w := get(handler, "/"+name, encoding)
			tag := w.Header().Get("ETag")
			if w.Code != http.StatusOK {
				continue
			}
			if !strings.HasPrefix(tag, `"`) {
				t.Errorf("%s in %s: ETag %s is not strong", name, encoding, tag)
			}
			body := fmt.Sprintf("%x", sha256.Sum256(w.Body.Bytes()))
			if other, ok := seen[tag]; ok && other != body {
				t.Errorf("%s in %s: the ETag of another variant", name, encoding)
			}
			seen[tag] = body
		}
	}
	if len(seen) < 4*8 {
		t.Errorf("%d ETags for %d files", len(seen), len(site))
	}
}

func TestHashedNamesAreKept(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("x")}
	kept := "a/app-0123456789abcdef.wasm"
	handler, err := server.NewHandler(fstest.MapFS{"index.html": file, "version.json": file, kept: file})
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{
		"/" + kept: "public, max-age=31536000, immutable", "/": "no-cache", "/index.html": "no-cache",
		"/version.json": "no-cache", "/healthz": "no-store", "/nothing": "no-cache",
	} {
		if got := get(handler, address, "").Header().Get("Cache-Control"); got != want {
			t.Errorf("%s: Cache-Control: %s, want %s", address, got, want)
		}
	}
}

func TestSiteWithoutErrorPage(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("x")}
	handler, err := server.NewHandler(fstest.MapFS{"index.html": file, "version.json": file})
	if err != nil {
		t.Fatal(err)
	}
	w := get(handler, "/<script>", "br")
	if w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "script") {
		t.Errorf("got %d %q, want 404 without the address", w.Code, w.Body)
	}
}

func TestSecurityHeadersAreOnEveryAnswer(t *testing.T) {
	site, handler := newSite(t)
	policy, err := server.Policy(site)
	if own := "style-src 'self' 'sha256-"; err != nil || !strings.Contains(policy, own) {
		t.Fatalf("the policy %q is not that of the site: %v", policy, err)
	}
	for _, address := range []string{"/", "/app-0123456789abcdef.wasm", "/healthz", "/nothing"} {
		for _, encoding := range []string{"", "br", "*;q=0"} {
			w := get(handler, address, encoding)
			for _, h := range server.SecurityHeaders(policy) {
				if got := w.Header().Values(h.Name); len(got) != 1 || got[0] != h.Value {
					t.Errorf("%s %q: %s: %q", address, encoding, h.Name, got)
				}
			}
		}
	}
}

func TestASiteWhoseHeadersNameNoPolicyIsRefused(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("x")}
	site := fstest.MapFS{"index.html": file, "version.json": file}
	if _, err := server.NewHandler(site); err != nil {
		t.Errorf("a site that has no file of headers: %v", err)
	}
	site[server.HeadersName] = file
	if _, err := server.NewHandler(site); err == nil || !strings.Contains(err.Error(), "_headers: ") {
		t.Errorf("got %v, want an error that names the file", err)
	}
}

// FuzzPath checks that an address either is one of the site's own, byte for byte, or gets nothing of the site.
func FuzzPath(f *testing.F) {
	for _, seed := range []string{"/", "/index.html", "/../index.html", "/%2e%2e/", "//", "/help%2findex.html", "/\x00", "http://a/"} {
		f.Add(seed)
	}
	site, handler := newSite(f)
	f.Fuzz(func(t *testing.T, target string) {
		u, err := url.ParseRequestURI(target)
		if err != nil {
			t.Skip()
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, &http.Request{Method: "GET", URL: u, Header: http.Header{}})
		name, _, _ := strings.Cut(target, "?")
		if name == "/healthz" {
			return
		}
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		switch file := site[strings.TrimPrefix(name, "/")]; {
		case w.Code == http.StatusNotFound:
		case w.Code != http.StatusOK:
			t.Errorf("%q: status %d", target, w.Code)
		case file == nil || w.Body.String() != string(file.Data):
			t.Errorf("%q: an answer that is no file of the site", target)
		}
	})
}
