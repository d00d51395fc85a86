package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"icsexplorer/corpus"
)

// A Source is what a person brought: a paste, or a file.
type Source struct {
	Name string // of the file, "" for a paste
	Data []byte // the text, or the bytes of the file
	// Elements are those of a document, where Data was HTML or XML and was parsed by the
	// caller; nil otherwise. See [Element].
	Elements []Element
}

// Options say what is known of a source besides its text.
type Options struct {
	Registry corpus.Registry
	Form     string    // name of the form to read it as, "" to choose by evidence
	System   string    // slug of the system that it is of, "" to take it from the title
	Day      time.Time // of the capture, at midnight UTC; zero if it is not known
}

// A Result is what was understood of a source, and what was not.
type Result struct {
	Form    Form
	Why     string         // what showed that it is of the form
	Title   string         // as the source has it, "" if it has none
	System  string         // slug, "" if the source does not say
	Guess   string         // slug of the system that it is probably of, where System is ""
	Day     time.Time      // of the capture, at midnight UTC; zero if it is not known
	Stories []corpus.Entry // as listed; their lines are those of the headlines
	Left    []Left         // lines that are part of no story, in order
	Notes   []string       // sentences about the whole
}

// Left is a line that was left out, and why: a phrase that follows the line.
type Left struct {
	Line int // from 1
	Text string
	Why  string
}

// A Form is a way in which stories are written down.
type Form struct {
	Name  string // as on the command line
	Words string // for a reader
}

// form is a Form with what is to be done for it.
type form struct {
	Form
	items    bool // each story is an item of a list
	links    bool // a linked line is a headline
	pictures bool // a picture's text may stand right above a story
	redirect bool // its links lead by way of whoever counts readers, but for articles' own

	// evidence returns what shows that a document is of the form, "" if nothing does.
	evidence func(*document) string
	// read returns its stories, or lines to be assembled into stories.
	read func(*document, *Result) []line
}

// forms are in the order in which they are tried: the surest evidence first.
var forms = []form{archive, feed, page, table, mail, markdown, subject, browserGlued, browserBlocks, wrapped, plain}

// Forms returns the forms that there are, for choosing one by hand.
func Forms() []Form {
	var all []Form
	for _, f := range forms {
		all = append(all, f.Form)
	}
	return all
}

// Bounds of what is read.
const (
	MaxBytes = 64 << 20 // of a source
	maxLines = 1 << 20
	maxLeft  = 1000 // lines that are told one by one
)

// A document is a source made ready to be looked at.
type document struct {
	Source
	Options
	names *corpus.Names
	lines []string // of the text, without their ends; "" between them where blank
}

// Read makes stories of a source. The result holds what was understood, whatever the error,
// which says what was tried and what works better.
func Read(src Source, o Options) (Result, error) {
	r := Result{Day: o.Day, System: o.System}
	if src.Elements == nil {
		if err := refuse(src.Data); err != nil {
			return r, err
		}
	}
	names, err := o.Registry.Names()
	if err != nil {
		return r, err
	}
	d := &document{Source: src, Options: o, names: names}
	if src.Elements == nil {
		d.lines = textLines(decoded(src.Data))
	}
	var tried []string
	for i := range forms {
		f := &forms[i]
		why := "it was chosen"
		if o.Form == "" {
			if why = f.evidence(d); why == "" {
				continue
			}
		} else if o.Form != f.Name {
			continue
		}
		got := d.readAs(f)
		if len(got.Stories) > 0 {
			got.Why = why
			return got, nil
		}
		tried = append(tried, f.Words)
		r.Left, r.Title, r.System, r.Guess = got.Left, got.Title, got.System, got.Guess
	}
	return r, nothing(tried)
}

// nothing says that a source was not understood.
func nothing(tried []string) error {
	const better = "copy the list of stories itself, with the system’s name above it, or save the page as HTML and bring the file"
	if len(tried) == 0 {
		return errors.New("nothing here looks like stories; " + better)
	}
	return fmt.Errorf("no story was found, read as %s; %s", strings.Join(tried, " or as "), better)
}

