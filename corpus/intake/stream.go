package intake

import (
	"errors"
	"strings"
)

// What parts elements, and what parts the fields of one, in the text that [DecodeElements]
// reads. No text of a story has these characters: whoever writes them leaves them out.
const (
	elementEnd = "\x1e"
	fieldEnd   = "\x1f"
)

// DecodeElements reads elements that were written as one text, as a page's script can hand
// them over at once: each is a letter, s for a start, e for an end or t for text, and its
// fields, parted by U+001F, and ends in U+001E. The fields of a start are its name and as many of href,
// datetime, alt, rel and term as there are; that of an end is its name. The name of an
// element of XML may stand behind its namespace in braces: "{http://purl.org/dc/elements/1.1/}creator".
func DecodeElements(stream string) ([]Element, error) {
	elements := make([]Element, 0, min(strings.Count(stream, elementEnd), maxElements+1))
	for stream != "" && len(elements) <= maxElements {
		var one string
		one, stream, _ = strings.Cut(stream, elementEnd)
		if one == "" {
			return nil, errors.New("an element has no kind")
		}
		kind, fields := one[0], one[1:]
		switch kind {
		case 't':
			elements = append(elements, Element{Kind: Text, Text: fields})
		case 'e':
			elements = append(elements, Element{Kind: End, Name: elementName(fields)})
		case 's':
			e := Element{Kind: Start}
			for _, field := range []*string{&e.Name, &e.Href, &e.Datetime, &e.Alt, &e.Rel, &e.Term} {
				*field, fields, _ = strings.Cut(fields, fieldEnd)
			}
			e.Name = elementName(e.Name)
			elements = append(elements, e)
		default:
			return nil, errors.New("an element has an unknown kind")
		}
	}
	return elements, nil
}

func elementName(name string) string {
	if space, local, ok := strings.Cut(strings.TrimPrefix(name, "{"), "}"); ok && strings.HasPrefix(name, "{") {
		return XMLName(space, local)
	}
	return strings.ToLower(name)
}

// prefixes are what names of other vocabularies have in feeds.
var prefixes = map[string]string{
	"http://purl.org/dc/elements/1.1/":         "dc:",
	"http://purl.org/rss/1.0/modules/content/": "content:",
	"http://search.yahoo.com/mrss/":            "media:",

	"":                            "",
	"http://www.w3.org/2005/Atom": "",
	"http://purl.org/rss/1.0/":    "",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#": "",
}

// XMLName is what [Element.Name] says of an element of XML in a namespace.
func XMLName(space, local string) string {
	if prefix, ok := prefixes[space]; ok {
		return prefix + strings.ToLower(local)
	}
	return "other:" + strings.ToLower(local)
}
