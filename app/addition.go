package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/markup"
	"icsexplorer/app/page"
	"icsexplorer/app/shelf"
	"icsexplorer/corpus/intake"
)

// addBox is where a reader puts what they bring. Its boxes are the reader's: it is drawn once.
type addBox struct{ goapp.Compo }

// Render draws the box to paste into and the one for files.
func (b *addBox) Render() goapp.UI {
	return goapp.Raw(`<div class="add-box"><label for="paste">Paste a page here, or drop files anywhere</label>` +
		`<textarea id="paste" rows="3"></textarea>` +
		`<p class="ways"><button type="button" id="read-paste">Read what I typed</button>` +
		`<label>Files <input type="file" id="files" multiple></label></p></div>`)
}

// renderAdding draws the dialog in which a reader brings stories and looks after them.
func (x *explorer) renderAdding() goapp.UI {
	a := &x.adding
	return goapp.Elem("dialog").ID("add").Aria("labelledby", "add-title").On("change", x.onAddingChange).Body(
		goapp.Raw(`<div><h2 id="add-title" tabindex="-1">Add stories</h2><p>On HSJ’s page of a system: select all, copy, and paste it here. Saved pages, mails, feeds, tables and text of PDFs do as well. `+
			`What you add stays in this browser and is sent to nobody.</p></div>`),
		&addBox{},
		goapp.Elem("div").ID("add-said").Aria("live", "polite").Body(drawnStatus(a)),
		goapp.Elem("div").Body(each(len(a.pending), func(i int) goapp.UI { return x.renderBrought(a.pending[i]) })),
		goapp.If(len(a.pending) > 1, func() goapp.UI {
			return goapp.Raw(`<p><button type="button" data-do="add-all">Add all that is new</button></p>`)
		}),
		x.renderOwn(),
		goapp.Raw(`<p class="ways"><button type="button" data-do="close">Close</button></p>`),
	)
}

// drawnStatus says what is being read, or what came of the last thing that was done.
func drawnStatus(a *adding) goapp.UI {
	text := a.said
	if a.reading {
		if text = "Reading: " + a.name; a.waiting > 0 {
			text += "; " + strconv.Itoa(a.waiting) + " to come"
		}
	}
	return goapp.Raw(markup.Element("p", text))
}

// renderBrought draws what was read of a source, before it is kept.
func (x *explorer) renderBrought(b *brought) goapp.UI {
	var w markup.Writer
	w.Tag("div", markup.A("class", "brought"), markup.A("role", "group"), markup.A("id", b.id), markup.A("data-id", b.id), markup.A("aria-label", called(b.source.Name)))
	w.Element("h3", called(b.source.Name))
	if b.fault != "" {
		w.Element("p", "Nothing was read of it: "+b.fault+".", markup.A("class", "fault"))
	} else {
		w.Element("p", b.preview.Words())
	}
	if len(b.documents) > 0 {
		x.writeChoices(&w, b)
	}
	if b.fault == "" {
		writeFound(&w, b)
	}
	w.Raw(`<p class="ways">`)
	if b.decided() {
		w.Element("button", "Add "+page.Count(len(b.preview.Stories)), markup.A("type", "button"), markup.A("class", "main"), markup.A("data-do", "add-keep"), markup.A("id", b.id+"-keep"))
	}
	w.Element("button", "Leave it out", markup.A("type", "button"), markup.A("data-do", "add-drop"), markup.A("id", b.id+"-drop"))
	w.Raw(`</p></div>`)
	return drawn(&w)
}

// writeChoices writes what was understood that the reader can set right: the system, the day and
// the form.
func (x *explorer) writeChoices(w *markup.Writer, b *brought) {
	w.Raw(`<p class="choices">`)
	chosen := b.result.System
	if b.none {
		chosen = "none"
	}
	x.writeSystems(w, b.id, chosen, b.result.Guess)
	writeDay(w, b.id, b.day)
	w.Raw(`<label>Read as `)
	w.Tag("select", markup.A("name", "form"), markup.A("id", b.id+"-form"))
	writeOption(w, "", "what it looks like", b.options.Form == "")
	for _, f := range intake.Forms() {
		writeOption(w, f.ID, f.Name, b.options.Form == f.ID)
	}
	w.Raw(`</select></label></p>`)
	if b.fault != "" {
		return
	}
	w.Element("p", "Read as "+b.result.Form.Name+": "+b.result.Why+".", markup.A("class", "hint"))
	switch {
	case b.preview.Same != "":
		w.Element("p", "This is here already, word for word ("+b.preview.Same+"): nothing is added.", markup.A("class", "fault"))
	case b.result.System == "" && !b.none && b.result.Guess != "":
		w.Element("p", "It does not say which system it lists. Perhaps it is "+x.library.SystemName(b.result.Guess)+": choose the system, or none.", markup.A("class", "fault"))
	case b.result.System == "" && !b.none:
		w.Element("p", "It does not say which system it lists: choose the system, or none.", markup.A("class", "fault"))
	}
	for _, note := range b.result.Notes {
		w.Element("p", note, markup.A("class", "hint"))
	}
}

// writeSystems writes the choice of a system; a guess comes first.
func (x *explorer) writeSystems(w *markup.Writer, id, chosen, guess string) {
	w.Raw(`<label>System `)
	w.Tag("select", markup.A("name", "system"), markup.A("id", id+"-system"))
	writeOption(w, "", "choose", chosen == "")
	if guess != "" {
		writeOption(w, guess, x.library.SystemName(guess)+" (perhaps)", chosen == guess)
	}
	writeOption(w, "none", "no system", chosen == "none")
	for _, s := range x.library.Registry() {
		if s.Slug != guess {
			writeOption(w, s.Slug, s.ShortName, chosen == s.Slug)
		}
	}
	w.Raw(`</select></label>`)
}

