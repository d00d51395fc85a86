package browser

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

// NewHost starts serving h on a free port of this machine.
func NewHost(h http.Handler) (*Host, error) {
	host := &Host{addr: "127.0.0.1:0", handler: h}
	return host, host.Start()
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
	h.addr = listener.Addr().String()
	h.server = &http.Server{ReadHeaderTimeout: 10 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		handler := h.handler
		h.mu.Unlock()
		handler.ServeHTTP(w, r)
	})}
	go h.server.Serve(listener)
	return nil
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
