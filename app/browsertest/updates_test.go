//go:build browser

package browsertest

import (
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"
)

// published is what --release says: the release whose style sheet the tab shows.
const published = `getComputedStyle(document.body).getPropertyValue("--release")`

// installs opens the front page of a release and waits until it is stored.
func installs(t *testing.T, release fstest.MapFS) (*Host, *reader) {
	t.Helper()
	host := newHost(t, release)
	r := newReader(t, host)
	r.expects = []string{"has been updated"} // go-app says so
	r.opens("")
	r.waits(`document.getElementById("offline")`)
	return host, r
}

func TestTakingANewVersionKeepsTheViewTheTextTheFocusAndTheScroll(t *testing.T) {
	host, r := installs(t, release(t, "old"))
	r.opens("?ics=south-west-london")
	r.types("trust")
	r.waits(`location.search === "?q=trust&ics=south-west-london"`)
	host.Serve(handler(t, release(t, "next")))
	r.clicks("#check")
	r.waits(`document.getElementById("update")`)
	if got := text[string](r, published); got != "old" {
		t.Errorf("%q showed itself unasked", got)
	}
	r.clicks("#q")
	r.types("s") // the address has not followed yet when the page goes
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`scrollTo(0, 150)`)))
	r.clicks("#update")
	r.waits(published + ` === "next"`)
	r.must(r.Ready())
	r.waits(`location.search === "?q=trusts&ics=south-west-london" && document.getElementById("q").value === "trusts"`)
	r.waits(`document.activeElement.id === "q"`)
	r.waits(`scrollY === 150`)
	r.waits(`!document.getElementById("update")`)
	r.waits(`caches.keys().then((names) => names.length === 1)`) // the version before is gone
}

func TestSkipsReleasesThatTheReaderNeverTook(t *testing.T) {
	host, r := installs(t, release(t, "first"))
	for _, name := range []string{"second", "third", "fourth"} {
		next := release(t, name)
		host.Serve(handler(t, next))
		r.clicks("#check")
		r.waits(`document.getElementById("update") && document.getElementById("checked").textContent === ""`)
		// The one in charge and the newest; those between are gone.
		r.waits(`caches.keys().then(async (names) => names.length === 2 && await caches.match("` + sheetOf(next) + `") !== undefined)`)
	}
	if got := text[string](r, published); got != "first" {
		t.Errorf("%q showed itself unasked", got)
	}
	r.clicks("#update")
	r.waits(published + ` === "fourth"`)
	r.must(r.Ready())
	r.waits(`caches.keys().then((names) => names.length === 1)`)
	r.becomesOffline()
	r.opens("?q=dental")
	r.waits(published + ` === "fourth"`)
}

func sheetOf(release fstest.MapFS) string {
	for name := range release {
		if role(name) == "explorer.css" {
			return name
		}
	}
	return ""
}

func TestTwoTabsOnTwoVersionsNeverMixFiles(t *testing.T) {
	old, next := release(t, "old"), release(t, "next")
	host, first := installs(t, old)
	second := newReader(t, host)
	second.expects = first.expects
	second.opens("?q=dental")
	host.Serve(handler(t, next)) // knows nothing of the old files
	first.clicks("#check")
	first.waits(`document.getElementById("update")`)
	first.clicks("#update")
	first.waits(published + ` === "next"`)
	first.must(first.Ready())

	second.waits(`document.getElementById("update")`) // it is offered, too, and nothing more
	if got := text[string](second, published); got != "old" {
		t.Errorf("the second tab became %q unasked", got)
	}
	for name := range old {
		if role(name) != name && !text[bool](second, `fetch("`+name+`").then((response) => response.ok)`) {
			t.Errorf("the second tab can no longer load its %s", name)
		}
	}
	second.Tab.Close()
	third := newReader(t, host)
	third.opens("")
	third.waits(`caches.keys().then((names) => names.length === 1)`)
}

func TestLooksForANewVersionOnStartAndWhenTheReaderComesBackAfterAnHour(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(`window.later = 0; const now = Date.now; Date.now = () => now() + window.later`))
	r.must(r.Before(`{
		const update = ServiceWorkerRegistration.prototype.update;
		window.updates = 0;
		ServiceWorkerRegistration.prototype.update = function () {
			window.updates++;
			return update.call(this);
		};
	}`))
	r.opens("")
	r.waits(`document.getElementById("offline")`)
	r.opens("")
	r.waits(`window.updates === 1`) // on start
	comeBack := `dispatchEvent(new Event("focus"))`
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](comeBack)))
	if n := text[int](r, `window.updates`); n != 1 {
		t.Errorf("looked %d times within the hour", n)
	}
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`window.later = 3_600_000; ` + comeBack + `; ` + comeBack)))
	if n := text[int](r, `window.updates`); n != 2 {
		t.Errorf("looked %d times after the hour", n)
	}
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`window.later = -86_400_000; ` + comeBack)))
	if n := text[int](r, `window.updates`); n != 3 {
		t.Errorf("looked %d times when the clock was set back", n)
	}
}

func TestSaysWhatLookingForANewVersionFound(t *testing.T) {
	host, r := installs(t, release(t, "old"))
	says := func(words string) {
		t.Helper()
		r.clicks("#check")
		r.waits(`document.getElementById("checked").textContent === "` + words + `"`)
	}
	says("This is the newest version")
	next := release(t, "next")
	misbehave(host, next, faults[0], sheetOf(next))
	r.expects = append(r.expects, "404")
	says("A new version is there but did not arrive whole")
	r.becomesOffline()
	says("The host could not be asked")
}
