//go:build browser

package browsertest

import (
	"os"
	"testing"
)

// TestAxeFindsNothing has axe-core look at every state in every width, and in the other schemes at
// what is about colours. Nothing is wider than the window.
func TestAxeFindsNothing(t *testing.T) {
	axe, err := os.ReadFile("../../dist/axe/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Skip("axe-core is not here; ./build.sh test fetches it into dist/axe")
	}
	for _, s := range states {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			r := reaches(t, s, 1280)
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
}
