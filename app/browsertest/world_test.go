//go:build browser

package browsertest

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What a browser has may be missing, be something else, or throw when it is looked at. The
// page starts all the same, finds, filters and writes its address.
func TestStartsInAWorldThatIsNotAsExpected(t *testing.T) {
	publishedOnly(t)
	host := newHost(t, builtSite())
	throwing := func(object, name string) string {
		return fmt.Sprintf(`Object.defineProperty(%s, %q, { configurable: true, get() { throw new DOMException("denied", "SecurityError"); } });`, object, name)
	}
	being := func(object, name, value string) string {
		return fmt.Sprintf(`Object.defineProperty(%s, %q, { configurable: true, value: %s });`, object, name, value)
	}
	for _, world := range []struct{ name, script, address string }{
		{"localStorage throws", throwing("window", "localStorage"), ""},
		{"localStorage is null", being("window", "localStorage", "null"), ""},
		{"sessionStorage is missing", being("window", "sessionStorage", "undefined"), ""},
		{"all storage throws", throwing("window", "localStorage") + throwing("window", "sessionStorage") + throwing("window", "indexedDB") + throwing("window", "caches"), ""},
		{"the worker's container throws", throwing("Navigator.prototype", "serviceWorker"), ""},
		{"there is no worker", `delete Navigator.prototype.serviceWorker;`, ""},
		{"the clipboard throws", throwing("Navigator.prototype", "clipboard"), ""},
		{"there is no history state", throwing("History.prototype", "state"), ""},
		{"scrolling is not restored by hand", throwing("History.prototype", "scrollRestoration"), ""},
		{"history refuses everything", `history.pushState = history.replaceState = () => { throw new DOMException("no", "SecurityError"); };`, ""},
		{"there is no matchMedia", being("window", "matchMedia", "undefined"), ""},
		{"nothing has the focus", throwing("Document.prototype", "activeElement"), ""},
		{"no style sheets of our own", being("window", "CSSStyleSheet", "undefined"), ""},
		{"a broadcast channel throws", being("window", "BroadcastChannel", "class { constructor() { throw new Error(); } }"), ""},
		{"a percent sign in the fragment", "", "#100%"},
		{"a bad escape in the fragment", "", "?q=gp#%zz"},
		{"a fragment that is no id", "", "?q=gp#<script>&'\"%00"},
		{"a state that is a word", `history.replaceState("x", "")`, ""},
		{"a state that is a number", `history.replaceState(7, "")`, ""},
		{"a state of other things", `history.replaceState({ y: "far", focus: 3, rows: {} }, "")`, ""},
		{"a state with a focus that is nowhere", `history.replaceState({ y: -5, focus: "nowhere", rows: -1 }, "")`, ""},
	} {
		t.Run(world.name, func(t *testing.T) {
			r := newReader(t, host)
			r.expects = []string{"denied", "SecurityError"}
			r.must(r.Before(world.script))
			r.opens(world.address)
			r.waits(`document.querySelectorAll("article").length > 0`)
			r.types(" dental unspent")
			r.waits(`document.querySelector('[role="status"]').innerText.startsWith("1 ") || document.querySelectorAll("article mark").length > 0`)
			r.clicks("#copy")
			r.waits(`document.querySelector(".said").innerText !== ""`)
			r.clicks("#ask")
			r.waits(`document.getElementById("help").hasAttribute("open")`)
			if text[bool](r, ended) {
				t.Error("the program has ended")
			}
		})
	}
}

func TestHelpOpensWhereABrowserHasNoDialogs(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(`delete HTMLDialogElement.prototype.showModal; delete HTMLDialogElement.prototype.close;`))
	r.opens("")
	r.clicks("#ask")
	r.waits(`document.getElementById("help").hasAttribute("open")`)
	r.clicks(`#help [data-do="close"]`)
	r.waits(`!document.getElementById("help").hasAttribute("open")`)
}

// publishedOnly skips a test of what the changes to go-app mend, where there are none.
func publishedOnly(t *testing.T) {
	if os.Getenv("GOAPP") == "stock" {
		t.Skip("go-app as published reads what is there unguarded, and draws what changes anew: see app/program/goapp.go")
	}
}

// ended is true when the page says that the program has ended.
const ended = `document.getElementById("ended").checkVisibility()`

// A program that has ended says so, keeps what was typed, and does not look alive.
func TestSaysThatTheProgramHasEnded(t *testing.T) {
	for _, way := range []struct{ name, script string }{
		{"by an exception that Go hears of", `Element.prototype.setAttribute = () => { throw new Error("broken") }`},
		{"by one that passes through it", `["firstChild", "nextSibling"].forEach((name) => Object.defineProperty(Node.prototype, name, { get() { throw new Error("broken"); } }))`},
		{"by a drawing that fails", `document.createElement = () => null, window.redraw = null`},
	} {
		t.Run(way.name, func(t *testing.T) {
			r := newReader(t, newHost(t, builtSite()))
			r.expects = []string{""} // it is broken
			r.opens("?ics=south-west-london")
			r.types("dental") // a timer of the program's is to write the address
			text[bool](r, "("+way.script+", true)")
			r.types(" zzqx")
			r.waits(ended)
			if text[bool](r, `document.documentElement.dataset.ready === "true" || !document.querySelector(".filters").inert`) {
				t.Error("it still looks alive")
			}
			// The page itself goes on: timers of the program that come now find nobody.
			if turns := text[int](r, `new Promise((done) => { let n = 0; const timer = setInterval(() => { if (++n === 20) { clearInterval(timer); done(n); } }, 25); })`); turns != 20 {
				t.Errorf("%d turns of the page's own clock", turns)
			}
			r.types(" more")
			if got := r.address(); got != "?ics=south-west-london&q=dental+zzqx+more" && got != "?q=dental+zzqx+more&ics=south-west-london" {
				t.Errorf("the address is %s", got)
			}
			r.clicks("#reload")
			r.must(r.Ready())
			if got := r.box(); got != "dental zzqx more" {
				t.Errorf("the box holds %q", got)
			}
			r.waits("!" + ended)
		})
	}
	t.Run("at its start", func(t *testing.T) {
		r := newReader(t, newHost(t, builtSite()))
		r.expects = []string{""}
		r.must(r.Before(`document.createTextNode = () => { throw new Error("broken"); }`))
		r.must(r.Do(chromedp.Navigate(r.host.URL() + "?q=gp")))
		r.waits(ended)
		if text[bool](r, `document.documentElement.dataset.ready === "true"`) {
			t.Error("it says that it is ready")
		}
		if n := text[int](r, `document.querySelectorAll("article").length`); n != min(all, 50) {
			t.Errorf("%d stories to read meanwhile", n)
		}
	})
}

