//go:build browser

package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// later is a release with two listings more: three stories, of which one is in both.
var later = map[string]string{
	"devon":  "Devon ICS\n\nFerry trust buys a hovercraft\n\n\nIt will cross the Taw.\n\nMoorland wards to close\n\n\nThree wards have too few nurses.\n",
	"dorset": "Dorset ICS\n\nMoorland wards to close\n\n\nThree wards have too few nurses.\n\nSeaside surgery to reopen\n\n\nIt was flooded.\n",
}

// does clicks the element that the selector finds as soon as there is one, wherever it is by then.
func (r *reader) does(selector string) {
	r.t.Helper()
	r.waits(`document.querySelector("` + selector + `")`)
	r.runs(`document.querySelector("` + selector + `").click()`)
}

// What a release brings is new to who was here before: counted, marked until it was on the screen, and there
// to be narrowed to; it is in no address. What the reader has added and seen is theirs still.
func TestSaysWhatIsNewSinceTheLastVisit(t *testing.T) {
	host, r := installs(t, release(t, "old"))
	r.opens("")
	r.waits(`window.shelf.records.arrivals.length === 1`)
	if text[bool](r, `!!document.querySelector(".news")`) {
		t.Error("on the first visit something is new")
	}
	r.pastes("", "Somerset ICS\n\nNews\nLevels surgery to move uphill\n14 May 2026\n\nIt was flooded for the third time in two years.\n")
	r.reads(1)
	r.keeps()
	r.waits(`document.querySelector(".news")?.innerText.startsWith("1 new since ")`)
	r.does("#seen")
	r.waits(`!document.querySelector(".news")`)
	r.opens("?ics=devon")
	r.does("#keep")
	r.does("[data-do=mine]")
	r.waits(`window.shelf.records.settings.some((s) => s.id === "systems" && s.value === "devon")`)
	next, err := HandlerOf("../..", t.TempDir(), later)
	r.must(err)
	host.Serve(next)
	r.opens("")
	r.does("#check")
	r.waits(`document.getElementById("update")`)
	r.does("#update")
	r.waits(`document.querySelector(".news")?.innerText.startsWith("3 new since ")`)
	r.has(all + 4) // what was added has survived
	line := text[string](r, `document.querySelector(".news").innerText`)
	if !strings.Contains(line, "2 Devon") || !strings.Contains(line, "2 Dorset") {
		t.Errorf("the line says %q", line)
	}
	if views := text[string](r, `document.querySelector(".views").innerText`); !strings.Contains(views, "My systems") || !strings.Contains(views, "2 stories, 2 new") {
		t.Errorf("the reader's systems say %q", views)
	}
	r.does("#news-dorset")
	r.has(2)
	if address := r.address(); address != "?ics=dorset" {
		t.Errorf("the address is %q", address)
	}
	r.waits(`document.querySelectorAll("article[data-new]").length === 0`) // they were on the screen
	r.waits(`window.shelf.records.seen.length === 3`)
	r.has(2) // and still are
	r.does("#only-all")
	r.opens("")
	r.waits(`document.querySelector(".news")?.innerText.startsWith("1 new since ")`)
	r.does("#seen")
	r.waits(`!document.querySelector(".news")`)
	r.reloads()
	r.waits(`window.shelf.open`)
	if text[bool](r, `!!document.querySelector(".news")`) {
		t.Error("what was marked as seen is new again")
	}
}

// Views are saved under names, in the reader's order, and one of them is what the page starts with.
func TestViewsAreSaved(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	save := func(address, name string) {
		t.Helper()
		r.opens(address)
		r.does("#keep")
		r.must(r.Do(chromedp.SendKeys(chromedp.CSS("#view-name"), name)))
		r.does("[data-do=view-save]")
		r.waits(`window.shelf.records.views.some((v) => v.name === "` + name + `")`)
	}
	save("?q=dental", "Teeth")
	save("?show=map", "England")
	names := func(want string) {
		t.Helper()
		r.waits(`[...document.querySelectorAll(".desk:not(.unread) .views li > a")].map((a) => a.textContent).join() === "` + want + `"`)
	}
	r.opens("")
	names("Teeth,England")
	r.does("[data-do=view-down]")
	names("England,Teeth")
	r.runs(`[...document.querySelectorAll(".views a")].find((a) => a.textContent === "Teeth").click()`)
	r.waits(`location.search === "?q=dental"`)
	r.does("#keep")
	r.does("[data-do=start]")
	r.waits(`window.shelf.records.settings.some((s) => s.id === "start" && s.value === "?q=dental")`)
	r.opens("")
	r.waits(`location.search === "?q=dental"`)
	if got := r.box(); got != "dental" {
		t.Errorf("the box holds %q", got)
	}
	r.opens("?q=gp") // an address says what it says
	if got := r.box(); got != "gp" {
		t.Errorf("the box holds %q", got)
	}
	r.does("#keep")
	r.does("[data-do=no-start]")
	r.waits(`window.shelf.records.settings.some((s) => s.id === "start" && s.value === "")`)
	r.opens("")
	r.has(all)
	names("England,Teeth")
	r.does("[data-do=view-remove]")
	names("Teeth")
}

