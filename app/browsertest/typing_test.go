//go:build browser

package browsertest

import (
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// While letters follow one another only what a screen holds is drawn of the stories, and of the filters nothing. The
// rest is there when the reader looks up.
func TestALetterDrawsWhatAScreenHolds(t *testing.T) {
	const first = 16
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	text[bool](r, `(() => {
		document.getElementById("q").focus();
		window.drawn = [];
		window.counted = 0;
		new MutationObserver(() => drawn.push(document.querySelectorAll("article").length)).observe(document.querySelector("main"), { subtree: true, childList: true });
		new MutationObserver((changes) => { counted += changes.length; }).observe(document.getElementById("filters"), { subtree: true, childList: true, attributes: true, characterData: true });
		return true;
	})()`)
	for _, letter := range []string{"i", "n"} {
		r.must(r.Do(chromedp.KeyEvent(letter)))
		time.Sleep(20 * time.Millisecond)
	}
	during := text[int](r, "counted")
	r.waits(`counted > 0`)
	found := len(r.headlines())
	if found <= first {
		t.Fatalf("%d stories are found: too few to tell", found)
	}
	r.sees(found)
	drawn := text[[]int](r, "drawn")
	if !slices.Contains(drawn, first) || drawn[len(drawn)-1] != found {
		t.Errorf("of %d stories there were %v", found, drawn)
	}
	if during > 0 {
		t.Errorf("%d changes of the filters while letters followed", during)
	}
	if got, want := text[int](r, `document.querySelectorAll("#filters .count").length`), text[int](r, `[...document.querySelectorAll("#filters .count")].filter((count) => /^\d/.test(count.textContent)).length`); got == 0 || got != want {
		t.Errorf("%d of %d counts are numbers", want, got)
	}
}
