package server_test

import (
	"bytes"
	"crypto/tls"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"icsexplorer/app/server"
)

// TestUnreadableCertificateIsTriedAgain covers what stands in the way of reading and then goes without a trace: the
// files have the same times and lengths when they can be read as when they could not.
func TestUnreadableCertificateIsTriedAgain(t *testing.T) {
	for _, test := range []struct {
		name   string
		block  func(t *testing.T, key string) (unblock func())
		report string
	}{
		{"no free descriptors", noDescriptors, "too many open files"},
		{"a key of the same length that is another's", func(t *testing.T, key string) func() {
			info, err := os.Stat(key)
			if err != nil {
				t.Fatal(err)
			}
			right, err := os.ReadFile(key)
			if err != nil {
				t.Fatal(err)
			}
			put := func(content []byte) {
				write(t, key, content)
				if err := os.Chtimes(key, info.ModTime(), info.ModTime()); err != nil {
					t.Fatal(err)
				}
			}
			put(bytes.Repeat([]byte("x"), len(right)))
			return func() { put(right) }
		}, "tls:"},
		{"a file that is gone", func(t *testing.T, key string) func() {
			if err := os.Rename(key, key+".away"); err != nil {
				t.Fatal(err)
			}
			return func() {
				if err := os.Rename(key+".away", key); err != nil {
					t.Fatal(err)
				}
			}
		}, "no such file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
			writePair(t, cert, key, 1)
			var log bytes.Buffer
			config, err := server.NewTLS(cert, key, slog.New(slog.NewTextHandler(&log, nil)))
			if err != nil {
				t.Fatal(err)
			}
			shows := func(want int64) {
				t.Helper()
				pair, err := config.GetCertificate(nil)
				if err != nil {
					t.Fatal(err)
				}
				if got := pair.Leaf.SerialNumber.Int64(); got != want {
					t.Errorf("serial number %d, want %d", got, want)
				}
			}
			writePair(t, cert, key, 22)
			unblock := test.block(t, key)
			for range 3 {
				shows(1)
			}
			unblock()
			shows(22)
			if strings.Count(log.String(), "\n") != 1 || !strings.Contains(log.String(), test.report) {
				t.Errorf("log %q, want one line with %q", &log, test.report)
			}
		})
	}
}

// noDescriptors takes every descriptor of this process until it is given back.
func noDescriptors(t *testing.T, _ string) (giveBack func()) {
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &before); err != nil {
		t.Fatal(err)
	}
	none := before
	none.Cur = 0
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &none); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &before); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSuitesWithCBCAreRefused(t *testing.T) {
	u, _, _ := startTLS(t, io.Discard)
	for suite, want := range map[uint16]bool{
		tls.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA:          false,
		tls.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA:          false,
		tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256:       true,
		tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256: true,
	} {
		conn, err := tls.Dial("tcp", u.Host, &tls.Config{
			InsecureSkipVerify: true, MaxVersion: tls.VersionTLS12, CipherSuites: []uint16{suite}})
		if err == nil {
			conn.Close()
		}
		if got := err == nil; got != want {
			t.Errorf("%s: accepted %t, want %t (%v)", tls.CipherSuiteName(suite), got, want, err)
		}
	}
}

// A pipe that nobody writes to would keep the server from starting, and later every handshake waiting.
func TestAPipeIsNoCertificate(t *testing.T) {
	dir := t.TempDir()
	cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	writePair(t, cert, key, 1)
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, pair := range [][2]string{{pipe, key}, {cert, pipe}} {
		if _, err := server.NewTLS(pair[0], pair[1], slog.New(slog.DiscardHandler)); err == nil || err.Error() != pipe+" is no file" {
			t.Errorf("%v: %v", pair, err)
		}
	}
}
