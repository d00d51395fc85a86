package server

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
)

// certificate is a pair of PEM files that may be renewed while the server runs.
type certificate struct {
	cert, key string
	logger    *slog.Logger

	mu   sync.Mutex
	pair *tls.Certificate
	seen string // the state of the files when they were last read
}

// newTLS returns a configuration for TLS 1.2 and later with the certificate of two files, which must be readable now.
func newTLS(cert, key string, logger *slog.Logger) (*tls.Config, error) {
	c := &certificate{cert: cert, key: key, logger: logger, seen: stateOf(cert, key)}
	pair, err := tls.LoadX509KeyPair(cert, key)
	c.pair = &pair
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: c.get}, err
}

// get returns the certificate as it is in the files now, or, when they do not make a pair, the last that did. Asking
// the file system at each handshake is cheap beside the handshake, and needs no watcher that could miss something.
func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := stateOf(c.cert, c.key); now != c.seen {
		c.seen = now
		if pair, err := tls.LoadX509KeyPair(c.cert, c.key); err != nil {
			c.logger.Error("the certificate was not renewed: " + err.Error())
		} else {
			c.pair = &pair
		}
	}
	return c.pair, nil
}

// stateOf returns a text that differs whenever one of the files has been written.
func stateOf(names ...string) (state string) {
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return err.Error()
		}
		state += fmt.Sprintln(info.ModTime().UnixNano(), info.Size())
	}
	return state
}
