//go:build browser

package browsertest

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// lanes is how many cases run at a time, each in a browser profile of its own.
const lanes = 2

// shared is a view that nobody has opened before the network went away, and the
// first story it has to show.
const (
	shared      = "?q=dental&ics=hampshire-and-isle-of-wight"
	sharedStory = "Revealed: The systems with a third of dental budget unspent"
)

// whole is set by `./build.sh test full`.
var whole = flag.Bool("whole", false, "try every fault with every file, not just with one of each role")

// roles are the files that the browser, the loader or the worker treats in a way of its
// own, and one of those that the worker treats alike.
var roles = []string{"index.html", "app-worker.js", "app.wasm", "explorer.css"}

// TestEveryFault goes through a table: files, of each role one or all of them, every
// fault, on a first visit and on an update. After a failed update the version before
// has to open offline, cold, on an address that it was never opened at; after a first
// visit that was cut off the next one has to be enough for that.
func TestEveryFault(t *testing.T) {
	old, next := release(t, "old"), impatient(t, release(t, "next"))
	files := slices.SortedFunc(maps.Keys(next), func(a, b string) int { return strings.Compare(role(a), role(b)) })
	if !*whole {
		files = slices.DeleteFunc(files, func(name string) bool { return !slices.Contains(roles, role(name)) })
	}
	cases := inCases(files, string(next["app-worker.js"].Data))

	type cell struct{ moment, fault, file string }
	outcomes := make(map[cell]string)
	var mu sync.Mutex
	record := func(moment string, f fault, files []string, outcome string, err error) {
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			t.Errorf("%s, %s, %s: %v", moment, f.name, files, err)
			outcome = "FAILED"
		}
		for _, file := range files {
			outcomes[cell{moment, f.name, role(file)}] = outcome
		}
	}

	// An update that fails leaves the version before; the next case goes on from there.
	var rows []func(*Chromium)
	for _, f := range faults {
		rows = append(rows, func(profile *Chromium) {
			var u *updating
			for _, files := range cases {
				var outcome string
				var err error
				if u == nil {
					u, err = install(profile, old)
				}
				if err == nil {
					outcome, err = u.update(next, f, files)
				}
				record("update", f, files, outcome, err)
				if u != nil && (err != nil || outcome != keptOld) {
					u.close()
					u = nil
				}
			}
			if u != nil {
				u.close()
			}
		})
		rows = append(rows, func(profile *Chromium) {
			for _, files := range cases {
				outcome, err := firstVisit(profile, next, f, files)
				record("first visit", f, files, outcome, err)
			}
		})
	}
	run := make(chan func(*Chromium))
	var wait sync.WaitGroup
	for range lanes {
		profile, err := chromium.NewProfile()
		if err != nil {
			t.Fatal(err)
		}
		wait.Go(func() {
			defer profile.Close()
			for row := range run {
				row(profile)
			}
		})
	}
	for _, row := range rows {
		run <- row
	}
	close(run)
	wait.Wait()

	var table strings.Builder
	for _, moment := range []string{"first visit", "update"} {
		fmt.Fprintf(&table, "\n%s, then offline, cold, on %s\n%-22s", moment, shared, "")
		for _, f := range faults {
			fmt.Fprintf(&table, "%-15s", f.name)
		}
		for _, file := range files {
			fmt.Fprintf(&table, "\n%-22s", role(file))
			for _, f := range faults {
				outcome, ok := outcomes[cell{moment, f.name, role(file)}]
				if !ok {
					t.Errorf("%s, %s, %s: left out", moment, f.name, role(file))
				}
				fmt.Fprintf(&table, "%-15s", outcome)
			}
		}
		table.WriteByte('\n')
	}
	t.Log(table.String())
	if err := os.WriteFile("../../dist/faults.txt", []byte(table.String()), 0o644); err != nil {
		t.Error(err)
	}
}

// Outcomes.
const (
	keptOld  = "old works"    // the update was refused
	took     = "update works" // the file was not needed for the update
	healed   = "next heals"   // the second visit stored what the first could not
	complete = "works"        // the file was not needed for the visit
)

// inCases is each file alone that a reader's browser asks for. The others have one
// case, of all of them at once: it is to make no difference.
func inCases(files []string, worker string) (cases [][]string) {
	var others []string
	for _, file := range files {
		if file == "index.html" || file == "app-worker.js" || strings.Contains(worker, `"`+file+`"`) {
			cases = append(cases, []string{file})
		} else {
			others = append(others, file)
		}
	}
	if others != nil {
		cases = append(cases, others)
	}
	return cases
}

