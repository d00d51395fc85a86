//go:build browser

package browsertest

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

const oneFile = "../../dist/ics-explorer.html"

func TestOneFileIsSmall(t *testing.T) {
	if os.Getenv("GOAPP") == "stock" {
		t.Skip("with go-app as published, and all of the standard library, it is not")
	}
	info, err := os.Stat(oneFile)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() >= 2_000_000 {
		t.Errorf("%d bytes", info.Size())
	}
}

// The file is copied to where a reader might keep it, and the network is gone.
func TestOneFileOpensFromDiskWithoutANetworkAndAsksForNothing(t *testing.T) {
	content, err := os.ReadFile(oneFile)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ICS Explorer (für später) 100% #2.html")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	address := (&url.URL{Scheme: "file", Path: path}).String()

	r := newReader(t, nil)
	var mu sync.Mutex
	var requests []string
	r.must(chromedp.Listen(r.ctx, func(event any) {
		if sent, ok := event.(*network.EventRequestWillBeSent); ok {
			mu.Lock()
			defer mu.Unlock()
			if address := sent.Request.URL; !strings.HasPrefix(address, "data:") {
				requests = append(requests, address)
			}
		}
	}))
	_, err = chromedp.Call(r.ctx, network.Enable, network.EnableParams{})
	r.must(err)
	_, err = chromedp.Call(r.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true}},
	})
	r.must(err)

	r.must(r.Open(address))
	r.sees(all)
	r.waits(`document.getElementById("offline")?.textContent === "One file: opens without a network"`)
	if text[bool](r, `!!document.getElementById("check")`) {
		t.Error("it offers to look for a newer version, which a file cannot")
	}
	r.types("dental")
	r.seesFirst(sharedStory)
	r.waits(`location.search === "?q=dental"`)
	r.clicks("#ics-hampshire-and-isle-of-wight")
	r.waits(`location.search === "` + shared + `"`)
	r.clicks("#home")
	r.sees(all)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void]("history.back()")))
	r.waits(`location.search === "` + shared + `"`)
	r.seesFirst(sharedStory)
	r.must(r.Do(chromedp.Reload()))
	r.must(r.Ready())
	r.seesFirst(sharedStory)
	r.must(r.Open(address + "?q=gp+phone")) // as a bookmark
	r.seesFirst("Threefold ICS variation in GP phone access revealed")

	mu.Lock()
	defer mu.Unlock()
	for _, request := range requests {
		if file, _, _ := strings.Cut(request, "?"); file != address {
			t.Errorf("asked for %s", request)
		}
	}
	if len(requests) < 3 {
		t.Errorf("the requests were not recorded: %q", requests)
	}
}
