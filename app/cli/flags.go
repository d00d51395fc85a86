package cli

import (
	"errors"
	"flag"
	"io"
	"strings"
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
		if err := parse(flags, args, stdout); err != nil {
			return nil, err
		}
		rest := flags.Args()
		if ended := len(args) - len(rest); len(rest) == 0 || ended > 0 && args[ended-1] == "--" {
			return append(others, rest...), nil
		}
		others, args = append(others, rest[0]), rest[1:]
	}
}

// ParseWords is ParseFlags for arguments of which the first says that the others may begin
// with a "-", too, without being flags: behind it only flags that there are count.
func ParseWords(flags *flag.FlagSet, args []string, stdout io.Writer) ([]string, error) {
	if err := parse(flags, args, stdout); err != nil {
		return nil, err
	}
	rest := flags.Args()
	if ended := len(args) - len(rest); ended > 0 && args[ended-1] == "--" {
		return rest, nil
	}
	var words []string
	for len(rest) > 0 && rest[0] != "--" {
		n := flagSize(flags, rest)
		if n == 0 {
			words, rest = append(words, rest[0]), rest[1:]
			continue
		}
		if err := parse(flags, rest[:n], stdout); err != nil {
			return nil, err
		}
		rest = rest[n:]
	}
	if len(rest) > 0 {
		rest = rest[1:]
	}
	return append(words, rest...), nil
}

// flagSize returns how many of args the flag takes that they begin with, 0 if there is no
// such flag.
func flagSize(flags *flag.FlagSet, args []string) int {
	name, value := strings.CutPrefix(args[0], "-")
	if !value {
		return 0
	}
	name, _, value = strings.Cut(strings.TrimPrefix(name, "-"), "=")
	f := flags.Lookup(name)
	switch {
	case name == "h", name == "help":
		return 1
	case f == nil:
		return 0
	}
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); value || ok && b.IsBoolFlag() {
		return 1
	}
	return min(2, len(args))
}

func parse(flags *flag.FlagSet, args []string, stdout io.Writer) error {
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		io.WriteString(stdout, Usage)
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return err
	}
	if err != nil {
		return UsageError(err.Error())
	}
	return nil
}
