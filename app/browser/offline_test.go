//go:build browser

package browser

import (
	"io/fs"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"icsexplorer/app"
	"icsexplorer/app/site"
	"icsexplorer/corpus"
)

func TestWorksOfflineWithASharedLinkOpenedCold(t *testing.T) {
	host := newHost(t, builtSite())
	first := newReader(t, host)
	first.opens("")
	first.becomesOffline()
	first.Tab.Close()

	r := newReader(t, host)
	r.opens("?q=dental&ics=hampshire-and-isle-of-wight")
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")
	r.types(" unspent")
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")
}

func TestKeepsWorkingOfflineAfterAnUpdateThatLackedOneFile(t *testing.T) {
	host := newHost(t, builtSite())
	first := newReader(t, host)
	first.opens("")
	first.waits(`document.getElementById("offline")`)
	first.Tab.Close()

	next := release(t, "next")
	var css string
	for name := range next {
		if strings.HasSuffix(name, ".css") {
			css = name
		}
	}
	broken := handler(t, next)
	asked := make(chan struct{}, 16)
	host.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/"+css {
			asked <- struct{}{}
			http.NotFound(w, r)
			return
		}
		broken.ServeHTTP(w, r)
	}))
	second := newReader(t, host)
	second.expects = []string{css, "404"}
	second.opens("") // the old version, which looks for a newer one
	<-asked
	second.waits(`navigator.serviceWorker.getRegistration().then((r) => r.installing === null && r.waiting === null)`)
	second.must(host.Stop())
	second.Tab.Close()

	r := newReader(t, host)
	r.opens("?q=dental")
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")
}

func TestANewVersionWaitsUntilTheReaderTakesIt(t *testing.T) {
	host := newHost(t, builtSite())
	first := newReader(t, host)
	first.opens("")
	first.waits(`document.getElementById("offline")`)
	if text[bool](first, `document.getElementById("update") !== null`) {
		t.Error("the first version is offered as a new one")
	}
	first.Tab.Close()

	host.Serve(handler(t, release(t, "next")))
	r := newReader(t, host)
	r.expects = []string{"has been updated"} // go-app says so
	r.opens("?q=dental&ics=hampshire-and-isle-of-wight")
	r.waits(`document.getElementById("update")`)
	if text[string](r, `getComputedStyle(document.body).getPropertyValue("--release")`) != "" {
		t.Error("the new version showed itself unasked")
	}
	r.clicks("#update")
	r.waits(`getComputedStyle(document.body).getPropertyValue("--release") === "next"`)
	r.must(r.Ready())
	r.seesFirst("Revealed: The systems with a third of dental budget unspent")
	if got := r.address(); got != "?q=dental&ics=hampshire-and-isle-of-wight" {
		t.Errorf("the view became %q", got)
	}
	caches := text[[]string](r, "caches.keys()")
	if len(caches) != 1 {
		t.Errorf("versions stored: %q", caches)
	}
}

func TestDeletesNoCacheButItsOwn(t *testing.T) {
	host := newHost(t, builtSite())
	first := newReader(t, host)
	first.expects = []string{"favicon.ico"} // of a file that has no icon
	first.must(first.Do(chromedp.Navigate(host.URL() + "version.json")))
	first.must(first.Do(chromedp.Evaluate[chromedp.Void](`caches.open("somebody else's")`, chromedp.EvalAwaitPromise)))
	first.opens("")
	first.waits(`document.getElementById("offline")`)
	if got := strings.Join(text[[]string](first, "caches.keys()"), "|"); !strings.Contains(got, "somebody else's") {
		t.Errorf("caches after installing: %q", got)
	}
}

// release is the built program in a site with another style sheet, which sets
// --release to the name.
func release(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	web := make(fstest.MapFS)
	static, err := fs.Glob(webFiles(), "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range static {
		content, err := fs.ReadFile(webFiles(), file)
		if err != nil {
			t.Fatal(err)
		}
		if file == "explorer.css" {
			content = append(content, "\nbody { --release: "+name+" }\n"...)
		}
		web[file] = &fstest.MapFile{Data: content}
	}
	c, err := corpus.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	app.Register(c)
	built, err := site.Build(c.Fingerprint, web, program(t))
	if err != nil {
		t.Fatal(err)
	}
	files := make(fstest.MapFS)
	for name, content := range built.Files {
		files[name] = &fstest.MapFile{Data: content}
	}
	return files
}
