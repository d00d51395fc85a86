// Package document parses what package intake takes as elements: HTML, RSS and Atom, and the
// web archives that browsers save. It is for programs that do not run in a browser, which has
// parsers of its own.
package document

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html"

	"icsexplorer/corpus/intake"
)

// Open returns data as a source: with elements if it is HTML, XML or a web archive (.mhtml),
// else as text. Nothing that a document refers to is opened.
func Open(name string, data []byte) intake.Source {
	src := intake.Source{Name: name, Data: data}
	start := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\uFEFF")))
	lower := strings.ToLower(string(start))
	switch {
	case len(data) > intake.MaxBytes:
	case isArchive(start):
		if page := pageOf(data); page != nil {
			src.Elements = ofHTML(page)
		}
	case strings.HasPrefix(lower, "<?xml") && !strings.Contains(lower, "<html"), strings.HasPrefix(lower, "<rss"), strings.HasPrefix(lower, "<feed"):
		src.Elements = ofXML(data)
	case isPage(lower):
		src.Elements = ofHTML(data)
	}
	return src
}

// isPage reports whether text begins as HTML does.
func isPage(text string) bool {
	if !strings.HasPrefix(text, "<") || strings.HasPrefix(text, "<http") {
		return false
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<div", "<ul", "<ol", "<p", "<h1", "<h2", "<h3", "<main", "<section", "<article", "<table", "<meta", "<!--", "<span", "<a ", "<li"} {
		if strings.HasPrefix(text, tag) {
			return true
		}
	}
	return false
}

// mostElements bounds what a document may come to: a page of stories has a few thousand.
const mostElements = 1 << 20

// ofHTML parses HTML as a browser does, from the tokens alone: nesting without end costs
// nothing.
func ofHTML(data []byte) []intake.Element {
	z := html.NewTokenizer(bytes.NewReader(data))
	z.SetMaxBuf(intake.MaxBytes)
	all := []intake.Element{}
	for len(all) < mostElements {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return all
		case html.TextToken:
			all = append(all, intake.Element{Text: string(z.Text())})
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			t := z.Token()
			e := intake.Element{Tag: t.Data, End: kind == html.EndTagToken}
			for _, a := range t.Attr {
				set(&e, a.Key, a.Val)
			}
			all = append(all, e)
		}
	}
	return all
}

func set(e *intake.Element, key, value string) {
	switch key {
	case "href":
		e.Href = value
	case "datetime":
		e.DateTime = value
	case "alt":
		e.Alt = value
	case "class":
		e.Class = value
	}
}

// ofXML parses a feed as far as it is well formed; of what is not, the elements before stand.
func ofXML(data []byte) []intake.Element {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) { return r, nil }
	all := []intake.Element{}
	for len(all) < mostElements {
		t, err := d.RawToken()
		if err != nil {
			return all
		}
		switch t := t.(type) {
		case xml.StartElement:
			e := intake.Element{Tag: strings.ToLower(t.Name.Local)}
			for _, a := range t.Attr {
				set(&e, strings.ToLower(a.Name.Local), a.Value)
			}
			all = append(all, e)
		case xml.EndElement:
			all = append(all, intake.Element{Tag: strings.ToLower(t.Name.Local), End: true})
		case xml.CharData:
			all = append(all, intake.Element{Text: string(t)})
		}
	}
	return all
}

// isArchive reports whether a file begins as a message with parts does.
func isArchive(start []byte) bool {
	head, _, _ := bytes.Cut(start, []byte("\n\n"))
	lower := bytes.ToLower(head)
	return bytes.Contains(lower, []byte("mime-version:")) || bytes.HasPrefix(lower, []byte("from: <saved by"))
}

// pageOf returns the page that a web archive holds: its first part of HTML.
func pageOf(data []byte) []byte {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return pageIn(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0)
}

// deepest is how far parts may be nested.
const deepest = 5

func pageIn(kind, encoding string, body io.Reader, depth int) []byte {
	media, params, err := mime.ParseMediaType(kind)
	switch {
	case err != nil || depth > deepest:
		return nil
	case media == "text/html":
		text, _ := io.ReadAll(io.LimitReader(unpacked(encoding, body), intake.MaxBytes))
		return text
	case !strings.HasPrefix(media, "multipart/"):
		return nil
	}
	parts := multipart.NewReader(body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return nil
		}
		if page := pageIn(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, depth+1); page != nil {
			return page
		}
	}
}

func unpacked(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
