package app

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/markup"
)

// help explains what can be typed and which keys do what. It is drawn once.
type help struct{ goapp.Compo }

// helpWords are what can be typed beyond plain words, each with what it does.
var helpWords = [][2]string{
	{"phone gp", "both words, in any order; beginnings of words and small slips are forgiven"},
	{`"claw back"`, "these words, one after the other"},
	{"-london", "not this word; NOT london is the same"},
	{"^exclusive", "at the start of the headline"},
	{"revealed$", "at the end of the headline"},
	{"'access", "exactly this word, no slips forgiven"},
	{"dental OR cancer", "either; dental | cancer is the same"},
	{"swl, hiow, QWE", "a system, by its initials, nickname or code"},
}

// helpKeys are the keys, each with what it does.
var helpKeys = [][2]string{
	{"/", "to the search box"},
	{"j k or ↓ ↑", "through the stories"},
	{"Enter", "opens and closes a story"},
	{"x", "chooses the story’s system, or takes it back"},
	{"?", "this help"},
}

// Render draws the dialog, closed.
func (h *help) Render() goapp.UI {
	var w markup.Writer
	w.Raw(`<dialog id="help" aria-labelledby="help-title"><div class="inside"><h2 id="help-title" tabindex="-1">What can be typed</h2>`)
	writeUses(&w, helpWords)
	w.Raw(`<h2>Keys</h2>`)
	writeUses(&w, helpKeys)
	w.Raw(`<h2>Today’s pages</h2><p>On HSJ’s page of a system select all, copy, and paste it here, anywhere outside a box. Nothing is sent to anybody.</p>`)
	w.Raw(`<label class="value"><input type="checkbox" id="keys-off"><span>Turn single keys off</span></label>` +
		`<button type="button" data-do="close">Close</button></div></dialog>`)
	return drawn(&w)
}

// writeUses writes what can be typed or pressed, each with what it does.
func writeUses(w *markup.Writer, uses [][2]string) {
	w.Raw(`<dl>`)
	for _, use := range uses {
		w.Raw(`<div><dt>`)
		w.Element("kbd", use[0])
		w.Raw(`</dt>`)
		w.Element("dd", use[1])
		w.Raw(`</div>`)
	}
	w.Raw(`</dl>`)
}

// openHelp opens the dialog at its heading. A browser would go to the first thing in it that can be
// pressed, which is its end.
func openHelp() {
	dom.OpenDialog("help")
	dom.Focus("help-title")
}
