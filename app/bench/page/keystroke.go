package main

import (
	"fmt"
	"time"

	"github.com/chromedp/chromedp"

	"icsexplorer/app/browsertest"
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

// pace is the time from one keystroke to the next of somebody who types fast.
const pace = 80 * time.Millisecond

// typed is what is typed, each from an empty box: found, misspelt, and not found.
var typed = []string{"phone gp", "trust's gift", "dental unspent", "london eye election", "systems most reliant", "acess revealed", "blorptag"}

// A typist types into the page of a host.
type typist struct {
	name  string
	tab   *browsertest.Tab
	times []float64 // from each keystroke to its painted results, ms
}

func newTypist(chromium *browsertest.Chromium, host *browsertest.Host, name string) (*typist, error) {
	tab, err := chromium.NewTab(1280, 900)
	if err != nil {
		return nil, err
	}
	if err = tab.Open(host.URL()); err == nil {
		err = tab.Do(chromedp.Evaluate[chromedp.Void](watchKeys))
	}
	if err == nil {
		err = tab.LetBe()
	}
	if err != nil {
		tab.Close()
		return nil, err
	}
	return &typist{name: name, tab: tab}, nil
}

// types types query letter by letter.
func (t *typist) types(query string) error {
	if err := t.tab.Do(chromedp.Evaluate[chromedp.Void](`document.getElementById("q").focus()`)); err != nil {
		return err
	}
	for _, letter := range query {
		if err := t.tab.Do(chromedp.KeyEvent(string(letter))); err != nil {
			return err
		}
		time.Sleep(pace)
	}
	if err := t.tab.Do(setQuery("")); err != nil {
		return err
	}
	time.Sleep(pace)
	times, err := browsertest.Eval[[]float64](t.tab, "keystrokes.splice(0)")
	t.times = append(t.times, times...)
	return err
}

// printKeystrokes has queries typed letter by letter, in the explorer's page and in
// the hello world's by turns, so that what else the machine does meets both.
func printKeystrokes(chromium *browsertest.Chromium, explorer, hello *browsertest.Host, name string) error {
	ours, err := newTypist(chromium, explorer, name)
	if err != nil {
		return err
	}
	defer ours.tab.Close()
	reference, err := newTypist(chromium, hello, "hello world")
	if err != nil {
		return err
	}
	defer reference.tab.Close()
	typists := []*typist{ours, reference}
	for _, query := range typed {
		for _, t := range typists {
			if err := t.types(query); err != nil {
				return err
			}
		}
	}
	fmt.Println("keystroke to painted results, ms; goals: median at most 16, 95th percentile at most 50")
	for _, t := range typists {
		fmt.Printf("  %-30s %3d keystrokes: least %.1f   median %.1f   95th percentile %.1f   most %.1f\n", t.name, len(t.times),
			percentile(t.times, 0), median(t.times), percentile(t.times, 95), percentile(t.times, 100))
	}
	fmt.Printf("  ratio: median %.2f   95th percentile %.2f\n",
		median(ours.times)/median(reference.times), percentile(ours.times, 95)/percentile(reference.times, 95))
	return nil
}
