package intake

import (
	"bytes"
	"errors"
	"io"
	"mime/quotedprintable"
	"strings"
)

const (
	maxPart  = maxBytes + 1 // bytes of a part; more than Read takes
	maxDepth = 8            // of parts within parts
	maxParts = 10_000
)

// OpenMessage returns the first page in a message (.mhtml, .eml) or, if there is none, its
// first text, as bytes in whatever encoding they are. Of a damaged part it returns what can
// be read.
func OpenMessage(data []byte) (content []byte, isPage bool, err error) {
	header, body := cutHeader(bytes.TrimLeft(data, "\r\n\t \ufeff"))
	if len(header) == 0 {
		return nil, false, errors.New("the message is damaged: it has no headers")
	}
	o := opener{left: maxParts}
	o.open(header, body, 0)
	switch {
	case o.page != nil:
		return o.page, true, nil
	case o.text != nil:
		return o.text, false, nil
	}
	return nil, false, errors.New("there is no page and no text in the message")
}

type opener struct {
	page, text []byte
	left       int // parts that may still be opened
}

// open keeps what a message, or a part of one, holds.
func (o *opener) open(header map[string]string, body []byte, depth int) {
	kind, boundary := mediaType(header["content-type"])
	if strings.HasPrefix(kind, "multipart/") && depth < maxDepth && boundary != "" {
		for rest := body; o.page == nil && o.left > 0; o.left-- {
			var part []byte
			if part, rest = cutPart(rest, boundary); part == nil {
				return
			}
			inner, content := cutHeader(part)
			o.open(inner, content, depth+1)
		}
		return
	}
	isPage := kind == "text/html" || kind == "application/xhtml+xml"
	if !isPage && (kind != "text/plain" || o.text != nil) {
		return
	}
	content := decoded(body, header["content-transfer-encoding"])
	switch {
	case len(bytes.TrimSpace(content)) == 0:
	case isPage:
		o.page = content
	default:
		o.text = content
	}
}

// cutHeader parts the headers of a message from what stands below them. Their names are in
// lower case; lines that go on with a header are joined to it, and the first of a name
// counts.
func cutHeader(data []byte) (header map[string]string, body []byte) {
	header = make(map[string]string)
	last := ""
	for len(data) > 0 {
		var line []byte
		line, data, _ = bytes.Cut(data, []byte("\n"))
		text := strings.TrimRight(string(line), "\r \t")
		if text == "" {
			break
		}
		if text[0] == ' ' || text[0] == '\t' {
			if last != "" {
				header[last] += " " + strings.TrimLeft(text, " \t")
			}
			continue
		}
		name, value, _ := strings.Cut(text, ":")
		last = strings.ToLower(strings.TrimSpace(name))
		if _, had := header[last]; had {
			last = ""
			continue
		}
		header[last] = strings.TrimSpace(value)
	}
	return header, data
}

// mediaType returns the type that a header names, text/plain if it names none, and the
// boundary between its parts.
func mediaType(header string) (kind, boundary string) {
	kind, params, _ := strings.Cut(header, ";")
	if kind = strings.ToLower(strings.TrimSpace(kind)); kind == "" {
		kind = "text/plain"
	}
	for param := range strings.SplitSeq(params, ";") {
		if name, value, _ := strings.Cut(param, "="); strings.EqualFold(strings.TrimSpace(name), "boundary") {
			boundary = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return kind, boundary
}

// cutPart returns the next part of a message, nil if there is none, and what follows it.
func cutPart(data []byte, boundary string) (part, rest []byte) {
	mark := []byte("--" + boundary)
	start := lineOf(data, mark)
	if start < 0 || bytes.HasPrefix(data[start+len(mark):], []byte("--")) {
		return nil, nil
	}
	_, data, found := bytes.Cut(data[start:], []byte("\n"))
	if !found {
		return nil, nil
	}
	end := lineOf(data, mark)
	if end < 0 {
		return data, nil // cut off
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(data[:end], []byte("\n")), []byte("\r")), data[end:]
}

// lineOf returns where a line begins with mark; -1 if none does.
func lineOf(data, mark []byte) int {
	for at := 0; ; {
		i := bytes.Index(data[at:], mark)
		if i < 0 {
			return -1
		}
		if at += i; at == 0 || data[at-1] == '\n' {
			return at
		}
		at += len(mark)
	}
}

// decoded undoes a transfer encoding, as far as it can be undone.
func decoded(body []byte, encoding string) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		content, _ := io.ReadAll(io.LimitReader(quotedprintable.NewReader(bytes.NewReader(body)), maxPart))
		return content
	case "base64":
		return fromBase64(body, maxPart)
	}
	return body[:min(len(body), maxPart)]
}
