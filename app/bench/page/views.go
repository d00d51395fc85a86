package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"unicode"

	"github.com/chromedp/chromedp"

	"icsexplorer/app/browsertest"
	"icsexplorer/corpus"
)

// manyStories is the size of the large corpus: many listings' worth.
const manyStories = 10_000

// views are opened one after the other by their addresses in the masthead, with
// two systems chosen, so that there is something to compare.
var views = []string{"Map", "Compare", "List"}

// printViews measures the time from a click to the painted view.
func printViews(chromium *browsertest.Chromium, host *browsertest.Host, name, address string) error {
	tab, err := chromium.NewTab(1280, 900)
	if err != nil {
		return err
	}
	defer tab.Close()
	if err := tab.Open(host.URL() + address); err != nil {
		return err
	}
	if err := tab.LetBe(); err != nil {
		return err
	}
	fmt.Printf("opening a view, ms to painted, %s, median of 7:", name)
	for _, view := range views {
		var times []float64
		for range 7 {
			ms, err := browsertest.Eval[float64](tab, fmt.Sprintf(`new Promise((resolve) => {
				document.getElementById("show-List").click();
				setTimeout(() => requestAnimationFrame(() => {
					if (%[1]q === "List") document.getElementById("show-Map").click();
					setTimeout(() => {
						const from = performance.now();
						new MutationObserver((_, observer) => {
							observer.disconnect();
							requestAnimationFrame(() => {
								const channel = new MessageChannel();
								channel.port1.onmessage = () => resolve(performance.now() - from);
								channel.port2.postMessage(null);
							});
						}).observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true });
						document.getElementById("show-" + %[1]q).click();
					}, 300);
				}), 300);
			})`, view))
			if err != nil {
				return err
			}
			times = append(times, ms)
		}
		fmt.Printf("   %s %.0f", strings.ToLower(view), median(times))
	}
	fmt.Println()
	return nil
}

// manyListings makes a listing for every system of headlines from the file, one a line,
// every twentieth story in two of them.
func manyListings(headlines string) (map[string]string, error) {
	registry, err := corpus.LoadRegistry()
	if err != nil {
		return nil, err
	}
	in, err := os.Open(headlines)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	texts := make([]strings.Builder, len(registry))
	seen := map[string]bool{}
	lines := bufio.NewScanner(in)
	for n := 0; n < manyStories && lines.Scan(); {
		line := strings.Join(strings.Fields(lines.Text()), " ")
		folded := corpus.Fold(line)
		if folded == "" || seen[folded] || len(line) < 20 || strings.ContainsFunc(line, unicode.IsControl) {
			continue
		}
		seen[folded] = true
		text := "\n\n" + line + "\n\n\nA sentence that stands below the headline number " + fmt.Sprint(n) + ".\n"
		texts[n%len(texts)].WriteString(text)
		if n%20 == 0 {
			texts[(n*7+1)%len(texts)].WriteString(text)
		}
		n++
	}
	listings := map[string]string{}
	for i, system := range registry {
		listings[system.Slug] = system.ShortName + " ICS" + texts[i].String()
	}
	return listings, lines.Err()
}

// setQuery puts text into the search box as typing does.
func setQuery(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`{
		const q = document.getElementById("q");
		q.value = %q;
		q.dispatchEvent(new InputEvent("input", { bubbles: true }));
	}`, text))
}
