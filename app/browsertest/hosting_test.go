//go:build browser

package browsertest

import (
	"bytes"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"icsexplorer/app/server"
	"icsexplorer/app/server/webtest"
)

// startPlain runs a host until stop is called, with the site in a folder of it.
func startPlain(t *testing.T, host webtest.Other, site fs.FS, folder string) (address string, stop func()) {
	t.Helper()
	dir := t.TempDir()
	root := filepath.Join(dir, "root")
	if err := os.CopyFS(filepath.Join(root, folder), site); err != nil {
		t.Fatal(err)
	}
	// nginx drops its rights when root starts it, and must still read the site.
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	listener, err := ListenAnew()
	if err != nil {
		t.Fatal(err)
	}
	addr := listener.Addr().String()
	listener.Close()
	process, err := host.Start(t.Context(), webtest.Setup{Addr: addr, Root: root, Folder: folder, Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	stop = func() { process.Stop() } // Python's ends with an error
	t.Cleanup(stop)
	return "http://" + addr + folder, stop
}

func TestWorksOnHostsThatKnowNothingOfIt(t *testing.T) {
	for _, host := range webtest.Others() {
		for _, folder := range []string{"/", "/tools/ics/"} {
			for _, compressed := range []bool{true, false} {
				name := host.Name + " " + strings.ReplaceAll(folder, "/", "·") + " plain files alone"
				site := plainFiles(t)
				if compressed {
					name = strings.Replace(name, "plain files alone", "with compressed files", 1)
					site = builtSite()
				}
				t.Run(name, func(t *testing.T) {
					address, stop := startPlain(t, host, site, folder)
					r := newReader(t, nil)
					r.must(r.Open(address + shared))
					r.seesFirst(sharedStory)
					sent := text[int](r, `performance.getEntriesByType("resource").find((entry) => entry.name.endsWith(".wasm")).encodedBodySize`)
					if small := sent < 2_500_000; small != (compressed && host.Compresses) {
						t.Errorf("the program was sent as %d bytes", sent)
					}
					if host.Missing {
						checkMissing(t, address)
					}
					checkFound(t, address+"ics/south-west-london/")
					r.waits(`document.getElementById("offline")?.textContent.startsWith("Ready offline")`)
					r.Tab.Close()
					stop()

					cold := newReader(t, nil)
					cold.must(cold.Open(address + "?q=gp+phone"))
					cold.seesFirst("Threefold ICS variation in GP phone access revealed")
				})
			}
		}
	}
}

// plainFiles is the built site without the compressed forms.
func plainFiles(t *testing.T) fs.FS {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, builtSite()); err != nil {
		t.Fatal(err)
	}
	err := fs.WalkDir(builtSite(), ".", func(name string, _ fs.DirEntry, err error) error {
		if _, encoded := server.Encoded(name); err == nil && encoded {
			return os.Remove(filepath.Join(dir, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return os.DirFS(dir)
}

// checkFound wants the page of a folder.
func checkFound(t *testing.T, address string) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if kind := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || !strings.HasPrefix(kind, "text/html") {
		t.Errorf("%s: %s, %s", address, response.Status, kind)
	}
}

func checkMissing(t *testing.T, address string) {
	t.Helper()
	response, err := http.Get(address + "nothing/here")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	want, err := fs.ReadFile(builtSite(), "404.html")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if _, err := got.ReadFrom(response.Body); err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != http.StatusNotFound || got.String() != string(want) {
		t.Errorf("%s: %s", response.Status, got.String())
	}
}
