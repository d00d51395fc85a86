//go:build browser

package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func (r *reader) runs(script string) {
	r.t.Helper()
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](script)))
}

func (r *reader) presses(key string) {
	r.t.Helper()
	r.must(r.Do(chromedp.KeyEvent(key)))
}

func TestFindsASystemByTyping(t *testing.T) {
	host := newHost(t, builtSite())
	for typed, slug := range map[string]string{"hiow": "hampshire-and-isle-of-wight", "swlondon": "south-west-london", "QWE": "south-west-london", "surrey": "surrey-heartlands"} {
		t.Run(typed, func(t *testing.T) {
			r := newReader(t, host)
			r.opens("")
			r.must(r.Do(chromedp.SendKeys(chromedp.CSS("#pick"), typed)))
			r.waits(fmt.Sprintf(`document.querySelector('fieldset input[name="ics"]')?.value === %q`, slug))
			r.clicks("#ics-" + slug)
			r.waits(fmt.Sprintf(`location.search === "?ics=%s"`, slug))
		})
	}
}

func TestAFacetValueIsALinkToItsView(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=trust")
	links := text[[]string](r, `[...document.querySelectorAll("fieldset label a")].map((a) => a.getAttribute("href"))`)
	if len(links) < 8 {
		t.Fatalf("links: %q", links)
	}
	for _, link := range links {
		r.opens(link)
		r.waits(`parseInt(document.querySelector('[role="status"]').innerText) === document.querySelectorAll("article").length`)
	}
}

func TestTheMapShowsCountsAndIsAFilter(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?show=map")
	says := func(slug string) string {
		return text[string](r, fmt.Sprintf(`document.getElementById("tile-%s").dataset.says`, slug))
	}
	if n := text[int](r, `document.querySelectorAll(".tile").length`); n != 42 {
		t.Errorf("%d tiles", n)
	}
	if got := says("south-west-london"); got != fmt.Sprintf("South West London: %d stories", of("south-west-london")) {
		t.Errorf("says %q", got)
	}
	for _, system := range builtin.Registry {
		if of(system.Slug) == 0 && says(system.Slug) != system.ShortName+": not in this copy" {
			t.Errorf("says %q", says(system.Slug))
		}
	}
	r.types("cybersecurity")
	r.waits(`document.getElementById("tile-south-west-london").dataset.says === "South West London: 0 stories"`)
	r.runs(`document.getElementById("q").value = ""; document.getElementById("q").dispatchEvent(new InputEvent("input", {bubbles: true}))`)
	r.waits(fmt.Sprintf(`document.getElementById("tile-south-west-london").dataset.says === "South West London: %d stories"`, of("south-west-london")))

	// One tile is reached by Tab, the others by arrow keys.
	if n := text[int](r, `document.querySelectorAll('.tile[tabindex="0"]').length`); n != 1 {
		t.Errorf("%d tiles are reached by Tab", n)
	}
	r.runs(`document.getElementById("tile-south-west-london").focus()`)
	r.presses(kb.ArrowRight)
	r.waits(`document.activeElement.id === "tile-south-east-london"`)
	r.presses(kb.ArrowUp)
	r.waits(`document.activeElement.id === "tile-north-central-london"`)
	r.presses(kb.ArrowLeft)
	r.presses(kb.ArrowDown)
	r.waits(`document.activeElement.id === "tile-south-west-london"`)
	r.presses(kb.Enter)
	r.waits(`location.search === "?ics=south-west-london&show=map" && document.activeElement.id === "tile-south-west-london"`)
	r.sees(of("south-west-london"))
	panel := text[string](r, `document.getElementById("system-south-west-london").innerText`)
	for _, part := range []string{"NHS South West London Integrated Care Board", "London", "QWE", "E54000031", "unchanged"} {
		if !strings.Contains(panel, part) {
			t.Errorf("the panel does not say %q:\n%s", part, panel)
		}
	}
	if got := text[string](r, `document.querySelector("#system-south-west-london a").href`); got != "https://www.hsj.co.uk/local/icss/south-west-london-ics" {
		t.Errorf("its page on HSJ is %q", got)
	}
	r.opens("?show=map&ics=frimley")
	if got := text[string](r, `document.getElementById("system-frimley").innerText`); !strings.Contains(got, "East Berkshire in Thames Valley (E54000070)") {
		t.Errorf("what became of Frimley: %q", got)
	}
}

