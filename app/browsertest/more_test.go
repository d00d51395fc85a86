//go:build browser

package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"icsexplorer/corpus/corpustest"
)

func TestShowsMoreOfManyStories(t *testing.T) {
	national := corpustest.Stories("National", 70)
	host, err := NewHostOf("../..", t.TempDir(), map[string]string{
		"devon":  corpustest.Listing("Devon") + corpustest.Stories("Devonian", 120) + national,
		"dorset": corpustest.Listing("Dorset") + corpustest.Stories("Dorsetian", 3) + national,
		"sussex": corpustest.Listing("Sussex") + corpustest.Stories("Of Sussex", 1),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { host.Stop() })
	shown := func(in string) string {
		return fmt.Sprintf(`document.querySelectorAll("%s article[data-story]").length`, in)
	}

	t.Run("in the list", func(t *testing.T) {
		r := newReader(t, host)
		r.opens("?ics=devon")
		r.sees(190)
		for _, test := range []struct{ shown, toCome int }{{100, 90}, {150, 40}} {
			r.clicks("#more")
			r.waits(fmt.Sprintf(`%s === %d && document.getElementById("more").textContent === "Show more: %d to come"`, shown(""), test.shown, test.toCome))
			r.waits(fmt.Sprintf(`document.activeElement === document.querySelectorAll("article")[%d]`, test.shown-50))
		}
		// Back to a place far down finds as many stories.
		r.runs(`document.querySelectorAll("article")[140].querySelector(".opener").scrollIntoView()`)
		r.waits(`scrollY > 2000`)
		r.runs(`document.getElementById("ics-dorset").click()`) // without scrolling there
		r.waits(`location.search === "?ics=devon&ics=dorset"`)
		r.runs(`history.back()`)
		r.waits(`location.search === "?ics=devon" && ` + shown("") + ` === 150 && scrollY > 2000`)
		r.clicks("#more")
		r.waits(shown("") + ` === 190 && !document.getElementById("more")`)
	})

	t.Run("by how many list them", func(t *testing.T) {
		r := newReader(t, host)
		r.opens("?ics=devon&spread=national")
		r.sees(70)
		r.waits(`document.querySelector("fieldset input[type=radio]:checked").value === "national"`)
		r.clicks("#spread-local")
		r.sees(120)
		r.waits(`location.search === "?ics=devon&spread=local" && document.activeElement.id === "spread-local"`)
		r.presses(kb.ArrowUp)
		r.sees(190)
		r.waits(`location.search === "?ics=devon" && document.querySelectorAll("fieldset input[type=radio]:checked").length === 1`)
		r.runs(`history.back()`)
		r.sees(120)
		r.waits(`document.getElementById("spread-local").checked`)
	})

	t.Run("in a comparison", func(t *testing.T) {
		r := newReader(t, host)
		r.opens("?show=compare&ics=devon&ics=dorset")
		r.waits(shown("#only-devon") + " === 50 && " + shown("#shared") + " === 50 && " + shown("#only-dorset") + " === 3")
		if n := text[int](r, `document.querySelectorAll("#only-dorset .more").length`); n != 0 {
			t.Error("a short column offers more")
		}
		r.clicks("#more-shared")
		r.waits(shown("#only-devon") + " === 100 && " + shown("#shared") + ` === 70 && !document.getElementById("more-shared")`)
		r.clicks("#more-only-devon")
		r.waits(shown("#only-devon") + ` === 120 && !document.querySelector(".columns .more")`)
	})
}
