//go:build browser

package browsertest

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Chromium ticks again what was ticked, when it goes back to a page that it has not kept.
// That is no choice: the address says what is chosen.
func TestBoxesThatABrowserPutsBackAreNobodysChoice(t *testing.T) {
	for _, systems := range [][]string{{"south-west-london"}, {"south-west-london", "hampshire-and-isle-of-wight"}} {
		t.Run(strings.Join(systems, " and "), func(t *testing.T) {
			r := newReader(t, newHost(t, builtSite()))
			r.must(r.Before(`addEventListener("unload", () => {})`)) // keeps the page out of the cache for going back
			r.opens("")
			for _, slug := range systems {
				r.clicks("#ics-" + slug)
				r.waits(fmt.Sprintf(`location.search.includes(%q)`, slug))
			}
			address := r.address()
			shown := text[string](r, `document.querySelector('[role="status"]').innerText`)
			r.expects = []string{"favicon.ico"} // of a file that has no icon
			r.must(r.Do(chromedp.Navigate(r.host.URL() + "version.json")))
			r.must(r.Do(chromedp.NavigateBack()))
			r.must(r.Ready())
			r.waits(fmt.Sprintf(`document.querySelector('[role="status"]').innerText === %q`, shown))
			if got := r.address(); got != address {
				t.Errorf("the address became %s", got)
			}
			checked := text[int](r, `document.querySelectorAll('input[name="ics"]:checked').length`)
			if checked != len(systems) {
				t.Errorf("%d boxes are ticked", checked)
			}
		})
	}
}

// A box that is ticked before the program is there is chosen, also one that the address
// has chosen already.
func TestABoxTickedBeforeTheProgramIsThereIsChosen(t *testing.T) {
	for address, want := range map[string]string{
		"":                       "?ics=south-west-london",
		"?ics=south-west-london": "?ics=south-west-london",
	} {
		host := newHost(t, builtSite())
		gate := holdBack(host, ".wasm", handler(t, builtSite()))
		r := newReader(t, host)
		r.must(r.Do(chromedp.Navigate(host.URL() + address)))
		r.clicks("#ics-south-west-london")
		close(gate)
		r.must(r.Ready())
		r.waits(fmt.Sprintf(`location.search === %q && document.getElementById("ics-south-west-london").checked`, want))
	}
}

// limiter lets a page write 100 entries of the history in 30 seconds, as Safari does.
const limiter = `
	for (const method of ["pushState", "replaceState"]) {
		const write = history[method], written = window.written = window.written ?? [];
		history[method] = function (...entry) {
			const now = performance.now();
			if (written.filter((at) => now - at < 30_000).length >= (window.most ?? 100)) throw new DOMException("too many", "SecurityError");
			written.push(now);
			return write.apply(this, entry);
		};
	}`

func TestScrollingDoesNotSpendWhatChoosingNeeds(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(limiter))
	r.opens("")
	spent := text[int](r, `new Promise((resolve) => {
		const from = written.length;
		let n = 0;
		const timer = setInterval(() => {
			scrollTo(0, ++n % 2 ? 400 + n : 100);
			if (n === 80) { clearInterval(timer); resolve(written.length - from); }
		}, 100);
	})`)
	if spent > 8 {
		t.Errorf("8 seconds of scrolling wrote %d entries: 100 in 26 seconds", spent)
	}
	r.clicks("#ics-south-west-london")
	r.waits(`location.search === "?ics=south-west-london"`)
}

// A step back from a search leads to where the reader was, not out of the site; and one that was taken
// back before it came to rest is no step.
func TestBackFromTypingLeadsToWhatWasThereBefore(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	before := text[int](r, `history.length`)
	r.types("x" + kb.Backspace)
	r.types("dental")
	r.waits(`location.search === "?q=dental"`)
	r.types(" unspent")
	r.waits(`location.search === "?q=dental+unspent"`)
	if got := text[int](r, `history.length`); got != before+1 {
		t.Errorf("typing made %d entries", got-before)
	}
	r.runs(`history.back()`)
	r.waits(`location.search === "" && document.getElementById("q").value === ""`)
	r.sees(all)
	r.runs(`history.forward()`)
	r.waits(`location.search === "?q=dental+unspent" && document.getElementById("q").value === "dental unspent"`)
}

func TestAnAddressThatWasRefusedIsTriedAgain(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(limiter))
	r.opens("")
	before := text[int](r, `(window.most = 0, history.length)`)
	r.clicks("#ics-south-west-london")
	r.waits(`document.querySelectorAll(".chips li:not(.clear)").length === 1`)
	r.types("trust")
	if got := r.address(); got != "" {
		t.Fatalf("the address is %s though it cannot be written", got)
	}
	text[bool](r, `(window.most = 100, true)`)
	r.waits(`location.search === "?q=trust&ics=south-west-london"`)
	if got := text[int](r, `history.length`); got != before+1 {
		t.Errorf("%d entries more, want 1", got-before)
	}
}

