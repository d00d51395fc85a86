package cli

import (
	"errors"
	"flag"
	"io"
)

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
