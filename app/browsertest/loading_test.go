//go:build browser

package browsertest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// slow sends what is written in small parts.
type slow struct{ http.ResponseWriter }

func (w slow) Write(content []byte) (n int, err error) {
	for part := range slices.Chunk(content, 64<<10) {
		m, err := w.ResponseWriter.Write(part)
		if n += m; err != nil {
			return n, err
		}
		flush(w.ResponseWriter)
	}
	return n, nil
}

// What the worker has stored is compiled while the page is still being read, before the browser is asked what it
// remembers, and fetched once.
func TestStoredProgramIsCompiledWhileThePageIsRead(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.must(r.Before(`
		window.compiled = [];
		const compile = WebAssembly.compileStreaming;
		WebAssembly.compileStreaming = (...all) => { compiled.push(document.readyState); return compile(...all); };
		window.remembered = 0; // when nothing was being compiled
		const { getItem } = Storage.prototype;
		Storage.prototype.getItem = function (name) { remembered += compiled.length === 0; return getItem.call(this, name); };`))
	r.opens("")
	if got := text[[]string](r, "compiled"); len(got) > 0 {
		t.Errorf("on the first visit the program is compiled without its progress, %v", got)
	}
	r.waits(`navigator.serviceWorker.getRegistration().then((r) => r?.active?.state === "activated")`)
	r.opens("?q=dental")
	if got := text[[]string](r, "compiled"); !slices.Equal(got, []string{"loading"}) {
		t.Errorf("compiled %v, want once, while the page is loading", got)
	}
	if n := text[int](r, "remembered"); n > 0 {
		t.Errorf("%d times the browser is asked for what it remembers first", n)
	}
	if n := text[int](r, `performance.getEntriesByType("resource").filter((e) => e.name.endsWith(".wasm")).length`); n != 1 {
		t.Errorf("the program is fetched %d times", n)
	}
}

// Until the program is there only what can be seen is laid out, all of which is there to be found and read; then all is, so
// that the page is as long as it is.
func TestWhatNobodySeesIsLaidOutWithTheProgram(t *testing.T) {
	host := newHost(t, builtSite())
	next := handler(t, builtSite())
	arrive := make(chan struct{})
	host.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			<-arrive
		}
		next.ServeHTTP(w, r)
	}))
	r := newReader(t, host)
	r.must(r.Do(chromedp.Navigate(host.URL())))
	const laidOut = `[...document.querySelectorAll("article h2")].filter((headline) => headline.checkVisibility({ contentVisibilityAuto: true })).length`
	r.waits(`performance.getEntriesByName("first-contentful-paint").length > 0`)
	if n := text[int](r, laidOut); n == 0 || n >= min(all, 50) {
		t.Errorf("before the program %d stories are laid out", n)
	}
	if !text[bool](r, `find([...document.querySelectorAll("article h2")].at(-1).textContent.slice(0, 40))`) {
		t.Error("the last headline is not found in the page")
	}
	text[bool](r, `(getSelection().removeAllRanges(), scrollTo(0, 0), true)`)
	close(arrive)
	r.must(r.Ready())
	r.waits(laidOut + fmt.Sprintf(" === %d", min(all, 50)))
}

func TestProgressIsRightWhenTheProgramIsSentCompressed(t *testing.T) {
	host := newHost(t, builtSite())
	next := handler(t, builtSite())
	var encoding string
	host.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			w = slow{w}
			defer func() { encoding = w.Header().Get("Content-Encoding") }()
		}
		next.ServeHTTP(w, r)
	}))
	r := newReader(t, host)
	r.must(r.Before(`
		window.progress = [];
		new MutationObserver(() => {
			const bar = document.querySelector("progress");
			if (bar && bar.value !== progress.at(-1)) progress.push(bar.value);
		}).observe(document, { childList: true, characterData: true, attributes: true, subtree: true });`))
	r.opens("")
	seen := text[[]float64](r, "progress")
	if encoding == "" {
		t.Error("the program was not sent compressed")
	}
	if len(seen) < 4 || !slices.IsSorted(seen) || seen[len(seen)-1] != 100 {
		t.Errorf("the bar stood at %v", seen)
	}
	if text[bool](r, `document.querySelector("progress, #app-wasm-loader") !== null`) {
		t.Error("the bar stays when the program is there")
	}
}

func TestStartsWhereTheHostDoesNotKnowTheTypeOfAProgram(t *testing.T) {
	host := newHost(t, builtSite())
	next := handler(t, builtSite())
	host.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			w = untyped{w}
		}
		next.ServeHTTP(w, r)
	}))
	r := newReader(t, host)
	r.opens("")
	r.becomesOffline()
	r.opens(shared)
	r.seesFirst(sharedStory)
}

// untyped sends everything as bytes of no known type.
type untyped struct{ http.ResponseWriter }

func (w untyped) WriteHeader(status int) {
	w.Header().Set("Content-Type", "application/octet-stream")
	w.ResponseWriter.WriteHeader(status)
}

