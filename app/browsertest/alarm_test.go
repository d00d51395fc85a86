//go:build browser

package browsertest

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// seenAfter is an expression for whether the page's own alarm is seen once ms have passed on its clock.
func seenAfter(ms int) string {
	return fmt.Sprintf(`(() => {
		const alarm = document.getElementById("alarm");
		for (const animation of alarm.getAnimations()) { animation.pause(); animation.currentTime = %d; }
		return getComputedStyle(alarm).display !== "none" && getComputedStyle(alarm).visibility === "visible";
	})()`, ms)
}

// painted is true once a browser has drawn the alarm: as long as it waits for a style sheet or a script, it may draw
// nothing of what it knows.
const painted = `new Promise((resolve) => requestAnimationFrame(() => {
	const { x, y, width, height } = document.getElementById("alarm").getBoundingClientRect();
	resolve(document.elementFromPoint(x + width / 2, y + height / 2)?.closest("#alarm"));
}))`

// Whatever keeps the program from arriving, the page says so by itself and offers to try again.
func TestThePageSaysByItselfThatSearchDoesNotArrive(t *testing.T) {
	site := release(t, "only")
	named := func(roles ...string) (names []string) {
		for _, name := range slices.Sorted(maps.Keys(site)) {
			if slices.Contains(roles, role(name)) {
				names = append(names, name)
			}
		}
		return names
	}
	tests := []struct {
		name, fault string
		files       []string
	}{
		{"our scripts hang", "hanging", named("explorer.js")},
		{"the program hangs", "hanging", named("app.wasm")},
		{"everything hangs but the page", "hanging",
			named("explorer.js", "app.js", "wasm_exec.js", "app.wasm", "icon.svg")},
		{"the loader hangs", "hanging", named("app.js")},
		{"the runtime hangs", "hanging", named("wasm_exec.js")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newReader(t, newHost(t, site))
			r.expects = []string{""} // nothing is as it should be
			for _, f := range faults {
				if f.name == test.fault {
					misbehave(r.host, site, f, test.files...)
				}
			}
			go r.Do(chromedp.Navigate(r.host.URL() + "?q=dental"))
			r.waits(`document.getElementById("alarm")`)
			if slices.Equal(test.files, named("app.wasm")) { // whose first half arrives, and puts the alarm off
				r.waits(`/(49|50)%$/.test(document.getElementById("app-wasm-loader-label")?.textContent)`)
			}
			if text[bool](r, seenAfter(29_000)) {
				t.Error("it is seen before its time")
			}
			if !text[bool](r, seenAfter(30_001)) {
				t.Error("it is not seen")
			}
			r.waits(painted)
			r.host.Serve(handler(t, site))
			r.clicks("#alarm a")
			r.must(r.Ready())
			r.seesFirst(sharedStory)
			if text[bool](r, seenAfter(60_000)) {
				t.Error("it is seen although search is there")
			}
		})
	}
}
