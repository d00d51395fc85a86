package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"

	"icsexplorer/corpus"
)

// Build is what a binary was built with.
type Build struct {
	Site   fs.FS  // the built site, or nil
	Commit string // of the source, "" if that is not known
}

// Version prints what a report of a fault needs: the version of the site, the fingerprint of the listings, and the
// commit, each on a line behind its name.
func Version(build Build, args []string, stdout io.Writer) error {
	others, err := ParseFlags(NewFlags("version"), args, stdout)
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return UsageError(fmt.Sprintf("version takes no argument %q", others[0]))
	}
	c, err := corpus.Builtin()
	if err != nil {
		return err
	}
	site := struct{ Version string }{"none: built without the site"}
	if build.Site != nil {
		text, err := fs.ReadFile(build.Site, "version.json")
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, &site); err != nil {
			return fmt.Errorf("version.json: %w", err)
		}
	}
	_, err = fmt.Fprintf(stdout, "version %s\ncorpus %s\ncommit %s\n", site.Version, c.Fingerprint, cmp.Or(build.Commit, "unknown"))
	return err
}
