package browsertest

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"
)

// Host is a server on a port of its own that can be stopped, which takes the
// network away for real, started again at the same address, and given something
// else to serve.
type Host struct {
	addr string

	mu      sync.Mutex
	handler http.Handler
	server  *http.Server
}

// NewHost starts serving h on a port of this machine that no host had before.
func NewHost(h http.Handler) (*Host, error) {
	listener, err := ListenAnew()
	if err != nil {
		return nil, err
	}
	host := &Host{addr: listener.Addr().String(), handler: h}
	host.serve(listener)
	return host, nil
}

var (
	usedMu sync.Mutex
	used   = make(map[string]bool) // addresses that ListenAnew has given out
)

// ListenAnew listens on a free port of this machine that it has never given out
// before. The system hands ports out again, and a browser keeps what it has stored
// of an address: the next host there would not be the first.
func ListenAnew() (net.Listener, error) {
	usedMu.Lock()
	defer usedMu.Unlock()
	for {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		addr := listener.Addr().String()
		if !used[addr] {
			used[addr] = true
			return listener, nil
		}
		defer listener.Close() // kept until then, lest it be handed out again
	}
}

// URL is the address of the host with a slash behind it.
func (h *Host) URL() string { return "http://" + h.addr + "/" }

// Serve changes what is served, from the next request on.
func (h *Host) Serve(handler http.Handler) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.handler = handler
}

// Start starts listening, at the same address as before.
func (h *Host) Start() error {
	listener, err := net.Listen("tcp", h.addr)
	if err != nil {
		return err
	}
	h.serve(listener)
	return nil
}

func (h *Host) serve(listener net.Listener) {
	h.server = &http.Server{ReadHeaderTimeout: 10 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		handler := h.handler
		h.mu.Unlock()
		handler.ServeHTTP(w, r)
	})}
	go h.server.Serve(listener)
}

// Stop closes the port and every connection.
func (h *Host) Stop() error {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := h.server.Shutdown(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return h.server.Close()
}