// Starred stories can be looked at alone, and taken away as a briefing.
func TestStars(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(`window.copied = []; navigator.clipboard.write = async ([item]) => { copied.push(await (await item.getType("text/plain")).text()) }`))
	r.opens("?sort=az")
	first := text[string](r, `document.querySelector("h2").textContent`)
	r.does("article .star")
	r.waits(`document.querySelector("article .star").getAttribute("aria-pressed") === "true"`)
	r.reloads()
	r.waits(`document.querySelector("#only-starred")`)
	r.does("#only-starred")
	r.has(1)
	r.seesFirst(first)
	r.does("#export")
	r.does("[data-do=copy-briefing]")
	r.waits(`copied.length === 1`)
	if briefing := text[string](r, `copied[0]`); !strings.Contains(briefing, first) || !strings.Contains(briefing, "starred") {
		t.Errorf("the briefing is\n%s", briefing)
	}
	r.does("article .star")
	r.has(0)
	r.waits(`document.querySelector(".empty").innerText.includes("No story here is starred.")`)
	r.does("#home")
	r.has(all)
}

// shifts makes the page add up how far it has moved what was painted.
const shifts = `window.moved = 0; window.movements = [];
	new PerformanceObserver((list) => { for (const { value, sources } of list.getEntries()) {
		moved += value; movements.push(...sources.map(({ node }) => node?.id || node?.className || node?.nodeName));
	} }).observe({ type: "layout-shift", buffered: true });`

// What the page has for a reader who comes back stands there before the program does, and nothing moves when the program knows
// it anew: not on the front page, not in another view, and not when listings have come.
func TestNothingMovesForAReaderWhoComesBack(t *testing.T) {
	publishedOnly(t)
	for _, width := range []int64{1280, 390, 320} {
		host := newHost(t, builtSite())
		r := newReaderOn(t, host, width, 900)
		still := func(address string) {
			t.Helper()
			r.opens(address)
			r.waits(`window.shelf.open && !document.querySelector(".desk.unread") && document.querySelector(".desk .choice")`)
			if moved := text[float64](r, `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(moved), 100)))`); moved > 0.001 { // the mark of a new story moves the words behind it in their line
				t.Errorf("at %d, %q: moved by %.4f: %q", width, address, moved, text[[]string](r, `movements`))
			}
		}
		r.must(r.Before(shifts))
		r.opens("?q=trust")
		r.waits(`window.shelf.records.arrivals.length === 1`)
		r.runs(`shelf.put([["views", { id: "v1", name: "Teeth", address: "?q=dental", place: "0" }], ["stars", { id: document.querySelector("article").dataset.story, day: "2026-05-01" }]])`)
		r.waits(`localStorage.getItem("ics-explorer-desk")?.includes("Teeth")`) // also of a view that does not show it
		still("")
		still("?ics=south-west-london")

		again := newReaderOn(t, host, width, 900)
		again.must(again.Before(`addEventListener("DOMContentLoaded", () => {
			const visible = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility({ visibilityProperty: true })).length;
			window.first = [visible(".views a"), visible(".desk :is(button, input)") + document.querySelectorAll(".desk [data-do]").length];
		})`))
		again.opens("")
		if first := text[[]int](again, `first`); first[0] != 1 || first[1] != 0 {
			t.Errorf("at %d: before the program is there, %d views, and %d things to press that do nothing", width, first[0], first[1])
		}
		again.waits(`document.querySelector(".views button").checkVisibility({ visibilityProperty: true })`)

		// A story is new, and what was remembered is of other listings, when none was.
		r.runs(`const [first] = shelf.records.arrivals; shelf.put([["arrivals", { ...first, keys: first.keys.replace(/^\S+ /, "") }]])`)
		r.waits(`localStorage.getItem("ics-explorer-desk").includes("1 new</a>")`)
		r.runs(`const listings = document.documentElement.dataset.listings;
			localStorage.setItem("ics-explorer-desk", localStorage.getItem("ics-explorer-desk").replace(listings, "older").replace(/<p class="news">.*?<[/]p>/, ""))`)
		if width > 320 { // where it is anybody's guess on how many lines it is said
			still("")
		} else {
			r.opens("")
		}
		r.waits(`document.querySelector(".desk:not(.unread)") && localStorage.getItem("ics-explorer-desk").startsWith(document.documentElement.dataset.listings)`)

		// Nothing is kept any more: what was remembered goes.
		r.runs(`shelf.put([["views", undefined, "v1"], ["stars", undefined, shelf.records.stars[0].id]])`)
		r.waits(`!localStorage.getItem("ics-explorer-desk").includes("Teeth")`)
		r.runs(`localStorage.setItem("ics-explorer-desk", document.documentElement.dataset.listings + "\n<p>long gone</p>")`)
		r.opens("")
		r.waits(`!document.querySelector(".desk").innerText.includes("long gone")`)
	}
}

