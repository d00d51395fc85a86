//go:build browser

package browsertest

import (
	"fmt"
	"testing"
)

// A system that this copy has no listing of is not answered as if nothing had been written
// about it, nor with words like its name.
func TestASystemThatIsNotHereIsSaidToBeNotHere(t *testing.T) {
	host := newHost(t, builtSite())
	for address, slug := range map[string]string{
		"?q=durham":                         "north-east-and-north-cumbria",
		"?q=NENC":                           "north-east-and-north-cumbria",
		"?ics=north-east-and-north-cumbria": "north-east-and-north-cumbria",
		"?q=central+east":                   "cambridgeshire-and-peterborough",
		"?ics=central-east":                 "cambridgeshire-and-peterborough",
	} {
		if of(slug) > 0 {
			t.Logf("%s is not tried: %s has a listing by now", address, slug)
			continue
		}
		r := newReader(t, host)
		r.opens(address)
		r.waits(fmt.Sprintf(`document.getElementById("card-%s")?.innerText.includes("not in this copy")`, slug))
		if text[bool](r, `document.querySelector("main").innerText.includes("Showing results for")`) {
			t.Errorf("%s is answered with a word like it", address)
		}
	}
}
