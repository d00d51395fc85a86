// Package cli holds the commands of ics-explorer that answer on the terminal:
// check and search. A command gets its arguments and its output and returns an
// error; what that means for the exit code is for main to say.
package cli

import (
	"errors"
	"flag"
	"io"
)

// UsageError says that a command was called wrongly.
type UsageError string

func (e UsageError) Error() string { return string(e) }

// ErrReported is returned by a command that failed and has already said why.
var ErrReported = errors.New("reported")

// NewFlags returns a set of flags whose errors come back instead of being printed.
func NewFlags(command string) *flag.FlagSet {
	flags := flag.NewFlagSet("ics-explorer "+command, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// ParseFlags reads args into flags. An error is a [UsageError], or [flag.ErrHelp]
// after the flags were listed on stdout.
func ParseFlags(flags *flag.FlagSet, args []string, stdout io.Writer) error {
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return err
	}
	if err != nil {
		return UsageError(err.Error())
	}
	return nil
}