// The view to start with is what is painted first: the front page's stories are not, to go away again.
func TestTheViewToStartWithIsPaintedFirst(t *testing.T) {
	host := newHost(t, builtSite())
	r := newReader(t, host)
	r.opens("?q=dental")
	r.waits(`window.shelf.records.arrivals.length === 1`)
	r.does("#keep")
	r.does("[data-do=start]")
	r.waits(`localStorage.getItem("ics-explorer-start") === "?q=dental"`)
	again := newReader(t, host)
	again.must(again.Before(`addEventListener("DOMContentLoaded", () => setTimeout(() => {
		window.first = [document.getElementById("q").value, document.querySelector("article").checkVisibility({ visibilityProperty: true })];
	}))`))
	again.opens("")
	if first := text[string](again, `first.join()`); first != "dental,false" {
		t.Errorf("the box, and whether the front page's stories are painted: %s", first)
	}
	again.waits(`location.search === "?q=dental" && document.querySelector("article").checkVisibility({ visibilityProperty: true })`)
}

// Whoever uses the keyboard stays where they are when a button changes what it stands in, or are at what has come in its place.
func TestAButtonThatIsDrawnAnewKeepsTheFocus(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.bringsDevon()
	r.has(all + 2)
	r.runs(`shelf.put([["views", { id: "a", name: "Teeth", address: "?q=dental", place: "0" }], ["views", { id: "b", name: "Wards", address: "?q=ward", place: "1" }]])`)
	r.waits(`document.getElementById("view-down-a")`)
	presses := func(id, drawn, then string) {
		t.Helper()
		r.runs(`document.getElementById("` + id + `").focus()`)
		r.presses(kb.Enter)
		r.waits(drawn)
		r.waits(`document.activeElement.id === "` + then + `"`)
	}
	star := text[string](r, `document.querySelector("article .star").id`)
	presses(star, `document.getElementById("`+star+`").ariaPressed === "true"`, star)
	presses("only-starred", `document.getElementById("only-starred").ariaPressed === "true"`, "only-starred")
	presses("only-all", `!document.getElementById("only-all")`, "stories")
	presses("view-down-a", `document.querySelector(".views li:last-child").dataset.id === "a"`, "view-up-a")
	presses("view-remove-a", `document.querySelectorAll(".views li").length === 1`, "stories")
	r.runs(`document.getElementById("bring").click()`)
	listing := text[string](r, `document.querySelector(".own li").dataset.id`)
	presses(listing+"-own-ask", `document.querySelector("[data-do=own-remove]")`, listing+"-own-spare")
	presses(listing+"-own-spare", `!document.querySelector("[data-do=own-remove]")`, listing+"-own-ask")
	r.runs(`const name = document.getElementById("` + listing + `-name"); name.focus(); name.value = "Mine"; name.dispatchEvent(new Event("change", { bubbles: true })); document.getElementById("` + listing + `-day").focus()`)
	r.waits(`document.getElementById("` + listing + `-name").getAttribute("value") === "Mine"`)
	r.waits(`document.activeElement.id === "` + listing + `-day"`)
}
