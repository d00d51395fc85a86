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

// Usage says how each command is called.
const Usage = `usage: ics-explorer [serve] [-addr localhost:8000] [-cert FILE -key FILE] [-log json|text|off]
       ics-explorer check [FILE...]
       ics-explorer search [-ics SLUG]... [-json] [-explain] [-n 10] QUERY...
`

// NewFlags returns a set of flags whose errors come back instead of being printed.
func NewFlags(command string) *flag.FlagSet {
	flags := flag.NewFlagSet("ics-explorer "+command, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// ParseFlags reads args into flags and returns the other arguments: flags may stand
// among them, and after "--" nothing is a flag. An error is a [UsageError], or
// [flag.ErrHelp] after help was printed on stdout.
func ParseFlags(flags *flag.FlagSet, args []string, stdout io.Writer) ([]string, error) {
	var others []string
	for {
		err := flags.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			io.WriteString(stdout, Usage)
			flags.SetOutput(stdout)
			flags.PrintDefaults()
			return nil, err
		}
		if err != nil {
			return nil, UsageError(err.Error())
		}
		rest := flags.Args()
		if ended := len(args) - len(rest); len(rest) == 0 || ended > 0 && args[ended-1] == "--" {
			return append(others, rest...), nil
		}
		others, args = append(others, rest[0]), rest[1:]
	}
}
