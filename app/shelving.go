package app

import (
	"slices"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/dom"
	"icsexplorer/app/page"
	"icsexplorer/app/shelf"
	"icsexplorer/app/view"
	"icsexplorer/corpus"
)

// shelving follows what the browser keeps for the reader.
type shelving struct {
	shelf   shelf.Shelf
	open    bool      // the browser has said what it keeps
	last    time.Time // of the visit before this one, zero if this is the first
	trouble string    // why it keeps nothing, or not all: the name of an error
	asking  string    // ID of the listing that the reader is asked about before it is removed
	desk    string    // as it is remembered for the next visit

	carried []shelf.Listing // came with the link or the file
	damaged string          // what is wrong with what came
	parsed  map[shelf.Listing]corpus.Listing
	shown   []string // what the library is made of: files and sizes of the reader's listings
	making  bool     // a library is being made
}

// watchShelf follows what is kept, and makes the page of it.
func (x *explorer) watchShelf(ctx goapp.Context) {
	follow := func(goapp.Value) { ctx.Dispatch(x.readShelf) }
	dom.Listen("shelf", follow)
	dom.Listen("seen", func(goapp.Value) {
		ctx.Dispatch(func(goapp.Context) { x.write(x.shelving.shelf.See(dom.SeenNews()...)...) })
	})
	follow(nil)
}

// readShelf reads what is kept, and shows it.
func (x *explorer) readShelf(ctx goapp.Context) {
	s := &x.shelving
	opened := s.open
	s.open, s.trouble = dom.ShelfState()
	if !s.open {
		return
	}
	records := make(map[shelf.Kind][]shelf.Record)
	for _, kind := range shelf.Kinds() {
		for _, fields := range dom.ShelfRecords(string(kind)) {
			records[kind] = append(records[kind], fields)
		}
	}
	s.shelf = shelf.Read(records, x.library.Registry())
	x.state.Reader.Shelf = &s.shelf
	x.markFresh()
	if !opened {
		x.begin()
	}
	x.remake(ctx)
}

// markFresh marks what is new beside what was new when the view was shown: a mark goes when
// the story was on the screen, and with the view.
func (x *explorer) markFresh() {
	fresh := x.library.FreshKeys(&x.shelving.shelf)
	for key := range x.state.Reader.Fresh {
		fresh[key] = true
	}
	x.state.Reader.Fresh = fresh
}

// begin is what a visit begins with, once it is known what was kept.
func (x *explorer) begin() {
	x.shelving.last = x.shelving.shelf.Visit
	dom.Remember(startName, x.shelving.shelf.Start)
	x.write(shelf.Set("visit", time.Now().UTC().Format(time.RFC3339)))
}

// remake makes the library of what is built in and what is the reader's, if that has changed,
// and composes the page.
func (x *explorer) remake(ctx goapp.Context) {
	x.keepFocus(ctx)
	s := &x.shelving
	own := slices.Concat(s.shelf.Listings, s.carried)
	var made []string
	for _, l := range own {
		made = append(made, l.ID, l.System, l.Day, l.Text)
	}
	if slices.Equal(made, s.shown) {
		x.noteArrivals()
		if x.page.Begun { // somebody types
			x.composeFirst(ctx)
		} else {
			x.compose()
		}
		x.rememberDesk()
		return
	}
	if s.making {
		return // it looks again when it is done
	}
	s.making = true
	go func() {
		rest := pacer()
		listings := s.parse(own, corpus.Patient{Registry: x.library.Registry(), Rest: rest})
		library := x.library.With(listings, rest)
		ctx.Dispatch(func(ctx goapp.Context) {
			s.making, s.shown = false, made
			x.library = library
			x.markFresh()
			x.remake(ctx)
		})
	}()
}

// parse reads the reader's listings, each once.
func (s *shelving) parse(own []shelf.Listing, p corpus.Patient) []corpus.Listing {
	if s.parsed == nil {
		s.parsed = make(map[shelf.Listing]corpus.Listing)
	}
	var listings []corpus.Listing
	for _, l := range own {
		parsed, ok := s.parsed[l]
		if !ok {
			parsed, _ = l.Parse(p)
			s.parsed[l] = parsed
		}
		listings = append(listings, parsed)
	}
	return listings
}

// noteArrivals notes which stories are here for the first time.
func (x *explorer) noteArrivals() {
	if x.shelving.open && !x.shelving.making {
		x.write(x.shelving.shelf.Arrive(x.library.Keys(), time.Now(), x.shelving.last)...)
	}
}

// write keeps records.
func (x *explorer) write(writes ...shelf.Write) {
	if len(writes) > 0 {
		dom.PutOnShelf(shelfWrites(writes...), nil)
	}
}

func shelfWrites(writes ...shelf.Write) []dom.ShelfWrite {
	all := make([]dom.ShelfWrite, 0, len(writes))
	for _, w := range writes {
		one := dom.ShelfWrite{Kind: string(w.Kind), ID: w.Record["id"]}
		if !w.Gone {
			one.Fields = w.Record
		}
		all = append(all, one)
	}
	return all
}

