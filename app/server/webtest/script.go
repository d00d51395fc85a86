package webtest

import (
	"fmt"
	"strconv"
	"strings"
)

// Case is one request and what must come back. In a script, cases are paragraphs:
//
//	# a range of an encoded file
//	GET /app.wasm
//	Accept-Encoding: br
//	Range: bytes=0-9
//	If-Range: {ETag}
//	=> 206
//	Content-Range: bytes 0-9/*
//	!Last-Modified
//	body is app.wasm.br[0:10]
//
// The # line names the case. The request follows: a method and an address, then headers; the version, a Host and
// Connection: close are added. Or it is spelt out as Go strings after the word raw. {ETag} stands for the ETag of the
// case before. After => comes the status, or several with | between them, then checks of the answer: a header and its
// value, in which * matches anything; after ! a header that must be absent; `body is` a file of the site or some bytes
// of it; `body has` some text, in Go quotes; `body is empty`;
// `closes`, after which the connection must carry no other answer.
type Case struct {
	Name string
	Pos  string // file:line

	raw      string   // the request as it was spelt out
	request  []string // or its lines
	statuses []string
	checks   []string
}

// Parse reads a script. The error names the file and the line of the case that is wrong.
func Parse(file, text string) ([]Case, error) {
	var cases []Case
	line := 1
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		c := Case{Pos: fmt.Sprintf("%s:%d", file, line)}
		line += strings.Count(paragraph, "\n") + 2
		for s := range strings.SplitSeq(strings.Trim(paragraph, "\n"), "\n") {
			status, isStatus := strings.CutPrefix(s, "=> ")
			quoted, isRaw := strings.CutPrefix(s, "raw ")
			name, isName := strings.CutPrefix(s, "# ")
			switch {
			case isName:
				c.Name = name
			case isStatus:
				c.statuses = strings.Split(status, "|")
			case c.statuses != nil:
				c.checks = append(c.checks, s)
			case isRaw:
				text, err := strconv.Unquote(quoted)
				if err != nil {
					return nil, fmt.Errorf("%s: %s is not a Go string", c.Pos, quoted)
				}
				c.raw += text
			default:
				c.request = append(c.request, s)
			}
		}
		if c.Name == "" || c.statuses == nil || (c.raw == "") == (c.request == nil) {
			return nil, fmt.Errorf("%s: a case has a name, a request and a status", c.Pos)
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// bytes returns the request as it is sent.
func (c Case) bytes(etag string) string {
	if c.raw != "" {
		return c.raw
	}
	lines := append([]string{c.request[0] + " HTTP/1.1", "Host: localhost", "Connection: close"}, c.request[1:]...)
	return strings.ReplaceAll(strings.Join(lines, "\r\n"), "{ETag}", etag) + "\r\n\r\n"
}
