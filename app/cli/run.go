// Package cli holds the commands of ics-explorer: serve, check, add, search, export, version and
// licences. A command gets its arguments and its output and returns an error; what that
// means for the exit code is for main to say.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// UsageError says that a command was called wrongly.
type UsageError string

func (e UsageError) Error() string { return string(e) }

// ErrReported is returned by a command that failed and has already said why.
var ErrReported = errors.New("reported")

// Usage says how each command is called.
const Usage = `usage: ics-explorer [serve] [-addr localhost:8000] [-cert FILE -key FILE] [-log json|text|off]
       ics-explorer check [FILE...]
       ics-explorer add [-n] [-system SLUG] [-day YYYY-MM-DD] [-form FORM] FILE...
       ics-explorer search [-ics SLUG]... [-json] [-explain] [-n 10] [--] QUERY...
       ics-explorer export [-view ADDRESS] -as FORMAT [-by system|series|day] [-note TEXT] [-day YYYY-MM-DD]
       ics-explorer version
       ics-explorer licences
`

// Run runs the command that args name, which is serve if they name none.
func Run(ctx context.Context, build Build, args []string, stdout, stderr io.Writer) error {
	name := "serve"
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		name, args = args[0], args[1:]
	}
	switch name {
	case "serve":
		return Serve(ctx, build.Site, args, stdout, stderr)
	case "check":
		return Check(args, stdout, stderr)
	case "add":
		return Add(args, os.Stdin, stdout, stderr)
	case "search":
		return Search(args, stdout, stderr)
	case "export":
		return Export(args, stdout, stderr)
	case "version":
		return Version(build, args, stdout)
	case "licences":
		return Licences(build, args, stdout)
	case "help":
		_, err := io.WriteString(stdout, Usage)
		return err
	}
	return UsageError(fmt.Sprintf("there is no command %q", name))
}
