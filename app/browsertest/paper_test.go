//go:build browser

package browsertest

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"icsexplorer/corpus/corpustest"
)

// manyHost has 249 stories, of which a dated listing has the newest.
func manyHost(t *testing.T) *Host {
	t.Helper()
	var dated strings.Builder
	dated.WriteString("Dorset ICS")
	for day := 20; day > 0; day-- {
		fmt.Fprintf(&dated, "\n\nDated story number %d\n\n2025-12-%02dT09:00:00+00:00\n\nA sentence below it.\n", day, day)
	}
	host, err := NewHostOf("../..", t.TempDir(), map[string]string{
		"devon":  corpustest.Listing("Devon") + corpustest.Stories("Devonian", 193),
		"dorset": dated.String(),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { host.Stop() })
	return host
}

// onPaper is how many pages of A4 the page takes.
func (r *reader) onPaper() (pages int) {
	r.t.Helper()
	const inch = 25.4 // of mm
	printed, err := chromedp.Call(r.ctx, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: 210 / inch, PaperHeight: 297 / inch})
	r.must(err)
	return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(printed.Data, -1))
}

func TestThirtySixStoriesTakeThreePages(t *testing.T) {
	r := newReader(t, newHost(t, builtSite()))
	r.opens("")
	stories := text[int](r, `document.querySelectorAll("article").length`)
	pages := r.onPaper()
	if most := (stories + 11) / 12; pages > most || pages == 0 {
		t.Errorf("%d stories take %d pages, want %d at most", stories, pages, most)
	}
	r.prints()
	r.waits(`[...document.querySelectorAll("button, select, input, summary")].every((e) => !e.checkVisibility())`)
	day := time.Now().Format("2 January 2006")
	for _, says := range []string{day, "Health Service Journal", r.host.URL()} {
		if got := text[string](r, `document.querySelector(".printed").innerText`); !strings.Contains(got, says) {
			t.Errorf("paper says %q, without %s", got, says)
		}
	}
	r.opens("?show=map")
	r.waits(`document.querySelectorAll(".large .tile").length === 42 && document.querySelector(".large .tile").checkVisibility() && getComputedStyle(document.querySelector(".large .tile")).printColorAdjust === "exact"`)
	r.opens("?show=compare&" + both)
	r.waits(`new Set([...document.querySelectorAll(".columns > section")].map((e) => e.getBoundingClientRect().top)).size === 1`)
}

func TestManyStories(t *testing.T) {
	host := manyHost(t)

	// Paper has no button for more.
	t.Run("all go on paper", func(t *testing.T) {
		r := newReader(t, host)
		r.opens("")
		total := text[int](r, `parseInt(document.querySelector('[role="status"]').innerText)`)
		if total < 100 {
			t.Fatalf("%d stories", total)
		}
		r.prints()
		visible := `[...document.querySelectorAll("article h2")].filter((e) => e.checkVisibility()).length`
		text[bool](r, `dispatchEvent(new Event("beforeprint"))`)
		if got := text[int](r, visible); got != total {
			t.Errorf("%d of %d stories are printed", got, total)
		}
		text[bool](r, `dispatchEvent(new Event("afterprint"))`)
		if got := text[int](r, visible); got != 50 {
			t.Errorf("%d stories after printing", got)
		}
		_, err := chromedp.Call(r.ctx, page.PrintToPDF, page.PrintToPDFParams{})
		r.must(err)
		r.waits(visible + " === 50")
	})
	t.Run("all of a comparison go on paper", func(t *testing.T) {
		r := newReader(t, host)
		r.opens("?ics=devon&ics=dorset&show=compare")
		r.prints()
		text[bool](r, `dispatchEvent(new Event("beforeprint"))`)
		r.waits(`[...document.querySelectorAll("#stories .columns h3")].filter((e) => e.checkVisibility()).length === 213`)
	})

	t.Run("a day is taken once it is meant", func(t *testing.T) {
		r := newReader(t, host)
		r.opens("")
		before := text[int](r, `history.length`)
		r.must(r.Do(chromedp.Focus(chromedp.CSS("#from"))))
		r.must(r.Do(chromedp.KeyEvent("12102025"))) // a month, a day and a year, digit by digit
		r.waits(`location.search === "?from=2025-12-10"`)
		r.must(r.Do(chromedp.KeyEvent(kb.ArrowLeft + kb.ArrowLeft + "12")))
		r.waits(`location.search === "?from=2025-12-10"`)
		if got := text[int](r, `history.length`); got != before+1 {
			t.Errorf("typing a day made %d entries", got-before)
		}
		r.must(r.Do(chromedp.Focus(chromedp.CSS("#to"))))
		r.must(r.Do(chromedp.KeyEvent("10152025")))
		r.waits(`document.getElementById("to").value === "2025-10-15"`)
		if got := r.address(); strings.Contains(got, "to=") {
			t.Errorf("a day before every story is taken: %s", got)
		}
	})

	// What a link leads to lies below the head of the page, which is as high as the
	// letters make it.
	t.Run("a link leads to where it can be read", func(t *testing.T) {
		for _, size := range []string{"", "200%"} {
			for _, width := range []int64{1280, 390, 320} {
				r := newReaderOn(t, host, width, 800)
				r.must(r.Before(fmt.Sprintf(`addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = %q; })`, size)))
				r.opens("")
				key := text[string](r, `document.querySelectorAll("article")[30].id`)
				r.opens("?sort=newest#" + key)
				r.waits(fmt.Sprintf(`Math.abs(scrollY) > 100 && document.activeElement.id === %q`, key))
				gap := text[float64](r, fmt.Sprintf(`(() => {
					const head = document.querySelector(".masthead");
					const bottom = getComputedStyle(head).position === "sticky" ? head.getBoundingClientRect().bottom : 0;
					return document.getElementById(%q).getBoundingClientRect().top - bottom;
				})()`, key))
				if gap < 0 {
					t.Errorf("%d pixels, letters %q: the head covers %.0f pixels of the story", width, size, -gap)
				}
				if got := text[int](r, `document.documentElement.scrollWidth`); got > int(width) {
					t.Errorf("%d pixels, letters %q: the page is %d wide", width, size, got)
				}
			}
		}
	})
}
