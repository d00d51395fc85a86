//go:build browser

package browsertest

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A page of a system as a browser copies it, in both of its forms. Only the HTML has addresses.
const (
	devonHTML = `<meta charset="utf-8"><h1>Devon ICS</h1><ul>` +
		`<li><h3><a href="https://www.example.test/1.article">Ferry trust buys a hovercraft</a></h3><p>14 May 2026</p><p>It will cross the Taw twice a day, and carry patients.</p></li>` +
		`<li><h3><a href="https://www.example.test/2.article">Moorland wards to close at weekends</a></h3><p>13 May 2026</p><p>Three wards on the edge of the moor have too few nurses.</p></li></ul>`
	devonText = "Devon ICS\n\nNews\nFerry trust buys a hovercraft\n14 May 2026\n\nIt will cross the Taw twice a day, and carry patients.\n\n" +
		"News\nMoorland wards to close at weekends\n13 May 2026\n\nThree wards on the edge of the moor have too few nurses.\n"
)

// pastes puts text, and the same as HTML if there is any, into the page as from the clipboard.
func (r *reader) pastes(html, plain string) {
	r.t.Helper()
	r.runs(fmt.Sprintf(`{ const data = new DataTransfer();
		if (%[1]s) data.setData("text/html", %[1]s);
		data.setData("text/plain", %[2]s);
		document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }`,
		quoted(html), quoted(plain)))
}

// drops drops files on the page; contents stand for expressions that give them.
func (r *reader) drops(files map[string]string) {
	r.t.Helper()
	var script strings.Builder
	script.WriteString("{ const data = new DataTransfer();\n")
	for name, content := range files {
		fmt.Fprintf(&script, "data.items.add(new File([%s], %q, { lastModified: Date.UTC(2026, 4, 15, 12) }));\n", content, name)
	}
	script.WriteString(`document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); }`)
	r.runs(script.String())
}

// quoted is text as JavaScript has it.
func quoted(text string) string { return strconv.QuoteToASCII(text) }

// reads waits until so many sources were read and nothing more is waiting.
func (r *reader) reads(sources int) {
	r.t.Helper()
	r.waits(fmt.Sprintf(`document.querySelectorAll(".brought").length === %d && !document.querySelector("#add-said").textContent.startsWith("Reading")`, sources))
}

// keeps adds everything that is waiting for it, and closes the dialog.
func (r *reader) keeps() {
	r.t.Helper()
	r.runs(`(document.querySelector("[data-do=add-all]") ?? document.querySelector("[data-do=add-keep]")).click()`)
	r.waits(`document.querySelector("#add-said").textContent.startsWith("Added")`)
	r.runs(`document.getElementById("add").close()`)
}

// bringsDevon pastes a page of two stories and keeps them.
func (r *reader) bringsDevon() {
	r.t.Helper()
	r.pastes(devonHTML, devonText)
	r.reads(1)
	r.keeps()
}

// stranger is a reader who was never here.
func stranger(t *testing.T, host *Host) *reader {
	t.Helper()
	private, err := chromium.NewProfile()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(private.Close)
	tab, err := private.NewTab(1280, 900)
	if err != nil {
		t.Fatal(err)
	}
	return &reader{t: t, Tab: tab, host: host}
}

// has waits until the page has so many stories.
func (r *reader) has(stories int) {
	r.t.Helper()
	r.waits(fmt.Sprintf(`document.querySelector('.summary [role="status"]').innerText.startsWith("%d ")`, stories))
}

func (r *reader) reloads() {
	r.t.Helper()
	r.must(r.Do(chromedp.Reload()))
	r.must(r.Ready())
}

