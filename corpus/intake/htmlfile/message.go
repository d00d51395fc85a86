package htmlfile

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// A part is the page, or the text, within a message.
type part struct {
	data []byte
	html bool
}

const (
	maxPart  = 32<<20 + 1 // bytes of a part; more than package intake takes
	maxDepth = 8          // of parts within parts
	maxParts = 10_000
)

var errNoPage = errors.New("there is no page and no text in the message")

// openMessage returns the first page in a message or, if there is none, its first text.
func openMessage(data []byte) (part, error) {
	r := bufio.NewReader(bytes.NewReader(bytes.TrimLeft(data, "\r\n\t \ufeff")))
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil && len(header) == 0 {
		return part{}, errors.New("the message is damaged: it has no headers")
	}
	o := opener{left: maxParts}
	o.open(header, r, 0)
	switch {
	case o.page.data != nil:
		return o.page, nil
	case o.text.data != nil:
		return o.text, nil
	}
	return part{}, errNoPage
}

type opener struct {
	page, text part
	left       int // parts that may still be opened
}

func (o *opener) open(header textproto.MIMEHeader, body io.Reader, depth int) {
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && depth < maxDepth && params["boundary"] != "" {
		parts := multipart.NewReader(body, params["boundary"])
		for o.page.data == nil && o.left > 0 {
			o.left--
			p, err := parts.NextRawPart()
			if err != nil {
				return
			}
			o.open(p.Header, p, depth+1)
		}
		return
	}
	isPage := kind == "text/html" || kind == "application/xhtml+xml"
	if !isPage && (kind != "text/plain" || o.text.data != nil) {
		return
	}
	switch strings.ToLower(strings.TrimSpace(header.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, _ := io.ReadAll(io.LimitReader(body, maxPart)) // of a damaged part, what can be read
	if len(bytes.TrimSpace(data)) == 0 {
		return
	}
	if isPage {
		o.page = part{data, true}
	} else {
		o.text = part{data: data}
	}
}
