// Command server measures the server beside nginx and Caddy, all on this machine and serving the same files, and tries
// what a test of a few seconds cannot: thousands of slow readers, and full load while the server is restarted.
//
//	go run ./app/bench/server -site dist/site -server dist/ics-explorer [-time 4s] [-full 6s] [-slow 10000]
//
// It needs wrk, nginx with its brotli_static module, and Caddy. It says what is missing, tries all the rest, and
// exits with 1 if anything was missing or went wrong.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"icsexplorer/app/server/webtest"
)

func main() {
	b := new(bench)
	flag.StringVar(&b.site, "site", "dist/site", "the built site")
	flag.StringVar(&b.binary, "server", "dist/ics-explorer", "the server's binary, with the same site inside")
	flag.DurationVar(&b.time, "time", 4*time.Second, "duration of each of the measurements")
	flag.DurationVar(&b.full, "full", 6*time.Second, "duration of the full load with restarts")
	flag.IntVar(&b.slow, "slow", 10000, "number of slow connections")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := b.run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "server:", err)
		os.Exit(1)
	}
}

// bench is one run of everything.
type bench struct {
	site, binary string
	time, full   time.Duration
	slow         int
	dir          string // for configurations and the small site
}

func (b *bench) run(ctx context.Context) (err error) {
	if b.dir, err = os.MkdirTemp("", "ics-explorer-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	if b.site, err = filepath.Abs(b.site); err != nil {
		return err
	}
	programs, err := fs.Glob(os.DirFS(b.site), "app-*.wasm")
	if err != nil || len(programs) != 1 {
		return fmt.Errorf("%s: want one app-*.wasm, found %q", b.site, programs)
	}
	small := filepath.Join(b.dir, "small")
	files, err := webtest.Site()
	if err != nil {
		return err
	}
	if err := os.CopyFS(small, files); err != nil {
		return err
	}
	// nginx drops its rights when root starts it, and must still read the small site.
	if err := os.Chmod(b.dir, 0o755); err != nil {
		return err
	}

	var failed []error
	var others []webtest.Other
	for _, r := range rivals() {
		if err := r.Installed(true); err != nil {
			failed = append(failed, fmt.Errorf("%s was not compared: %w", r.Name, err))
		} else {
			others = append(others, r)
		}
	}
	if _, err := exec.LookPath("wrk"); err != nil {
		failed = append(failed, errors.New("nothing was measured: wrk is not installed: apt-get install wrk"))
	} else {
		failed = append(failed, b.throughput(ctx, others, "/", "/"+programs[0]), b.slowReaders(ctx))
	}
	failed = append(failed, b.restarts(ctx))
	for _, r := range others {
		failed = append(failed, b.differences(ctx, r, small, files))
	}
	return errors.Join(failed...)
}
