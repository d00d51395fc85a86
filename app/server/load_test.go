package server_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"icsexplorer/app/server"
)

// settle waits until there are no more goroutines than before, and reports those there are if that does not happen.
func settle(t *testing.T, before int) {
	t.Helper()
	for range 500 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	stacks := make([]byte, 1<<16)
	t.Errorf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
}

// variants are the encodings of a file with the extensions of their contents.
var variants = [...]struct{ encoding, extension string }{
	{"identity", ""}, {"gzip", ".gz"}, {"zstd", ".zst"}, {"br", ".br"},
}

func TestEveryByteIsRightUnderLoadAndRestarts(t *testing.T) {
	site, _ := newSite(t)
	// A file of some size, in whose variants no two stretches of bytes are alike.
	const big = "big-0123456789abcdef.wasm"
	for i, v := range variants {
		var data []byte
		for block := range 1 << 14 {
			sum := sha256.Sum256([]byte{byte(i), byte(block), byte(block >> 8)})
			data = append(data, sum[:]...)
		}
		site[big+v.extension] = &fstest.MapFile{Data: data}
	}
	handler, err := server.NewHandler(site)
	if err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	ln, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := ln.Addr().String()
	ln.Close()

	var right, broken atomic.Int64
	var readers sync.WaitGroup
	done := make(chan struct{})
	for reader := range 8 {
		readers.Go(func() {
			transport := &http.Transport{DisableCompression: true}
			defer transport.CloseIdleConnections()
			for i := reader; ; i++ {
				select {
				case <-done:
					return
				default:
				}
				v := variants[i%len(variants)]
				name := []string{"index.html", big, "explorer-00112233445566aa.css"}[i%3]
				want := site[name+v.extension].Data
				r, _ := http.NewRequest("GET", "http://"+addr+"/"+name, nil)
				r.Header.Set("Accept-Encoding", v.encoding)
				if i%5 == 0 {
					want = want[7 : len(want)-9]
					r.Header.Set("Range", fmt.Sprintf("bytes=7-%d", len(want)+6))
				}
				resp, err := transport.RoundTrip(r)
				if err != nil {
					broken.Add(1)
					time.Sleep(time.Millisecond)
					continue
				}
				body, err := io.ReadAll(resp.Body)
				resp.Body.Close()
				switch {
				case err != nil:
					t.Errorf("a download was cut: %v", err)
				case sha256.Sum256(body) != sha256.Sum256(want):
					t.Errorf("%s in %s: %d wrong bytes, status %d", name, v.encoding, len(body), resp.StatusCode)
				default:
					right.Add(1)
				}
			}
		})
	}
	for range 4 {
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		if err := server.Run(ctx, server.Config{Addr: addr}, handler, io.Discard, io.Discard); err != nil {
			t.Error(err)
		}
		cancel()
	}
	close(done)
	readers.Wait()
	if right.Load() == 0 {
		t.Error("no answer came")
	}
	t.Logf("%d right answers, %d requests while there was no server", right.Load(), broken.Load())
	settle(t, before)
}

func TestRudeConnectionsLeaveNothingBehind(t *testing.T) {
	_, handler := newSite(t)
	before := runtime.NumGoroutine()
	t.Run("serve", func(t *testing.T) {
		u := start(t, server.Config{Addr: "localhost:0"}, handler, io.Discard)
		const request = "GET /app-0123456789abcdef.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n"
		var slow []net.Conn
		for i := range 600 {
			conn, err := net.Dial("tcp", u.Host)
			if err != nil {
				t.Fatal(err)
			}
			io.WriteString(conn, strings.Repeat(request, i%4)+request[:i%len(request)])
			switch i % 3 {
			case 0: // reset, with answers on their way
				conn.(*net.TCPConn).SetLinger(0)
				conn.Close()
			case 1: // half closed
				conn.(*net.TCPConn).CloseWrite()
				slow = append(slow, conn)
			case 2: // open, and silent in the middle of a header
				slow = append(slow, conn)
			}
		}
		resp, err := http.Get(u.String())
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			t.Errorf("among %d rude connections the page is %s", len(slow), resp.Status)
		}
		for _, conn := range slow {
			conn.Close()
		}
		http.DefaultClient.CloseIdleConnections()
	})
	settle(t, before)
}
