package intake

// A Kind is what an Element is.
type Kind uint8

const (
	Start Kind = iota // of an element
	End               // of an element; those without an end tag, such as img, need none
	Text
)

// An Element is one step through a parsed document, in the order of the text: a tag that
// opens, a tag that closes, or text between them. The browser's DOMParser or
// golang.org/x/net/html makes them; of attributes only these are looked at, and "" is the
// same as none. Comments are left out; CDATA is text.
type Element struct {
	Kind     Kind
	Name     string // of a tag, in lower case, with its prefix if it has one: "h3", "dc:creator"
	Text     string // of a Text, entities resolved
	Href     string // as it stands in the document; relative ones are resolved by base or link rel=canonical
	Datetime string
	Alt      string
	Rel      string // of link
	Term     string // of Atom's category
}

// A Markup is a kind of document that the caller parses.
type Markup string

const (
	NoMarkup Markup = ""
	HTML     Markup = "text/html"
	XML      Markup = "text/xml"          // a feed
	MHTML    Markup = "multipart/related" // a message with a page in it
)