func TestOffersToTryAgainWhenAFileOfTheProgramIsBroken(t *testing.T) {
	site := release(t, "only")
	for name := range site {
		if !slices.Contains([]string{"app.wasm", "app.js", "wasm_exec.js"}, role(name)) {
			continue
		}
		for _, f := range faults {
			if f.name == "hanging" || f.name == "server gone" {
				continue // the next test's, and no page to try again on
			}
			t.Run(role(name)+" "+f.name, func(t *testing.T) {
				r := newReader(t, newHost(t, site))
				r.expects = []string{""} // it is broken
				m := misbehave(r.host, site, f, name)
				r.must(r.Do(chromedp.Navigate(r.host.URL() + "?q=dental")))
				r.waits(`document.getElementById("try-again")`)
				if got := text[string](r, `document.getElementById("app-wasm-loader").innerText`); !strings.HasPrefix(got, "Search could not be loaded.") {
					t.Errorf("it says %q", got)
				}
				if n := text[int](r, `document.querySelectorAll("article").length`); n != min(all, 50) {
					t.Errorf("%d stories to read meanwhile", n)
				}
				r.waits(`document.getElementById("app-wasm-loader").innerText.includes("“dental” was not searched for")`)
				r.showsNothingDead()
				r.host.Serve(handler(t, m.site.(fstest.MapFS)))
				r.clicks("#try-again")
				r.must(r.Ready())
				r.seesFirst(sharedStory)
			})
		}
	}
}

func TestOffersToTryAgainWhenTheProgramStandsStill(t *testing.T) {
	site := release(t, "only")
	var program string
	for name := range site {
		if role(name) == "app.wasm" {
			program = name
		}
	}
	r := newReader(t, newHost(t, site))
	r.must(r.Before(`{ const timeout = setTimeout; window.setTimeout = (f, ms, ...more) => timeout(f, ms / 40, ...more) }`))
	for _, f := range faults {
		if f.name == "hanging" {
			misbehave(r.host, site, f, program)
		}
	}
	go r.Do(chromedp.Navigate(r.host.URL()))
	r.waits(`document.getElementById("try-again")`)
	r.waits(`/^Loading search: \d+%$/.test(document.getElementById("app-wasm-loader-label").textContent)`)
	r.host.Serve(handler(t, site))
	r.clicks("#try-again")
	r.must(r.Ready())
}

// A portal that answers for every file but the page with a page of its own is noticed at once.
func TestSaysAtOnceThatItsScriptsAreNone(t *testing.T) {
	site := release(t, "only")
	r := newReader(t, newHost(t, site))
	r.expects = []string{""} // nothing is as it should be
	var files []string
	for name := range site {
		if role(name) != name {
			files = append(files, name)
		}
	}
	for _, f := range faults {
		if f.name == "wrong bytes" {
			misbehave(r.host, site, f, files...)
		}
	}
	r.must(r.Do(chromedp.Navigate(r.host.URL() + "?q=dental")))
	r.waits(`document.getElementById("app-wasm-loader").innerText.startsWith("Search could not be loaded.")`)
	r.waits(storiesInHTML)
	r.host.Serve(handler(t, site))
	r.clicks("#try-again")
	r.must(r.Ready())
	r.seesFirst(sharedStory)
}

// withoutScript has no script of the page run.
func (r *reader) withoutScript() {
	r.t.Helper()
	_, err := chromedp.Call(r.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	r.must(err)
}

func TestStoriesCanBeReadWithoutJavaScriptOrWebAssembly(t *testing.T) {
	host := newHost(t, builtSite())
	t.Run("JavaScript", func(t *testing.T) {
		r := newReader(t, host)
		r.withoutScript()
		r.must(r.Do(chromedp.Navigate(host.URL())))
		r.waits(storiesInHTML)
		r.waits(`document.body.innerText.includes("JavaScript is switched off")`)
		if text[string](r, `getComputedStyle(document.getElementById("app-wasm-loader")).display`) != "none" {
			t.Error("it says that search is loading")
		}
		r.waits(`document.body.innerText.includes("whatever the link asked for")`)
		r.showsNothingDead()
	})
	t.Run("WebAssembly", func(t *testing.T) {
		r := newReader(t, host)
		r.expects = []string{"WebAssembly is not defined"}
		r.must(r.Before(`delete window.WebAssembly`))
		r.must(r.Do(chromedp.Navigate(host.URL() + "?q=dental")))
		r.waits(`document.body.innerText.includes("Search needs WebAssembly")`)
		r.waits(storiesInHTML)
		r.waits(`document.querySelector("article").checkVisibility({ visibilityProperty: true })`)
		r.waits(`document.body.innerText.includes("“dental” was not searched for")`)
		r.waits(`!document.getElementById("inert").checkVisibility()`)
		r.showsNothingDead()
	})
}

// showsNothingDead holds that no control is shown, where none would do anything.
func (r *reader) showsNothingDead() {
	r.t.Helper()
	const controls = `[...document.querySelectorAll("input, select, nav a, [data-do]:not(a), [data-release]")]`
	if dead := text[[]string](r, controls+`.filter((e) => e.checkVisibility()).map((e) => e.outerHTML)`); len(dead) > 0 {
		r.t.Errorf("shown, though they do nothing: %s", dead)
	}
	if n := text[int](r, controls+".length"); n < 40 {
		r.t.Errorf("the page has %d controls", n)
	}
}
