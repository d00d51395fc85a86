package main

import (
	"fmt"

	"icsexplorer/app/browsertest"
)

// watchStart notes when the program answers input, and what stood there before.
const watchStart = `
	new MutationObserver(() => {
		if (document.documentElement?.dataset.ready !== "true" || window.readyAt) return;
		window.readyAt = performance.now();
	}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
	addEventListener("DOMContentLoaded", () => { window.storiesInHTML = document.querySelectorAll("article").length; });`

// started is one start of a page, times in milliseconds since it was asked for.
type started struct {
	Ready   float64 `json:"ready"`
	Painted float64 `json:"painted"` // first contentful paint
	Stories int     `json:"stories"` // in the HTML, before the program
}

// start opens the host's page in a tab of its own and waits for the program.
func start(open func(width, height int64) (*browsertest.Tab, error), host *browsertest.Host, worker bool) (started, error) {
	tab, err := open(1280, 900)
	if err != nil {
		return started{}, err
	}
	defer tab.Close()
	if err := tab.Before(watchStart); err != nil {
		return started{}, err
	}
	if err := tab.Open(host.URL()); err != nil {
		return started{}, err
	}
	if err := tab.Wait(`window.readyAt && performance.getEntriesByName("first-contentful-paint").length`); err != nil {
		return started{}, err
	}
	if worker {
		// The next start is from what the worker has stored by then.
		if err := tab.Wait(`navigator.serviceWorker.getRegistration().then((r) => r?.active?.state === "activated")`); err != nil {
			return started{}, err
		}
	}
	return browsertest.Eval[started](tab, `({ready: readyAt, painted: performance.getEntriesByName("first-contentful-paint")[0].startTime, stories: window.storiesInHTML ?? 0})`)
}

// printStarts compares starts of the explorer and of the hello world, cold in a
// new profile each time, and warm from what the worker has stored. Both take
// turns, so that what else the machine does meets both.
func printStarts(chromium *browsertest.Chromium, explorer, hello *browsertest.Host, rounds int) error {
	var cold, warm [2][]float64
	var painted []float64
	var stories int
	hosts := [2]*browsertest.Host{explorer, hello}
	for range rounds {
		for i, host := range hosts {
			fresh, err := chromium.NewProfile()
			if err != nil {
				return err
			}
			s, err := start(fresh.NewTab, host, false)
			fresh.Close()
			if err != nil {
				return err
			}
			cold[i] = append(cold[i], s.Ready)
			if i == 0 {
				painted = append(painted, s.Painted)
				stories = s.Stories
			}
		}
	}
	for _, host := range hosts {
		if _, err := start(chromium.NewTab, host, true); err != nil {
			return err
		}
	}
	for range rounds {
		for i, host := range hosts {
			s, err := start(chromium.NewTab, host, false)
			if err != nil {
				return err
			}
			warm[i] = append(warm[i], s.Ready)
		}
	}
	fmt.Printf("start, ms to an answering program, median of %d\n", rounds)
	fmt.Printf("  %-6s explorer %5.0f   hello world %5.0f   ratio %.2f\n", "cold", median(cold[0]), median(cold[1]), median(cold[0])/median(cold[1]))
	fmt.Printf("  %-6s explorer %5.0f   hello world %5.0f   ratio %.2f\n", "warm", median(warm[0]), median(warm[1]), median(warm[0])/median(warm[1]))
	fmt.Printf("first contentful paint, cold, of %d stories in the HTML: %.0f ms, %.0f ms before the program answers\n",
		stories, median(painted), median(cold[0])-median(painted))
	return nil
}
