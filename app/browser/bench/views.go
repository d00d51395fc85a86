package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/chromedp/chromedp"

	"icsexplorer/app/browser"
	"icsexplorer/app/server"
	"icsexplorer/corpus"
)

// manyStories is the size of the large corpus: many listings' worth.
const manyStories = 10_000

// views are opened one after the other by their addresses in the masthead, with
// two systems chosen, so that there is something to compare.
var views = []string{"Map", "Compare", "List"}

// printViews measures the time from a click to the painted view.
func printViews(chromium *browser.Chromium, host *browser.Host, name, address string) error {
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
			ms, err := browser.Eval[float64](tab, fmt.Sprintf(`new Promise((resolve) => {
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

// manyHost serves a build of the explorer with 42 listings of headlines from the
// file, one a line.
func manyHost(headlines, dir string) (*browser.Host, error) {
	overlay, err := writeListings(headlines, dir)
	if err != nil {
		return nil, err
	}
	program := filepath.Join(dir, "app.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-modfile=dist/program.mod", "-gcflags=all=-l",
		"-gcflags=icsexplorer/app/search=", "-gcflags=icsexplorer/corpus=", "-overlay="+overlay, "-o", program, ".")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	generate := exec.Command("go", "run", "-overlay="+overlay, "./app/site/generate", "-program", program, "-web", "web", "-out", dir)
	for _, cmd := range []*exec.Cmd{build, generate} {
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("building with many stories: %w\n%s", err, out)
		}
	}
	handler, err := server.NewHandler(os.DirFS(filepath.Join(dir, "site")))
	if err != nil {
		return nil, err
	}
	return browser.NewHost(handler)
}

// writeListings makes a listing for every system, every twentieth story in two of
// them, and an overlay that puts them in the place of the real ones.
func writeListings(headlines, dir string) (overlay string, err error) {
	registry, err := corpus.LoadRegistry()
	if err != nil {
		return "", err
	}
	in, err := os.Open(headlines)
	if err != nil {
		return "", err
	}
	defer in.Close()
	listings := make([]strings.Builder, len(registry))
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
		listings[n%len(listings)].WriteString(text)
		if n%20 == 0 {
			listings[(n*7+1)%len(listings)].WriteString(text)
		}
		n++
	}
	root, err := os.Getwd()
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for i, system := range registry {
		name := system.Slug + "-ics.txt"
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(system.ShortName+" ICS"+listings[i].String()), 0o644); err != nil {
			return "", err
		}
		replace[filepath.Join(root, "corpus", "listings", name)] = path
	}
	overlay = filepath.Join(dir, "overlay.json")
	content, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	return overlay, os.WriteFile(overlay, content, 0o644)
}

// setQuery puts text into the search box as typing does.
func setQuery(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`{
		const q = document.getElementById("q");
		q.value = %q;
		q.dispatchEvent(new InputEvent("input", { bubbles: true }));
	}`, text))
}
