//go:build browser

package browsertest

import (
	"fmt"
	"strings"
	"testing"
)

// inOrder is the markup of the page with the attributes of each element by name: a page that was read has them in another
// order than one that was drawn.
const inOrder = `(() => {
	const copy = document.getElementById("explorer").cloneNode(true);
	for (const part of copy.querySelectorAll("#install, #offline")) part.remove(); // of which the browser says more when it likes
	for (const element of copy.querySelectorAll("*")) {
		const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const { name } of attributes) element.removeAttribute(name);
		for (const { name, value } of attributes) element.setAttribute(name, value);
	}
	return copy.outerHTML.replaceAll("><", ">\n<");
})()`

// An element of somebody else in the page, as an extension puts there, fits nothing: all is drawn anew around where it was.
const alien = `addEventListener("DOMContentLoaded", () => document.getElementById("explorer").prepend(document.createElement("aside")));`

// At rest the page says whether it opens without a network, when it was printed, and what it has for its reader.
const atRest = `document.getElementById("offline") && document.querySelector(".printed") && document.querySelector(".desk:not(.unread)")`

// What the program takes over from the page that stands there is what it would have drawn.
func TestTakesOverWhatItWouldHaveDrawn(t *testing.T) {
	publishedOnly(t)
	host := newHost(t, builtSite())
	for _, address := range []string{"", "?q=dental", "?q=zzqx", "?show=map", "?ics=south-west-london&from=2025-01-01", "?sort=az&in=headline",
		"?show=compare&ics=south-west-london&ics=hampshire-and-isle-of-wight", "?nonsense=1&ics=nowhere"} {
		t.Run(address, func(t *testing.T) {
			var pages [2]string
			for i, before := range []string{"", alien} {
				r := newReader(t, host)
				r.must(r.Before(before))
				r.opens(address)
				r.waits(atRest)
				pages[i] = text[string](r, inOrder)
			}
			if pages[0] == pages[1] {
				return
			}
			taken, drawn := strings.Split(pages[0], "\n"), strings.Split(pages[1], "\n")
			for i := range min(len(taken), len(drawn)) {
				if taken[i] != drawn[i] {
					t.Fatalf("line %d of %d is %s\nof what is drawn anew, %d, it is %s", i, len(taken), taken[i], len(drawn), drawn[i])
				}
			}
			t.Errorf("%d lines, and %d drawn anew", len(taken), len(drawn))
		})
	}
}

// marking has every part of the stories and filters that the page is read with remember that it was.
const marking = `addEventListener("DOMContentLoaded", () => {
	for (const part of document.querySelectorAll("#explorer, #q, #filters, .facet, main, .summary, article")) part.wasRead = true;
});`

// kept is how many parts that fit a selector were there when the page was read.
func (r *reader) kept(selector string) int {
	r.t.Helper()
	return text[int](r, fmt.Sprintf(`[...document.querySelectorAll(%q)].filter((part) => part.wasRead).length`, selector))
}

// The stories that stand there before the program stay where they are, and with them what a reader has begun.
func TestWhatStandsThereStays(t *testing.T) {
	publishedOnly(t)
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(marking + `
		addEventListener("DOMContentLoaded", () => {
			document.getElementById("small-map").open = true;
			getSelection().selectAllChildren(document.querySelector("article h2"));
		});`))
	r.opens("")
	if got := r.kept("article"); got != min(all, 50) {
		t.Errorf("%d stories were there before, of %d", got, min(all, 50))
	}
	for _, part := range []string{"#explorer", "#q", "#filters", "main", ".summary"} {
		if r.kept(part) != 1 {
			t.Errorf("%s was drawn anew", part)
		}
	}
	if !text[bool](r, `document.getElementById("small-map").open`) {
		t.Error("the map has closed")
	}
	if got, want := text[string](r, "getSelection().toString()"), r.headlines()[0]; got != want {
		t.Errorf("%q is selected, want %q", got, want)
	}
	r.types("dental")
	r.waits(`document.querySelectorAll("article mark").length > 0`)

	// Of another view what differs is drawn, and the rest stays.
	r.opens("?q=dental")
	r.waits(`document.querySelectorAll("article mark").length > 0`)
	for _, part := range []string{"#explorer", "#q", "#filters", "main"} {
		if r.kept(part) != 1 {
			t.Errorf("of a view, %s was drawn anew", part)
		}
	}
}

// What the browser has put back into boxes, as some do when a page is loaded anew, is not what is shown.
func TestBoxesThatNobodyTouchedSayWhatIsShown(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(`addEventListener("DOMContentLoaded", () => {
		document.getElementById("sort").selectedIndex = 1;
		document.getElementById("in-headline").checked = true;
		for (const box of document.querySelectorAll(".systems input")) box.checked = true;
	});`))
	r.opens("")
	if got := text[string](r, `document.getElementById("sort").selectedOptions[0].textContent`); got != "Newest" {
		t.Errorf("sorted by %q", got)
	}
	if n := text[int](r, `document.querySelectorAll("#filters input:checked:not([type=radio])").length`); n > 0 {
		t.Errorf("%d boxes are ticked", n)
	}
}

// Whatever has been made of the page before the program is there, it shows what is asked for, and answers.
func TestTakesOverWhateverHasBecomeOfThePage(t *testing.T) {
	const moved, gone = "it stands in another element", "it is gone"
	host := newHost(t, builtSite())
	for _, change := range []struct{ name, script string }{
		{"every text is in an element of a translator", `
			const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT), all = [];
			while (texts.nextNode()) all.push(texts.currentNode);
			for (const text of all) {
				const font = document.createElement("font");
				text.replaceWith(font);
				font.append(text);
			}`},
		{"there are comments everywhere", `for (const element of page.querySelectorAll("*")) element.prepend(document.createComment("x"));`},
		{moved, `
			const around = document.createElement("div");
			page.before(around);
			around.append(page);`},
		{"half of it is gone", `document.querySelector("main").remove();`},
		{"it is empty", `page.replaceChildren();`},
		{gone, `page.remove();`},
	} {
		t.Run(change.name, func(t *testing.T) {
			if change.name == moved || change.name == gone {
				publishedOnly(t) // which puts its drawing into the place of the page, and ends where it has none
			}
			r := newReader(t, host)
			r.must(r.Before(`addEventListener("DOMContentLoaded", () => { const page = document.getElementById("explorer"); ` + change.script + ` });`))
			r.opens("?q=dental")
			r.types(" unspent")
			r.sees(1)
			r.seesFirst(sharedStory)
			if n := text[int](r, `document.querySelectorAll("#explorer").length`); n != 1 {
				t.Errorf("there are %d pages", n)
			}
		})
	}
}