// What a reader pastes is one corpus with what is built in: found, filtered, marked as theirs, and there
// after a restart and without a network; and they can take it away again.
func TestAPastedPageBecomesPartOfTheCorpus(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.waits(`document.getElementById("offline")`)
	r.pastes(devonHTML, devonText)
	r.reads(1)
	preview := text[string](r, `document.querySelector(".brought").innerText`)
	for _, want := range []string{"2 stories, all new", "a web page (HTML)", "Add 2 stories"} {
		if !strings.Contains(preview, want) {
			t.Errorf("the preview does not say %q:\n%s", want, preview)
		}
	}
	if got := text[string](r, `document.querySelector(".brought [name=system]").value`); got != "devon" {
		t.Errorf("the system is %q", got)
	}
	r.screenshot("preview")
	r.keeps()
	r.has(all + 2)
	check := func() {
		t.Helper()
		r.opens("?q=hovercraft&ics=devon")
		r.has(1)
		if row := text[string](r, `document.querySelector("article").innerText`); !strings.Contains(row, "added by you") || !strings.Contains(row, "Devon") {
			t.Errorf("the row says %q", row)
		}
		if got := text[string](r, `document.querySelector(".find").href`); got != "https://www.example.test/1.article" {
			t.Errorf("it leads to %q", got)
		}
	}
	check()
	r.must(r.host.Stop())
	check()
	r.must(r.host.Start())

	r.clicks("#bring")
	r.clicks("[data-do=own-ask]")
	r.clicks("[data-do=own-remove]")
	r.waits(`!document.querySelector(".own li")`)
	r.runs(`document.getElementById("add").close()`)
	r.opens("")
	r.has(all)
	if left := text[int](r, `new Promise((resolve) => { const open = indexedDB.open("ics-explorer"); open.onsuccess = () => {
		const count = open.result.transaction("originals").objectStore("originals").count(); count.onsuccess = () => resolve(count.result); } })`); left != 0 {
		t.Errorf("%d originals are left", left)
	}
}

// The system, the day and the form can be set right, and what is added again adds nothing.
func TestAPreviewCanBeSetRight(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.pastes("", strings.TrimPrefix(devonText, "Devon ICS"))
	r.reads(1)
	if text[bool](r, `!!document.querySelector("[data-do=add-keep]")`) {
		t.Error("stories of no known system can be added")
	}
	set := func(name, value string) {
		t.Helper()
		r.runs(fmt.Sprintf(`{ const box = document.querySelector(".brought [name=%s]"); box.value = %q; box.dispatchEvent(new Event("change", { bubbles: true })) }`, name, value))
	}
	set("form", "csv")
	r.waits(`document.querySelector(".brought .fault")?.textContent.includes("Nothing was read of it")`)
	set("form", "")
	r.waits(`document.querySelector(".brought").innerText.includes("2 stories, all new")`)
	set("system", "dorset")
	r.waits(`document.querySelector("[data-do=add-keep]")`)
	set("day", "2026-05-01")
	r.waits(`document.querySelector(".brought [name=day]").value === "2026-05-01"`)
	r.keeps()
	r.opens("?ics=dorset")
	r.has(2)
	r.pastes("", "Dorset ICS"+strings.TrimPrefix(devonText, "Devon ICS"))
	r.reads(1)
	if says := text[string](r, `document.querySelector(".brought").innerText`); !strings.Contains(says, "word for word (Dorset (yours), as of 2026-05-01)") {
		t.Errorf("the same page again: %q", says)
	}
	if text[bool](r, `!!document.querySelector("[data-do=add-keep]")`) {
		t.Error("the same page can be added again")
	}
	r.clicks("[data-do=add-drop]")
	r.reads(0)

	// A listing that is kept can still be called otherwise and moved to another system or day.
	own := func(name, value string) {
		t.Helper()
		r.runs(fmt.Sprintf(`{ const box = document.querySelector(".own [name=%s]"); box.value = %q; box.dispatchEvent(new Event("change", { bubbles: true })) }`, name, value))
	}
	own("name", "From the train")
	r.waits(`window.shelf.records.listings[0].name === "From the train"`)
	own("day", "2026-05-02")
	r.waits(`window.shelf.records.listings[0].day === "2026-05-02"`)
	own("system", "none")
	r.waits(`window.shelf.records.listings[0].system === ""`)
	r.runs(`document.getElementById("add").close()`)
	r.opens("")
	r.has(all + 2)
	r.opens("?ics=dorset")
	r.has(0)
}

