package server

import (
	"context"
	"net"
	"net/http"
)

// maxHeld is the size up to which an answer's body is held back for its header.
const maxHeld = 8 << 10

// conn is a TCP connection that can hold back what is written to it. net/http writes an answer of more than 4 KB in two
// pieces; to send the page in one saves a fifth of the time that it costs the server, and the reader a wake-up.
type conn struct {
	*net.TCPConn
	holding bool
	held    []byte
}

func (c *conn) Write(p []byte) (int, error) {
	if !c.holding {
		return c.TCPConn.Write(p)
	}
	c.held = append(c.held, p...)
	return len(p), nil
}

// connKey is the context key of a request's *conn. There is none with TLS, which frames what it sends by itself.
type connKey struct{}

// withConn is a http.Server's ConnContext.
func withConn(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, connKey{}, c)
}

// writeBody sends the header and body of an answer, in one piece if that is worthwhile.
func writeBody(w http.ResponseWriter, r *http.Request, body []byte) {
	c, ok := r.Context().Value(connKey{}).(*conn)
	if !ok || len(body) > maxHeld {
		w.Write(body)
		return
	}
	c.holding = true
	w.Write(body)
	http.NewResponseController(w).Flush()
	c.holding = false
	if _, err := c.TCPConn.Write(c.held); err != nil {
		c.Close() // net/http believes that all was sent, and would take the next request
	}
	c.held = c.held[:0]
}
