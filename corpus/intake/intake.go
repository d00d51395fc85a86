package intake

import (
	"errors"
	"slices"
	"time"

	"icsexplorer/corpus"
)

// A Source is what somebody brought.
type Source struct {
	Name string // of the file; "" for a paste
	Data []byte // text in UTF-8, UTF-16 or Windows-1252
	// Elements stand instead of Data where the caller parsed it as HTML or XML; see
	// [MarkupOf].
	Elements []Element
	Day      time.Time // on which it was captured, as any time of that day; zero if not known
}

// Options say what the reader of a source knows better.
type Options struct {
	Registry corpus.Registry
	Form     string // ID of a [Form]; "" for the one that the evidence is for
	System   string // slug; "" for the one that the title names
	Rest     func() // called between pieces of work of about a millisecond, for a caller with one thread to look after others; may be nil
}

// A Result is what was understood of a source.
type Result struct {
	Form    Form
	Why     string // what spoke for the form, for people
	Title   string // as the source has it, "" if it has none
	System  string // slug, "" if it is not known
	Guess   string // slug that the source only hints at, "" if System is known or nothing does
	Day     time.Time
	Stories []corpus.Entry // in the order of the source; Line is that of the headline
	Left    []Left         // in the order of the source
	Notes   []string       // what people should know besides, for people
	Err     error          // nothing was understood: why, and what works
}

// Left is lines of the source that are no part of a story.
type Left struct {
	Line   int // of the first, from 1; of a document with elements, its block of text
	Text   string
	Reason string // for people
}

// Read reads a source in the form that the evidence is for, or that opt names.
func Read(src Source, opt Options) Result {
	res := Result{System: opt.System, Day: src.Day}
	if err := tooMuch(src); err != nil {
		return failed(res, err)
	}
	d := document{registry: opt.Registry, day: src.Day, name: src.Name, rest: opt.Rest}
	if d.rest == nil {
		d.rest = func() {}
	}
	if len(src.Elements) > 0 {
		d.elements = src.Elements
	} else {
		text, note, err := DecodeText(src.Data)
		if err != nil {
			return failed(res, err)
		}
		if note != "" {
			res.Notes = append(res.Notes, note)
		}
		d.text = text
		d.lines = splitLines(text, d.rest)
	}
	if opt.Form == "" {
		if err := exported(&d); err != nil {
			return failed(res, err)
		}
	}
	d.names = opt.Registry.Names()
	r, why, err := choose(&d, opt.Form)
	if err != nil {
		return failed(res, err)
	}
	res.Form, res.Why = r.Form, why
	found := r.read(&d)
	res.Title = found.title
	res.Notes = append(res.Notes, found.notes...)
	stories := found.stories
	if len(stories) > maxStories {
		stories = stories[:maxStories]
		res.Notes = append(res.Notes, "only the first 100,000 stories are read")
	}
	res.Stories, res.Notes = once(stories, res.Notes, d.rest)
	slices.SortStableFunc(found.left, func(a, b Left) int { return a.Line - b.Line })
	res.Left = lump(found.left)
	if res.System == "" {
		var note string
		res.System, res.Guess, note = systemOf(&d, found)
		if note != "" {
			res.Notes = append(res.Notes, note)
		}
	}
	if len(res.Stories) == 0 {
		res.Err = nothing(r.Form)
	}
	return res
}

func failed(res Result, err error) Result {
	res.Err = err
	return res
}

// maxStories bounds what a source can hold: a page has under a hundred.
const maxStories = 100_000

// nothing says that no story was found, and what to try.
func nothing(tried Form) error {
	return errors.New("no story was found, reading it as " + tried.Name +
		"; copy the list of stories itself rather than the whole page, or save the page as HTML and bring that file")
}

// A document is a source as the forms read it.
type document struct {
	text     string
	lines    []line
	elements []Element
	registry corpus.Registry
	names    *corpus.Names // of the registry
	day      time.Time
	name     string
	rest     func()
}

// hint notes what may name the system: an address.
func (f *findings) hint(text string) {
	if len(f.hints) < 10 && len(text) < 500 {
		f.hints = append(f.hints, text)
	}
}

// sample returns as many lines as show what form a text has.
func (d *document) sample() []line { return d.lines[:min(len(d.lines), 3000)] }

// findings are what a form's reader makes of a document.
type findings struct {
	title   string // as it stands there
	hints   []string
	stories []corpus.Entry
	left    []Left
	notes   []string
}
