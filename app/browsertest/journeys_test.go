//go:build browser

package browsertest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"icsexplorer/corpus"
)

func TestFindsAHeadlineFromAMisrememberedOrderOfWords(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.sees(all)
	r.types("phone gp")
	r.seesFirst("Threefold ICS variation in GP phone access revealed")
	r.waits(`[...document.querySelector("article h2").querySelectorAll("mark")].map((m) => m.textContent).join("|") === "GP|phone"`)
	r.waits(`location.search === "?q=phone+gp"`)
}

func TestFindsWhatIsTypedOneWayAndWrittenAnother(t *testing.T) {
	host := newHost(t, builtSite())
	for typed, headline := range map[string]string{
		"trust's gift":     "Trust’s £9m gift to charity reveals governance ‘weakness’",
		"dental unspent":   "Revealed: The systems with a third of dental budget unspent",
		"TREADS tightrope": "NHSE ‘treads tightrope’ with new cash bailout for deficit ICSs",
	} {
		t.Run(typed, func(t *testing.T) {
			r := newReader(t, host)
			r.opens("")
			r.types(typed)
			r.seesFirst(headline)
		})
	}
}

func TestSaysHowMany(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.sees(all)
	r.types("recovery")
	r.waits(fmt.Sprintf(`document.querySelectorAll("article").length < %d`, min(all, 50)))
	r.waits(`parseInt(document.querySelector('[role="status"]').innerText) === document.querySelectorAll("article").length`)
	shown := len(r.headlines())
	if title := text[string](r, "document.title"); !strings.HasPrefix(title, fmt.Sprint(shown)) {
		t.Errorf("the title is %q with %d stories shown", title, shown)
	}
}

func TestOpensASharedView(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=nhse&ics=south-west-london&sort=az")
	r.waits(`document.querySelectorAll("article").length > 0`)
	if got := r.box(); got != "nhse" {
		t.Errorf("the search box holds %q", got)
	}
	checked := text[[]string](r, `[...document.querySelectorAll("input:checked")].map((i) => i.name + "=" + i.value)`)
	if got := strings.Join(checked, " "); got != "ics=south-west-london" {
		t.Errorf("chosen: %q", got)
	}
	if got := text[string](r, `document.getElementById("sort").value`); got != "az" {
		t.Errorf("sorted by %q", got)
	}
	for _, systems := range text[[]string](r, `[...document.querySelectorAll("article .systems")].map((s) => s.textContent)`) {
		if !strings.Contains(systems, "South West London") {
			t.Errorf("a story of %s", systems)
		}
	}
	if got := r.address(); got != "?q=nhse&ics=south-west-london&sort=az" {
		t.Errorf("the address became %q", got)
	}
}

func TestFiltersBySystemWithCountsThatAreWhatChoosingGives(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=trust")
	count := func(id string) int {
		return text[int](r, fmt.Sprintf(`parseInt(document.getElementById(%q).closest("label").querySelector(".count").textContent)`, id))
	}
	for _, id := range []string{"ics-south-west-london", "ics-hampshire-and-isle-of-wight", "series-exclusive", "series-london-eye"} {
		want := count(id)
		r.clicks("#" + id)
		r.sees(want)
		r.waits(fmt.Sprintf(`document.activeElement.id === %q`, id))
		if got := count(id); got != want {
			t.Errorf("%s: the count went from %d to %d by choosing it", id, want, got)
		}
		r.clicks("#" + id)
	}
	r.clicks("#ics-south-west-london")
	r.clicks("#ics-hampshire-and-isle-of-wight")
	r.waits(`document.querySelectorAll(".chips li:not(.clear)").length === 2`)
	r.clicks("#clear")
	r.waits(`location.search === "?q=trust" && !document.querySelector("input:checked")`)
}

func TestRemovesAChoiceByItsChip(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?ics=south-west-london&series=london-eye")
	r.sees(count(func(s corpus.Story) bool {
		return s.Series == "London Eye" && slices.Contains(s.Systems, "south-west-london")
	}))
	r.clicks("#chip-1")
	r.sees(of("south-west-london"))
	r.waits(`location.search === "?ics=south-west-london"`)
}

