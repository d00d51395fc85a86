//go:build browser

package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Beside a long list the filters stay in sight, systems first and the map folded behind them.
func TestTheFiltersStayBesideTheList(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.runs(`scrollTo(0, 3000)`)
	r.waits(`(() => { const box = document.querySelector(".filters").getBoundingClientRect();
		return scrollY > 2000 && box.top >= document.querySelector(".masthead").getBoundingClientRect().bottom - 1 && box.bottom <= innerHeight; })()`)
	r.waits(`document.querySelector("#filters > :first-child legend").innerText === "Systems" && !document.getElementById("small-map").open`)
	r.waits(`document.querySelector("#filters").lastElementChild.id === "small-map"`)
}

// Enter leaves the reader where they are; the button that shows the stories on a phone is nowhere to be seen.
func TestEnterInTheFiltersChangesNothing(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.runs(`window.same = true`)
	for _, id := range []string{"pick", "ics-south-west-london", "in-headline"} {
		r.runs(`scrollTo(0, 1000), document.getElementById("` + id + `").focus({ preventScroll: true })`)
		r.waits(`scrollY === 1000`)
		r.presses(kb.Enter)
		r.presses(kb.Shift) // until which what Enter did is done
		r.waits(`window.same && scrollY === 1000 && location.search === "" && document.activeElement.id === "` + id + `"`)
	}
}

// On a phone the filters are all there is while they are open, and lead to what they come to.
func TestOnAPhoneTheFiltersLeadToTheStories(t *testing.T) {
	r := newReaderOn(t, newHost(t, builtSite()), 390, 844)
	r.opens("")
	r.clicks("#fold")
	r.waits(`!document.querySelector("main article").checkVisibility()`)
	r.clicks("#ics-south-west-london")
	show := fmt.Sprintf("Show %d stories", of("south-west-london"))
	r.waits(`document.getElementById("show-stories").innerText === "` + show + `"`)
	inSight := `(() => { const box = document.getElementById("show-stories").getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })()`
	r.waits(inSight)
	r.runs(`document.getElementById("small-map").open = true`)
	r.waits(`document.querySelector("#small-map .named").innerText.startsWith("South West London: ")`)
	r.waits(inSight)
	r.clicks("#show-stories")
	r.sees(of("south-west-london"))
	r.waits(`document.activeElement.id === "stories" && !document.getElementById("show-stories").checkVisibility() && document.getElementById("fold").checkVisibility()`)
}

// What there is to know of a system can be seen where it was chosen.
func TestThePanelOfASystemIsInSightOfItsTile(t *testing.T) {
	for _, width := range []int64{1280, 768, 390} {
		r := newReaderOn(t, newHost(t, builtSite()), width, 844)
		r.opens("?show=map")
		if covers := text[bool](r, `getComputedStyle(document.querySelector(".panels")).position === "sticky"`); covers {
			t.Errorf("at %d the map is covered before anything is chosen", width)
		}
		r.clicks("#tile-south-west-london")
		r.waits(`document.getElementById("system-south-west-london")`)
		if gap := text[float64](r, `document.querySelector("#system-south-west-london h2").getBoundingClientRect().bottom - innerHeight`); gap > 0 {
			t.Errorf("at %d the panel begins %.0f pixels below what is in sight", width, gap)
		}
	}
}

// The legend has every shade that the map has, and each tile of both maps a name that fits on it.
func TestTheMapSaysWhatItShows(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?show=map&q=trust")
	shades := `(of) => [...new Set([...document.querySelectorAll(of)].map((e) => /shade\d|unlisted/.exec(e.className)[0]))].sort().join()`
	r.waits(`((shades) => shades(".large .tile") === shades(".large .key"))(` + shades + `)`)
	for _, page := range []string{"?show=map", ""} {
		r.opens(page)
		r.runs(`document.getElementById("small-map")?.setAttribute("open", "")`)
		for _, width := range []int64{1280, 390, 320} {
			r.must(r.Do(chromedp.EmulateViewport(width, 900)))
			if wide := text[[]string](r, `[...document.querySelectorAll(".tile")].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.innerText)`); len(wide) > 0 {
				t.Errorf("%q, at %d: these do not fit on their tiles: %q", page, width, wide)
			}
		}
	}
}

