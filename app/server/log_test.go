package server

import (
	"bytes"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
)

// failing is a listener that cannot accept a first time, and then has no more connections.
type failing struct {
	net.Listener
	errs chan error
}

func (f failing) Accept() (net.Conn, error) { return nil, <-f.errs }

func TestOwnFaultsAreLogged(t *testing.T) {
	var lines bytes.Buffer
	faultLog := faultLog(slog.New(slog.NewTextHandler(&lines, nil)))
	t.Run("a panic", func(t *testing.T) {
		lines.Reset()
		srv := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a fault") }))
		srv.Config.ErrorLog = faultLog
		srv.Start()
		http.Get(srv.URL)
		srv.Close()
		if !strings.Contains(lines.String(), "a fault") {
			t.Errorf("log: %q", &lines)
		}
	})
	t.Run("no more files", func(t *testing.T) {
		lines.Reset()
		errs := make(chan error, 2)
		errs <- syscall.EMFILE
		errs <- net.ErrClosed
		srv := &http.Server{ErrorLog: faultLog}
		srv.Serve(failing{Listener: &net.TCPListener{}, errs: errs})
		if !strings.Contains(lines.String(), "too many open files") {
			t.Errorf("log: %q", &lines)
		}
	})
}
