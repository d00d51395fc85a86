//go:build browser

package browsertest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"icsexplorer/app/markup"
)

var shots = flag.String("shots", "", "folder for pictures of every state")

// TestShots takes the pictures that somebody has to look at: every state, in both schemes and three widths, and a
// page that shows them side by side.
func TestShots(t *testing.T) {
	if *shots == "" {
		t.Skip("./build.sh shots takes them")
	}
	var sheet markup.Writer
	sheet.Raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<meta charset=\"UTF-8\">\n<title>ICS Explorer, every state</title>\n" +
		"<style>body { margin: 1rem; font: 1rem system-ui; background: #888; } div { display: flex; gap: 1rem; align-items: start; overflow-x: auto; } " +
		"figure { flex: none; margin: 0; } img { height: 30rem; }</style>\n<h1>Every state</h1>\n")
	for _, s := range states {
		sheet.Element("h2", s.name)
		sheet.Raw(`<div>`)
		t.Run(s.name, func(t *testing.T) {
			r := reaches(t, s, 1280)
			for _, scheme := range schemes[:2] {
				for _, width := range []int64{1280, 390, 320} {
					r.appears(scheme, width)
					picture, err := r.Screenshot()
					r.must(err)
					name := fmt.Sprintf("%s-%s-%d.png", strings.ReplaceAll(s.name, " ", "-"), scheme.name, width)
					r.must(os.WriteFile(filepath.Join(*shots, name), picture, 0o644))
					sheet.Raw(`<figure>`)
					sheet.Tag("a", markup.A("href", name))
					sheet.Tag("img", markup.A("src", name), markup.A("alt", s.name), markup.A("loading", "lazy"))
					sheet.Raw(`</a>`)
					sheet.Element("figcaption", fmt.Sprintf("%s, %d", scheme.name, width))
					sheet.Raw(`</figure>`)
				}
			}
		})
		sheet.Raw("</div>\n")
	}
	sheet.Raw("</html>\n")
	if err := os.WriteFile(filepath.Join(*shots, "index.html"), []byte(sheet.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