func TestComparesTwoSystems(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?show=compare&ics=hampshire-and-isle-of-wight&ics=south-west-london")
	headings := text[[]string](r, `[...document.querySelectorAll(".columns h2")].map((h) => h.textContent)`)
	both := of("south-west-london", "hampshire-and-isle-of-wight")
	want := fmt.Sprintf("Only Hampshire and Isle of Wight %d|Shared %d|Only South West London %d",
		of("hampshire-and-isle-of-wight")-both, both, of("south-west-london")-both)
	if got := strings.Join(headings, "|"); got != want {
		t.Errorf("columns %q, want %q", got, want)
	}
	if n := text[int](r, `document.querySelectorAll("#shared article").length`); n != both {
		t.Errorf("%d shared stories", n)
	}
	cell := `.matrix td a[href*="ics=hampshire-and-isle-of-wight&ics=south-west-london&"]`
	if got := text[string](r, "document.querySelector(`"+cell+"`).textContent"); !strings.HasPrefix(got, fmt.Sprintf("%d of ", both)) {
		t.Errorf("the matrix says %q", got)
	}
	r.clicks(cell)
	r.waits(`location.hash === "#shared" && location.search.includes("show=compare")`)
	r.clicks("#shared article a")
	r.waits(`location.hash !== "" && document.activeElement.matches("article[data-story]") && document.querySelector(".panel")`)
}

func TestAStorysPanelOpensInPlace(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=threefold")
	r.clicks("article .opener")
	panel := `document.querySelector("article .panel")`
	r.waits(panel)
	said := text[string](r, panel+".innerText")
	for _, part := range []string{"South West London: number 1 of ", "Hampshire and Isle of Wight: number 1 of ", "Mobile phone", "Link to this story"} {
		if !strings.Contains(said, part) {
			t.Errorf("the panel does not say %q:\n%s", part, said)
		}
	}
	for _, proof := range []string{"Newer than", "Older than", "Order"} {
		if strings.Contains(said, proof) {
			t.Errorf("the panel says %q", proof)
		}
	}
	r.waits(`document.activeElement.matches(".opener")`)
	r.clicks(".panel .ways a")
	r.waits(`location.hash === "#" + document.querySelector("article").id`)
	href := text[string](r, "location.href")
	r.must(r.Open(href))
	r.waits(panel)
	r.clicks("article .opener")
	r.waits(`!document.querySelector(".panel")`)
}

func TestAHeadlineOpensItsStory(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=threefold")
	r.clicks("article h2 a")
	r.waits(`document.querySelector("article .panel") && document.activeElement.matches("h2 a") && location.search === "?q=threefold"`)
	r.presses(kb.Enter)
	r.waits(`!document.querySelector(".panel") && document.activeElement.matches("h2 a")`)
	// In every row stands the way to HSJ, which says that it is a search.
	find := text[[]string](r, `[...document.querySelectorAll("article .find")].map((a) => a.innerText + " " + a.rel + " " + a.href)`)
	if len(find) != 1 || !strings.HasPrefix(find[0], "Find on HSJ (web search) noreferrer https://duckduckgo.com/?q=site%3Ahsj.co.uk+%22Threefold") {
		t.Errorf("the ways to HSJ are %q", find)
	}
	// A system's tag keeps what was typed.
	r.clicks("article .systems a")
	r.waits(`location.search === "?q=threefold&ics=hampshire-and-isle-of-wight" && document.getElementById("q").value === "threefold"`)
}

