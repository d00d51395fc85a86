package export

import "strings"

// publication is what stories are from, and publicationShort what it calls itself.
const (
	publication      = "Health Service Journal"
	publicationShort = "HSJ"
)

// explorer is what the links of a briefing lead to.
const explorer = "ICS Explorer"

// A Grouping is what the stories of a briefing are put together by.
type Grouping string

// The groupings. The zero value is by system.
const (
	BySystem Grouping = "system"
	BySeries Grouping = "series"
	ByDay    Grouping = "day"
)

// Groupings are all groupings, in the order to offer them.
func Groupings() []Grouping { return []Grouping{BySystem, BySeries, ByDay} }

// A Briefing is a view as it is handed on to be read. Each story is in it once.
type Briefing struct {
	Title   string
	Day     string // as in "25 November 2026"; "" if the view has none
	Note    string // an editor's, or ""
	Age     string // of the listings, as in "Listings: South West London: 12 May 2026"; "" if there are none
	Nothing string // why there are no stories; "" if there are any
	Groups  []Group
	Table   *Table // what a map or a comparison shows, instead of groups
	Address string // of the view
}

// A Group is the stories under one heading.
type Group struct {
	Heading string
	Items   []Item
}

// An Item is a story of a briefing.
type Item struct {
	Headline   string
	URL        string // of the article, fit to be linked to, or ""
	Standfirst string
	Systems    string // as in "Devon; Dorset"
	Source     string // as in "HSJ, 11 December 2025"
}

// Brief makes a briefing of v.
func Brief(v View) Briefing {
	b := Briefing{
		Title:   oneLine(v.Title),
		Note:    oneLine(v.Note),
		Age:     age(v.Listings),
		Nothing: oneLine(v.Nothing),
		Table:   v.Table,
		Address: v.Address,
	}
	if v.Day != "" {
		b.Day = longDay(v.Day)
	}
	if v.Table == nil {
		b.Groups = groups(v)
	}
	return b
}

func item(s Story) Item {
	return Item{
		Headline:   oneLine(s.Headline),
		URL:        href(s.URL),
		Standfirst: oneLine(s.Standfirst),
		Systems:    strings.Join(s.Systems, "; "),
		Source:     publicationShort + ", " + longDay(s.Day),
	}
}

// linkText is what the link to the view says, and the address that it leads to; where the
// page has none of its own, the address is "" and the text holds what can be put behind
// that of another.
func (b Briefing) linkText() (text, address string) {
	if address = href(b.Address); address != "" {
		return "This view in " + explorer, address
	}
	if b.Address == "" || b.Address == "?" {
		return "From " + explorer, ""
	}
	return "This view in any " + explorer + ": " + b.Address, ""
}