// The address follows in whatever folder the page is, also one whose path could be taken
// for a host.
func TestTheAddressFollowsInAnyFolder(t *testing.T) {
	next := handler(t, builtSite())
	host := newHost(t, builtSite())
	host.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.URL.Path = r.URL.Path[strings.LastIndexByte(r.URL.Path, '/'):]
		next.ServeHTTP(w, r)
	}))
	for _, folder := range []string{"/ics/", "//ics/", "///", "/a%20b/"} {
		t.Run(folder, func(t *testing.T) {
			r := newReader(t, host)
			r.must(r.Open(strings.TrimSuffix(host.URL(), "/") + folder))
			r.clicks("#ics-south-west-london")
			r.waits(fmt.Sprintf(`location.pathname === %q && location.search === "?ics=south-west-london"`, folder))
			r.clicks("#chip-0")
			r.waits(fmt.Sprintf(`location.href === %q`, strings.TrimSuffix(host.URL(), "/")+folder))
		})
	}
	t.Run("from disk", func(t *testing.T) {
		r := newReader(t, nil)
		path, err := filepath.Abs(oneFile)
		r.must(err)
		r.must(r.Open("file:///" + path)) // one slash more than there need be
		opened := text[string](r, "location.href")
		r.clicks("#ics-south-west-london")
		r.waits(fmt.Sprintf(`location.href === %q`, opened+"?ics=south-west-london"))
	})
}

// clipboard notes what is copied.
const clipboard = `Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });`

func TestACopiedLinkLeadsToTheOpenStory(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(clipboard))
	r.opens("?q=trust")
	r.clicks("article:nth-of-type(2) .opener")
	r.waits(`document.querySelector(".panel")`)
	key := text[string](r, `document.querySelector(".panel").closest("article").id`)
	r.clicks("#copy")
	r.waits(`window.copied`)
	copied := text[string](r, `window.copied`)
	if !strings.HasPrefix(copied, r.host.URL()+"?q=trust&corpus=") || !strings.HasSuffix(copied, "#"+key) {
		t.Errorf("copied %s", copied)
	}
	r.waits(`location.href === window.copied`)
	again := newReader(t, r.host)
	again.must(again.Open(copied))
	again.waits(fmt.Sprintf(`document.getElementById(%q).querySelector(".panel")`, key))
}

// From disk nothing that leaves the page says where it lies.
func TestAPageFromDiskKeepsItsFolderToItself(t *testing.T) {
	content, err := os.ReadFile(oneFile)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "private-folder.html")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	r := newReader(t, nil)
	r.must(r.Before(clipboard))
	r.must(r.Open("file://" + path + "?q=dental"))
	r.clicks("#copy")
	r.waits(`window.copied`)
	if got := text[string](r, `window.copied`); !strings.HasPrefix(got, "?q=dental&corpus=") {
		t.Errorf("copied %s", got)
	}
	if got := text[string](r, `document.querySelector(".said").innerText`); strings.Contains(got, "Link copied") {
		t.Errorf("it says %q of half a link", got)
	}
	text[bool](r, `(window.copied = "", true)`)
	r.clicks(".export summary")
	r.clicks(`[data-do="copy-briefing"]`)
	r.waits(`window.copied`)
	if got := text[string](r, `window.copied + document.querySelector(".printed").textContent`); strings.Contains(got, "file:") || strings.Contains(got, "private") {
		t.Errorf("the briefing or the print names the folder: %s", got)
	}
}

func TestEnterPutsTheKeyboardOfAPhoneAway(t *testing.T) {
	for _, phone := range []bool{true, false} {
		r := newReaderOn(t, newHost(t, builtSite()), 390, 800)
		if phone {
			_, err := chromedp.Call(r.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
			r.must(err)
		}
		r.opens("")
		if got := text[bool](r, `matchMedia("(pointer: coarse)").matches`); got != phone {
			t.Fatalf("a coarse pointer: %v, want %v", got, phone)
		}
		r.types("dental")
		r.must(r.Do(chromedp.KeyEvent(kb.Enter)))
		r.waits(fmt.Sprintf(`(document.activeElement?.id !== "q") === %v`, phone))
		if phone {
			small := text[[]string](r, `[...document.querySelectorAll("input, select, textarea")]
				.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 16).map((e) => e.id)`)
			if len(small) > 0 {
				t.Errorf("a phone enlarges the page for %q", small)
			}
		}
	}
}

// Keys are where they are on any keyboard.
func TestSingleKeysWorkOnAnyKeyboard(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	press := func(event string) {
		text[bool](r, fmt.Sprintf(`(document.activeElement.dispatchEvent(new KeyboardEvent("keydown", Object.assign({ bubbles: true, cancelable: true }, %s))), true)`, event))
	}
	focused := func(n int) string {
		return fmt.Sprintf(`document.activeElement === document.querySelectorAll("article")[%d]`, n)
	}
	press(`{ key: "J", code: "KeyJ" }`) // Caps Lock
	r.waits(focused(0))
	press(`{ key: "о", code: "KeyJ" }`) // Cyrillic
	r.waits(focused(1))
	press(`{ key: "Л", code: "KeyK" }`)
	r.waits(focused(0))
	press(`{ key: "j", code: "KeyJ", repeat: true }`)
	r.waits(focused(1))
	press(`{ key: "j", code: "KeyJ", ctrlKey: true }`)
	r.waits(focused(1))
	for range 6 {
		press(`{ key: "Enter", code: "Enter", repeat: true }`)
	}
	if text[bool](r, `document.querySelector(".panel") !== null`) {
		t.Error("a held Enter opens and closes stories")
	}
	press(`{ key: "Enter", code: "Enter" }`)
	r.waits(`document.querySelector(".panel")`)
	press(`{ key: "/", code: "Digit7", ctrlKey: true, altKey: true, modifierAltGraph: true }`)
	r.waits(`document.activeElement.id === "q"`)
}
