package intake

// An Element is a piece of a document: the beginning or the end of an element, or a text. A
// document comes as a flat sequence of them, in its order, so that no parser is needed here.
//
// The page makes them of what the browser's DOMParser returns, which runs nothing and fetches
// nothing; the command of what golang.org/x/net/html and encoding/xml return. Elements without
// an end, such as img and br, begin only.
type Element struct {
	Tag  string // lower case, without a namespace's prefix; "" of a text
	End  bool
	Text string // of a text; CDATA is one
	// Attributes of a beginning, "" where there are none.
	Href     string // also src of no kind: pictures are not fetched
	DateTime string
	Alt      string
	Class    string
}