// updating is a reader with the old version in store and open in a tab.
type updating struct {
	profile *Chromium
	host    *Host
	tab     *Tab
}

func install(profile *Chromium, old fstest.MapFS) (*updating, error) {
	host, err := NewHost(&misbehaving{site: old})
	if err != nil {
		return nil, err
	}
	u := &updating{profile: profile, host: host}
	if u.tab, err = profile.NewTab(1280, 900); err == nil {
		err = u.tab.Open(host.URL())
	}
	if err == nil {
		err = u.tab.Wait(`document.getElementById("offline")`)
	}
	if err != nil {
		u.close()
		return nil, fmt.Errorf("installing the old version: %w", err)
	}
	return u, nil
}

func (u *updating) close() {
	if u.tab != nil {
		u.tab.Close()
	}
	u.host.Stop()
}

// update has the tab look for the next version while the host misbehaves, takes
// the host away, closes the tab, and opens another.
func (u *updating) update(next fstest.MapFS, f fault, files []string) (string, error) {
	misbehave(u.host, next, f, files...)
	if _, err := Eval[string](u.tab, `navigator.serviceWorker.getRegistration().then(async (registration) => {
		const patience = new Promise((resolve) => setTimeout(resolve, 3000, "hanging"));
		const attempt = registration.update().then(() => {
			const worker = registration.installing;
			if (!worker) return "";
			return new Promise((resolve) => worker.addEventListener("statechange", () => resolve(worker.state)));
		}, () => "refused");
		return Promise.race([attempt, patience]);
	})`); err != nil {
		return "", err
	}
	if err := u.host.Stop(); err != nil {
		return "", err
	}
	u.tab.Close()
	var err error
	if u.tab, err = u.profile.NewTab(1280, 900); err != nil {
		return "", err
	}
	shown, err := opensShared(u.tab, u.host)
	if err != nil {
		return "", err
	}
	if err := u.host.Start(); err != nil {
		return "", err
	}
	if shown == "old" {
		return keptOld, nil
	}
	return took, nil
}

// firstVisit visits a host that misbehaves, then once more after it has recovered,
// then without a host.
func firstVisit(profile *Chromium, site fstest.MapFS, f fault, files []string) (string, error) {
	host, err := NewHost(nil)
	if err != nil {
		return "", err
	}
	defer host.Stop()
	m := misbehave(host, site, f, files...)
	outcome := healed
	err = visit(profile, func(tab *Tab) error {
		// The page may never finish loading; that it has begun is enough.
		if _, err := chromedp.Call(tab.ctx, page.Navigate, page.NavigateParams{URL: host.URL()}); err != nil {
			return err
		}
		select {
		case <-m.hit:
			return nil
		case <-time.After(patience):
			return errors.New("neither stored nor asked for the files")
		case <-stored(tab):
			outcome = complete
			return nil
		}
	})
	if err != nil {
		return "", fmt.Errorf("first visit: %w", err)
	}
	if err := host.Stop(); err != nil {
		return "", err
	}
	if err := host.Start(); err != nil {
		return "", err
	}
	host.Serve(&misbehaving{site: site})
	err = visit(profile, func(tab *Tab) error {
		if err := tab.Open(host.URL()); err != nil {
			return err
		}
		return tab.Wait(`document.getElementById("offline")`)
	})
	if err != nil {
		return "", fmt.Errorf("second visit: %w", err)
	}
	if err := host.Stop(); err != nil {
		return "", err
	}
	return outcome, visit(profile, func(tab *Tab) error {
		_, err := opensShared(tab, host)
		return err
	})
}

func visit(profile *Chromium, do func(*Tab) error) error {
	tab, err := profile.NewTab(1280, 900)
	if err != nil {
		return err
	}
	defer tab.Close()
	return do(tab)
}

// stored is closed when the tab says that it opens offline.
func stored(tab *Tab) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		if tab.Wait(`document.getElementById("offline")`) == nil {
			close(done)
		}
	}()
	return done
}

// opensShared opens the shared view and returns the release that shows it.
func opensShared(tab *Tab, host *Host) (string, error) {
	if err := tab.Open(host.URL() + shared); err != nil {
		return "", err
	}
	if err := tab.Wait(fmt.Sprintf(`document.querySelector("article h2")?.textContent === %q`, sharedStory)); err != nil {
		return "", err
	}
	return Eval[string](tab, `getComputedStyle(document.body).getPropertyValue("--release")`)
}
