//go:build browser

package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"icsexplorer/corpus"
)

// hears keeps what is read aloud from now on: the texts of live regions, as they change.
func (r *reader) hears() {
	r.t.Helper()
	r.runs(`window.heard = [];
		const live = (e) => e?.closest("[aria-live]")?.getAttribute("aria-live") ?? (e?.closest("[role=status], [role=alert]") ? "polite" : "off");
		new MutationObserver((changes) => {
			const regions = new Set(changes.map(({ target }) => (target.closest ? target : target.parentElement)).filter((e) => live(e) !== "off").map((e) => e.closest("[aria-live], [role]")));
			for (const region of regions) if (region.textContent) heard.push(region.textContent.replace(/\s+/g, " ").trim());
		}).observe(document.getElementById("explorer"), { subtree: true, childList: true, characterData: true })`)
}

// heard waits until nothing new is said for a second, and returns what was.
func (r *reader) heard() []string {
	r.t.Helper()
	r.waits(`(async () => { for (let n = -1; n !== heard.length;) { n = heard.length; await new Promise((done) => setTimeout(done, 1200)); } return true; })()`)
	return text[[]string](r, "heard.splice(0)")
}

// on is what has the focus, as Chromium tells a screen reader.
func (r *reader) on() string {
	r.t.Helper()
	tree, err := chromedp.Call(r.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	r.must(err)
	for _, node := range slices.Backward(tree.Nodes) {
		for _, p := range node.Properties {
			if p.Name == "focused" && string(p.Value.Value) == "true" && node.Role != nil {
				name := ""
				if node.Name != nil {
					name = strings.Trim(string(node.Name.Value), `"`)
				}
				return strings.Trim(string(node.Role.Value), `"`) + " " + name
			}
		}
	}
	return ""
}

func TestWhatWasFoundIsSaidOnceTypingRests(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.hears()
	r.types("phone acess")
	got := r.heard()
	if len(got) != 1 || !strings.HasPrefix(got[0], fmt.Sprint(text[int](r, `parseInt(document.querySelector("[role=status]").innerText)`))+" stor") || !strings.Contains(got[0], "phone access") {
		t.Errorf("said: %q", got)
	}
	r.types(" zzqx")
	r.types(kb.Backspace + kb.Backspace + kb.Backspace + kb.Backspace + kb.Backspace)
	if got := r.heard(); len(got) > 1 {
		t.Errorf("of what was taken back is said: %q", got)
	}
}

func TestALinkThatIsCopiedIsSaidEachTimeAndGoesAway(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?" + swl)
	r.hears()
	for range 2 {
		r.clicks("#copy")
		if got := r.heard(); !slices.Equal(got, []string{"Link copied"}) {
			t.Errorf("said: %q", got)
		}
	}
	r.waits(`document.querySelector(".said").innerText === ""`)
}

// Whatever a reader does, the focus is somewhere, and where they would look for it.
func TestTheFocusIsNeverLost(t *testing.T) {
	host := newHost(t, builtSite())
	first := `document.querySelectorAll("article")[1]`
	for _, tt := range []struct {
		name, address string
		do            func(r *reader)
		want          string // the beginning of what has the focus, or of its name
	}{
		{"x chooses the system of a story, and the story keeps it", "", func(r *reader) {
			r.runs(first + `.focus()`)
			r.presses("x")
			r.waits(`location.search === "?ics=south-west-london" && !document.querySelector(".panel")`)
		}, "article"},
		{"a second x takes it back", "", func(r *reader) {
			r.runs(first + `.focus()`)
			r.presses("x")
			r.waits(`location.search === "?ics=south-west-london"`)
			r.waits(`document.activeElement.matches("article")`)
			r.presses("x")
			r.waits(`location.search === ""`)
		}, "article"},
		{"after a briefing is copied", "", func(r *reader) {
			r.clicks("#export")
			r.clicks(`[data-do="copy-briefing"]`)
			r.waits(`!document.querySelector(".export[open]")`)
		}, "DisclosureTriangle Export"},
		{"in the comparison of a cell of the matrix", "?show=compare", func(r *reader) {
			r.runs(`document.querySelector(".matrix td a").focus()`)
			r.presses(kb.Enter)
			r.waits(`location.search.includes("ics=")`)
		}, ""},
		{"when the only chip is taken away", "?" + swl, func(r *reader) {
			r.runs(`document.getElementById("chip-0").focus()`)
			r.presses(kb.Enter)
			r.waits(`location.search === ""`)
		}, "main"},
		{"when the help is closed", "", func(r *reader) {
			r.runs(`document.getElementById("ask").focus()`)
			r.presses(kb.Enter)
			r.waits(`document.getElementById("help").open`)
			r.presses(kb.Escape)
			r.waits(`!document.getElementById("help").open`)
		}, "button Help"},
		{"the help begins with its heading", "", func(r *reader) {
			r.clicks("#ask")
			r.waits(`document.getElementById("help").open && document.getElementById("help").scrollTop === 0`)
		}, "heading What can be typed"},
		{"after Back", "", func(r *reader) {
			r.clicks("#show-Map")
			r.waits(`location.search === "?show=map"`)
			r.runs(`document.querySelector(".tile[tabindex='0']").focus()`)
			r.runs(`history.back()`)
			r.waits(`location.search === ""`)
		}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := newReader(t, host)
			r.must(r.Before(`navigator.clipboard.write = async () => {}`))
			r.opens(tt.address)
			tt.do(r)
			r.waits(`document.activeElement && document.activeElement !== document.body`)
			if got := r.on(); !strings.HasPrefix(got, tt.want) {
				t.Errorf("the focus is on %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAMenuClosesWhenTabLeavesItAndTheHelpOnItsBackdrop(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.clicks("#export")
	r.waits(`document.querySelector(".export[open]")`)
	r.runs(`[...document.querySelectorAll(".export[open] button")].at(-1).focus()`)
	r.presses(kb.Tab)
	r.waits(`!document.querySelector(".export[open]")`)
	r.clicks("#ask")
	r.waits(`document.getElementById("help").open`)
	r.must(r.Do(chromedp.MouseClickXY(5, 5)))
	r.waits(`!document.getElementById("help").open`)
}

// Tab comes by the search, the filters and the stories, and by one tile of the map behind the boxes.
func TestTabComesByWhatMattersFirst(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	order := text[[]string](r, `[...document.querySelectorAll("a[href], button, input, select, summary")].filter((e) => e.tabIndex >= 0 && e.checkVisibility()).map((e) => e.closest("article") ? "story" : e.matches(".tile") ? "tile" : e.id || e.className)`)
	at := func(what string) int { return slices.Index(order, what) }
	want := []string{"skip", "q", "pick", "ics-hampshire-and-isle-of-wight", "series-exclusive", "copy", "story"}
	for i, what := range want {
		if at(what) < 0 || i > 0 && at(what) < at(want[i-1]) {
			t.Errorf("%s comes at %d of %q", what, at(what), order)
		}
	}
	if n := len(slices.DeleteFunc(slices.Clone(order), func(what string) bool { return what != "tile" })); n > 1 {
		t.Errorf("Tab stops at %d tiles", n)
	}
	// The arrows take the stop along.
	r.opens("?show=map")
	r.runs(`document.querySelector(".tile[tabindex='0']").focus()`)
	from := text[string](r, `document.activeElement.id`)
	r.presses(kb.ArrowLeft)
	r.waits(`document.activeElement.id !== "` + from + `" && document.activeElement.tabIndex === 0 && document.querySelectorAll(".tile[tabindex='0']").length === 1`)
}

// A value of a facet is one thing to hear: what it is and how many stories it gives.
func TestAValueIsHeardOnce(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	tree, err := chromedp.Call(r.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	r.must(err)
	var names []string
	for _, node := range tree.Nodes {
		if !node.Ignored && node.Name != nil && strings.Contains(string(node.Name.Value), "Recovery Watch") && node.Role != nil {
			if role := strings.Trim(string(node.Role.Value), `"`); role != "StaticText" && role != "InlineTextBox" {
				names = append(names, role+" "+strings.Trim(string(node.Name.Value), `"`))
			}
		}
	}
	heard := slices.DeleteFunc(names, func(name string) bool { return !strings.HasPrefix(name, "checkbox") && name != "link Recovery Watch" })
	want := fmt.Sprintf("checkbox Recovery Watch, %d", count(func(s corpus.Story) bool { return s.Series == "Recovery Watch" }))
	if len(heard) != 1 || heard[0] != want {
		t.Errorf("heard: %q, want %q", heard, want)
	}
}
