//go:build browser

package browsertest

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestCheckersFindNothing has axe-core look at every state in every width, and in the other schemes at
// what is about colours, and html-validate at the HTML of every state and of every file. Nothing is wider than the window.
func TestCheckersFindNothing(t *testing.T) {
	packages, err := filepath.Abs("../../dist/checkers/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	axe, err := os.ReadFile(filepath.Join(packages, "axe-core/axe.min.js"))
	if err != nil {
		t.Skip("the checkers are not here; ./build.sh test fetches them into dist/checkers")
	}
	pages := pagesOfSite(t)
	var mu sync.Mutex
	t.Run("axe-core", func(t *testing.T) {
		for _, s := range states {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				r := reaches(t, s, 1280)
				drawn := text[string](r, `"<!DOCTYPE html>" + document.documentElement.outerHTML`)
				mu.Lock()
				pages[s.name] = drawn
				mu.Unlock()
				r.runs(string(axe))
				for _, width := range []int64{1280, 390, 320} {
					for _, scheme := range schemes {
						r.appears(scheme, width)
						if wide := text[int64](r, "document.documentElement.scrollWidth"); wide > width {
							t.Errorf("%s, %d: the page is %d pixels wide", scheme.name, width, wide)
						}
						options := `{ resultTypes: ["violations"] }`
						if scheme.name != "light" {
							options = `{ resultTypes: ["violations"], runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }`
						}
						for _, found := range text[[]string](r, `axe.run(document, `+options+`).then(({ violations }) =>
						violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " " + target.join(" ") + " " + failureSummary.replace(/\s+/g, " "))))`) {
							t.Errorf("%s, %d: %s", scheme.name, width, found)
						}
					}
				}
			})
		}
	})
	t.Run("html-validate", func(t *testing.T) {
		input, err := json.Marshal(pages)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), "node", "checkers/validate.cjs")
		cmd.Env = append(os.Environ(), "NODE_PATH="+packages)
		cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		if err := json.Unmarshal(out, &found); err != nil {
			t.Fatal(err)
		}
		for _, fault := range found {
			t.Error(fault)
		}
	})
}

// pagesOfSite returns the HTML of each page of the site, by its name.
func pagesOfSite(t *testing.T) map[string]string {
	t.Helper()
	pages := make(map[string]string)
	err := fs.WalkDir(builtSite(), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		page, err := fs.ReadFile(builtSite(), name)
		pages[name] = string(page)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}