// translator does what a translator does to a page: it puts every text into an element
// of its own, and goes on doing so with whatever comes.
const translator = `
	const translate = (root) => {
		const texts = [];
		const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		while (walk.nextNode()) texts.push(walk.currentNode);
		for (const text of texts) {
			if (!text.data.trim() || text.parentElement?.closest("font, script, style")) continue;
			const outer = document.createElement("font"), inner = document.createElement("font");
			inner.append(text.data);
			outer.append(inner);
			text.replaceWith(outer);
		}
	};
	translate(document.body);
	new MutationObserver((all) => { for (const m of all) for (const node of m.addedNodes) if (node.parentElement) translate(node.nodeType === 1 ? node : node.parentElement); })
		.observe(document.body, { childList: true, subtree: true });
	true`

func TestWorksWhileATranslatorRewritesThePage(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	text[bool](r, "(() => {"+strings.TrimSuffix(translator, "true")+" return true; })()")
	r.types("dental unspent")
	r.waits(`document.querySelector('[role="status"]').innerText.trim().startsWith("1 story")`)
	r.waits(`document.querySelectorAll("article").length === 1`)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`document.getElementById("q").select()`)))
	r.types("trust")
	r.clicks("#ics-south-west-london")
	r.clicks("#ics-hampshire-and-isle-of-wight")
	r.waits(`[...document.querySelectorAll(".chips li:not(.clear)")].length === 2`)
	r.clicks("#chip-0")
	r.waits(`location.search === "?q=trust&ics=south-west-london" && document.querySelectorAll(".chips li:not(.clear)").length === 1`)
	r.waits(`document.querySelector(".chips").innerText.includes("South West London")`)
	r.clicks("#chip-0")
	r.waits(`location.search === "?q=trust" && document.querySelectorAll(".chips li").length === 0`)
	shown := text[int](r, `document.querySelectorAll("article").length`)
	r.waits(fmt.Sprintf(`document.querySelector('[role="status"]').innerText.trim().startsWith("%d stories")`, shown))
	r.clicks("#show-Map")
	r.clicks("#tile-south-west-london")
	r.waits(`document.getElementById("system-south-west-london")`)
	r.clicks("#show-Compare")
	r.waits(`document.querySelector(".matrix")`)
	r.clicks("#show-List")
	r.clicks("#copy")
	r.waits(`document.querySelector(".said").innerText !== ""`)
	r.clicks("article .opener")
	r.waits(`document.querySelector(".panel")`)
	if text[bool](r, ended) {
		t.Error("the program has ended")
	}
}

// Extensions put elements into a page before the program is there, take some away, and
// wrap others.
func TestWorksBesideExtensions(t *testing.T) {
	publishedOnly(t)
	t.Run("an element that comes first", func(t *testing.T) {
		r := newReader(t, newHost(t, builtSite()))
		r.must(r.Before(`addEventListener("DOMContentLoaded", () => {
			const mine = document.createElement("section");
			mine.id = "extension";
			mine.textContent = "of an extension";
			document.body.prepend(mine);
		})`))
		r.opens("?q=dental+unspent")
		r.seesFirst(sharedStory)
		r.waits(`document.querySelectorAll("#q").length === 1 && document.querySelectorAll(".explorer").length === 1`)
		r.waits(`document.getElementById("extension")?.textContent === "of an extension"`)
	})
	t.Run("elements that are moved and taken away", func(t *testing.T) {
		r := newReader(t, newHost(t, builtSite()))
		r.opens("")
		text[bool](r, `(() => {
			document.querySelector(".list").remove();
			const around = document.createElement("div");
			const chips = document.querySelector(".summary");
			chips.before(around);
			around.append(chips);
			document.querySelector("footer p").remove();
			return true;
		})()`)
		r.types("dental unspent")
		r.seesFirst(sharedStory)
		r.waits(`document.querySelector('[role="status"]').innerText.startsWith("1 story")`)
	})
}

// What is saved of a running page has its stories, but none of its life.
func TestASavedCopySaysWhatItIs(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=dental+unspent")
	r.seesFirst(sharedStory)
	if text[bool](r, `document.getElementById("inert").checkVisibility()`) {
		t.Error("a page that is alive calls itself a copy")
	}
	saved := t.TempDir() + "/saved.html"
	r.must(os.WriteFile(saved, []byte(text[string](r, `document.documentElement.outerHTML`)), 0o644))
	copied := newReader(t, nil)
	copied.expects = []string{""} // its files are not beside it
	copied.must(copied.Do(chromedp.Navigate("file://" + saved)))
	copied.waits(`document.getElementById("inert").checkVisibility()`)
}
