package app

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/page"
	"icsexplorer/app/shelf"
	"icsexplorer/corpus"
	"icsexplorer/corpus/intake"
)

// adding is what a reader is bringing: sources that are read one after the other, and then
// wait to be kept or dropped.
type adding struct {
	reading bool
	name    string // of the source that is being read
	waiting int    // sources behind it
	said    string // what came of the last thing that was done
	pending []*brought
	made    int // sources so far
}

// brought is a source that was read, and what the reader has said of it.
type brought struct {
	id      string // of its element
	source  dom.Source
	options intake.Options
	none    bool // its stories are of no system
	day     string

	documents []intake.Source // of the source, the surest first
	parsed    string          // why a document could not be parsed, "" if all could
	read      intake.Source   // the one that was understood
	result    intake.Result
	preview   page.Preview
	fault     string // why nothing was understood
}

// watchSources takes what is pasted, dropped or chosen.
func (x *explorer) watchSources(ctx goapp.Context) {
	dom.Listen("sources", func(goapp.Value) {
		ctx.Dispatch(func(ctx goapp.Context) {
			dom.OpenDialog("add")
			if !x.adding.reading {
				x.adding.reading, x.adding.said = true, ""
				go x.takeSources(ctx)
			}
		})
	})
}

// showPause is how long what was read waits to be shown together with what is read next: the browser lays out the whole
// dialog each time.
const showPause = 250 * time.Millisecond

// takeSources reads what is waiting. It runs beside the page, which goes on.
func (x *explorer) takeSources(ctx goapp.Context) {
	var read []*brought // and not shown yet
	var said string
	var shown time.Time
	show := func(reading bool, name string, waiting int) {
		these, outcome := read, said
		read, said, shown = nil, "", time.Now()
		ctx.Dispatch(func(goapp.Context) {
			x.adding.reading, x.adding.name, x.adding.waiting = reading, name, waiting
			if outcome != "" {
				x.adding.said = outcome
			}
			for _, b := range these {
				x.adding.made++
				b.id = "brought-" + strconv.Itoa(x.adding.made)
			}
			x.adding.pending = append(x.adding.pending, these...)
		})
	}
	for {
		source, ok := dom.NextSource()
		waiting, refused := dom.SourcesWaiting()
		if refused > 0 {
			said = strconv.Itoa(refused) + " files were too many at once, and are left out: bring them in several turns."
		}
		if !ok {
			show(false, "", 0)
			return
		}
		if time.Since(shown) > showPause {
			show(true, called(source.Name), waiting)
		}
		if restored, trouble := restore(source); restored {
			if said = called(source.Name) + " is back: all that was in it is here."; trouble != "" {
				said = called(source.Name) + " is not taken: " + trouble + "."
			}
			continue
		}
		b := &brought{source: source, day: source.Day, options: intake.Options{Registry: x.library.Registry()}}
		b.understand(x.library, pacer())
		read = append(read, b)
	}
}

func called(name string) string {
	if name == "" {
		return "What was pasted"
	}
	return name
}

// pacer returns what lets the browser have its turn whenever the program has worked for a while.
func pacer() func() {
	const while = 10 * time.Millisecond
	since := time.Now()
	return func() {
		if time.Since(since) > while {
			time.Sleep(time.Millisecond)
			since = time.Now()
		}
	}
}

// restore takes in a file of everything that was kept, if the source is one.
func restore(source dom.Source) (restored bool, trouble string) {
	head := bytes.TrimSpace(source.Bytes[:min(len(source.Bytes), 200)])
	if !bytes.HasPrefix(head, []byte("{")) || !bytes.Contains(head, []byte("ics-explorer-shelf")) {
		return false, ""
	}
	return true, dom.RestoreShelf(source.Bytes)
}

// understand reads the source, in the form that was chosen for it by hand, if any.
func (b *brought) understand(l *page.Library, rest func()) {
	b.fault = b.source.Trouble
	if b.fault != "" {
		return
	}
	if b.documents == nil {
		b.parse()
	}
	b.options.Rest = rest
	for i, document := range b.documents {
		document.Day, _ = time.Parse(time.DateOnly, b.day)
		result := intake.Read(document, b.options)
		if i == 0 || result.Err == nil {
			b.result, b.read = result, document
		}
		if result.Err == nil {
			break
		}
	}
	switch {
	case len(b.documents) == 0:
		b.fault = b.parsed
	case b.result.Err != nil:
		b.fault = b.result.Err.Error()
	default:
		rest()
		b.preview = l.Preview(b.result, b.system(), rest)
	}
}

