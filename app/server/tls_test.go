package server_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"icsexplorer/app/server"
)

// writePair writes a certificate for localhost with a serial number, and its key, to two files.
func writePair(t *testing.T, cert, key string, serial int64) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial),
		DNSNames:     []string{"localhost"},
		NotAfter:     time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write(t, cert, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	write(t, key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: pkcs8}))
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// startTLS runs a server of the small site with a new certificate, whose serial number is 1.
func startTLS(t *testing.T, stderr io.Writer) (u *url.URL, cert, key string) {
	t.Helper()
	dir := t.TempDir()
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	writePair(t, cert, key, 1)
	_, handler := newSite(t)
	return start(t, server.Config{Addr: "localhost:0", Cert: cert, Key: key}, handler, stderr), cert, key
}

// serial returns the serial number of the certificate that a server shows.
func serial(t *testing.T, u *url.URL) int64 {
	t.Helper()
	conn, err := tls.Dial("tcp", u.Host, &tls.Config{InsecureSkipVerify: true})
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	return conn.ConnectionState().PeerCertificates[0].SerialNumber.Int64()
}

func TestHTTP2(t *testing.T) {
	u, _, _ := startTLS(t, io.Discard)
	if u.Scheme != "https" {
		t.Errorf("the address printed is %s", u)
	}
	site, _ := newSite(t)
	transport := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, ForceAttemptHTTP2: true}
	defer transport.CloseIdleConnections()
	for _, test := range []struct {
		name, method, address, ranged string
		status                        int
		body                          []byte
	}{
		{"the page", "GET", "/", "", 200, site["index.html.br"].Data},
		{"a range", "GET", "/", "bytes=3-5", 206, site["index.html.br"].Data[3:6]},
		{"HEAD", "HEAD", "/", "", 200, nil},
		{"an unknown address", "GET", "/nothing", "", 404, site["404.html.br"].Data},
		{"an escaped path", "GET", "/%69ndex.html", "", 404, site["404.html.br"].Data},
		{"a path with two slashes", "GET", "//index.html", "", 404, site["404.html.br"].Data},
		{"POST", "POST", "/", "", 405, []byte("Method Not Allowed\n")},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := http.NewRequest(test.method, strings.TrimSuffix(u.String(), "/")+test.address, nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Accept-Encoding", "br")
			if test.ranged != "" {
				r.Header.Set("Range", test.ranged)
			}
			resp, err := transport.RoundTrip(r)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			body, err := io.ReadAll(resp.Body)
			if err != nil {
				t.Fatal(err)
			}
			if resp.ProtoMajor != 2 {
				t.Errorf("spoke %s, want HTTP/2", resp.Proto)
			}
			if resp.StatusCode != test.status || !bytes.Equal(body, test.body) {
				t.Errorf("got %d %q, want %d %q", resp.StatusCode, body, test.status, test.body)
			}
			if got := resp.Header.Get("Strict-Transport-Security"); got == "" {
				t.Error("no Strict-Transport-Security over TLS")
			}
		})
	}
}

func TestOldTLSIsRefused(t *testing.T) {
	var stderr bytes.Buffer
	t.Run("shake hands", func(t *testing.T) {
		u, _, _ := startTLS(t, &stderr)
		for version, want := range map[uint16]bool{tls.VersionTLS11: false, tls.VersionTLS12: true, tls.VersionTLS13: true} {
			conn, err := tls.Dial("tcp", u.Host, &tls.Config{
				InsecureSkipVerify: true, MinVersion: version, MaxVersion: version})
			if err == nil {
				conn.Close()
			}
			if got := err == nil; got != want {
				t.Errorf("%s: accepted %t, want %t (%v)", tls.VersionName(version), got, want, err)
			}
		}
	})
	if stderr.Len() > 0 {
		t.Errorf("a failed handshake is logged: %s", &stderr)
	}
}

// Package net/http reports a bad greeting of HTTP/2 with what it was.
func TestBadGreetingIsNotLogged(t *testing.T) {
	var stderr bytes.Buffer
	t.Run("greet", func(t *testing.T) {
		u, _, _ := startTLS(t, &stderr)
		conn, err := tls.Dial("tcp", u.Host, &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2"}})
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		io.WriteString(conn, "GET /secret HTTP/1.1\r\nHost: localhost\r\n\r\n")
		io.Copy(io.Discard, conn)
	})
	if stderr.Len() > 0 {
		t.Errorf("the log repeats what was typed: %s", &stderr)
	}
}

func TestCertificateIsRenewed(t *testing.T) {
	stderr, log := io.Pipe()
	u, cert, key := startTLS(t, log)
	if got := serial(t, u); got != 1 {
		t.Fatalf("serial number %d at first, want 1", got)
	}
	writePair(t, cert, key, 22)
	if got := serial(t, u); got != 22 {
		t.Errorf("serial number %d after the renewal, want 22", got)
	}

	write(t, cert, []byte("half a certif"))
	line := make(chan string)
	go func() {
		buf := make([]byte, 1000)
		n, _ := stderr.Read(buf)
		line <- string(buf[:n])
	}()
	if got := serial(t, u); got != 22 {
		t.Errorf("serial number %d while the file is broken, want 22 still", got)
	}
	if got := <-line; !strings.Contains(got, "not renewed") {
		t.Errorf("log %q, want why the certificate was not renewed", got)
	}
	// Nobody reads the log any more, which stops nothing.
	if got := serial(t, u); got != 22 {
		t.Errorf("serial number %d, want 22", got)
	}

	writePair(t, cert, key, 333)
	if got := serial(t, u); got != 333 {
		t.Errorf("serial number %d after the repair, want 333", got)
	}
}

func TestCertificateErrors(t *testing.T) {
	_, handler := newSite(t)
	dir := t.TempDir()
	cert, key, other := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem"), filepath.Join(dir, "other.pem")
	writePair(t, other, key, 1)
	writePair(t, cert, key, 2)
	for _, test := range []struct{ name, cert, key, want string }{
		{"a certificate alone", cert, "", "no such file"},
		{"a key alone", "", key, "no such file"},
		{"no such file", cert, dir + "/none.pem", "none.pem"},
		{"another's key", other, key, "does not match"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cfg := server.Config{Addr: "localhost:0", Cert: test.cert, Key: test.key}
			err := server.Run(t.Context(), cfg, handler, io.Discard, io.Discard)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one about %q", err, test.want)
			}
		})
	}
}