// Whatever is brought, the page goes on, says a clear word, and reads the rest. Nothing of it runs or is
// fetched.
func TestWhatIsBroughtDoesNoHarm(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(`window.harm = []; const open = window.open; window.alert = (text) => harm.push(text);`))
	r.opens("")
	r.waits(`document.getElementById("offline")`)
	hostile := `<html><head><base href="https://evil.example.test/"><style>body { background: url(x.png) }</style><link rel="stylesheet" href="x.css"><script>harm.push("script")</script></head>` +
		`<body onload="harm.push('load')"><h1>Devon ICS</h1><img src="x.png" onerror="harm.push('error')" style="color: red"><iframe src="javascript:parent.harm.push('frame')"></iframe>` +
		`<ul><li><h3><a href="javascript:harm.push('link')">&lt;img src=x onerror=harm.push('text')&gt; hovercraft</a></h3><p>14 May 2026</p><p>__proto__ and &lt;script&gt;harm.push("text")&lt;/script&gt; are words here.</p></li></ul>`
	r.drops(map[string]string{
		"hostile.html": quoted(hostile),
		"page.pdf":     `"%PDF-1.7"`,
		"page.docx":    `new Uint8Array([80, 75, 3, 4, 0, 0])`,
		"picture.png":  `new Uint8Array([137, 80, 78, 71])`,
		"large.txt":    `new Uint8Array(200 << 20)`,
		"empty.txt":    `""`,
		"deep.html":    `"<html>" + "<div>".repeat(100_000) + "x"`,
		"bomb.xml":     `'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + '<!ENTITY b "&a;&a;&a;">' + "]><rss><title>&b;</title></rss>"`,
		"odd.txt":      `"Devon ICS\n\n\0\ud800\u202eNews\n\u202eTurned \ud800round\n14 May 2026\n\nA standfirst that says what there is to say.\n"`,
	})
	r.reads(9)
	words := text[string](r, `[...document.querySelectorAll(".brought")].map((e) => e.querySelector("h3").textContent + ": " + e.querySelectorAll("p")[0].textContent).join("\n")`)
	for _, want := range []string{
		"hostile.html: 1 story, all new", "page.pdf: Nothing was read of it: it is a PDF", "page.docx: Nothing was read of it: it is a Word",
		"picture.png: Nothing was read of it: it is a picture", "large.txt: Nothing was read of it: it is larger than 32 MB", "empty.txt: Nothing was read of it: it is empty",
		"deep.html: Nothing was read of it: its elements stand more than 1,000 deep", "bomb.xml: Nothing was read of it: it declares entities", "odd.txt: 1 story",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("it does not say %q:\n%s", want, words)
		}
	}
	r.keeps()
	r.has(all + 2)
	r.opens("?q=hovercraft")
	r.has(1)
	if got := text[string](r, `document.querySelector("article h2").textContent`); got != "<img src=x onerror=harm.push('text')> hovercraft" {
		t.Errorf("the headline is %q", got)
	}
	if harm := text[[]string](r, `harm`); len(harm) > 0 {
		t.Errorf("it ran %q", harm)
	}
	if loaded := text[[]string](r, `performance.getEntriesByType("resource").map((e) => e.name).filter((name) => !name.startsWith(location.origin))`); len(loaded) > 0 {
		t.Errorf("it fetched %q", loaded)
	}
	r.drops(map[string]string{})
	r.runs(`{ const data = new DataTransfer(); for (let i = 0; i < 10_000; i++) data.items.add(new File(["x"], i + ".txt"));
		document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })) }`)
	r.waits(`document.querySelector("#add-said").textContent.includes("9800 files were too many at once")`)
}

// Many files are shown some at a time: the browser lays out the dialog for each time, not for each file. Of many listings that
// which something is done with is drawn anew, and none while somebody types.
func TestManyFilesAreShownTogether(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.runs(`window.times = 0;
		new MutationObserver((all) => { times += all.some((m) => [...m.addedNodes].some((node) => node.matches?.(".brought"))); }).observe(document.getElementById("add"), { childList: true, subtree: true });
		const data = new DataTransfer();
		for (let i = 0; i < 100; i++) data.items.add(new File([i % 2 ? "Devon ICS\n\nTrust number " + i + " loses its case\n\n\nIt was told so.\n" : new Uint8Array([0, i])], i + ".txt"));
		document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));`)
	r.reads(100)
	if times := text[int](r, `times`); times > 50 {
		t.Errorf("the dialog was drawn %d times", times)
	}
	r.keeps()
	r.has(all + 50)
	r.runs(`window.others = [...document.querySelectorAll(".own li")].slice(1)`)
	r.does("[data-do=own-ask]")
	r.waits(`document.querySelector("[data-do=own-remove]")`)
	if stay := text[int](r, `others.filter((e) => e.isConnected).length`); stay != 49 {
		t.Errorf("%d of 49 listings are as they were", stay)
	}
}

