package page

import (
	"regexp"
	"strings"
	"testing"

	"icsexplorer/app/view"
)

func TestFileNamesSayWhatIsInThem(t *testing.T) {
	for address, want := range map[string]string{
		"":                                   "hsj-2026-11-25",
		"?ics=south-west-london":             "hsj-south-west-london-2026-11-25",
		"?q=GP+phone&ics=devon":              "hsj-gp-phone-devon-2026-11-25",
		"?q=Trust’s+£9m+“gift”":              "hsj-trusts-9m-gift-2026-11-25",
		"?q=北京+café":                         "hsj-cafe-2026-11-25",
		"?q=%2F..%5C":                        "hsj-2026-11-25",
		"?ics=a&ics=b&ics=c":                 "hsj-a-b-c-2026-11-25",
		"?ics=a&ics=b&ics=c&ics=d":           "hsj-4-systems-2026-11-25",
		"?series=london-eye":                 "hsj-london-eye-2026-11-25",
		"?spread=national&show=map":          "hsj-in-several-listings-map-2026-11-25",
		"?spread=local&show=compare":         "hsj-in-one-listing-compare-2026-11-25",
		"?from=2025-01-01&sort=az":           "hsj-from-2025-01-01-2026-11-25",
		"?to=2025-01-31&in=headline":         "hsj-to-2025-01-31-2026-11-25",
		"?q=" + strings.Repeat("trust+", 20): "hsj-trust-trust-trust-trust-trust-trust-2026-11-25",
		"?q=" + strings.Repeat("x", 90):      "hsj-" + strings.Repeat("x", 40) + "-2026-11-25",
	} {
		v, _ := view.Decode(address)
		if got := fileName(v, "2026-11-25"); got != want {
			t.Errorf("%s is saved as %s, want %s", address, got, want)
		}
	}
}

// Whatever the address, a file's name is one that every system can keep.
func FuzzFileName(f *testing.F) {
	for _, address := range []string{"?q=a/b\\c:*?", "?ics=../../x&series=.", "?q=-&ics=---", "?q=\x00"} {
		f.Add(address)
	}
	fit := regexp.MustCompile(`^hsj(-[a-z0-9]+)*-2026-11-25$`)
	f.Fuzz(func(t *testing.T, address string) {
		v, _ := view.Decode(address)
		if got := fileName(v, "2026-11-25"); !fit.MatchString(got) || len(got) > 400 {
			t.Errorf("%q is saved as %q", address, got)
		}
	})
}
