//go:build browser

package browsertest

import (
	"bytes"
	"maps"
	"net/http"
	"testing"
	"testing/fstest"
)

// looks has the reader ask for a new version and waits for what is said of it.
func looks(r *reader, want string) {
	r.t.Helper()
	r.clicks("#check")
	r.waits(`document.getElementById("checked")?.textContent === "` + want + `"`)
}

// An earlier version that a host still has somewhere is not offered, and does not come by itself either: what waits
// takes over once no tab is left.
func TestTakesOnlyALaterVersion(t *testing.T) {
	for _, test := range []struct {
		name                string
		stale, middle, next int // their numbers
	}{
		{"numbers rise", 1, 2, 3},
		{"numbers stay", 1, 1, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			stale, middle := numbered(t, "stale", test.stale), numbered(t, "middle", test.middle)
			host, r := installs(t, stale)
			host.Serve(handler(t, middle))
			r.clicks("#check")
			r.waits(`document.getElementById("update")`)
			r.clicks("#update")
			r.waits(published + ` === "middle"`)
			r.must(r.Ready())

			host.Serve(handler(t, stale))
			looks(r, "The host has an earlier version than this")
			if text[bool](r, `document.getElementById("update") !== null || release.newer`) {
				t.Error("an earlier version is offered")
			}
			r.Tab.Close()
			second := newReader(t, host)
			second.expects = r.expects
			second.opens("")
			if got := text[string](second, published); got != "middle" {
				t.Errorf("%q came by itself", got)
			}
			host.Serve(handler(t, numbered(t, "next", test.next)))
			second.clicks("#check")
			second.waits(`document.getElementById("update")`)
		})
	}
}

// proxied serves a site with a line put into the page, as a proxy on the way may do.
func proxied(t *testing.T, site fstest.MapFS) http.Handler {
	altered := maps.Clone(site)
	page := bytes.Replace(site["index.html"].Data, []byte("<body>"), []byte("<body><!-- scanned -->"), 1)
	if bytes.Equal(page, site["index.html"].Data) {
		t.Fatal("the page has no body")
	}
	altered["index.html"] = &fstest.MapFile{Data: page}
	return handler(t, altered)
}

func TestSaysWithoutBeingAskedThatAVersionIsAltered(t *testing.T) {
	host, r := installs(t, release(t, "old"))
	host.Serve(proxied(t, release(t, "next")))
	r.opens("")
	const words = "A new version is there but does not arrive as it was published: something on the way may alter it"
	r.waits(`document.getElementById("checked")?.textContent === "` + words + `"`)
	looks(r, words)

	host = newHost(t, builtSite())
	host.Serve(proxied(t, release(t, "first")))
	first := newReader(t, host)
	first.opens("")
	first.waits(`document.getElementById("storage")?.textContent ===
		"Not available offline: what arrives is not what was published; something on the way may alter it"`)
	first.finds()
}
