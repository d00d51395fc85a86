//go:build browser

package browsertest

import "testing"

// looks has the reader ask for a new version and waits for what is said of it.
func looks(r *reader, want string) {
	r.t.Helper()
	r.clicks("#check")
	r.waits(`document.getElementById("checked")?.textContent === "` + want + `"`)
}

func TestOffersOnlyALaterVersion(t *testing.T) {
	host, r := installs(t, ordered(t, "middle", 2_000))
	host.Serve(handler(t, ordered(t, "stale", 1_000)))
	looks(r, "This is the newest version")
	r.waits(`navigator.serviceWorker.getRegistration().then((r) => r.waiting)`)
	if text[bool](r, `document.getElementById("update") !== null || release.newer`) {
		t.Error("an earlier version is offered")
	}
	host.Serve(handler(t, ordered(t, "next", 3_000)))
	r.clicks("#check")
	r.waits(`release.newer`)
}

func TestSaysWithoutBeingAskedThatANewVersionIsAltered(t *testing.T) {
	host, r := installs(t, release(t, "old"))
	next := release(t, "next")
	for _, f := range faults {
		if f.name == "wrong bytes" {
			misbehave(host, next, f, "index.html")
		}
	}
	r.opens("")
	const words = "A new version is there but does not arrive as it was published: something on the way may alter it"
	r.waits(`document.getElementById("checked")?.textContent === "` + words + `"`)
	looks(r, words)
}
