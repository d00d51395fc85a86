// Package htmlfile makes the elements that package intake reads from files: a saved page,
// a page within a message (.mhtml, .mht, .eml), a feed. The page in the browser has its own parser.
package htmlfile

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"icsexplorer/corpus/intake"
)

// maxElements is one more than package intake takes.
const maxElements = 1_000_001

// Source returns a file as a source, parsed if it is a document. The error says what is
// wrong with the document.
func Source(name string, data []byte) (intake.Source, error) {
	src := intake.Source{Name: name, Data: data}
	var err error
	switch intake.MarkupOf(data) {
	case intake.HTML:
		src.Elements, err = parseHTML(data)
	case intake.XML:
		src.Elements, err = parseXML(data)
	case intake.MHTML:
		var isPage bool
		if src.Data, isPage, err = intake.OpenMessage(data); err == nil && isPage {
			src.Elements, err = parseHTML(src.Data)
		}
	}
	if len(src.Elements) > 0 {
		src.Data = nil
	}
	return src, err
}

// parseHTML reads tags as they stand, without making a tree of them, so that no depth of
// nesting matters. What is valid UTF-8 is that, whatever the page says of its encoding.
func parseHTML(data []byte) ([]intake.Element, error) {
	text, _, err := intake.DecodeText(data)
	if err != nil {
		return nil, err
	}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(8 << 20)
	var elements []intake.Element
	for len(elements) < maxElements {
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), io.EOF) {
				return elements, nil
			}
			return nil, fmt.Errorf("the page cannot be read: %w", z.Err())
		case html.TextToken:
			elements = append(elements, intake.Element{Kind: intake.Text, Text: string(z.Text())})
		case html.StartTagToken, html.SelfClosingTagToken:
			elements = append(elements, start(z))
		case html.EndTagToken:
			name, _ := z.TagName()
			elements = append(elements, intake.Element{Kind: intake.End, Name: string(name)})
		}
	}
	return elements, nil
}

func start(z *html.Tokenizer) intake.Element {
	name, more := z.TagName()
	e := intake.Element{Kind: intake.Start, Name: string(name)}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		set(&e, string(key), string(value))
	}
	return e
}

func set(e *intake.Element, key, value string) {
	switch key {
	case "href":
		e.Href = value
	case "datetime":
		e.Datetime = value
	case "alt":
		e.Alt = value
	case "rel":
		e.Rel = value
	case "term":
		e.Term = value
	}
}

// parseXML reads a feed. What a declaration of entities would expand is left out.
func parseXML(data []byte) ([]intake.Element, error) {
	text, _, err := intake.DecodeText(data)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, decoded io.Reader) (io.Reader, error) { return decoded, nil }
	var elements []intake.Element
	for len(elements) < maxElements {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the feed is damaged: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			e := intake.Element{Kind: intake.Start, Name: intake.XMLName(t.Name.Space, t.Name.Local)}
			for _, a := range t.Attr {
				set(&e, a.Name.Local, a.Value)
			}
			elements = append(elements, e)
		case xml.EndElement:
			elements = append(elements, intake.Element{Kind: intake.End, Name: intake.XMLName(t.Name.Space, t.Name.Local)})
		case xml.CharData:
			elements = append(elements, intake.Element{Kind: intake.Text, Text: string(t)})
		}
	}
	return elements, nil
}
