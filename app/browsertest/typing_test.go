//go:build browser

package browsertest

import (
	"slices"
	"testing"

	"icsexplorer/app/page"
)

// While letters follow one another only what a screen holds is drawn of many stories, and of the filters nothing. What
// stood behind stays until the rest is there, when the reader looks up.
func TestALetterDrawsWhatAScreenHolds(t *testing.T) {
	const first = 16
	r := newReader(t, manyHost(t))
	r.opens("")
	text[bool](r, `(() => {
		document.getElementById("q").focus();
		window.drawn = [];
		window.shown = [];
		window.counted = { begun: 0, finished: 0 };
		const asks = (story) => new URLSearchParams(story.querySelector(".systems a").search).get("q") === document.getElementById("q").value;
		new MutationObserver(() => {
			const stories = [...document.querySelectorAll("article")];
			shown.push(stories.length);
			drawn.push(stories.filter(asks).length);
		})
			.observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true, attributes: true });
		new MutationObserver((changes) => { counted[document.querySelector("[data-begun]") ? "begun" : "finished"] += changes.length; })
			.observe(document.getElementById("filters"), { subtree: true, childList: true, attributes: true, characterData: true });
		return true;
	})()`)
	text[bool](r, `(async () => {
		const box = document.getElementById("q");
		for (const letter of "de") {
			box.value += letter;
			box.dispatchEvent(new InputEvent("input", { bubbles: true }));
			await new Promise((soon) => setTimeout(soon, 20));
		}
		return true;
	})()`)
	r.waits(`counted.finished > 0`)
	r.waits(`!document.querySelector("[data-begun]")`)
	found := len(r.headlines())
	if found != page.RowsAtOnce {
		t.Fatalf("%d stories are shown: too few to tell", found)
	}
	drawn := text[[]int](r, "drawn")
	if !slices.Contains(drawn, first) || drawn[len(drawn)-1] != found {
		t.Errorf("of %d stories there were drawn %v", found, drawn)
	}
	if n := text[int](r, "counted.begun"); n > 0 {
		t.Errorf("%d changes of the filters while letters followed", n)
	}
	if got, want := text[int](r, `document.querySelectorAll("#filters .count").length`), text[int](r, `[...document.querySelectorAll("#filters .count")].filter((count) => /^\d/.test(count.textContent)).length`); got == 0 || got != want {
		t.Errorf("%d of %d counts are numbers", want, got)
	}
	t.Run("what stood behind stays", func(t *testing.T) {
		publishedOnly(t)
		if least := slices.Min(text[[]int](r, "shown")); least < found-first {
			t.Errorf("of %d stories %d stood there meanwhile", found, least)
		}
	})
}

// tagging remembers the stories that are there, and notes what changes in them: window.touched tells, of those that are
// still there, how many are other elements than before, and the classes of what has changed, each with how often.
const tagging = `(() => {
	const list = document.querySelector("#list");
	const stood = new Map([...list.querySelectorAll("article")].map((story) => [story.id, story]));
	const changes = [];
	new MutationObserver((records) => changes.push(...records)).observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
	window.touched = () => {
		const stay = [...list.querySelectorAll("article")].filter((story) => stood.has(story.id));
		const found = { stayed: stay.length, others: stay.filter((story) => stood.get(story.id) !== story).length, changed: {} };
		for (const { type, target, attributeName, addedNodes, removedNodes } of changes) {
			const around = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
			const story = around.closest("article");
			if (!stay.includes(story)) continue;
			const parts = around === story ? [...addedNodes, ...removedNodes] : [around];
			for (const part of parts) {
				const what = (type === "attributes" ? attributeName + " of " : "") + (part.closest?.("[class]:not([class=''])")?.className ?? part.nodeName);
				found.changed[what] = (found.changed[what] ?? 0) + 1;
			}
		}
		return found;
	};
	return true;
})()`

// A story that stays in the list is not drawn anew. A letter changes which of its letters are marked, why it is there, and
// the addresses of its systems, which ask for what was typed; a filter changes which of these is chosen, and an order nothing.
func TestStoriesThatStayAreNotTouched(t *testing.T) {
	publishedOnly(t)
	type touched struct {
		Stayed, Others int
		Changed        map[string]int
	}
	ofALetter := []string{"headline", "series", "standfirst", "caption", "reason", "href of systems"}
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	for _, step := range []struct {
		name string
		does func()
		may  []string
	}{
		{"the first letter", func() { r.types("n") }, ofALetter},
		{"a letter", func() { r.types("h") }, ofALetter},
		{"a filter", func() { r.clicks("#ics-south-west-london") }, []string{"class of chosen", "class of systems"}},
		{"no filter", func() { r.clicks("#ics-south-west-london") }, []string{"class of chosen", "class of systems"}},
		{"another order", func() {
			text[bool](r, `(sort.value = "az", sort.dispatchEvent(new Event("change", { bubbles: true })))`)
		}, nil},
	} {
		text[bool](r, tagging)
		before, address := r.headlines(), r.address()
		step.does()
		r.waits(`!document.querySelector("[data-begun]") && location.search !== ` + quoted(address))
		got := text[touched](r, "touched()")
		if got.Stayed < 5 {
			t.Fatalf("%s: %d of %d stories stay: nothing to tell", step.name, got.Stayed, len(before))
		}
		if got.Others > 0 {
			t.Errorf("%s: %d of %d stories that stay were drawn anew", step.name, got.Others, got.Stayed)
		}
		for what, n := range got.Changed {
			if !slices.Contains(step.may, what) {
				t.Errorf("%s: in %d stories that stay there were %d changes of %s", step.name, got.Stayed, n, what)
			}
		}
	}
}
