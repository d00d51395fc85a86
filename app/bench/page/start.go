package main

import (
	"fmt"
	"os"

	"github.com/chromedp/chromedp"

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

// A kind is one of starts: how the page is there, and what the explorer's is to be of the
// hello world's.
type kind struct {
	name         string
	fresh, slow  bool // in a profile that was never here; by a network of 10 Mbit/s and 40 ms
	anew         bool // in a browser that was just started, as somebody does in the morning
	goal         float64
	profiles     [2]string    // the folders of those browsers
	times        [2][]float64 // of the explorer and of the hello world
	firstPainted []float64    // of the explorer
}

// start opens the host's page in a tab of its own and waits for the program, and if it is
// kept, until the worker has stored what the next start is from.
func start(chromium *browsertest.Chromium, host *browsertest.Host, slow, kept bool) (started, error) {
	tab, err := chromium.NewTab(1280, 900)
	if err != nil {
		return started{}, err
	}
	defer tab.Close()
	if slow {
		err = tab.SlowDown(10_000_000/8, 40)
	}
	if err == nil {
		err = tab.Before(watchStart)
	}
	if err == nil {
		err = tab.Open(host.URL())
	}
	if err == nil {
		err = tab.Wait(`window.readyAt && performance.getEntriesByName("first-contentful-paint").length`)
	}
	if err == nil && kept {
		err = tab.Wait(`navigator.serviceWorker.getRegistration().then((r) => r?.active?.state === "activated")`)
	}
	if err != nil {
		return started{}, err
	}
	return browsertest.Eval[started](tab, `({ready: readyAt, painted: performance.getEntriesByName("first-contentful-paint")[0].startTime, stories: window.storiesInHTML ?? 0})`)
}

// printStarts compares starts of the explorer of a corpus and of the hello world, cold in a
// new profile each time, and warm from what the worker has stored: in a browser that may still have the program
// compiled, and in one that was started anew, which has not. Both take turns, so that what else the machine does meets
// both.
func printStarts(chromium *browsertest.Chromium, explorer, hello *browsertest.Host, name string, rounds int, kinds []*kind) error {
	hosts := [2]*browsertest.Host{explorer, hello}
	stories := 0
	for _, k := range kinds {
		for i := range hosts {
			if k.fresh {
				break
			}
			if k.anew {
				profile, err := os.MkdirTemp("", "ics-explorer-bench-")
				if err != nil {
					return err
				}
				defer os.RemoveAll(profile)
				k.profiles[i] = profile
			}
			if _, err := k.start(chromium, hosts, i, true); err != nil {
				return err
			}
		}
		for range rounds {
			for i := range hosts {
				s, err := k.start(chromium, hosts, i, false)
				if err != nil {
					return err
				}
				k.times[i] = append(k.times[i], s.Ready)
				if i == 0 {
					k.firstPainted = append(k.firstPainted, s.Painted)
					stories = s.Stories
				}
			}
		}
	}
	fmt.Printf("start, ms to an answering program, %s, median of %d; %d stories are in the HTML\n", name, rounds, stories)
	for _, k := range kinds {
		explorer, hello := median(k.times[0]), median(k.times[1])
		fmt.Printf("  %-27s explorer %5.0f (painted first at %.0f)   hello world %5.0f   ratio %.2f", k.name, explorer, median(k.firstPainted), hello, explorer/hello)
		if k.goal > 0 {
			fmt.Printf("   goal at most %.2f", k.goal)
		}
		fmt.Println()
	}
	return nil
}

// start is [start] of one of the hosts, by this kind.
func (k *kind) start(chromium *browsertest.Chromium, hosts [2]*browsertest.Host, i int, kept bool) (started, error) {
	var err error
	switch {
	case k.fresh:
		chromium, err = chromium.NewProfile()
	case k.anew:
		chromium, err = browsertest.Start(chromedp.UserDataDir(k.profiles[i]))
	default:
		return start(chromium, hosts[i], k.slow, kept)
	}
	if err != nil {
		return started{}, err
	}
	defer chromium.Close()
	return start(chromium, hosts[i], k.slow, kept)
}
