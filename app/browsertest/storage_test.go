//go:build browser

package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// finds makes sure that the page works: it answers what is typed.
func (r *reader) finds() {
	r.t.Helper()
	r.types("dental unspent")
	r.seesFirst(sharedStory)
}

func TestSaysThatThereIsNoRoomAndWorksOnline(t *testing.T) {
	host := newHost(t, builtSite())
	r := newReader(t, host)
	r.must(r.Do(chromedp.Navigate(host.URL() + "version.json")))
	r.expects = []string{"favicon.ico", "Quota"}
	room := 100_000.0 // bytes
	origin := strings.TrimSuffix(host.URL(), "/")
	_, err := chromedp.Call(r.ctx, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: origin, QuotaSize: &room})
	r.must(err)
	r.opens("")
	r.waits(`document.getElementById("storage")?.textContent === "Not available offline: this browser has no room left"`)
	r.finds()
}

func TestStoresAgainWhatStorageHasLost(t *testing.T) {
	host := newHost(t, builtSite())
	for _, lost := range []struct{ name, script string }{
		{"everything", `caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))`},
		{"one file", `caches.keys().then(async ([name]) => {
			const cache = await caches.open(name);
			await cache.delete((await cache.keys()).find((request) => request.url.endsWith(".wasm")));
		})`},
	} {
		t.Run(lost.name, func(t *testing.T) {
			first := newReader(t, host)
			first.opens("")
			first.waits(`document.getElementById("offline")`)
			first.must(first.Do(chromedp.Evaluate[chromedp.Void](lost.script, chromedp.EvalAwaitPromise)))
			first.opens("?q=dental")
			first.seesFirst(sharedStory)
			first.opens("")
			first.becomesOffline()
			first.opens(shared)
			first.seesFirst(sharedStory)
			first.must(host.Start())
		})
	}
}

func TestWorksInAPrivateWindow(t *testing.T) {
	private, err := chromium.NewProfile()
	if err != nil {
		t.Fatal(err)
	}
	defer private.Close()
	tab, err := private.NewTab(1280, 900)
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{t: t, Tab: tab, host: newHost(t, builtSite())}
	r.opens("")
	r.finds()
	r.becomesOffline()
	r.opens(shared)
	r.seesFirst(sharedStory)
}

func TestWorksOnlineWhereTheBrowserKeepsNothingAndSaysSo(t *testing.T) {
	for _, test := range []struct{ name, script, says string }{
		{"no service workers", `delete Navigator.prototype.serviceWorker`,
			"Not available offline: this browser keeps no pages here"},
		{"registering refused", `ServiceWorkerContainer.prototype.register = async () => { throw new DOMException("refused", "SecurityError") }`,
			"Not available offline: the browser or the host does not allow it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := newReader(t, newHost(t, builtSite()))
			r.expects = []string{"service worker registration failed"} // go-app says so
			r.must(r.Before(test.script))
			r.opens("")
			r.waits(`document.getElementById("storage")?.textContent === "` + test.says + `"`)
			r.finds()
		})
	}
}

// A database that does not open, because something holds it, is waited for no longer than a reader would: what they do is there for the
// visit, and kept when it opens after all.
func TestADatabaseThatDoesNotOpenIsNotWaitedFor(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(`const open = indexedDB.open.bind(indexedDB);
		indexedDB.open = (...asked) => {
			const request = {};
			window.letGo = () => {
				const real = open(...asked);
				for (const name of ["result", "error"]) Object.defineProperty(request, name, { get: () => real[name] });
				for (const name of ["onupgradeneeded", "onsuccess", "onerror"]) real[name] = () => request[name]();
			};
			return request;
		};`))
	r.opens("")
	r.clicks("article .star")
	r.waits(`document.querySelector('.star[aria-pressed="true"]')`)
	r.clicks("#bring")
	r.waits(`document.querySelector(".own").innerText.startsWith("This browser keeps nothing for this page")`)
	r.runs(`letGo()`)
	r.waits(`!document.querySelector(".own .fault")`)
	again := newReader(t, r.host)
	again.opens("")
	again.waits(`document.querySelector('.star[aria-pressed="true"]')`)
}
