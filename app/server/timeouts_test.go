package server

import (
	"bufio"
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"
)

// These tests run on synctest's clock and on pipes instead of sockets, so that the real time-outs take no time.

// pipes is a listener whose connections are pipes.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
}

func (p pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p pipes) Close() error   { close(p.closed); return nil }
func (p pipes) Addr() net.Addr { return &net.TCPAddr{} }

// dial returns the reader's end of a new connection.
func (p pipes) dial() net.Conn {
	ours, theirs := net.Pipe()
	p.conns <- theirs
	return ours
}

// bigFile takes longer to send than writeTimeout allows a small answer.
const bigFile = 1 << 20

// onFakeClock runs body against a server of a small site, with TLS unless secure is nil. The server is asked to stop when body calls stop, and must
// have stopped, with every goroutine gone, for the test to end.
func onFakeClock(t *testing.T, conns int, secure *tls.Config, body func(t *testing.T, p pipes, stop func())) {
	site := fstest.MapFS{
		"index.html":   {Data: []byte("the page")},
		"version.json": {Data: []byte("{}")},
		"big.txt":      {Data: make([]byte, bigFile)},
	}
	handler, err := NewHandler(site)
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		p := pipes{make(chan net.Conn), make(chan struct{})}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		stopped := make(chan error)
		go func() {
			srv := newServer(handler, conns)
			srv.TLSConfig = secure
			stopped <- serve(ctx, srv, p)
		}()
		body(t, p, cancel)
		cancel()
		if err := <-stopped; err != nil {
			t.Errorf("serve: %v", err)
		}
	})
}

// anyCertificate returns a configuration for TLS with the certificate of package httptest.
func anyCertificate() *tls.Config {
	unused := httptest.NewTLSServer(nil)
	defer unused.Close()
	return &tls.Config{Certificates: unused.TLS.Certificates}
}

// lastsUntil reads all of a connection and checks how long after start it ended.
func lastsUntil(t *testing.T, c net.Conn, start time.Time, want time.Duration) {
	t.Helper()
	io.Copy(io.Discard, c)
	if took := time.Since(start); took != want {
		t.Errorf("the connection lasted %v, want %v", took, want)
	}
}

func TestSlowHeaderIsCutOff(t *testing.T) {
	onFakeClock(t, maxConns, nil, func(t *testing.T, p pipes, stop func()) {
		c, start := p.dial(), time.Now()
		io.WriteString(c, "GET / HTTP/1.1\r\n")
		for {
			time.Sleep(time.Second)
			if _, err := io.WriteString(c, "X: y\r\n"); err != nil {
				break
			}
		}
		if took := time.Since(start); took < headerTimeout || took > headerTimeout+time.Second {
			t.Errorf("the connection lasted %v, want %v", took, headerTimeout)
		}
	})
}

func TestSilenceIsCutOff(t *testing.T) {
	for _, test := range []struct {
		name   string
		secure *tls.Config
	}{{"before a request", nil}, {"before a handshake", anyCertificate()}} {
		t.Run(test.name, func(t *testing.T) {
			onFakeClock(t, maxConns, test.secure, func(t *testing.T, p pipes, stop func()) {
				c := p.dial()
				lastsUntil(t, c, time.Now(), headerTimeout)
			})
		})
	}
}

func TestIdleConnectionIsKeptAndThenClosed(t *testing.T) {
	onFakeClock(t, maxConns, nil, func(t *testing.T, p pipes, stop func()) {
		c := p.dial()
		r := bufio.NewReader(c)
		for range 3 {
			io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
			resp, err := http.ReadResponse(r, nil)
			if err != nil {
				t.Fatal(err)
			}
			io.Copy(io.Discard, resp.Body)
			time.Sleep(idleTimeout - time.Second)
		}
		lastsUntil(t, c, time.Now(), time.Second)
	})
}