// Ten thousand stories are read, shown and added while the page goes on answering.
func TestTenThousandStoriesLeaveThePageAlive(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.runs(`window.gaps = []; let last = performance.now();
		setInterval(() => { const now = performance.now(); gaps.push(now - last); last = now; }, 5)`)
	r.runs(`let text = "Devon ICS\n\n";
		for (let i = 0; i < 10_000; i++) text += "News\nTrust number " + i + " loses its case\n14 May 2026\n\nThe trust was told to close ward " + i + " after a long inspection.\n\n";
		const data = new DataTransfer(); data.setData("text/plain", text);
		document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));`)
	r.reads(1)
	r.keeps()
	r.has(all + 10_000)
	gaps := text[[]float64](r, `gaps.toSorted((a, b) => b - a).slice(0, 5)`)
	t.Logf("the longest times without an answer, in ms: %.0f", gaps)
	r.reloads()
	r.has(all + 10_000)
}

// A link brings stories along, which are kept on request; one that was damaged, or makes much of little, says so.
func TestALinkBringsStoriesAlong(t *testing.T) {
	host := newHost(t, builtSite())
	r := newReader(t, host)
	r.must(r.Before(`window.copied = []; navigator.clipboard.writeText = async (text) => { copied.push(text) }`))
	r.opens("")
	r.bringsDevon()
	r.opens("?q=hovercraft")
	r.has(1)
	r.clicks("#copy")
	r.waits(`document.querySelector(".said").textContent.includes("1 story of it are yours alone")`)
	r.clicks("#export")
	r.clicks("[data-do=carry]")
	r.waits(`copied.length === 2`)
	link := text[string](r, `copied[1]`)

	other := stranger(t, host)
	other.must(other.Open(link))
	other.has(1)
	other.waits(`document.querySelector(".carried")?.innerText.startsWith("1 story brought by this link")`)
	if kept := text[int](other, `window.shelf.records.listings.length`); kept != 0 {
		t.Errorf("%d listings are kept unasked", kept)
	}
	other.clicks("#carried-keep")
	other.waits(`!document.querySelector(".carried") && window.shelf.records.listings.length === 1`)
	other.opens("")
	other.has(all + 1)

	at := strings.Index(link, "stories=") + len("stories=")
	bomb := text[string](other, `window.carry.pack("Devon ICS\n".repeat(10_000_000))`)
	for _, damaged := range []string{link[:at+20], link[:at] + "!!", link[:at] + bomb} {
		other.must(other.Do(chromedp.Navigate("about:blank")))
		other.must(other.Open(damaged))
		other.waits(`document.querySelector(".desk").innerText.includes("should bring stories along, but")`)
		other.has(1)
	}
}

// The page in one file has the stories in it, also one that was made of another, and nothing else that is the reader's.
func TestAFileHasTheStoriesInIt(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.bringsDevon()
	r.has(all + 2)
	r.clicks("#dense")
	r.runs(`shelf.put([["views", { id: "v", name: "Nobody's business", address: "?q=ward", place: "0" }]])`)
	r.waits(`localStorage.getItem("ics-explorer-desk")?.includes("business")`)
	r.opens("")
	r.waits(`document.querySelector(".desk:not(.unread) .views")`)
	r.has(all + 2)
	saved := func() string {
		t.Helper()
		dir := t.TempDir()
		_, err := chromedp.Call(r.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir})
		r.must(err)
		r.clicks("#export")
		r.waits(`document.querySelector("[data-do=carry-file]").innerText.endsWith(", with your stories")`)
		r.clicks("[data-do=carry-file]")
		r.waits(`document.querySelector(".said").textContent.startsWith("Saved as")`)
		for range 200 {
			if files, _ := filepath.Glob(filepath.Join(dir, "*.html")); len(files) == 1 {
				if info, err := os.Stat(files[0]); err == nil && info.Size() > 1_000_000 {
					return files[0]
				}
			}
			r.waits(`new Promise((resolve) => setTimeout(resolve, 50, true))`)
		}
		t.Fatal("no file was saved")
		return ""
	}
	first := saved()
	content, err := os.ReadFile(first)
	r.must(err)
	if strings.Contains(string(content), "business") || strings.Contains(string(content), `data-dense="`) {
		t.Error("the file tells others what the reader has chosen")
	}
	r.must(r.Open("file://" + first))
	r.has(all + 2)
	r.waits(`document.querySelector(".carried")?.innerText.startsWith("2 stories brought by this file")`)
	r.clicks("#carried-keep")
	r.waits(`window.shelf.records.listings.length === 1`)
	second := saved()
	r.runs(`indexedDB.deleteDatabase("ics-explorer")`)
	r.must(r.Do(chromedp.Navigate("about:blank")))
	r.must(r.Open("file://" + second))
	r.has(all + 2)
	r.runs(`indexedDB.deleteDatabase("ics-explorer")`)
}

