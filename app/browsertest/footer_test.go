//go:build browser

package browsertest

import (
	"encoding/json"
	"io/fs"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

func TestFooterSaysTheVersionAndTheCorpus(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	content, err := fs.ReadFile(builtSite(), "version.json")
	r.must(err)
	var told struct{ Version, Fingerprint string }
	r.must(json.Unmarshal(content, &told))
	r.opens("")
	r.waits(`document.getElementById("version")?.textContent === "Version ` + told.Version + `"`)
	r.waits(`document.getElementById("corpus").textContent.startsWith("Listings ` + told.Fingerprint + `")`)
	r.waits(`document.getElementById("offline")?.textContent.startsWith("Ready offline")`)
	r.runs(`document.getElementById("about").open = true`)
	r.expects = []string{"favicon.ico"} // which a browser asks for beside a text
	r.clicks("#licences")
	r.waits(`location.pathname.endsWith("/licences.txt") && document.body.innerText.includes("MIT License")`)
}

func TestOffersToInstallWhereTheBrowserDoes(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(`addEventListener("release", () => { if (release.install && !release.checks) window.early = true; })`))
	r.must(r.Before(`BeforeInstallPromptEvent.prototype.prompt = () => { document.body.dataset.prompted = "true" }`))
	r.opens("")
	r.waits(`document.getElementById("install")`) // Chromium offers it of its own accord
	if text[bool](r, `!!window.early`) {
		t.Error("it is offered before what stands before it, which pushes it aside")
	}
	r.runs(`Object.assign(release, { checks: false }), dispatchEvent(new Event("release"))`)
	r.waits(`!document.getElementById("check")`)
	if in := text[float64](r, `document.getElementById("install").getBoundingClientRect().left - document.getElementById("about").getBoundingClientRect().left`); in != 0 {
		t.Errorf("the button is indented by %g pixels", in)
	}
	r.clicks("#install")
	r.waits(`document.body.dataset.prompted`)
	r.must(r.Do(chromedp.Evaluate[chromedp.Void](`dispatchEvent(new Event("appinstalled"))`)))
	r.waits(`!document.getElementById("install")`)
}

func TestSaysHowToInstallOnAPhoneThatDoesNotOffer(t *testing.T) {
	r := newReaderOn(t, newHost(t, builtSite()), 390, 844)
	_, err := chromedp.Call(r.ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{
		UserAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
	})
	r.must(err)
	r.must(r.Before(`addEventListener("beforeinstallprompt", (event) => event.stopImmediatePropagation())`))
	r.opens("")
	r.waits(`document.getElementById("install")?.textContent === "To install: Share, then Add to Home Screen"`)
}
