package corpus

import (
	"path"
	"strings"
	"time"
)

// A Listing is one page's text for one system at one moment.
type Listing struct {
	File     string  // as given to Parse
	Title    string  // the system's name as the page has it, with " ICS"; "" if missing
	Line     int     // of the title
	System   string  // slug without "-ics"; "" if the system is unknown, or if it is of none
	Captured string  // day of the capture, YYYY-MM-DD; "" if the file name has none
	Entries  []Entry // newest first, as listed

	title part
	tail  string // everything after the last entry
}

// NoSystem stands in place of the title in a listing of stories that no system's page
// lists, such as those of a trust; its file is named no-system.txt, or
// no-system.2026-05-14.txt.
const NoSystem = "(no system)"

const noSystemFile = "no-system"

// FileName is the name of the file of a listing: of the system with the slug, or of none if
// it is "", and of the day, YYYY-MM-DD, if it is not "".
func FileName(slug, day string) string {
	name := noSystemFile
	if slug != "" {
		name = slug + "-ics"
	}
	if day != "" {
		name += "." + day
	}
	return name + ".txt"
}

// An Entry is one story as a listing has it. Its texts are for reading; see the
// package comment.
type Entry struct {
	Line       int    // of the headline, from 1
	Caption    string // "" if there is none
	Headline   string
	Published  time.Time // zero if it is not known, as on pages of the undated design
	Day        bool      // only the day is known: Published is midnight UTC of it
	URL        string    // "" if there is none; see CleanURL
	Label      string    // what the publisher prints above the headline, "" if not known; see Labels
	Standfirst string    // "" where it is missing: the file says so, or an error does

	caption, headline, time, address, label, standfirst part
}

// A part is a block as it stood in the file.
type part struct {
	before string // what stood between the part before and this one
	text   string // the block, without its last line's end
}

// Parse reads one listing. File is its path; the base name gives the slug and the
// day of the capture. The listing holds what could be read, whatever the faults; it
// keeps a copy of text.
func Parse(file string, text []byte, r Registry) (Listing, ErrorList) {
	return parse(file, text, r, never)
}

func parse(file string, text []byte, r Registry, rest func()) (Listing, ErrorList) {
	p := parser{faults: faults{file: file}, registry: r, src: string(text), rest: rest}
	p.list.File = file
	p.parse()
	return p.list, p.faults.sorted()
}

// parser holds what reading one listing needs.
type parser struct {
	faults
	registry Registry
	src      string
	blocks   []block
	list     Listing
	rest     func()
	done     int // bytes of src that are kept in a part
}

func (p *parser) parse() {
	defer func() { p.list.tail = p.src[p.done:] }()

	slug, captured := p.name()
	p.list.Captured = captured
	if !p.characters() {
		p.list.System = slug
		return
	}
	p.split()
	if len(p.blocks) == 0 {
		p.list.System = slug
		p.errorf(1, "the file is empty")
		return
	}
	stories := p.blocks[p.title(slug):]
	p.list.Entries = make([]Entry, 0, len(stories)/2) // each has two blocks at least
	if p.dated() {
		p.parseDated(stories)
	} else {
		p.parseUndated(stories)
	}
	if len(p.list.Entries) == 0 {
		p.errorf(max(p.list.Line, 1), "the listing has no complete story")
	}
	p.review()
}

// name reads the file name: the system's slug, "" if it is none of the registry's,
// and the day of the capture.
func (p *parser) name() (slug, captured string) {
	base := path.Base(p.file)
	name, isText := strings.CutSuffix(base, ".txt")
	name, date, hasDate := strings.Cut(name, ".")
	s, ok := p.registry.Find(name)
	if !isText || !ok && name != noSystemFile {
		p.warnf(1, "the file name %s is not a system's; expected one like %q", quote(base), "south-west-london-ics.txt")
		return "", ""
	}
	if hasDate {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			p.errorf(1, "the file name %s has the bad date %s; expected YYYY-MM-DD", quote(base), quote(date))
			date = ""
		}
	}
	return s.Slug, date
}

// title reads the first block as the system's name and returns the number of
// blocks read: 0 when the title is missing. Named is the file name's system.
func (p *parser) title(named string) int {
	b := p.blocks[0]
	title := p.text(b)
	if title == NoSystem {
		p.list.System = ""
		if named != "" {
			p.errorf(b.line, "the title %s and the file name %s do not agree", quote(title), quote(path.Base(p.file)))
		}
		p.list.Title, p.list.Line = title, b.line
		p.list.title = p.take(b)
		return 1
	}
	name, hasICS := cutICS(title)
	s, known := p.registry.named(name)
	near, isNear := p.registry.nearest(name)
	p.list.System = named
	switch {
	case known && hasICS:
	case known:
		p.errorf(b.line, "the title %s must end in %q", quote(title), " ICS")
	case isNear:
		p.errorf(b.line, "unknown system %s; did you mean %q?", quote(title), near.ShortName+" ICS")
	case hasICS:
		p.errorf(b.line, "unknown system %s", quote(title))
	default:
		p.errorf(b.line, "missing title: the file begins with %s; expected a system's name ending in %q", quote(title), " ICS")
		return 0
	}
	p.list.Title, p.list.Line = title, b.line
	p.list.title = p.take(b)
	if known {
		if named != "" && named != s.Slug {
			p.errorf(b.line, "the title %s and the file name %s are different systems", quote(title), quote(path.Base(p.file)))
		}
		p.list.System = s.Slug
	}
	return 1
}

// cutICS returns the system's name in a title, and whether the title ends in " ICS".
func cutICS(title string) (name string, found bool) {
	const ending = " ICS"
	if at := len(title) - len(ending); at > 0 && strings.EqualFold(title[at:], ending) {
		return title[:at], true
	}
	return title, false
}

// text returns a block's text for reading.
func (p *parser) text(b block) string { return readable(p.src[b.start:b.end]) }

// take keeps a block as a part, with all that was passed over before it.
func (p *parser) take(b block) part {
	t := part{p.src[p.done:b.start], p.src[b.start:b.end]}
	p.done = b.end
	return t
}