// parse makes the documents that can be read of the source: as HTML, and as text.
func (b *brought) parse() {
	add := func(content []byte, kind intake.Markup) {
		source := intake.Source{Name: b.source.Name, Data: content}
		if kind != intake.NoMarkup {
			text, _, err := intake.DecodeText(content)
			stream, trouble := "", ""
			if err == nil {
				stream, trouble = dom.Elements(text, string(kind))
				source.Elements, err = intake.DecodeElements(stream)
			}
			if err != nil {
				trouble = err.Error()
			}
			if trouble != "" {
				b.parsed = trouble
				return
			}
		}
		b.documents = append(b.documents, source)
	}
	if b.source.HTML != nil {
		add(b.source.HTML, intake.HTML)
	}
	switch content, kind := b.source.Bytes, intake.MarkupOf(b.source.Bytes); {
	case kind == intake.MHTML:
		page, isPage, err := intake.OpenMessage(content)
		if err != nil {
			b.parsed = err.Error()
		} else if isPage {
			add(page, intake.HTML)
		} else {
			add(page, intake.NoMarkup)
		}
	case len(content) > 0 || b.source.HTML == nil:
		add(content, kind)
	}
}

// system is the slug of the system that the stories are of, as the title or the reader says;
// "" if it is not known, or if they are of none.
func (b *brought) system() string {
	if b.none {
		return ""
	}
	return b.result.System
}

// decided reports whether it can be kept.
func (b *brought) decided() bool {
	return b.fault == "" && (b.none || b.result.System != "") && b.preview.Same == ""
}

// listing is what keeps the source, and the bytes that it came as.
func (b *brought) listing(p corpus.Patient, now time.Time) ([]dom.ShelfWrite, error) {
	name := b.source.Name
	if name == "" {
		name = "Pasted " + now.Format("2 January 2006, 15:04")
	}
	l, err := shelf.NewListing(b.result.Stories, b.system(), b.day, b.result.Form.ID, name, now, p)
	if err != nil {
		return nil, err
	}
	content, kind, file := b.source.Bytes, b.source.Type, b.source.Name
	if b.source.HTML != nil && len(b.read.Elements) > 0 {
		content, kind = b.source.HTML, "text/html"
	}
	if file == "" {
		file = strings.TrimSuffix(corpus.FileName(l.System, l.Day), ".txt") + ".pasted.txt"
		if kind == "text/html" {
			file = strings.TrimSuffix(file, ".txt") + ".html"
		}
	}
	original := dom.ShelfWrite{Kind: string(shelf.Originals), ID: l.ID, Bytes: content, Fields: map[string]string{"id": l.ID, "name": file, "type": kind}}
	return append(shelfWrites(shelf.Put(shelf.Listings, l.Record())), original), nil
}

// pendingOf finds a source by the id of its element.
func (a *adding) pendingOf(id string) *brought {
	for _, b := range a.pending {
		if b.id == id {
			return b
		}
	}
	return nil
}

// drop takes a source away.
func (a *adding) drop(b *brought) {
	a.pending = slices.DeleteFunc(a.pending, func(other *brought) bool { return other == b })
}

// doAdding does what a button of the dialog is for, of the source or the listing with the id.
func (x *explorer) doAdding(ctx goapp.Context, what, id string) {
	b := x.adding.pendingOf(id)
	switch {
	case what == "add":
		dom.OpenDialog("add")
	case what == "add-all":
		x.keep(ctx, slices.Clone(x.adding.pending)...)
	case b == nil:
	case what == "add-keep":
		x.keep(ctx, b)
	case what == "add-drop":
		x.adding.drop(b)
		dom.Focus("add-title")
	}
}

// keep keeps what can be kept of the sources. It runs beside the page, which goes on.
func (x *explorer) keep(ctx goapp.Context, sources ...*brought) {
	sources = slices.DeleteFunc(sources, func(b *brought) bool { return !b.decided() })
	stories, fresh := 0, 0
	for _, b := range sources {
		stories, fresh = stories+len(b.preview.Stories), fresh+b.preview.New
		x.adding.drop(b)
	}
	if len(sources) == 0 {
		return
	}
	dom.Focus("add-title")
	patient := corpus.Patient{Registry: x.library.Registry(), Rest: pacer()}
	go func() {
		var writes []dom.ShelfWrite
		said := "Added: " + page.Count(stories) + ", " + strconv.Itoa(fresh) + " of them new here."
		for _, b := range sources {
			these, err := b.listing(patient, time.Now())
			if err != nil {
				said = called(b.source.Name) + " is not added: " + err.Error() + "."
			}
			writes = append(writes, these...)
		}
		dom.PutOnShelf(writes, func(trouble string) {
			if trouble != "" {
				said += " " + notKept(trouble)
			}
			ctx.Dispatch(func(goapp.Context) { x.adding.said = said })
		})
	}()
}

// onAddingChange takes what the reader says of a source or a listing.
func (x *explorer) onAddingChange(ctx goapp.Context, e goapp.Event) {
	target := dom.Get(e, "target")
	name, id, value := dom.Text(target, "name"), dom.Data(dom.Closest(target, "[data-id]"), "id"), dom.Text(target, "value")
	if b := x.adding.pendingOf(id); b != nil {
		switch name {
		case "system":
			b.none, b.options.System = value == "none", value
			if b.none {
				b.options.System = ""
			}
		case "form":
			b.options.Form = value
		case "day":
			b.day = value
		}
		focus := dom.Focused()
		go func() {
			b.understand(x.library, pacer())
			ctx.Dispatch(func(ctx goapp.Context) { ctx.Defer(func(goapp.Context) { dom.Focus(focus) }) })
		}()
		return
	}
	x.changeListing(name, id, value)
}
