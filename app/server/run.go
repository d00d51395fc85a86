package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"
)

const (
	headerTimeout = 10 * time.Second // for the whole of a request's header, and for a TLS handshake
	readTimeout   = 15 * time.Second // for a request with its body
	idleTimeout   = 75 * time.Second // between two requests
	writeTimeout  = 30 * time.Second // for an answer, or longer if it is large, see slowest
	stopTimeout   = 10 * time.Second // for running answers, once asked to stop

	slowest   = 8 << 10  // bytes a second that a reader must take of a large answer
	maxHeader = 16 << 10 // bytes
	maxConns  = 16 << 10 // connections at a time, others wait

	// What HTTP/2 may hold in memory for a connection is bounded by these, by maxHeader and by maxBody.
	maxStreams = 32       // requests at a time; the page asks for a dozen files
	maxFrame   = 16 << 10 // bytes of a frame, either way: the least that a client may be held to
)

// Config says where and how to serve.
type Config struct {
	Addr      string       // host:port; port 0 picks a free one. Ignored if systemd passes a socket.
	Cert, Key string       // PEM files, for TLS; both or neither. Read again whenever they change.
	Log       slog.Handler // of requests and of the server's own faults; nil means faults alone, on stderr
}

// Run listens, prints the site's URL on a line of stdout, and serves h until ctx is done. It then stops accepting,
// gives running answers 10 seconds to finish, and returns nil. No answer waits for the log: lines that it does not take
// in time are dropped and counted in it.
func Run(ctx context.Context, cfg Config, h http.Handler, stdout, stderr io.Writer) (err error) {
	log := newLogQueue(cmp.Or[slog.Handler](cfg.Log, slog.NewTextHandler(stderr, nil)), queuedLines)
	defer log.close()
	logger := slog.New(log)
	if cfg.Log != nil {
		h = logged(h, logger)
	}
	srv, scheme := newServer(h, maxConns), "http"
	srv.ErrorLog = faultLog(logger)
	if cfg.Cert != "" || cfg.Key != "" {
		scheme = "https"
		if srv.TLSConfig, err = newTLS(cfg.Cert, cfg.Key, logger); err != nil {
			return err
		}
	}
	ln, err := listen(cfg.Addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s://%s/\n", scheme, hostOf(ln.Addr()))
	return serve(ctx, srv, listener{ln})
}

// newServer returns a server with its limits set.
func newServer(h http.Handler, conns int) *http.Server {
	slots := make(chan struct{}, conns)
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader - 4<<10, // net/http allows 4 KB more than it is told
		// WriteTimeout ends a stalled stream; WriteByteTimeout ends the connection below it.
		HTTP2: &http.HTTP2Config{
			MaxConcurrentStreams:          maxStreams,
			MaxReadFrameSize:              maxFrame,
			MaxReceiveBufferPerConnection: 64 << 10, // the least there is
			MaxReceiveBufferPerStream:     maxBody + 1,
			WriteByteTimeout:              writeTimeout,
		},
		DisableGeneralOptionsHandler: true,
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			return context.WithValue(ctx, connKey{}, c)
		},
		ConnState: func(_ net.Conn, state http.ConnState) {
			switch state {
			case http.StateNew:
				slots <- struct{}{} // net/http accepts no other connection before this returns
			case http.StateClosed:
				<-slots
			}
		},
	}
}

// serve serves until ctx is done or the listener fails. All connections are closed when it returns.
func serve(ctx context.Context, srv *http.Server, ln net.Listener) error {
	failed := make(chan error, 1)
	go func() {
		if srv.TLSConfig != nil {
			failed <- srv.ServeTLS(ln, "", "")
		} else {
			failed <- srv.Serve(ln)
		}
	}()
	select {
	case err := <-failed:
		return errors.Join(err, srv.Close())
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if srv.Shutdown(grace) != nil {
		srv.Close()
	}
	return nil
}