// notKept says why what was put by is not kept, by the name of the error.
func notKept(trouble string) string {
	const visit = "what you add stays for this visit only."
	switch trouble {
	case "":
		return ""
	case "QuotaExceededError":
		return "This browser has no room left: " + visit
	case "VersionError", "BlockedError":
		return "A later version of this page is open or was open here and keeps your stories: close other tabs and load this one anew. Until then " + visit
	}
	return "This browser keeps nothing for this page: " + visit + " Save it as a file to keep it."
}

// changeListing takes what the reader says of one of their listings.
func (x *explorer) changeListing(name, id, value string) {
	at := slices.IndexFunc(x.shelving.shelf.Listings, func(l shelf.Listing) bool { return l.ID == id })
	if at < 0 {
		return
	}
	l := x.shelving.shelf.Listings[at]
	switch name {
	case "name":
		l.Name = strings.TrimSpace(value)
	case "day":
		l.Day = value
	case "system":
		parsed := x.shelving.parse([]shelf.Listing{l}, corpus.Patient{Registry: x.library.Registry()})[0]
		if value == "none" {
			value = ""
		}
		changed, err := shelf.NewListing(parsed.Entries, value, l.Day, l.Form, l.Name, l.Added, corpus.Patient{Registry: x.library.Registry()})
		if err != nil {
			return
		}
		changed.ID = l.ID
		l = changed
	}
	x.write(shelf.Put(shelf.Listings, l.Record()))
}

// doShelf does what a button is for that changes what is kept; id is that of what it stands by.
func (x *explorer) doShelf(ctx goapp.Context, what, id string) {
	s := &x.shelving
	switch what {
	case "own-original":
		dom.SaveOriginal(id, func(ok bool) {
			ctx.Dispatch(func(goapp.Context) {
				if x.adding.said = "Saved as it came."; !ok {
					x.adding.said = "It is not here as it came: only its stories are."
				}
			})
		})
	case "own-ask":
		s.asking = id
	case "own-spare":
		s.asking = ""
	case "own-remove":
		s.asking = ""
		x.write(shelf.Remove(shelf.Listings, id), shelf.Remove(shelf.Originals, id))
		dom.Focus("add-title")
	case "own-save":
		dom.SaveShelf("ics-explorer-mine-" + time.Now().Format(time.DateOnly) + ".json")
	case "carried-keep":
		x.keepCarried()
	case "star":
		if s.shelf.Stars[id] != "" {
			x.write(shelf.Remove(shelf.Stars, id))
		} else {
			x.write(shelf.Put(shelf.Stars, shelf.Record{"id": id, "day": time.Now().Format(time.DateOnly)}))
		}
	case "seen":
		x.state.Reader.Fresh = nil
		x.write(s.shelf.See(x.library.Keys()...)...)
	case "mine":
		systems := strings.Join(x.library.Spelt(x.state.View.Systems), " ")
		x.write(shelf.Set("systems", systems))
		x.say("These are your systems now")
	case "start":
		x.startWith(startOf(x.state.View))
	case "no-start":
		x.startWith("")
	case "view-save":
		x.saveView()
	case "view-up":
		x.write(s.shelf.Moved(id, -1)...)
	case "view-down":
		x.write(s.shelf.Moved(id, 1)...)
	case "view-remove":
		if id == page.MySystems {
			x.write(shelf.Remove(shelf.Settings, id))
		} else {
			x.write(shelf.Remove(shelf.Views, id))
		}
	}
}

// keepCarried keeps what a link has brought.
func (x *explorer) keepCarried() {
	now := time.Now()
	var writes []shelf.Write
	for _, l := range x.shelving.carried {
		if kept, err := l.Keep(now, corpus.Patient{Registry: x.library.Registry()}); err == nil {
			writes = append(writes, shelf.Put(shelf.Listings, kept.Record()))
		}
	}
	x.shelving.carried = nil
	x.write(writes...)
}

// startName is that under which the browser remembers the view to start with, where it
// can be read before the page is drawn.
const startName = "ics-explorer-start"

// startWith makes a view the one that the page starts with; "" is the front page.
func (x *explorer) startWith(address string) {
	x.write(shelf.Set("start", address))
	dom.Remember(startName, address)
	said := "The page starts with this view now"
	if address == "" {
		said = "The page starts with all stories again"
	}
	x.say(said)
}

// saveView saves the view under the name that stands in the box.
func (x *explorer) saveView() {
	name, _ := view.CleanQuery(dom.Value("view-name"))
	if name == "" {
		name = x.page.Title
	}
	place := 0
	for _, v := range x.shelving.shelf.Views {
		place = max(place, v.Place+1)
	}
	v := shelf.View{ID: "v" + time.Now().UTC().Format("20060102T150405.000"), Name: name, Address: x.state.View.Href(), Place: place}
	x.write(shelf.Put(shelf.Views, v.Record()))
	dom.SetValue("view-name", "")
	x.say("Saved as “" + name + "”: it is on the front page")
}
