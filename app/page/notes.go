package page

import (
	"fmt"
	"strings"

	"icsexplorer/app/view"
)

// A Note says something about the answer that the reader should know; Link, if any, is
// a way on.
type Note struct{ Text, Link, Href string }

// notes say what a reader should know about the answer.
func (l *Library) notes(s State, a answer) []Note {
	var notes []Note
	v := s.View
	if s.Corpus != "" && s.Corpus != l.corpus.Fingerprint {
		notes = append(notes, Note{Text: "This link was made from other listings than the ones here: it may have shown other stories."})
	}
	var unknown []string
	for _, u := range s.Unknown {
		unknown = append(unknown, fmt.Sprintf("%s “%s”", u.Key, u.Value))
	}
	if len(unknown) > 0 {
		notes = append(notes, Note{
			Text: fmt.Sprintf("The address asks for %s, which this page does not know.", some(unknown)),
			Link: removal(unknown), Href: v.Href(),
		})
	}
	var strange []string
	without := v
	for _, slug := range v.Systems {
		if !l.isKnown(slug) {
			strange = append(strange, "“"+slug+"”")
			without = without.ToggleSystem(slug)
		}
	}
	if len(strange) > 0 {
		are := "is not one"
		if len(strange) > 1 {
			are = "are none"
		}
		notes = append(notes, Note{
			Text: fmt.Sprintf("%s %s of England’s %d systems.", some(strange), are, len(l.corpus.Registry)),
			Link: removal(strange), Href: without.Href(),
		})
	}
	if s.Cut {
		notes = append(notes, Note{Text: fmt.Sprintf("That was a lot of text: only its first %d characters are searched.", view.MaxQuery)})
	}
	if v.Query != "" && blank(v.Query) {
		w := v
		w.Query = ""
		notes = append(notes, Note{Text: NothingToLookFor(v.Query), Link: "Clear the box", Href: w.Href()})
	}
	if len(a.stories) == 0 {
		return notes
	}
	if a.results.Corrected != "" {
		w := v
		w.Query = a.results.Verbatim
		text := fmt.Sprintf("Showing results for “%s”.", a.results.Corrected)
		if a.results.Guessed {
			text = fmt.Sprintf("Nothing here has “%s”. These have “%s”.", v.Query, a.results.Corrected)
		}
		notes = append(notes, Note{
			Text: text,
			Link: fmt.Sprintf("Search for “%s” instead", v.Query), Href: w.Href(),
		})
	}
	if a.results.WordsAlone != "" {
		notes = append(notes, Note{Text: fmt.Sprintf("Nothing matches “%s” with its signs. These have its words.", v.Query)})
	}
	if also := a.results.Also; len(also) > 0 {
		notes = append(notes, Note{Text: "Also searched for: " + strings.Join(also, ", ") + "."})
	}
	if a.results.Partial {
		note := Note{Text: Nearest(a.results.Missing)}
		if meant := a.results.Meant; meant != "" {
			w := v
			w.Query = meant
			note.Link, note.Href = fmt.Sprintf("Did you mean “%s”?", meant), w.Href()
		}
		notes = append(notes, note)
	}
	return notes
}

// removal offers to take away what was named.
func removal(named []string) string {
	if len(named) > 1 {
		return "Remove them"
	}
	return "Remove it"
}

// Nearest says that no story has all that was typed, and which words the first of those
// shown is without.
func Nearest(missing []string) string {
	if len(missing) == 0 {
		return "No story has all of these words. These come nearest."
	}
	return fmt.Sprintf("No story has all of these words. These come nearest; the first is without “%s”.", strings.Join(missing, "” and “"))
}

// NothingToLookFor says that there are no words in what was typed, and that all stories
// are shown as they are without any.
func NothingToLookFor(typed string) string {
	return fmt.Sprintf("“%s” has no letters or figures to look for: nothing was searched.", typed)
}

// Empty says what excludes everything, and the ways out with what each would give.
type Empty struct {
	Text string
	Hint string // how to bring what is not here, if it is that
	Ways []Way
}

// A Way leads from a view without stories to one with Count of them.
type Way struct {
	Label string
	Count int
	Href  string
}

// Stories is the way's number of stories in words.
func (w Way) Stories() string { return Count(w.Count) }

// waysOut says why v shows nothing, and finds what to give up to see something:
// the text, or one facet's choice, each alone; and, failing that, everything. What the reader
// has narrowed it to has a way back of its own.
func (l *Library) waysOut(v view.View, r Reader) *Empty {
	if r.Choice != "" {
		return &Empty{Text: r.none()}
	}
	e := &Empty{Text: l.nothing(v)}
	if l.absentOnly(v) {
		e.Hint = "To add one, open the system’s page on HSJ, select all, copy, and paste it here."
	}
	offer := func(label string, change func(*view.View)) {
		w := v
		change(&w)
		if w.Equal(v) {
			return
		}
		if n := len(l.answer(w, Reader{}).stories); n > 0 {
			e.Ways = append(e.Ways, Way{label, n, w.Href()})
		}
	}
	offer("Without the words", func(w *view.View) { w.Query = "" })
	offer("Look beyond headlines", func(w *view.View) { w.In = "" })
	offer("In every system", func(w *view.View) { w.Systems = nil })
	offer("In every series", func(w *view.View) { w.Series = nil })
	offer("In any number of listings", func(w *view.View) { w.Spread = "" })
	offer("Of any date", func(w *view.View) { w.From, w.To = "", "" })
	if len(e.Ways) == 0 {
		if v.Query != "" {
			offer("Without any filter", func(w *view.View) { *w = v.WithoutFilters() })
		}
		offer("Show everything", func(w *view.View) { *w = view.View{} })
	}
	return e
}

// absentOnly reports whether v asks for nothing but systems whose listings are not here.
func (l *Library) absentOnly(v view.View) bool {
	absent := l.unlisted(v)
	return v.Query == "" && len(v.Series) == 0 && len(absent) > 0 && len(absent) == len(l.spelt(v.Systems))
}

// nothing says that no story matches what v asks for.
func (l *Library) nothing(v view.View) string {
	if l.absentOnly(v) {
		return "There is no listing of " + some(l.unlisted(v)) + " in this copy."
	}
	text := "No story matches"
	if v.Query != "" {
		text += " “" + v.Query + "”"
	}
	var labels []string
	for _, c := range l.chips(v) {
		labels = append(labels, c.Label)
	}
	if len(labels) > 0 {
		if v.Query != "" {
			text += " with"
		}
		text += " " + some(labels)
	}
	return text + "."
}
