//go:build browser

package browsertest

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestLooks takes the pictures that somebody has to look at, where SCREENSHOTS
// names a folder for them, and holds what a program can hold of the look: nothing
// is cut off or moves sideways in either scheme and width.
func TestLooks(t *testing.T) {
	host := newHost(t, builtSite())
	pages := []struct{ name, address string }{
		{"front", ""},
		{"search", "?q=phone+acess"},
		{"filtered", "?q=nhse&ics=south-west-london&spread=national"},
		{"map", "?show=map&ics=south-west-london"},
		{"compare", "?show=compare&ics=hampshire-and-isle-of-wight&ics=south-west-london"},
		{"nothing", "?q=untenable+workload&ics=hampshire-and-isle-of-wight"},
	}
	for _, scheme := range []string{"light", "dark"} {
		for width, label := range map[int64]string{1280: "desktop", 390: "phone"} {
			for _, page := range pages {
				name := page.name + "-" + label + "-" + scheme
				t.Run(name, func(t *testing.T) {
					r := newReaderOn(t, host, width, 900)
					r.emulates(emulation.SetEmulatedMediaParams{
						Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
					})
					r.opens(page.address)
					if wide := text[int64](r, "document.documentElement.scrollWidth"); wide > width {
						t.Errorf("the page is %d pixels wide", wide)
					}
					r.screenshot(name)
				})
			}
		}
	}
}

// emulates makes the page believe in another medium.
func (r *reader) emulates(medium emulation.SetEmulatedMediaParams) {
	r.t.Helper()
	_, err := chromedp.Call(r.ctx, emulation.SetEmulatedMedia, medium)
	r.must(err)
}

// prints shows the page as it is printed.
func (r *reader) prints() { r.emulates(emulation.SetEmulatedMediaParams{Media: "print"}) }