// Where the browser keeps nothing, or no more, stories stay for the visit, and that is said; a store that
// is damaged costs what is damaged.
func TestStoriesStayForTheVisitWhereNothingIsKept(t *testing.T) {
	for _, test := range []struct{ name, script, says string }{
		{"no database", `Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("", "SecurityError") } })`, "This browser keeps nothing for this page"},
		{"no room", `IDBObjectStore.prototype.put = () => { throw new DOMException("", "QuotaExceededError") }`, "This browser has no room left"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := newReader(t, newHost(t, builtSite()))
			r.must(r.Before(test.script))
			r.opens("")
			r.pastes(devonHTML, devonText)
			r.reads(1)
			r.runs(`document.querySelector("[data-do=add-keep]").click()`)
			r.waits(`document.querySelector("#add-said").textContent.includes("` + test.says + `")`)
			r.runs(`document.getElementById("add").close()`)
			r.has(all + 2)
			r.finds()
		})
	}
}

func TestSaysThatALaterVersionKeepsTheStories(t *testing.T) {
	host := newHost(t, builtSite())
	r := newReader(t, host)
	r.expects = []string{"favicon.ico"}
	r.must(r.Do(chromedp.Navigate(host.URL() + "version.json")))
	r.waits(`new Promise((resolve) => { const open = indexedDB.open("ics-explorer", 7); open.onsuccess = () => { open.result.close(); resolve(true) } })`)
	r.opens("")
	r.clicks("#bring")
	r.waits(`document.querySelector(".own").innerText.includes("A later version of this page")`)
	r.runs(`document.getElementById("add").close()`)
	r.finds()
}

func TestADamagedRecordCostsItself(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	r.bringsDevon()
	r.has(all + 2)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`new Promise((resolve) => { const open = indexedDB.open("ics-explorer"); open.onsuccess = () => {
		const change = open.result.transaction(["listings", "stars", "views"], "readwrite");
		change.objectStore("listings").put({ id: "x", text: 7 });
		change.objectStore("listings").put({ id: "y", text: "?", system: "kernow", day: "", form: "", name: "", added: "" });
		change.objectStore("stars").put({ id: "__proto__", day: {} });
		change.objectStore("views").put({ id: "v", name: "<script>", address: "javascript:1", place: "0" });
		change.oncomplete = () => { open.result.close(); resolve() } } })`, chromedp.EvalAwaitPromise)))
	r.reloads()
	r.has(all + 2)
	r.clicks("#bring")
	r.waits(`document.querySelector(".own").innerText.includes("4 of the things kept here cannot be read any more")`)
}

// Two tabs that bring stories at once both have all of them.
func TestTwoTabsAgree(t *testing.T) {
	host := newHost(t, builtSite())
	first, second := newReader(t, host), newReader(t, host)
	first.opens("")
	second.opens("")
	first.pastes(devonHTML, devonText)
	second.pastes("", strings.NewReplacer("Devon", "Dorset", "Ferry", "Bus", "Moorland", "Seaside").Replace(devonText))
	first.reads(1)
	second.reads(1)
	for _, r := range []*reader{first, second} {
		r.runs(`document.querySelector("[data-do=add-keep]").click()`)
	}
	for _, r := range []*reader{first, second} {
		r.has(all + 4)
	}
	first.runs(`document.getElementById("add").close()`)
	first.runs(`document.querySelector("article .star").click()`)
	second.waits(`document.querySelector("article .star").getAttribute("aria-pressed") === "true"`)
}