func TestGoesBackAndForward(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.types("nhse")
	r.waits(`location.search === "?q=nhse"`)
	r.clicks("#ics-south-west-london")
	r.waits(`location.search === "?q=nhse&ics=south-west-london"`)
	both := r.headlines()
	r.clicks("#home")
	r.sees(all)
	if got := r.box(); got != "" {
		t.Errorf("the front page has %q in the search box", got)
	}
	r.must(r.Do(chromedp.Evaluate[chromedp.Void]("history.back()")))
	r.waits(`location.search === "?q=nhse&ics=south-west-london"`)
	r.sees(len(both))
	if got := r.box(); got != "nhse" {
		t.Errorf("back: the search box holds %q", got)
	}
	r.must(r.Do(chromedp.Evaluate[chromedp.Void]("history.back()")))
	r.waits(`location.search === "?q=nhse" && !document.querySelector("input:checked")`)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void]("history.go(2)")))
	r.waits(`location.search === ""`)
	r.sees(all)
	// A link back to the address the page was loaded from is followed, too.
	r.clicks("#ics-south-west-london")
	r.sees(of("south-west-london"))
	r.clicks("#clear")
	r.sees(all)
}

func TestBackRestoresFocusAndScroll(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.must(r.Do(chromedp.Evaluate[chromedp.Void]("scrollTo(0, 700)")))
	r.waits("history.state?.y === 700")
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`document.getElementById("series-exclusive").focus({preventScroll: true})`)))
	r.waits(`history.state?.focus === "series-exclusive"`)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`document.getElementById("series-exclusive").click()`)))
	r.sees(count(func(s corpus.Story) bool { return s.Series == "Exclusive" }))
	r.must(r.Do(chromedp.Evaluate[chromedp.Void]("history.back()")))
	r.sees(all)
	r.waits(`scrollY === 700 && document.activeElement.id === "series-exclusive"`)
	r.must(r.Do(chromedp.Reload()))
	r.must(r.Ready())
	r.waits(`scrollY === 700 && document.activeElement.id === "series-exclusive"`)
}

func TestReloadsToTheSameView(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.types("gp")
	r.clicks("#ics-hampshire-and-isle-of-wight")
	r.waits(`location.search === "?q=gp&ics=hampshire-and-isle-of-wight" && document.getElementById("clear")`)
	before := r.headlines()
	r.must(r.Do(chromedp.Reload()))
	r.must(r.Ready())
	if got := r.headlines(); strings.Join(got, "\n") != strings.Join(before, "\n") || len(got) == 0 {
		t.Errorf("before: %q\nafter: %q", before, got)
	}
}

func TestCopiesALinkAndSaysSo(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=gp")
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`navigator.clipboard.writeText = async (text) => { window.clip = text }`)))
	r.clicks("#copy")
	r.waits(`document.querySelector(".said").textContent === "Link copied"`)
	copied := text[string](r, "window.clip")
	if got := text[string](r, "location.href"); got != copied || !strings.HasPrefix(copied, r.host.URL()+"?q=gp&corpus=") {
		t.Errorf("copied %q, the address is %q", copied, got)
	}
	friend := newReader(t, r.host)
	friend.must(friend.Open(copied))
	if got, want := friend.headlines(), r.headlines(); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("the friend sees %q, want %q", got, want)
	}
	r.types(" phone")
	r.waits(`document.querySelector(".said").textContent === ""`)
}

