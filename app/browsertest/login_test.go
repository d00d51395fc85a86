//go:build browser

package browsertest

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// Behind a login every file needs the cookie, the manifest, too, which browsers fetch
// without one unless they are told.
func TestWorksBehindALogin(t *testing.T) {
	host := newHost(t, builtSite())
	next := handler(t, builtSite())
	manifests := make(chan int, 10)
	host.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/login" {
			http.SetCookie(w, &http.Cookie{Name: "session", Value: "mine", Path: "/", HttpOnly: true})
			w.Header().Set("Content-Type", "text/html")
			return
		}
		status := http.StatusOK
		if cookie, err := r.Cookie("session"); err != nil || cookie.Value != "mine" {
			status = http.StatusUnauthorized
		}
		if strings.HasSuffix(r.URL.Path, ".webmanifest") {
			manifests <- status
		}
		if status != http.StatusOK {
			http.Error(w, "log in first", status)
			return
		}
		next.ServeHTTP(w, r)
	}))
	r := newReader(t, host)
	r.expects = []string{"favicon.ico"}
	r.must(r.Do(chromedp.Navigate(host.URL() + "login")))
	r.opens("")
	if status := <-manifests; status != http.StatusOK {
		t.Errorf("the manifest was asked for with status %d", status)
	}
	r.becomesOffline()
	r.opens(shared)
	r.seesFirst(sharedStory)
}

// A browser may refuse to keep what it stores when it runs out of room.
func TestSaysWhenStorageIsNotForKeeps(t *testing.T) {
	for answer, want := range map[string]string{
		"async () => true":                   "Ready offline",
		"async () => false":                  "Ready offline, though the browser may clear it when it runs out of room",
		"async () => { throw new Error(); }": "Ready offline",
	} {
		r := newReader(t, newHost(t, builtSite()))
		r.must(r.Before(`window.asked = 0; StorageManager.prototype.persisted = async () => false;
			StorageManager.prototype.persist = async () => { window.asked++; return (` + answer + `)(); };`))
		r.opens("")
		r.waits(`document.getElementById("offline")`)
		r.waits("document.getElementById(\"offline\").textContent === \"" + want + "\"")
		if got := text[int](r, "asked"); got != 1 {
			t.Errorf("the browser was asked %d times", got)
		}
	}
}