// readAs reads d as of a form.
func (d *document) readAs(f *form) Result {
	r := Result{Form: f.Form, Day: d.Day}
	a := assembler{form: *f}
	if lines := f.read(d, &r); len(lines) > 0 {
		for i := range lines {
			lines[i].read(r.Day)
		}
		lines = r.untitled(lines, d)
		a.assemble(lines)
		r.Stories = append(r.Stories, a.stories...)
		r.Left = append(r.Left, a.left...)
	}
	if d.System != "" {
		r.System = d.System
	}
	r.once()
	slices.SortStableFunc(r.Left, func(a, b Left) int { return a.Line - b.Line })
	if n := len(r.Left); n > maxLeft {
		r.Notes = append(r.Notes, fmt.Sprintf("%d more lines are left out.", n-maxLeft))
		r.Left = r.Left[:maxLeft]
	}
	return r
}

// untitled finds the title among lines, and returns those behind it: what stands above are
// menus. Without a title all lines are returned.
func (r *Result) untitled(lines []line, d *document) []line {
	for i, l := range lines {
		if n, ok := titleOf(l.text, d.names); ok && !l.alt {
			r.name(n)
			for _, above := range lines[:i] {
				if above.text != "" {
					r.Left = append(r.Left, Left{above.number, above.text, "stands above the title"})
				}
			}
			return lines[i+1:]
		}
		if isSubject(l.text) {
			r.Title = l.text
			return lines[i+1:]
		}
	}
	return lines
}

// name takes what a title says.
func (r *Result) name(n naming) {
	r.Title = n.title
	switch {
	case len(n.slugs) == 1:
		r.System = n.slugs[0]
	case len(n.slugs) > 1:
		r.Notes = append(r.Notes, fmt.Sprintf("%q stands for %d systems: which is it?", n.title, len(n.slugs)))
	}
}

// once leaves out what comes twice: a story of the same headline and standfirst, and a headline
// without a standfirst that another story has.
func (r *Result) once() {
	type said struct{ headline, standfirst string }
	seen, headlines := make(map[said]bool), make(map[string]bool)
	for _, e := range r.Stories {
		if e.Standfirst != "" {
			headlines[corpus.Fold(e.Headline)] = true
		}
	}
	twice := 0
	r.Stories = slices.DeleteFunc(r.Stories, func(e corpus.Entry) bool {
		s := said{corpus.Fold(e.Headline), corpus.Fold(e.Standfirst)}
		if s.headline == "" {
			r.Left = append(r.Left, Left{e.Line, e.Headline, "has no words"})
			return true
		}
		if seen[s] || e.Standfirst == "" && headlines[s.headline] {
			twice++
			r.Left = append(r.Left, Left{e.Line, e.Headline, "stands here twice"})
			return true
		}
		seen[s] = true
		return false
	})
	if twice > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("%d stories stand here twice and count once.", twice))
	}
}

// refuse says of files that hold no text what to do instead.
func refuse(data []byte) error {
	if len(data) > MaxBytes {
		return fmt.Errorf("it has %d MB; a page of stories has less than %d", len(data)>>20, MaxBytes>>20)
	}
	for _, kind := range []struct{ begins, what string }{
		{"%PDF", "this is a PDF: open it, select all, copy, and paste the text here"},
		{"PK\x03\x04", "this is a Word, Excel or zip file: open it, select all, copy, and paste here, or save it as plain text"},
		{"\xd0\xcf\x11\xe0", "this is an old Word, Excel or Outlook file: open it, select all, copy, and paste here"},
		{"{\\rtf", "this is a rich text file: open it, select all, copy, and paste here, or save it as plain text"},
		{"\x89PNG", "this is a picture: what it shows cannot be read; copy the text instead"},
		{"\xff\xd8\xff", "this is a picture: what it shows cannot be read; copy the text instead"},
		{"GIF8", "this is a picture: what it shows cannot be read; copy the text instead"},
		{"RIFF", "this is a picture or a sound: what it holds cannot be read; copy the text instead"},
		{"bplist00", "this is a web archive of Safari: save the page as page source (HTML) instead"},
	} {
		if strings.HasPrefix(string(data[:min(len(data), 16)]), kind.begins) {
			return errors.New(kind.what)
		}
	}
	if len(strings.TrimSpace(string(data))) == 0 {
		return errors.New("there is no text here")
	}
	return nil
}

// decoded returns data as text: UTF-8, UTF-16 with a byte order mark, or else Windows-1252.
func decoded(data []byte) string {
	text := string(data)
	if len(text) > 1 && (text[:2] == "\xff\xfe" || text[:2] == "\xfe\xff") {
		return utf16Text(data)
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	if utf8.ValidString(text) {
		return text
	}
	return windows1252(text)
}
