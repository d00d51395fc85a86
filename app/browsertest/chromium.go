// Package browsertest drives the built explorer in real Chromium, for the tests and
// the measurements that need a browser.
package browsertest

import (
	"context"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is how long anything in a browser may take before it counts as not
// happening.
const patience = time.Minute

// Chromium is a running browser with a profile of its own.
type Chromium struct {
	ctx  context.Context
	stop func()
}

// Start starts headless Chromium with an empty profile, with more options behind its
// own. Close ends it.
func Start(more ...chromedp.ExecAllocatorOption) (*Chromium, error) {
	profile, err := os.MkdirTemp("", "ics-explorer-profile-")
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath("chromium"),
		chromedp.UserDataDir(profile),
		chromedp.NoSandbox, // tests run as root, too
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("enable-automation", false),
		// Headless windows draw the pop-ups of an address bar that nobody sees, which
		// costs as much as a page does.
		chromedp.Flag("disable-features", "Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"),
	)
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, stopBrowser := chromedp.NewContext(allocator)
	c := &Chromium{ctx, func() {
		stopBrowser()
		stopAllocator()
		os.RemoveAll(profile)
	}}
	if err := chromedp.Do(ctx); err != nil {
		c.Close()
		return nil, fmt.Errorf("starting chromium: %w", err)
	}
	return c, nil
}

// Close ends the browser and removes its profile.
func (c *Chromium) Close() { c.stop() }

// NewProfile is the same browser as somebody sees it who was never here: without
// caches, workers or storage. Close forgets it again.
func (c *Chromium) NewProfile() (*Chromium, error) {
	ctx, stop := chromedp.NewContext(c.ctx, chromedp.WithNewBrowserContext())
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, err
	}
	return &Chromium{ctx, stop}, nil
}

// Tab is one tab. Its methods wait for what they ask for, up to a minute.
type Tab struct {
	ctx  context.Context
	stop func()

	mu      sync.Mutex
	console []string
}

// NewTab opens an empty tab of the width and height in pixels. It listens to the
// console from the start.
func (c *Chromium) NewTab(width, height int64) (*Tab, error) {
	ctx, stop := chromedp.NewContext(c.ctx)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height)); err != nil {
		stop()
		return nil, err
	}
	t := &Tab{ctx: ctx, stop: stop}
	// A violated policy says so in the console as well; this catches those that are
	// reported to the page alone.
	err := t.Before(`addEventListener("securitypolicyviolation", (e) => console.error("policy violated: " + e.violatedDirective + " " + e.blockedURI))`)
	if err != nil {
		stop()
		return nil, err
	}
	messages := chromedp.Console(ctx)
	go func() {
		for message, err := range messages {
			if err != nil {
				return
			}
			t.mu.Lock()
			t.console = append(t.console, fmt.Sprintf("%s (%s)", message, message.URL))
			t.mu.Unlock()
		}
	}()
	return t, nil
}

// Console is everything the page has written to the console so far, errors and
// violations of its policy among it.
func (t *Tab) Console() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return append([]string(nil), t.console...)
}

// Close closes the tab.
func (t *Tab) Close() { t.stop() }

// Do runs actions of chromedp.
func (t *Tab) Do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, actions...)
}

// Before has the script run first in every page that the tab opens from now on.
func (t *Tab) Before(script string) error {
	_, err := chromedp.Call(t.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	return err
}

// SlowDown has the tab load by a network of so many bytes a second, with a latency in
// milliseconds.
func (t *Tab) SlowDown(bytesPerSecond, latency float64) error {
	if _, err := chromedp.Call(t.ctx, network.Enable, network.EnableParams{}); err != nil {
		return err
	}
	_, err := chromedp.Call(t.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Latency: latency, DownloadThroughput: bytesPerSecond, UploadThroughput: bytesPerSecond}},
	})
	return err
}

// LetBe has the browser tell of no more changes of the page: telling of each new
// element takes time that a measurement would count. Nothing can be found by a
// selector from then on.
func (t *Tab) LetBe() error {
	_, err := chromedp.Call(t.ctx, dom.Disable, cdp.Empty{})
	return err
}

// Open goes to the address and waits until the program answers input.
func (t *Tab) Open(url string) error {
	if err := t.Do(chromedp.Navigate(url)); err != nil {
		return fmt.Errorf("opening %s: %w", url, err)
	}
	return t.Ready()
}

// Ready waits until the program answers input.
func (t *Tab) Ready() error {
	return t.Wait(`document.documentElement.dataset.ready === "true"`)
}

// Wait waits until the expression, or what it promises, is true, also across a
// change of page.
func (t *Tab) Wait(expression string) error {
	deadline := time.Now().Add(patience)
	for {
		ok, err := Eval[bool](t, "Promise.resolve("+expression+").then(Boolean)")
		if err == nil && ok {
			return nil
		}
		if time.Now().After(deadline) || t.ctx.Err() != nil {
			return fmt.Errorf("waited in vain for %s (%v)", expression, err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// Eval evaluates the expression in the page, waiting for a promise.
func Eval[T any](t *Tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		return value, fmt.Errorf("evaluating %s: %w", expression, err)
	}
	return value, nil
}

// Screenshot returns the whole page as a PNG.
func (t *Tab) Screenshot() ([]byte, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.FullScreenshot(100))
}
