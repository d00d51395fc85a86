package main

import (
	"fmt"

	"github.com/chromedp/chromedp"

	"icsexplorer/app/browser"
)

// watchKeys notes, for every keystroke that changes the page, the milliseconds
// from the event to the first task after the frame that shows the change.
const watchKeys = `
	window.keystrokes = [];
	let typed = 0;
	addEventListener("input", (e) => { typed = e.timeStamp; }, { capture: true });
	new MutationObserver(() => {
		if (!typed) return;
		const from = typed;
		typed = 0;
		requestAnimationFrame(() => {
			const channel = new MessageChannel();
			channel.port1.onmessage = () => window.keystrokes.push(performance.now() - from);
			channel.port2.postMessage(null);
		});
	}).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true, attributes: true });`

// printKeystrokes types queries letter by letter.
func printKeystrokes(chromium *browser.Chromium, host *browser.Host, name string) error {
	tab, err := chromium.NewTab(1280, 900)
	if err != nil {
		return err
	}
	defer tab.Close()
	if err := tab.Open(host.URL()); err != nil {
		return err
	}
	if err := tab.Do(chromedp.Evaluate[chromedp.Void](watchKeys)); err != nil {
		return err
	}
	for _, query := range []string{"phone gp", "trust's gift", "dental unspent", "london eye election", "systems most reliant", "acess revealed", "blorptag"} {
		err := tab.Do(
			chromedp.SendKeys(chromedp.CSS("#q"), query),
			setQuery(""),
		)
		if err != nil {
			return err
		}
	}
	if err := tab.Wait("keystrokes.length > 40"); err != nil {
		return err
	}
	times, err := browser.Eval[[]float64](tab, "keystrokes")
	if err != nil {
		return err
	}
	fmt.Printf("keystroke to painted results, ms, %s, %d keystrokes: median %.1f   95th percentile %.1f   most %.1f\n",
		name, len(times), median(times), percentile(times, 95), percentile(times, 100))
	return nil
}
