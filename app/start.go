package app

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/view"
)

// start is what the program finds when it arrives: the address, and what the
// reader has already done with the page that stood there before it.
type start struct {
	view    view.View
	unknown []view.Unknown
	corpus  string // fingerprint named by a shared address, or ""
	open    string // key of the story that the address leads to, or ""
	cut     bool   // more was typed than a view can hold
	typed   string // the search box's text, as it is to stay
	touched bool   // the reader has typed or chosen something: the address has to follow
	place   place

	selection [2]int // of the search box, when it has the focus; in UTF-16 units
}

// readStart reads the page. It is called right before the page is replaced, in
// the same turn of the browser's event loop, so that nothing falls in between.
func readStart() start {
	if goapp.IsServer {
		return start{}
	}
	var s start
	s.view, s.unknown = view.Decode(location("search"))
	s.corpus = view.SharedCorpus(location("search"))
	s.open = strings.TrimPrefix(location("hash"), "#")
	s.typed = s.view.Query
	s.place = currentPlace()

	box := element("q")
	if !box.Truthy() {
		return s
	}
	if value := box.Get("value").String(); value != s.typed && (value != "" || box.Get("dataset").Get("typed").Truthy()) {
		s.typed = value
		s.view.Query, s.cut = view.CleanQuery(value)
		s.touched = true
	}
	checked := document().Call("querySelectorAll", "fieldset input:checked")
	for i := range checked.Length() {
		input := checked.Index(i)
		v := toggled(s.view, input.Get("name").String(), input.Get("value").String())
		if !v.Equal(s.view) {
			s.view, s.touched = v, true
		}
	}
	if id := focused(); id != "" {
		s.place.focus = id
	}
	if y := scrolled(); y > 0 {
		s.place.y = y
	}
	s.selection = [2]int{offset(box, "selectionStart"), offset(box, "selectionEnd")}
	return s
}

func offset(box goapp.Value, name string) int {
	if n := box.Get(name); n.Type() == goapp.TypeNumber {
		return n.Int()
	}
	return 0
}

// resume gives the reader back what the drawn page has replaced.
func (s start) resume(b *browser) {
	b.setQuery(s.typed)
	b.restore(s.place)
	if s.place.focus == "q" {
		element("q").Call("setSelectionRange", s.selection[0], s.selection[1])
	}
	if s.open != "" && s.place.y == 0 {
		showElement(s.open)
	}
}
