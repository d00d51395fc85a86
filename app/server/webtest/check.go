package webtest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// closes is the check that the answer is the last of its connection.
const closes = "closes"

// timeout is how long a server may take for one answer.
const timeout = 5 * time.Second

// Client runs cases, in order, against one server.
type Client struct {
	Addr string // host:port
	Site fs.FS  // what the server is to serve
	etag string // of the last answer
}

// Check sends the request of a case on a connection of its own and returns everything that is wrong with the answer,
// nil if nothing is.
func (c *Client) Check(test Case) []error {
	resp, body, err := c.send(test)
	if err != nil {
		return []error{fmt.Errorf("%s: %w", test.Pos, err)}
	}
	c.etag = resp.Header.Get("ETag")
	var wrong []error
	if got := strconv.Itoa(resp.StatusCode); !slices.Contains(test.statuses, got) {
		wrong = append(wrong, fmt.Errorf("%s: status %s, want %s", test.Pos, got, strings.Join(test.statuses, " or ")))
	}
	for _, check := range test.checks {
		if err := c.check(check, resp.Header, body); err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", test.Pos, err))
		}
	}
	return wrong
}

// send returns the answer with its header and its whole body.
func (c *Client) send(test Case) (*http.Response, []byte, error) {
	conn, err := net.DialTimeout("tcp", c.Addr, timeout)
	if err != nil {
		return nil, nil, err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(timeout))
	request := test.bytes(c.etag)
	if _, err := io.WriteString(conn, request); err != nil {
		return nil, nil, err
	}
	method, _, _ := strings.Cut(request, " ")
	reader := bufio.NewReader(conn)
	resp, err := http.ReadResponse(reader, &http.Request{Method: method})
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err == nil && slices.Contains(test.checks, closes) {
		if more, _ := io.ReadAll(reader); !resp.Close || len(more) > 0 {
			err = fmt.Errorf("the connection is kept, and goes on with %.40q", more)
		}
	}
	return resp, body, err
}

// check makes one of the checks that Case describes.
func (c *Client) check(check string, header http.Header, body []byte) error {
	if check == closes {
		return nil // see send
	}
	if name, ok := strings.CutPrefix(check, "!"); ok {
		if got := header.Get(name); got != "" {
			return fmt.Errorf("%s: %s, want none", name, got)
		}
		return nil
	}
	if file, ok := strings.CutPrefix(check, "body is "); ok {
		want, err := c.content(file)
		if err == nil && !bytes.Equal(body, want) {
			err = fmt.Errorf("body of %d bytes is not %s", len(body), file)
		}
		return err
	}
	if quoted, ok := strings.CutPrefix(check, "body has "); ok {
		want, err := strconv.Unquote(quoted)
		if err == nil && !bytes.Contains(body, []byte(want)) {
			err = fmt.Errorf("body %.200q has no %s", body, quoted)
		}
		return err
	}
	name, want, ok := strings.Cut(check, ": ")
	if !ok {
		return fmt.Errorf("no such check: %s", check)
	}
	got := strings.Join(header.Values(name), ", ")
	// A slash is no separator here, but path.Match would make it one.
	plain := strings.NewReplacer("/", "|", "[", `\[`)
	if ok, err := path.Match(plain.Replace(want), strings.ReplaceAll(got, "/", "|")); err != nil || !ok {
		return fmt.Errorf("%s: %s, want %s", name, got, want)
	}
	return nil
}

// content returns what `body is` names: a file such as app.wasm, some of its bytes such as app.wasm[0:10], or empty.
func (c *Client) content(file string) ([]byte, error) {
	if file == "empty" {
		return nil, nil
	}
	name, slice, _ := strings.Cut(strings.TrimSuffix(file, "]"), "[")
	content, err := fs.ReadFile(c.Site, name)
	if err != nil || slice == "" {
		return content, err
	}
	low, high := 0, len(content)
	if _, err := fmt.Sscanf(slice, "%d:%d", &low, &high); err != nil || low > high || high > len(content) {
		return nil, fmt.Errorf("%s: no such bytes", file)
	}
	return content[low:high], nil
}
