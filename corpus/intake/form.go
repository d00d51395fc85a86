package intake

import (
	"errors"
	"slices"
)

// A Form is a way in which listings come.
type Form struct {
	ID   string // for Options.Form
	Name string // for people, in the middle of a sentence: "a saved page"
}

// A reader reads one form.
type reader struct {
	Form
	markup bool // it reads elements; else text
	// evidence returns what speaks for the form, for people; "" if nothing does.
	evidence func(*document) string
	read     func(*document) findings
}

// readers are the forms, the surest evidence first. The first that has any is taken.
func readers() []reader {
	return []reader{

		{Form{"feed", "a feed (RSS or Atom)"}, true, feedEvidence, readFeed},
		{Form{"html", "a web page (HTML)"}, true, htmlEvidence, readHTML},
		{Form{"archive", "a listing in the form of this program"}, false, archiveEvidence, readArchive},

		{Form{"csv", "a table (CSV)"}, false, csvEvidence, readCSV},
		{Form{"mail", "a message of a mail program"}, false, mailEvidence, readMail},
		{Form{"markdown", "Markdown"}, false, markdownEvidence, readMarkdown},
		{Form{"pdf", "text with wrapped lines, as from a PDF or a page saved as text"}, false, wrappedEvidence, readWrapped},
		{Form{"subject", "a page of a subject or an issue"}, false, subjectEvidence, readSubject},
		{Form{"firefox", "text copied in Firefox or saved as text"}, false, firefoxEvidence, readFirefox},
		{Form{"list", "a list with bullets or numbers, as from Word"}, false, listEvidence, readList},
		{Form{"chromium", "text copied in Chrome, Edge or Safari"}, false, chromiumEvidence, readChromium},
	}
}

// Forms returns the forms in which a source can be read by hand.
func Forms() []Form {
	var forms []Form
	for _, r := range readers() {
		forms = append(forms, r.Form)
	}
	return forms
}

// choose returns the reader of the form that id names or, if it is "", that the evidence
// is for, and what spoke for it.
func choose(d *document, id string) (r reader, why string, err error) {
	all := readers()
	if id != "" {
		i := slices.IndexFunc(all, func(r reader) bool { return r.ID == id })
		switch {
		case i < 0:
			return r, "", errors.New("there is no form " + id)
		case all[i].markup && len(d.elements) == 0:
			return r, "", errors.New("it is no document that can be read as " + all[i].Name)
		case !all[i].markup && len(d.elements) > 0:
			return r, "", errors.New("it is a document with elements, which cannot be read as " + all[i].Name)
		}
		return all[i], "chosen by hand", nil
	}
	for _, r := range all {
		if r.markup != (len(d.elements) > 0) {
			continue
		}
		if why := r.evidence(d); why != "" {
			return r, why, nil
		}
	}
	return r, "", errors.New("no form of a listing is recognised; copy the list of stories itself rather than the whole page, or save the page as HTML and bring that file")
}