// All that is kept comes back from one file, in a browser that never was here, and what was brought byte for byte.
func TestAllOfItComesBackFromOneFile(t *testing.T) {
	host := newHost(t, builtSite())
	const watched = `window.saved = []; const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => { blob.arrayBuffer().then((bytes) => saved.push(files.letters(new Uint8Array(bytes)))); return make.call(URL, blob) };
		HTMLAnchorElement.prototype.click = function () {}`
	handed := func(r *reader, n int) string {
		t.Helper()
		r.waits(fmt.Sprintf(`saved.length === %d`, n))
		content, err := base64.StdEncoding.DecodeString(text[string](r, fmt.Sprintf(`saved[%d]`, n-1)))
		r.must(err)
		return string(content)
	}
	// As a word processor of old has written it: its quotation mark and its pound are no UTF-8.
	dorset := strings.NewReplacer("Devon", "Dorset", "Ferry", "Bus", "Moorland", "Seaside\x92s \xa39m", "\n", "\r\n").Replace(devonText)
	originals := func(r *reader) {
		t.Helper()
		r.runs(`saved.length = 0`)
		r.does("#bring")
		r.waits(`document.querySelectorAll("[data-do=own-original]").length === 2`)
		var got []string
		for n := range 2 {
			r.runs(fmt.Sprintf(`document.querySelectorAll("[data-do=own-original]")[%d].click()`, n))
			got = append(got, handed(r, n+1))
		}
		slices.Sort(got)
		if want := []string{devonHTML, dorset}; !slices.Equal(got, want) {
			t.Errorf("there came\n%q\nand is given back\n%q", want, got)
		}
	}
	r := newReader(t, host)
	r.must(r.Before(watched))
	r.opens("")
	r.pastes(devonHTML, devonText)
	r.reads(1)
	r.drops(map[string]string{"dorset.txt": `files.bytes("` + base64.StdEncoding.EncodeToString([]byte(dorset)) + `")`})
	r.reads(2)
	r.keeps()
	r.does("article .star")
	r.waits(`window.shelf.records.stars.length === 1`)
	r.opens("?q=ward")
	r.does("#keep")
	r.must(r.Do(chromedp.SendKeys(chromedp.CSS("#view-name"), "Wards")))
	r.does("[data-do=view-save]")
	r.waits(`window.shelf.records.views.length === 1`)
	originals(r)
	r.does("#own-save")
	file := handed(r, 3)

	other := stranger(t, host)
	other.must(other.Before(watched))
	other.opens("")
	for name, content := range map[string]string{
		"is damaged":                file[:len(file)/2],
		"there is nothing":          `{"format": "ics-explorer-shelf", "version": 1, "records": {"listings": [{"id": 7}, null, {"id": "a b"}]}}`,
		"a later version":           `{"format": "ics-explorer-shelf", "version": 2, "records": {}}`,
		"is not what this page has": `{"about": "ics-explorer-shelf"}`,
	} {
		other.drops(map[string]string{"mine.json": quoted(content)})
		other.waits(`document.querySelector("#add-said").textContent.includes(` + quoted(name) + `)`)
	}
	other.drops(map[string]string{"mine.json": quoted(file)})
	other.waits(`document.querySelector("#add-said").textContent.includes("mine.json is back")`)
	other.runs(`document.getElementById("add").close()`)
	other.has(all + 4)
	other.waits(`document.querySelector(".views a").textContent === "Wards" && document.querySelectorAll('.star[aria-pressed="true"]').length === 1`)
	originals(other)
}

// The program reads in a browser what the command reads, of the same files.
func TestThePageReadsWhatTheCommandReads(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	_, err := chromedp.Call(r.ctx, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: "Europe/London"})
	r.must(err)
	r.opens("")
	files := map[string]string{
		"page.html": devonHTML, "page.txt": devonText,
		"feed.xml": `<?xml version="1.0"?><rss version="2.0"><channel><title>Devon ICS</title><item><title>Ferry trust buys a hovercraft</title><link>https://www.example.test/1.article</link>` +
			`<pubDate>Thu, 14 May 2026 09:00:00 GMT</pubDate><description>It will cross the Taw &mdash; twice.</description></item></channel></rss>`,
		"page.mhtml": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n" +
			strings.ReplaceAll(devonHTML, "=", "=3D") + "\n--B--\n",
		"page.csv": "headline;date;summary\nFerry trust buys a hovercraft;14/05/2026;It will cross the Taw twice a day.\n",
	}
	for name, content := range files {
		r.drops(map[string]string{name: quoted(content)})
		r.reads(1)
		path := filepath.Join(t.TempDir(), name)
		r.must(os.WriteFile(path, []byte(content), 0o644))
		out, err := binary("add", "-n", path).Output()
		r.must(err)
		want := strings.Count(string(out), "\n")
		got := text[[]string](r, `[...document.querySelectorAll(".brought ol li")].map((li) => li.firstChild.textContent)`)
		if len(got) != want || !strings.Contains(string(out), got[0]) {
			t.Errorf("%s: the page reads %q, the command\n%s", name, got, out)
		}
		r.clicks("[data-do=add-drop]")
		r.reads(0)
	}
}
