package server_test

import (
	"strings"
	"testing"

	"icsexplorer/app/server"
)

func TestHashedName(t *testing.T) {
	const hashOfX = "2d711642b726b044" // sha256 -s x
	for _, test := range []struct{ name, want string }{
		{"app.wasm", "app-" + hashOfX + ".wasm"},
		{"icon-192.png", "icon-192-" + hashOfX + ".png"},
		{"a.min.js", "a.min-" + hashOfX + ".js"},
	} {
		got := server.HashedName(test.name, []byte("x"))
		if got != test.want {
			t.Errorf("HashedName(%q) = %q, want %q", test.name, got, test.want)
		}
		if stable, ok := server.CutHash(got); stable != test.name || !ok {
			t.Errorf("CutHash(%q) = %q, %t, want %q", got, stable, ok, test.name)
		}
	}
}

func TestNamesThatAreKept(t *testing.T) {
	for _, test := range []struct {
		name, stable string
		kept         bool
	}{
		{"app-0123456789abcdef.wasm", "app.wasm", true},
		{"a/b-c-0123456789abcdef.css", "a/b-c.css", true},
		{"app-0123456789abcde.wasm", "", false},
		{"app-0123456789abcdef0.wasm", "", false},
		{"app-0123456789ABCDEF.wasm", "", false},
		{"app0123456789abcdef.wasm", "", false},
		{"app-0123456789abcdef.min.js", "", false},
		{"app-0123456789abcdef.", "", false},
		{"app-0123456789abcdef/x.js", "", false},
		{"app-worker.js", "", false},
		{".nojekyll", "", false},
		{"", "", false},
	} {
		want := test.stable
		if !test.kept {
			want = test.name
		}
		if stable, kept := server.CutHash(test.name); stable != want || kept != test.kept {
			t.Errorf("CutHash(%q) = %q, %t, want %q, %t", test.name, stable, kept, want, test.kept)
		}
		if got := server.CacheControl(test.name); strings.Contains(got, "immutable") != test.kept || strings.Contains(got, "no-cache") == test.kept {
			t.Errorf("CacheControl(%q) = %q, want it kept: %t", test.name, got, test.kept)
		}
	}
}

func TestEncoded(t *testing.T) {
	for name, want := range map[string]string{"a.js.br": "a.js", "a.js.zst": "a.js", "a.js.gz": "a.js", "a.js": "", "br": "", "a.br.js": ""} {
		plain, ok := server.Encoded(name)
		if ok != (want != "") || ok && plain != want {
			t.Errorf("Encoded(%q) = %q, %t, want %q", name, plain, ok, want)
		}
	}
}
