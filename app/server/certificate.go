package server

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
)

// suites are those of TLS 1.2 that authenticate what they encrypt. Go's own list still has some with CBC, which nothing
// needs that can run WebAssembly. The suites of TLS 1.3 are not for us to choose.
var suites = []uint16{
	tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
	tls.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
	tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, tls.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
}

// certificate is a pair of PEM files that may be renewed while the server runs.
type certificate struct {
	cert, key string
	logger    *slog.Logger

	mu     sync.Mutex
	pair   *tls.Certificate
	read   string // the state of the files from which pair was read
	failed string // the state in which the log last said that they could not be read
}

// newTLS returns a configuration for TLS 1.2 and later with the certificate of two files, which must be readable now.
func newTLS(cert, key string, logger *slog.Logger) (*tls.Config, error) {
	c := &certificate{cert: cert, key: key, logger: logger, read: stateOf(cert, key)}
	pair, err := readPair(cert, key)
	c.pair = &pair
	return &tls.Config{MinVersion: tls.VersionTLS12, CipherSuites: suites, GetCertificate: c.get}, err
}

// get returns the certificate as it is in the files now, or, when they do not make a pair, the last that did. Asking
// the file system at each handshake is cheap beside the handshake, and needs no watcher that could miss something.
// What could not be read is tried again at each handshake, because what was in the way (rights, a lack of descriptors)
// need not show in the state of the files; the log says so once for each state.
func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := stateOf(c.cert, c.key)
	if now == c.read {
		return c.pair, nil
	}
	pair, err := readPair(c.cert, c.key)
	switch {
	case err == nil:
		c.pair, c.read, c.failed = &pair, now, ""
	case now != c.failed:
		c.failed = now
		c.logger.Error("the certificate was not renewed, and will be tried again: " + err.Error())
	}
	return c.pair, nil
}

// readPair reads a certificate and its key, which must be files: to open a pipe is to wait for whoever may write to it.
func readPair(cert, key string) (tls.Certificate, error) {
	for _, name := range []string{cert, key} {
		if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
			return tls.Certificate{}, fmt.Errorf("%s is no file", name)
		}
	}
	return tls.LoadX509KeyPair(cert, key)
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
