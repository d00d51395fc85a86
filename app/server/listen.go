package server

import (
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
)

// listen listens on addr, or takes the one socket that systemd has opened for this process, see sd_listen_fds(3).
func listen(addr string) (net.Listener, error) {
	if os.Getenv("LISTEN_PID") != strconv.Itoa(os.Getpid()) {
		// Where there is no /etc/hosts, nobody else knows what localhost is.
		if port, ok := strings.CutPrefix(addr, "localhost:"); ok {
			addr = "127.0.0.1:" + port
		}
		return net.Listen("tcp", addr)
	}
	if n := os.Getenv("LISTEN_FDS"); n != "1" {
		return nil, fmt.Errorf("systemd passed %s sockets, want 1", n)
	}
	f := os.NewFile(3, "systemd's socket")
	defer f.Close()
	return net.FileListener(f)
}

// hostOf returns the host and port under which this machine reaches a listener's address.
func hostOf(addr net.Addr) string {
	host, port, _ := net.SplitHostPort(addr.String())
	switch host {
	case "127.0.0.1", "::1", "0.0.0.0", "::":
		return "localhost:" + port
	}
	return addr.String()
}

// listener makes a conn of each TCP connection.
type listener struct{ net.Listener }

func (l listener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		c = &conn{TCPConn: tcp}
	}
	return c, err
}

// buffer is the size of net/http's buffer of a connection.
const buffer = 4 << 10

// conn is a TCP connection that can send two pieces in one. net/http fills its buffer with the header of an answer and
// the start of the body, sends that, and then the rest. To send the page in one piece saves a fifth of the time that it
// costs the server, and the reader a wake-up.
type conn struct {
	*net.TCPConn
	hold bool   // the next piece, because another one is sure to follow
	held []byte // that piece
}

// connKey is the context key of a request's *conn. There is none with TLS, which frames what it sends by itself.
type connKey struct{}

func (c *conn) Write(p []byte) (int, error) {
	if !c.hold && len(c.held) == 0 {
		return c.TCPConn.Write(p)
	}
	c.held = append(c.held, p...)
	if c.hold {
		c.hold = false
		return len(p), nil
	}
	_, err := c.TCPConn.Write(c.held)
	c.held = c.held[:0]
	return len(p), err
}
