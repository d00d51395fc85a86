//go:build !js

// Command ics-explorer serves the explorer, checks listings, and searches the
// corpus from the command line.
//
//	ics-explorer [serve] [-addr localhost:8000] [-cert FILE -key FILE] [-log json|text|off]
//	ics-explorer check [FILE...]
//	ics-explorer search [-ics SLUG]... [-json] [-explain] [-n 10] QUERY...
//
// It exits with 1 when something fails and with 2 when it is called wrongly.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"icsexplorer/app/cli"
	"icsexplorer/app/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run does what args ask and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	name := "serve"
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		name, args = args[0], args[1:]
	}
	var err error
	switch name {
	case "serve":
		err = serve(ctx, args, stdout, stderr)
	case "check":
		err = cli.Check(args, stdout, stderr)
	case "search":
		err = cli.Search(args, stdout, stderr)
	case "help":
		fmt.Fprint(stdout, cli.Usage)
	default:
		err = cli.UsageError(fmt.Sprintf("there is no command %q", name))
	}
	var wrong cli.UsageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "ics-explorer: %v\n%s", err, cli.Usage)
		return 2
	case errors.Is(err, cli.ErrReported):
		return 1
	default:
		fmt.Fprintf(stderr, "ics-explorer: %v\n", err)
		return 1
	}
}

func serve(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var cfg server.Config
	flags := cli.NewFlags("serve")
	flags.StringVar(&cfg.Addr, "addr", "localhost:8000", "address to listen on")
	flags.StringVar(&cfg.Cert, "cert", "", "certificate for TLS, a PEM file; needs -key")
	flags.StringVar(&cfg.Key, "key", "", "key of the certificate, a PEM file")
	format := flags.String("log", "off", "log of requests: json, text or off")
	others, err := cli.ParseFlags(flags, args, stdout)
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return cli.UsageError(fmt.Sprintf("serve takes no argument %q", others[0]))
	}
	if (cfg.Cert == "") != (cfg.Key == "") {
		return cli.UsageError(fmt.Sprintf("-cert and -key go together: got %q and %q", cfg.Cert, cfg.Key))
	}
	switch *format {
	case "json":
		cfg.Log = slog.NewJSONHandler(stderr, nil)
	case "text":
		cfg.Log = slog.NewTextHandler(stderr, nil)
	case "off":
	default:
		return cli.UsageError(fmt.Sprintf("unknown -log %q: want json, text or off", *format))
	}
	files, err := site()
	if err != nil {
		return err
	}
	handler, err := server.NewHandler(files)
	if err != nil {
		return err
	}
	return server.Run(ctx, cfg, handler, stdout, stderr)
}

// site is the built site inside the binary.
func site() (fs.FS, error) {
	if built == nil {
		return nil, errors.New("this binary was built without the site: run ./build.sh and start dist/ics-explorer")
	}
	return fs.Sub(built, "dist/site")
}