// An example can be followed, and what a search has to say is said to those who do not see it.
func TestAnExampleAndNotesThatAreHeard(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.clicks(".example a")
	r.waits(`location.search.startsWith("?q=") && document.querySelectorAll("article").length > 0 && document.querySelector("article mark")`)
	r.clicks("#home")
	r.sees(all)
	r.runs(`document.getElementById("spoken").dataset.kept = "true"`) // a region that is drawn anew says nothing
	r.types("dental london")
	r.waits(`document.querySelector("#notes .note")?.innerText.includes("without “london”")`)
	r.waits(`document.querySelector("#spoken[aria-live=polite][data-kept]")?.textContent.includes("without “london”")`)
}

func TestSaysHowTheOrderIsKnown(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?ics=south-west-london")
	r.waits(`document.querySelector(".order")?.innerText === "As HSJ lists them, newest first."`)
	r.types("nhse")
	r.waits(`!document.querySelector(".order")`)
}

func TestTakesTheViewAway(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=private+hospitals")
	r.runs(`
		window.saved = {};
		URL.createObjectURL = (blob) => { blob.text().then((t) => { window.saved[blob.type] = t; }); return "blob:none"; };
		HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
		navigator.clipboard.write = async ([item]) => {
			const text = async (type) => (await item.getType(type)).text();
			window.rich = { html: await text("text/html"), text: await text("text/plain") };
		};`)
	for do, want := range map[string]string{
		"save-csv":      `/^hsj-private-hospitals-20\d\d-\d\d-\d\d\.csv$/.test(window.savedAs) && saved["text/csv;charset=utf-8"]?.includes("Revealed: The ICBs most reliant on private hospitals\",\"Up to 20 per cent")`,
		"save-json":     `/^hsj-private-hospitals-20\d\d-\d\d-\d\d\.json$/.test(window.savedAs) && JSON.parse(saved["application/json"] ?? "{}").stories?.length >= 1`,
		"save-md":       `/^hsj-private-hospitals-20\d\d-\d\d-\d\d\.md$/.test(window.savedAs) && saved["text/markdown;charset=utf-8"]?.includes("**Revealed: The ICBs most reliant on private hospitals**")`,
		"save-ris":      `/^hsj-private-hospitals-20\d\d-\d\d-\d\d\.ris$/.test(window.savedAs) && saved["application/x-research-info-systems"]?.includes("TY  - NEWS")`,
		"copy-briefing": `window.rich?.html.includes("<a href=\"http://") && window.rich.html.includes("Revealed: The ICBs most reliant on private hospitals") && window.rich.text.includes("?q=private+hospitals") && !window.rich.html.includes("corpus=") && document.querySelector(".said").textContent === "Briefing copied"`,
	} {
		r.clicks(".export summary")
		r.clicks(fmt.Sprintf("[data-do=%q]", do))
		r.waits(want)
		r.waits(`document.activeElement.id === "export"`)
	}
}

func TestTheExportMenuCloses(t *testing.T) {
	r := newReaderOn(t, newHost(t, builtSite()), 320, 700)
	r.opens("?q=trust")
	const open = `document.querySelector(".export").open`
	r.clicks(".export summary")
	r.waits(open + ` && document.querySelector(".menu").getBoundingClientRect().right <= 320 && document.documentElement.scrollWidth <= 320`)
	r.presses(kb.Escape)
	r.waits("!" + open + ` && document.activeElement.id === "export"`)
	r.clicks(".export summary")
	r.waits(open)
	r.clicks("#stories .intro")
	r.waits("!" + open)
}

func TestALinkFromOtherListingsSaysSo(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=gp&corpus=0123456789abcdef")
	if got := text[string](r, `document.querySelector(".note").innerText`); !strings.Contains(got, "made from other listings") {
		t.Errorf("the note says %q", got)
	}
}

