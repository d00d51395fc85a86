package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/page"
	"icsexplorer/app/view"
)

// start is what the program finds when it arrives: the address, and what the
// reader has already done with the page that stood there before it.
type start struct {
	state   page.State
	typed   string // the search box's text, as it is to stay
	touched bool   // the reader has typed or chosen something, now or as the view to start with: the address has to follow
	place   dom.Place
	carried string // code of the stories that the address brings
	led     bool   // the address leads to a story, and the reader was nowhere in it yet

	selection [2]int // of the search box, when it has the focus; in UTF-16 units
}

// readStart reads the page. It is called right before the page is replaced, in
// the same turn of the browser's event loop, so that nothing falls in between.
func readStart() start {
	if goapp.IsServer {
		return start{}
	}
	var s start
	address := dom.Location("search")
	if address == "" && len(dom.Location("hash")) < 2 {
		address = dom.Remembered(startName)
		s.touched = address != ""
	}
	s.state.View, s.state.Unknown = view.Decode(address)
	s.state.Corpus = view.SharedCorpus(address)
	s.state.Open, s.carried = fragment()
	s.typed = s.state.View.Query
	s.place = dom.CurrentPlace()
	s.readBoxes()
	if id := dom.Focused(); id != "" {
		s.place.Focus = id
	}
	s.led = s.state.Open != "" && s.place.Y == 0
	if dom.WasScrolled() { // to ask how far has the browser lay out the page that is about to go
		s.place.Y = max(s.place.Y, dom.Scrolled())
	}
	return s
}

// plain reports whether nothing is asked for but the front page.
func (s start) plain() bool {
	state := s.state
	return state.View.Equal(view.View{}) && len(state.Unknown) == 0 && !state.Cut && state.Open == "" && state.Corpus == ""
}

// readBoxes takes what the reader has typed and chosen since the page was there: what was
// touched, as web/boot.js notes. A browser puts back what boxes held on another visit,
// and that is nobody's choice.
func (s *start) readBoxes() {
	// The search box is nobody's to put back, and web/boot.js has put the address's words in.
	box := dom.Element(view.KeyQuery)
	if value := dom.Text(box, "value"); value != s.typed && (value != "" || touched(box)) {
		s.typed = value
		s.state.View.Query, s.state.Cut = view.CleanQuery(s.typed)
		s.touched = true
	}
	dom.Each("fieldset input", func(input goapp.Value) {
		if !touched(input) {
			return
		}
		key, value := dom.Text(input, "name"), valueIn(input)
		if v := s.state.View; v.Has(key, value) != dom.Is(input, "checked") {
			s.state.View, s.touched = v.Toggle(key, value), true
		}
	})
	s.selection = dom.Selection(view.KeyQuery)
}

func touched(input goapp.Value) bool { return dom.Data(input, "touched") != "" }

// resume gives the reader back what the drawn page has replaced.
func (s start) resume() {
	dom.SetValue(view.KeyQuery, s.typed)
	if s.place.Focus != "" || s.place.Y > 0 {
		dom.Restore(s.place)
	}
	if s.place.Focus == view.KeyQuery {
		dom.Select(view.KeyQuery, s.selection)
	}
	if s.led {
		dom.Show(s.state.Open)
	}
}
