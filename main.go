//go:build !js

// Command ics-explorer serves the explorer, checks listings, and searches the
// corpus from the command line.
//
//	ics-explorer [serve] [-addr localhost:8000] [-cert FILE -key FILE] [-log json|text|off]
//	ics-explorer check [FILE...]
//	ics-explorer add [-n] [-system SLUG] [-day YYYY-MM-DD] [-form FORM] FILE...
//	ics-explorer search [-ics SLUG]... [-json] [-explain] [-n 10] [--] QUERY...
//	ics-explorer version
//	ics-explorer licences
//
// It exits with 1 when something fails and with 2 when it is called wrongly.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"icsexplorer/app/cli"
)

// commit is that of the source; build.sh sets it.
var commit string

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
}

// run does what args ask and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	err := cli.Run(ctx, cli.Build{Site: site(), Commit: commit}, args, stdout, stderr)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if !errors.Is(err, cli.ErrReported) {
		fmt.Fprintf(stderr, "ics-explorer: %v\n", err)
	}
	if _, ok := errors.AsType[cli.UsageError](err); ok {
		fmt.Fprint(stderr, cli.Usage)
		return 2
	}
	return 1
}