func writeDay(w *markup.Writer, id, day string) {
	w.Raw(`<label>As of `)
	w.Tag("input", markup.A("type", "date"), markup.A("name", "day"), markup.A("id", id+"-day"), markup.A("value", day))
	w.Raw(`</label>`)
}

func writeOption(w *markup.Writer, value, label string, chosen bool) {
	attributes := []markup.Attr{markup.A("value", value)}
	if chosen {
		attributes = append(attributes, markup.A("selected", ""))
	}
	w.Element("option", label, attributes...)
}

// mostFound bounds how many stories, and how many pieces that are none, the preview spells out.
const mostFound = 200

// writeFound writes the stories of a source, and what is left out of it.
func writeFound(w *markup.Writer, b *brought) {
	w.Raw(`<details><summary>`)
	w.Text("Its stories: " + strconv.Itoa(len(b.preview.Stories)))
	w.Raw(`</summary><ol>`)
	for _, s := range b.preview.Stories[:min(mostFound, len(b.preview.Stories))] {
		w.Raw(`<li>`)
		w.Text(s.Headline)
		if s.Day != "" {
			w.Element("span", " "+s.Day, markup.A("class", "hint"))
		}
		if s.Here {
			w.Element("span", " here already", markup.A("class", "hint"))
		}
		w.Raw(`</li>`)
	}
	w.Raw(`</ol>`)
	writeBeyond(w, len(b.preview.Stories))
	w.Raw(`</details>`)
	if len(b.result.Left) == 0 {
		return
	}
	w.Raw(`<details><summary>`)
	w.Text("Left out: " + strconv.Itoa(len(b.result.Left)))
	w.Raw(`</summary><ul>`)
	for _, left := range b.result.Left[:min(mostFound, len(b.result.Left))] {
		w.Raw(`<li>`)
		w.Element("span", "Line "+strconv.Itoa(left.Line)+", "+left.Reason+": ", markup.A("class", "hint"))
		w.Text(shortened(left.Text))
		w.Raw(`</li>`)
	}
	w.Raw(`</ul>`)
	writeBeyond(w, len(b.result.Left))
	w.Raw(`</details>`)
}

func writeBeyond(w *markup.Writer, all int) {
	if all > mostFound {
		w.Element("p", "and "+strconv.Itoa(all-mostFound)+" more", markup.A("class", "hint"))
	}
}

// shortened is the beginning of text.
func shortened(text string) string {
	const most = 300 // runes
	n := 0
	for i := range text {
		if n++; n > most {
			return text[:i] + "…"
		}
	}
	return text
}

// renderOwn draws the reader's own listings, each with what can be done with it.
func (x *explorer) renderOwn() goapp.UI {
	s := &x.shelving
	own, damaged := s.shelf.Listings, s.shelf.Damaged
	fault := func(text string) func() goapp.UI {
		return func() goapp.UI { return goapp.Raw(markup.Element("p", text, markup.A("class", "fault"))) }
	}
	return goapp.Elem("div").Class("own").Body(
		goapp.If(s.trouble != "", fault(notKept(s.trouble))),
		goapp.If(damaged > 0, fault(strconv.Itoa(damaged)+" of the things kept here cannot be read any more; saved as a file they are in it as they are.")),
		goapp.If(len(own) > 0, func() goapp.UI { return goapp.Raw(`<h2>Added by you</h2>`) }),
		goapp.If(len(own) > 0, func() goapp.UI {
			return goapp.Elem("ul").Body(each(len(own), func(i int) goapp.UI { return x.renderOwnListing(own[i]) }))
		}),
		goapp.If(s.open && (len(own)+len(s.shelf.Views)+len(s.shelf.Stars) > 0 || damaged > 0), func() goapp.UI {
			return goapp.Raw(`<p class="ways"><button type="button" id="own-save" data-do="own-save">Save all of it as a file</button> <span class="hint">with your views and stars; bring it back by dropping it here, on any device</span></p>`)
		}),
	)
}

func (x *explorer) renderOwnListing(l shelf.Listing) goapp.UI {
	var w markup.Writer
	entries := len(x.shelving.parsed[l].Entries)
	w.Tag("li", markup.A("data-id", l.ID))
	w.Raw(`<label>Name `)
	w.Tag("input", markup.A("type", "text"), markup.A("name", "name"), markup.A("id", l.ID+"-name"), markup.A("value", l.Name))
	w.Raw(`</label> `)
	system := l.System
	if system == "" {
		system = "none"
	}
	x.writeSystems(&w, l.ID, system, "")
	writeDay(&w, l.ID, l.Day)
	w.Element("span", " "+page.Count(entries)+" ", markup.A("class", "hint"))
	button := func(do, label string) {
		w.Element("button", label, markup.A("type", "button"), markup.A("id", l.ID+"-"+do), markup.A("data-do", do), markup.A("aria-label", label+": "+l.Name))
	}
	if x.shelving.asking == l.ID {
		button("own-remove", "Remove it for good")
		button("own-spare", "Leave it")
	} else {
		button("own-original", "Save as it came")
		button("own-ask", "Remove")
	}
	w.Raw(`</li>`)
	return drawn(&w)
}
