//go:build browser

package browsertest

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"
)

// A system has a page that needs no program, below any path. It hands over to the explorer, which
// shows the same stories, and which stands in for it without a network.
func TestASystemHasAPageWithoutTheProgram(t *testing.T) {
	const folder, slug = "tools/ics/", "south-west-london"
	below := http.NewServeMux()
	below.Handle("/"+folder, http.StripPrefix("/tools/ics", handler(t, builtSite())))
	host, err := NewHost(below)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { host.Stop() })
	page := host.URL() + folder + "ics/" + slug + "/"
	stories := fmt.Sprintf(`document.querySelectorAll("article").length === %d`, of(slug))

	r := newReaderOn(t, host, 390, 844)
	r.must(r.Do(chromedp.Navigate(page)))
	r.waits(stories + ` && document.title.startsWith("South West London ICS") && document.scripts.length === 0`)
	r.waits(`getComputedStyle(document.querySelector(".masthead")).position === "sticky"`) // its style is there
	if wide := text[int64](r, "document.documentElement.scrollWidth"); wide > 390 {
		t.Errorf("the page is %d pixels wide", wide)
	}
	first := text[string](r, `document.querySelector("article h2").textContent`)
	r.clicks(`main a[href^="../../?ics="]`)
	r.waits(`location.search === "?ics=` + slug + `"`)
	r.must(r.Ready())
	r.sees(of(slug))
	r.seesFirst(first)

	// The map leads to the page of a system that is chosen.
	r.must(r.Open(host.URL() + folder + "?show=map&ics=" + slug))
	r.clicks(`.system a[href="ics/` + slug + `/"]`)
	r.waits(`location.href === "` + page + `" && ` + stories)
	r.types("dental unspent\r")
	r.must(r.Ready())
	r.waits(`new URLSearchParams(location.search).get("q") === "dental unspent" && location.search.includes("ics=` + slug + `")`)

	r.becomesOffline()
	r.must(r.Do(chromedp.Navigate(page)))
	r.waits(`location.pathname + location.search === "/` + folder + `?ics=` + slug + `"`)
	r.must(r.Ready())
	r.seesFirst(first)
}
