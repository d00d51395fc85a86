package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"

	"icsexplorer/app/server"
)

// Serve serves the built site until ctx is done, or the process is asked to stop: by the first SIGINT or SIGTERM in
// order, by a second at once. The other commands have nothing to put in order and leave signals alone. The site is nil in a binary that was
// built without it, which is an error.
func Serve(ctx context.Context, site fs.FS, args []string, stdout, stderr io.Writer) error {
	var cfg server.Config
	flags := NewFlags("serve")
	flags.StringVar(&cfg.Addr, "addr", "localhost:8000", "address to listen on")
	flags.StringVar(&cfg.Cert, "cert", "", "certificate for TLS, a PEM file; needs -key")
	flags.StringVar(&cfg.Key, "key", "", "key of the certificate, a PEM file")
	format := flags.String("log", "off", "log of requests: json, text or off")
	others, err := ParseFlags(flags, args, stdout)
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return UsageError(fmt.Sprintf("serve takes no argument %q", others[0]))
	}
	// Package net would take any free port, and without a host of every network.
	if _, port, err := net.SplitHostPort(cfg.Addr); cfg.Addr == "" || err == nil && port == "" {
		return UsageError(fmt.Sprintf("-addr %q names no port: want host:port", cfg.Addr))
	}
	if (cfg.Cert == "") != (cfg.Key == "") {
		return UsageError(fmt.Sprintf("-cert and -key go together: got %q and %q", cfg.Cert, cfg.Key))
	}
	switch *format {
	case "json":
		cfg.Log = slog.NewJSONHandler(stderr, nil)
	case "text":
		cfg.Log = slog.NewTextHandler(stderr, nil)
	case "off":
	default:
		return UsageError(fmt.Sprintf("unknown -log %q: want json, text or off", *format))
	}
	if site == nil {
		return errors.New("this binary was built without the site: run ./build.sh and start dist/ics-explorer")
	}
	handler, err := server.NewHandler(site)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	// Whoever read the output may be gone: that stops no server.
	signal.Ignore(syscall.SIGPIPE)
	return server.Run(ctx, cfg, handler, stdout, stderr)
}
