package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"icsexplorer/app/server"
)

// slowReaders opens thousands of connections that send their headers a byte a second, and prints how the page fares
// meanwhile, how long they are suffered, and what memory they cost.
func (b *bench) slowReaders(ctx context.Context) error {
	p, err := b.ours(ctx, freeAddr())
	if err != nil {
		return err
	}
	defer p.Stop()
	before := p.resident()
	var refused, open atomic.Int64
	var worst time.Duration
	start := time.Now()
	var slow sync.WaitGroup
	for range b.slow {
		conn, err := net.Dial("tcp", p.Addr)
		if err != nil {
			refused.Add(1)
			continue
		}
		open.Add(1)
		slow.Go(func() {
			defer open.Add(-1)
			defer conn.Close()
			for _, c := range []byte("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: and so it goes on for ever\r\n") {
				if _, err := conn.Write([]byte{c}); err != nil {
					return
				}
				time.Sleep(time.Second)
			}
		})
	}
	opened, peak := open.Load(), 0
	for open.Load() > 0 {
		asked := time.Now()
		resp, err := http.Get("http://" + p.Addr + "/")
		if err != nil {
			return fmt.Errorf("the page among slow readers: %w", err)
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		worst, peak = max(worst, time.Since(asked)), max(peak, p.resident())
		time.Sleep(100 * time.Millisecond)
	}
	slow.Wait()
	// An idle server collects its garbage late, so memory comes back when others have been served.
	for range 5 {
		if _, err := b.wrk(ctx, p, "/"); err != nil {
			return err
		}
		if time.Sleep(2 * time.Second); p.resident() < peak*2/3 {
			break
		}
	}
	fmt.Printf("%d slow connections, %d refused: all gone after %v; the page took at most %v meanwhile; memory %d MB before, %d at most, %d after other readers\n",
		opened, refused.Load(), time.Since(start).Round(time.Second/10), worst.Round(time.Millisecond), before, peak, p.resident())
	return nil
}

// lives is how often the server is started and stopped under load.
const lives = 4

// answer is what a request must get.
type answer struct {
	address, encoding string
	hash              [sha256.Size]byte
}

// restarts keeps the server under full load while stopping and starting it, and checks the hash of every answer.
func (b *bench) restarts(ctx context.Context) error {
	answers, err := b.answers()
	if err != nil {
		return err
	}
	addr := freeAddr()
	var right, unanswered, wrong atomic.Int64
	var readers sync.WaitGroup
	loaded, stop := context.WithCancel(ctx)
	transport := &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 32}
	for reader := range 32 {
		readers.Go(func() {
			for i := reader; loaded.Err() == nil; i++ {
				a := answers[i%len(answers)]
				r, _ := http.NewRequest("GET", "http://"+addr+a.address, nil)
				r.Header.Set("Accept-Encoding", a.encoding)
				resp, err := transport.RoundTrip(r)
				if err != nil {
					unanswered.Add(1)
					time.Sleep(time.Millisecond)
					continue
				}
				hash := sha256.New()
				_, err = io.Copy(hash, resp.Body)
				resp.Body.Close()
				if err != nil || [sha256.Size]byte(hash.Sum(nil)) != a.hash {
					wrong.Add(1)
				} else {
					right.Add(1)
				}
			}
		})
	}
	var memory []int
	for range lives {
		p, err := b.ours(ctx, addr)
		if err == nil {
			time.Sleep(b.full / lives)
			memory = append(memory, p.resident())
			err = p.Stop()
		}
		if err != nil {
			stop()
			return err
		}
	}
	stop()
	readers.Wait()
	fmt.Printf("full load for %v, stopped and started %d times: %d right answers, %d wrong or cut, %d requests while there was no server; memory at each stop %v MB\n",
		b.full, lives, right.Load(), wrong.Load(), unanswered.Load(), memory)
	if wrong.Load() > 0 || right.Load() == 0 {
		return fmt.Errorf("under full load %d answers were wrong (is %s built from %s?)", wrong.Load(), b.binary, b.site)
	}
	return nil
}

// answers lists every variant of every file of the site.
func (b *bench) answers() (answers []answer, err error) {
	site := os.DirFS(b.site)
	encodings := make(map[string]string)
	for _, c := range server.Codings() {
		encodings[c.Extension] = c.Name
	}
	err = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name[0] == '.' || name[0] == '_' || strings.HasPrefix(name, "404.html") {
			return err
		}
		content, err := fs.ReadFile(site, name)
		extension := path.Ext(name)
		encoding := encodings[extension]
		if encoding != "" {
			name = strings.TrimSuffix(name, extension)
		}
		answers = append(answers, answer{"/" + name, cmp.Or(encoding, "identity"), sha256.Sum256(content)})
		return err
	})
	return answers, err
}
