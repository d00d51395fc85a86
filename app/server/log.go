package server

import (
	"bytes"
	"cmp"
	"log"
	"log/slog"
	"net/http"
	"time"
)

// logged writes a line for each answer. A line holds nothing that a reader typed: no query, no header, and of paths
// and methods only those that the site knows, "-" for all others.
func logged(h http.Handler, logger *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		m := &meter{ResponseWriter: w, status: http.StatusOK}
		h.ServeHTTP(m, r)
		method := r.Method
		if method != http.MethodGet && method != http.MethodHead {
			method = "-"
		}
		logger.LogAttrs(r.Context(), slog.LevelInfo, "answer",
			slog.String("method", method), slog.String("path", cmp.Or(r.Pattern, "-")), slog.Int("status", m.status),
			slog.Int("bytes", m.bytes), slog.Int64("microseconds", time.Since(start).Microseconds()))
	})
}

// meter is a response writer that remembers the status and the length of the body.
type meter struct {
	http.ResponseWriter
	status, bytes int
}

func (m *meter) WriteHeader(status int) {
	m.status = status
	m.ResponseWriter.WriteHeader(status)
}

func (m *meter) Write(p []byte) (int, error) {
	n, err := m.ResponseWriter.Write(p)
	m.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the deadlines of the connection.
func (m *meter) Unwrap() http.ResponseWriter { return m.ResponseWriter }

// faults is where net/http reports what went wrong. Only what is our own fault is kept: the other lines quote whoever
// caused them, and come with the address.
type faults struct{ logger *slog.Logger }

// faultLog is a log for net/http, whose faults go to logger.
func faultLog(logger *slog.Logger) *log.Logger { return log.New(faults{logger}, "", 0) }

func (f faults) Write(line []byte) (int, error) {
	if bytes.HasPrefix(line, []byte("http: Accept error")) || bytes.Contains(line, []byte("panic serving")) {
		f.logger.Error(string(bytes.TrimSpace(line)))
	}
	return len(line), nil
}
