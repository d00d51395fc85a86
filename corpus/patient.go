package corpus

// Patient does what [Parse], [WriteListing] and [Merge] do, and calls Rest between pieces of work
// of about a millisecond, so that a caller with one thread can look after others meanwhile.
type Patient struct {
	Registry Registry
	Rest     func() // nil is none
}

func (p Patient) rest() func() {
	if p.Rest == nil {
		return never
	}
	return p.Rest
}

// Parse is [Parse].
func (p Patient) Parse(file string, text []byte) (Listing, ErrorList) {
	return parse(file, text, p.Registry, p.rest())
}

// WriteListing is [WriteListing].
func (p Patient) WriteListing(title string, stories []Entry) ([]byte, error) {
	return writeListing(title, stories, p.Registry, p.rest())
}

// Merge is [Merge], without the faults.
func (p Patient) Merge(listings []Listing) *Corpus { return merge(listings, p.Registry, p.rest()) }

// A Finder finds the story of a corpus that an entry of another listing is of.
type Finder struct{ of *gatherer }

// NewFinder prepares the stories of c to be found.
func (p Patient) NewFinder(c *Corpus) *Finder {
	g, rest := newGatherer(&Corpus{}), p.rest()
	for _, s := range c.Stories {
		rest()
		if i := g.put(identity(s.Headline), s); s.URL != "" {
			g.addresses[s.URL] = i
		}
	}
	return &Finder{g}
}

// Has reports whether the corpus has the story of an entry.
func (f *Finder) Has(e *Entry) bool { return f.of.lookUp(e, identity(e.Headline)) >= 0 }

// never is the rest of who has nobody else to look after.
func never() {}
