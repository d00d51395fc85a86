package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Licences prints the terms under which the binary, with all that is in it, may be passed on.
func Licences(build Build, args []string, stdout io.Writer) error {
	others, err := ParseFlags(NewFlags("licences"), args, stdout)
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return UsageError(fmt.Sprintf("licences takes no argument %q", others[0]))
	}
	if build.Site == nil {
		return errors.New("the licences are gathered with the site: run ./build.sh and start dist/ics-explorer")
	}
	text, err := fs.ReadFile(build.Site, "licences.txt")
	if err != nil {
		return err
	}
	_, err = stdout.Write(text)
	return err
}