func TestKeysWalkTheStoriesAndNeverFireWhileTyping(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.presses("j")
	r.waits(`document.activeElement === document.querySelectorAll("article")[0]`)
	r.presses("j")
	r.presses(kb.ArrowDown)
	r.waits(`document.activeElement === document.querySelectorAll("article")[2]`)
	r.presses("k")
	r.waits(`document.activeElement === document.querySelectorAll("article")[1]`)
	r.presses(kb.Enter)
	r.waits(`document.querySelectorAll("article")[1].querySelector(".panel")`)
	// The driver would type the letter besides pressing the key; a real one does not.
	if !text[bool](r, `!document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true, cancelable: true}))`) {
		t.Error("/ would be typed into the search box")
	}
	r.waits(`document.activeElement.id === "q"`)
	r.presses("jkx/?")
	if got := r.box(); got != "jkx/?" {
		t.Errorf("the search box holds %q", got)
	}
	r.clicks("#home")
	r.sees(all)
	r.runs(`document.querySelectorAll("article")[1].focus()`)
	r.presses("x")
	r.waits(`location.search === "?ics=south-west-london"`)
	r.runs(`document.activeElement.blur()`)
	r.presses("?")
	r.waits(`document.getElementById("help").open`)
	r.clicks("#keys-off")
	r.clicks("#help button")
	r.waits(`!document.getElementById("help").open`)
	r.runs(`document.activeElement.blur()`)
	r.presses("/")
	if text[bool](r, `document.activeElement.id === "q"`) {
		t.Error("a single key works although they are turned off")
	}
	r.must(r.Do(chromedp.Reload()))
	r.must(r.Ready())
	r.waits(`document.getElementById("keys-off").checked`)
	r.runs(`localStorage.clear()`)
}

func TestNothingMovesButTheResults(t *testing.T) {
	for width, fixed := range map[int64]string{1280: `"#q", "#copy", "#sort", ".facet", "#ics-south-west-london", ".shows"`, 390: `"#q", "#copy", "#dense", "#fold", ".shows"`} {
		r := newReaderOn(t, newHost(t, builtSite()), width, 900)
		r.opens("")
		places := `[` + fixed + `].map((s) => { const b = document.querySelector(s).getBoundingClientRect(); return [s, b.x, b.y].join(" "); }).join("|")`
		before := text[string](r, places)
		compare := func(after string) {
			t.Helper()
			if now := text[string](r, places); now != before {
				t.Errorf("at %d, after %q\nbefore %s\nafter  %s", width, after, before, now)
			}
		}
		for _, query := range []string{"n", "nhse", "nhse blorptag", ""} {
			order := "Best match"
			if query == "" {
				order = "Newest"
			}
			r.runs(fmt.Sprintf(`document.getElementById("q").value = %q; document.getElementById("q").dispatchEvent(new InputEvent("input", {bubbles: true}))`, query))
			r.waits(`document.getElementById("sort").selectedOptions[0].text === "` + order + `"`)
			compare(query)
		}
		first := `document.querySelector("article h2").getBoundingClientRect().y`
		r.waits(`document.querySelector(".order")`) // which stands above them
		stands := text[float64](r, first)
		r.clicks("#copy")
		r.waits(`document.querySelector(".said").innerText !== ""`)
		compare("copying")
		if now := text[float64](r, first); now != stands {
			t.Errorf("at %d, copying takes the stories from %g to %g", width, stands, now)
		}
	}
}

func TestPrintsTheFilterTheAddressAndTheStoriesOnly(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=nhse&ics=south-west-london")
	r.prints()
	shown := text[[]string](r, `[".search", "nav.shows", ".filters", ".actions", ".opener", ".intro", ".printed", "article h2", ".chips"].filter((s) => { const e = document.querySelector(s); return e && getComputedStyle(e).display !== "none"; })`)
	if got := strings.Join(shown, " "); got != ".printed article h2 .chips" {
		t.Errorf("printed: %s", got)
	}
	if got := text[string](r, `document.querySelector(".printed").innerText`); !strings.Contains(got, "?q=nhse&ics=south-west-london") {
		t.Errorf("the printed address is %q", got)
	}
}