// At 400% a window of 1280 by 1024 pixels has 320 by 256. The head takes no more than a fifth of it, with
// all that it has, each large enough to be hit, and goes away when the page is scrolled.
func TestEnlargedTheHeadLeavesRoom(t *testing.T) {
	r := newReaderOn(t, newHost(t, builtSite()), 320, 256)
	for _, page := range []string{"", "?show=map", "ics/south-west-london/", "ics/"} {
		r.must(r.Do(chromedp.Navigate(r.host.URL() + page)))
		if !strings.HasPrefix(page, "ics/") {
			r.must(r.Ready())
		}
		if height := text[float64](r, `document.querySelector(".masthead").getBoundingClientRect().bottom`); height > 256/5. {
			t.Errorf("%q: the head is %g pixels high", page, height)
		}
		small := text[[]string](r, `[...document.querySelectorAll(".masthead :is(a:not(.skip), input:not([type=hidden]), button)")].filter((e) => {
			const box = e.getBoundingClientRect(), head = document.querySelector(".masthead").getBoundingClientRect();
			return !e.checkVisibility() || box.height < 24 || box.width < 24 || box.top < head.top || box.bottom > head.bottom || box.left < 0 || box.right > innerWidth;
		}).map((e) => e.outerHTML)`)
		if len(small) > 0 {
			t.Errorf("%q: too small, or not in the head: %q", page, small)
		}
		r.runs(`scrollTo(0, 1000)`)
		r.waits(`scrollY > 100 && document.querySelector(".masthead").getBoundingClientRect().bottom <= 0`)
	}
}

// A denser list is the reader's choice, and is there at the next visit before the program is.
func TestADenserListIsRemembered(t *testing.T) {
	host := newHost(t, builtSite())
	r := newReader(t, host)
	r.opens("")
	height := `document.querySelector(".list").offsetHeight`
	loose := text[int](r, height)
	r.clicks("#dense")
	r.waits(`document.getElementById("dense").ariaPressed === "true"`)
	if dense := text[int](r, height); dense > loose*2/3 {
		t.Errorf("%d pixels high, %d before", dense, loose)
	}
	r.types("insight") // what is found in summaries shows them
	r.waits(`document.querySelector(".standfirst mark")?.checkVisibility()`)
	gate := holdBack(host, ".wasm", handler(t, builtSite()))
	again := newReader(t, host)
	again.must(again.Do(chromedp.Navigate(host.URL())))
	again.waits(`document.documentElement.dataset.dense === "true"`)
	close(gate)
	again.must(again.Ready())
	again.clicks("#dense")
	again.waits(height + ` === ` + fmt.Sprint(loose))
}

// At the width that 400% of an ordinary screen leave, and on a phone, what can be done with the view takes two rows, in every order
// of the stories, and nothing of it is hidden.
func TestTheSummaryTakesTwoRowsOnANarrowPage(t *testing.T) {
	for _, width := range []int64{320, 360, 390, 412} {
		r := newReaderOn(t, newHost(t, builtSite()), width, 800)
		for _, page := range []string{"", "?q=trust"} {
			r.opens(page)
			rows := text[[][]string](r, `(() => {
				const rows = [];
				for (const e of document.querySelectorAll('.summary > [role="status"], .actions > button, .export > summary, #sort')) {
					const box = e.getBoundingClientRect(), middle = (box.top + box.bottom) / 2;
					if (box.width < 20 || box.left < 0 || box.right > innerWidth) rows.push([e.innerText + " is not whole"]);
					const row = rows.find((row) => Math.abs(row.middle - middle) < 10);
					if (row) row.push(e.id || e.innerText);
					else rows.push(Object.assign([e.id || e.innerText], { middle }));
				}
				return rows;
			})()`)
			if len(rows) != 2 {
				t.Errorf("at %d, %q: %q", width, page, rows)
			}
		}
	}
}

// What can be done with a story begins where the story does, also of one that stands under no system.
func TestAStoryOfNoSystemIsNotIndented(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.pastes("", strings.TrimPrefix(devonText, "Devon ICS\n\n"))
	r.reads(1)
	r.runs(`const system = document.querySelector(".brought [name=system]"); system.value = "none"; system.dispatchEvent(new Event("change", { bubbles: true }))`)
	r.waits(`document.querySelector("[data-do=add-keep]")`)
	r.keeps()
	r.has(all + 2)
	in := text[float64](r, `(() => { const story = [...document.querySelectorAll("article")].find((e) => !e.querySelector(".systems a"));
		return story.querySelector(".opener").getBoundingClientRect().left - story.querySelector("h2").getBoundingClientRect().left; })()`)
	if in != 0 {
		t.Errorf("it is indented by %g pixels", in)
	}
}
