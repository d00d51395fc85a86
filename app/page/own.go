package page

import (
	"fmt"
	"slices"
	"time"

	"icsexplorer/app/search"
	"icsexplorer/app/shelf"
	"icsexplorer/corpus"
	"icsexplorer/corpus/intake"
)

// With is the library of the built-in corpus and a reader's own listings, as one corpus. rest
// is called between pieces of work, for a caller with one thread to look after others; it may
// be nil. What l has read of the stories, built in or not, is not read again.
func (l *Library) With(own []corpus.Listing, rest func()) *Library {
	if rest == nil {
		rest = func() {}
	}
	c := l.builtin
	if len(own) > 0 {
		c = corpus.Patient{Registry: l.builtin.Registry, Rest: rest}.Merge(slices.Concat(l.builtin.Listings, own))
		rest()
	}
	index := l.index.Join(search.Corpus(c), search.Same(c, l.corpus))
	rest()
	with := newLibrary(c, index, rest)
	with.builtin = l.builtin
	return with
}

// Own says of story i whether a reader's own listings alone have it, in words; "" if
// a built-in one has it.
func (l *Library) own(i int) string {
	words := ""
	for _, place := range l.corpus.Stories[i].Places {
		switch whose := l.whose[place.Listing]; {
		case whose == "":
			return ""
		case words == "" || whose == byReader:
			words = whose
		}
	}
	return words
}

// byReader says of a story that it stands in a listing that the reader has added.
const byReader = "added by you"

// whose says of each listing of c whose it is, in words; "" of those that are built in.
func whose(c *corpus.Corpus) []string {
	all := make([]string, len(c.Listings))
	for i := range c.Listings {
		switch id, own := shelf.Own(&c.Listings[i]); {
		case !own:
		case id == shelf.FromLink:
			all[i] = "brought by this link"
		case id == shelf.FromFile:
			all[i] = "in this file"
		default:
			all[i] = byReader
		}
	}
	return all
}

// OwnIn is how many stories of p the reader's listings alone have, or came with the page.
func (l *Library) OwnIn(p Page) (stories int) {
	for _, i := range p.answer.stories {
		if l.own(i) != "" {
			stories++
		}
	}
	return stories
}

// OwnOf are the stories of p that the reader's listings alone have, or that came with the
// page, as listings by system and day.
func (l *Library) OwnOf(p Page) (listings []shelf.Listing) {
	type source struct{ system, day string }
	var order []source
	entries := make(map[source][]corpus.Entry)
	for _, i := range p.answer.stories {
		if l.own(i) == "" {
			continue
		}
		place := l.corpus.Stories[i].Places[0]
		listing := &l.corpus.Listings[place.Listing]
		from := source{listing.System, listing.Captured}
		if entries[from] == nil {
			order = append(order, from)
		}
		entries[from] = append(entries[from], listing.Entries[place.Position])
	}
	for _, from := range order {
		// Its stories are of listings, and so can be written.
		if one, err := shelf.NewListing(entries[from], from.system, from.day, "archive", "", time.Time{}, corpus.Patient{Registry: l.corpus.Registry}); err == nil {
			listings = append(listings, one)
		}
	}
	return listings
}

// A Preview is what becomes of a source when it is added.
type Preview struct {
	Stories []PreviewStory // in the order of the source
	New     int            // of them
	Same    string         // where a listing of the system is that says just the same, in words; "" if none does
}

// A PreviewStory is a story of a source.
type PreviewStory struct {
	Headline string
	Day      string // YYYY-MM-DD, "" if it is not known
	Here     bool   // it is in the corpus already
}

// Words say how many of the stories are new and how many are here.
func (p Preview) Words() string {
	switch all := len(p.Stories); p.New {
	case 0:
		return Count(all) + ", all here already"
	case all:
		return Count(all) + ", all new"
	default:
		return fmt.Sprintf("%s: %d new, %d here already", Count(all), p.New, all-p.New)
	}
}

// Preview says what adding the stories that were read would give, as a listing of the system.
func (l *Library) Preview(res intake.Result, system string, rest func()) Preview {
	var p Preview
	here := corpus.Patient{Registry: l.corpus.Registry, Rest: rest}.NewFinder(l.corpus)
	for _, e := range res.Stories {
		rest()
		s := PreviewStory{Headline: e.Headline, Here: here.Has(&e)}
		if !e.Published.IsZero() {
			s.Day = e.Published.Format(time.DateOnly)
		}
		if !s.Here {
			p.New++
		}
		p.Stories = append(p.Stories, s)
	}
	for i := range l.corpus.Listings {
		if had := &l.corpus.Listings[i]; had.System == system && corpus.SameStories(had.Entries, res.Stories) {
			name, age := l.listing(had)
			p.Same = name + ", " + age
		}
	}
	return p
}
