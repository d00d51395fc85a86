//go:build browser

package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestWorksOfflineWithASharedLinkOpenedCold(t *testing.T) {
	host := newHost(t, builtSite())
	first := newReader(t, host)
	first.opens("")
	first.becomesOffline()
	first.Tab.Close()

	r := newReader(t, host)
	r.opens("?q=dental&ics=hampshire-and-isle-of-wight")
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")
	r.types(" unspent")
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")

	r.opens("nope/deeper/?q=dental")
	r.waits(`location.href === "` + host.URL() + `?q=dental"`)
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")
}

func TestDeletesNoCacheButItsOwn(t *testing.T) {
	host := newHost(t, release(t, "old"))
	first := newReader(t, host)
	first.expects = []string{"favicon.ico", "has been updated"} // of a file that has no icon; go-app says so
	first.must(first.Do(chromedp.Navigate(host.URL() + "version.json")))
	first.must(first.Do(chromedp.Evaluate[chromedp.Void](`caches.open("somebody else's")`, chromedp.EvalAwaitPromise)))
	first.opens("")
	first.waits(`document.getElementById("offline")`)
	host.Serve(handler(t, release(t, "next")))
	first.clicks("#check")
	first.waits(`document.getElementById("update")`)
	first.clicks("#update")
	first.waits(published + ` === "next"`)
	first.waits(`caches.keys().then((names) => names.length === 2)`)
	if got := strings.Join(text[[]string](first, "caches.keys()"), "|"); !strings.Contains(got, "somebody else's") {
		t.Errorf("caches after an update: %q", got)
	}
}