func TestStalledReaderIsCutOff(t *testing.T) {
	onFakeClock(t, maxConns, nil, func(t *testing.T, p pipes, stop func()) {
		for _, test := range []struct {
			address string
			want    time.Duration
		}{{"/", writeTimeout}, {"/big.txt", bigFile / slowest * time.Second}} {
			c := p.dial()
			io.WriteString(c, "GET "+test.address+" HTTP/1.1\r\nHost: localhost\r\n\r\n")
			time.Sleep(test.want - time.Second)
			if _, err := c.Read(make([]byte, 1)); err != nil {
				t.Errorf("%s: cut off before %v: %v", test.address, test.want, err)
			}
			time.Sleep(2 * time.Second)
			if rest, _ := io.ReadAll(c); len(rest) > 0 {
				t.Errorf("%s: %d more bytes after %v", test.address, len(rest), test.want)
			}
		}
	})
}

func TestSlowReaderGetsAllOfIt(t *testing.T) {
	onFakeClock(t, maxConns, nil, func(t *testing.T, p pipes, stop func()) {
		c := p.dial()
		defer c.Close()
		io.WriteString(c, "GET /big.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
		resp, err := http.ReadResponse(bufio.NewReaderSize(c, 16), nil)
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for buf := make([]byte, slowest+slowest/8); ; {
			n, err := io.ReadFull(resp.Body, buf)
			if got += n; err != nil {
				break
			}
			time.Sleep(time.Second)
		}
		if got != bigFile {
			t.Errorf("got %d bytes of %d at a little more than %d a second", got, bigFile, slowest)
		}
	})
}

func TestConnectionsBeyondTheLimitWait(t *testing.T) {
	const conns = 3
	onFakeClock(t, conns, nil, func(t *testing.T, p pipes, stop func()) {
		for range conns {
			p.dial() // and say nothing
		}
		start := time.Now()
		c := p.dial()
		io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
		answer, _ := io.ReadAll(c)
		if !strings.HasPrefix(string(answer), "HTTP/1.1 200") {
			t.Errorf("got %q", answer)
		}
		if waited := time.Since(start); waited != headerTimeout {
			t.Errorf("waited %v, want %v, when the silent ones are cut off", waited, headerTimeout)
		}
	})
}

func TestStopLetsDownloadsFinish(t *testing.T) {
	onFakeClock(t, maxConns, nil, func(t *testing.T, p pipes, stop func()) {
		c := p.dial()
		io.WriteString(c, "GET /big.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
		resp, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatal(err)
		}
		stop()
		time.Sleep(stopTimeout - time.Second)
		if n, err := io.Copy(io.Discard, resp.Body); n != bigFile || err != nil {
			t.Errorf("got %d bytes of %d, %v", n, bigFile, err)
		}
	})
}

func TestStopIsBounded(t *testing.T) {
	onFakeClock(t, maxConns, nil, func(t *testing.T, p pipes, stop func()) {
		c := p.dial()
		io.WriteString(c, "GET /big.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
		if _, err := c.Read(make([]byte, 1)); err != nil {
			t.Fatal(err)
		}
		stop()
		time.Sleep(stopTimeout + time.Millisecond)
		if rest, _ := io.ReadAll(c); len(rest) > 0 {
			t.Errorf("%v after the stop %d more bytes came", stopTimeout, len(rest))
		}
	})
}

// An HTTP/2 client can stall a stream while its connection is alive: it need only grant no window.
func TestStalledStreamIsReset(t *testing.T) {
	onFakeClock(t, maxConns, anyCertificate(), func(t *testing.T, p pipes, stop func()) {
		c := tls.Client(p.dial(), &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2"}})
		defer c.Close()
		start := time.Now()
		io.WriteString(c, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"+
			"\x00\x00\x06\x04\x00\x00\x00\x00\x00"+"\x00\x04\x00\x00\x00\x00"+ // SETTINGS: a window of 0 bytes
			"\x00\x00\x06\x01\x05\x00\x00\x00\x01"+"\x82\x87\x84\x41\x01a") // HEADERS: GET https://a/
		const rstStream = 3
		for frame := make([]byte, 9); ; {
			if _, err := io.ReadFull(c, frame); err != nil {
				t.Fatalf("the connection ended after %v: %v", time.Since(start), err)
			}
			io.CopyN(io.Discard, c, int64(frame[0])<<16+int64(frame[1])<<8+int64(frame[2]))
			if frame[3] == rstStream {
				break
			}
		}
		if took := time.Since(start); took != writeTimeout {
			t.Errorf("the stream lasted %v, want %v", took, writeTimeout)
		}
	})
}
