package server

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"
)

// listen listens on addr, or takes the one socket that systemd has opened for this process, see sd_listen_fds(3).
func listen(addr string) (net.Listener, error) {
	if os.Getenv("LISTEN_PID") == strconv.Itoa(os.Getpid()) {
		if n := os.Getenv("LISTEN_FDS"); n != "1" {
			return nil, fmt.Errorf("systemd passed %s sockets, want 1", n)
		}
		f := os.NewFile(3, "systemd's socket")
		defer f.Close()
		return net.FileListener(f)
	}
	ln, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("address %s is in use", addr)
	}
	return ln, err
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

// gate is a listener that accepts only while there are free slots.
type gate struct {
	net.Listener
	slots chan struct{}
}

func (g gate) Accept() (net.Conn, error) {
	g.slots <- struct{}{}
	c, err := g.Listener.Accept()
	if err != nil {
		<-g.slots
	}
	if tcp, ok := c.(*net.TCPConn); ok {
		c = &conn{TCPConn: tcp}
	}
	return c, err
}

// limit bounds the connections that srv has open at a time; 0 means 16,384. A slot is freed when srv reports its
// connection closed.
func limit(srv *http.Server, ln net.Listener, conns uint) net.Listener {
	g := gate{ln, make(chan struct{}, cmp.Or(conns, 16384))}
	srv.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateClosed {
			<-g.slots
		}
	}
	return g
}