func TestNothingFoundNamesWhatExcludesEverything(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("?q=untenable+workload&ics=hampshire-and-isle-of-wight")
	r.sees(0)
	empty := text[string](r, `document.querySelector(".empty").innerText`)
	for _, part := range []string{"untenable workload", "Hampshire and Isle of Wight", `In every system [1-9][0-9]* stor`} {
		if !regexp.MustCompile(part).MatchString(empty) {
			t.Errorf("the empty page does not say %q:\n%s", part, empty)
		}
	}
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll(".empty a")].find((a) => a.textContent === "In every system").click()`)))
	r.seesFirst("ICBs challenged over ‘untenable’ GP workload")
}

func TestKeepsWhatWasTypedBeforeTheProgramArrived(t *testing.T) {
	host := newHost(t, builtSite())
	gate := holdBack(host, ".wasm", handler(t, builtSite()))
	r := newReader(t, host)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf("location.href = %q", host.URL()))))
	r.waits(storiesInHTML) // real stories, before the program
	r.types("dental bud")
	r.must(r.Do(chromedp.KeyEvent(kb.ArrowLeft)))
	close(gate)
	r.must(r.Ready())
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")
	r.waits(`location.search === "?q=dental+bud"`)
	r.waits(`document.activeElement.id === "q" && document.activeElement.selectionStart === 9`)
	r.must(r.Do(chromedp.KeyEvent("x")))
	if got := r.box(); got != "dental buxd" {
		t.Errorf("the search box holds %q", got)
	}
}

func TestKeepsABoxCheckedBeforeTheProgramArrived(t *testing.T) {
	host := newHost(t, builtSite())
	gate := holdBack(host, ".wasm", handler(t, builtSite()))
	r := newReader(t, host)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf("location.href = %q", host.URL()))))
	r.waits(`document.getElementById("ics-south-west-london")`)
	if got := text[int](r, `document.querySelectorAll("input:checked").length`); got != 0 {
		t.Errorf("%d boxes are checked in the HTML", got)
	}
	r.clicks("#ics-south-west-london")
	close(gate)
	r.must(r.Ready())
	r.sees(of("south-west-london"))
	r.waits(`location.search === "?ics=south-west-london"`)
}

func TestAnyAddressOpensAndRunsNoScript(t *testing.T) {
	host := newHost(t, builtSite())
	tests := []struct{ name, address, says string }{
		{"a script as text", `?q=%3Cscript%3EpwnD()%3C/script%3E%22%3E%3Cimg%20src=x%20onerror=pwnD()%3E`, "pwnD"},
		{"a script as a system", `?ics=%22%3E%3Csvg%20onload=pwnD()%3E`, "is not one of England’s 42 systems"},
		{"an unknown order", "?sort=oldest", "sort “oldest”"},
		{"a system without a listing", "?ics=kent-and-medway", "There is no listing of Kent and Medway"},
		{"broken escapes", "?q=%ff%zz%", "%zz%"},
		{"a long text", "?q=" + strings.Repeat("gp+", 3000), "only its first 1000 characters"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newReader(t, host)
			r.opens(test.address)
			if page := text[string](r, `document.querySelector("main").innerText + document.getElementById("q").value`); !strings.Contains(page, test.says) {
				t.Errorf("the page does not say %q:\n%.500s", test.says, page)
			}
			if text[bool](r, `document.querySelector("main script, main img, main svg") !== null`) {
				t.Error("an element of the address is in the page")
			}
		})
	}
}

func TestAMegabyteOfTextStillAnswers(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`
		document.getElementById("q").value = "gp phone ".repeat(120000);
		document.getElementById("q").dispatchEvent(new InputEvent("input", {bubbles: true}))`)))
	r.waits(`document.querySelector(".note")?.innerText.includes("first 1000 characters")`)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`document.getElementById("q").value = ""`)))
	r.types("dental")
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")
}

func TestLosesNoLetterHoweverFastOneTypes(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	const sentence = "exclusive government and nhs in talks over £1bn funding gap"
	r.types(sentence)
	r.seesFirst("Exclusive: Government and NHS in talks over £1bn funding gap")
	if got := r.box(); got != sentence {
		t.Errorf("the search box holds %q", got)
	}
}

func TestPolicyForbidsWhatThePageDoesNotNeed(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.expects = []string{"policy violated", "Content Security Policy"}
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`{
		const script = document.createElement("script");
		script.textContent = "window.ran = true";
		document.body.append(script);
	}`)))
	if text[bool](r, "window.ran === true") {
		t.Error("an inline script ran: the policy is not in force")
	}
}

func TestFoldsFiltersAwayOnAPhone(t *testing.T) {
	r := newReaderOn(t, newHost(t, builtSite()), 390, 844)
	r.opens("?ics=south-west-london")
	visible := `document.getElementById("ics-south-west-london").offsetParent !== null`
	if text[bool](r, visible) {
		t.Error("the filters are not folded away")
	}
	if got := text[string](r, `document.getElementById("fold").innerText`); got != "Filters · 1 set" {
		t.Errorf("the button says %q", got)
	}
	r.clicks("#fold")
	r.waits(visible)
	r.clicks("#ics-south-west-london")
	r.sees(all)
	r.waits(visible)
}

func TestNothingIsWiderThanANarrowPage(t *testing.T) {
	host := newHost(t, builtSite())
	for _, address := range []string{"", "?q=untenable+workload&ics=hampshire-and-isle-of-wight&series=london-eye", "?q=" + strings.Repeat("x", 400)} {
		r := newReaderOn(t, host, 320, 640)
		r.opens(address)
		if wide := text[int](r, "document.documentElement.scrollWidth"); wide > 320 {
			t.Errorf("%.40q: the page is %d pixels wide", address, wide)
		}
	}
}
