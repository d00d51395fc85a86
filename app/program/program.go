// Package program compiles the explorer's program for the browser.
//
// The program is compiled against a copy of go-app that has what it takes to draw one page, and against small packages
// in the place of some of the standard library; see goapp.go and std.go for each and its reason. Both are kept in dist/,
// with the files that refer to them. With GOAPP=stock in the environment the program is compiled against go-app as it was published and Go as
// it is, to tell whether a fault is theirs or ours. In both, the data of the program is then written in fewer pieces, without the
// lines of its source, and without what finds functions, if it is not needed; see segments.go, lines.go and buckets.go.
//
// The corpus and the index of its words are in the program as prepared data, see packages corpus and search. The build tag
// "prepared" has corpus.Builtin and page.Builtin read them from files that only the overlay has; any other build, of tests
// for the browser too, takes the texts of the listings.
package program

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"icsexplorer/app/search"
	"icsexplorer/corpus"
)

// flags are those of go build. Same input, same bytes: no paths, no build ids, no state of the checkout. And nothing
// is inlined: the program is smaller by a quarter after brotli, and searches about a twentieth slower.
var flags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-gcflags=all=-l"}

// ModFile and OverlayFile are files, below the module's folder, that the program is compiled with: go's -modfile and
// -overlay. CorpusFile is the corpus that is in it, and IndexFile the index of that.
const (
	ModFile     = "dist/program.mod"
	OverlayFile = "dist/program.overlay.json"
	CorpusFile  = "dist/program.corpus"
	IndexFile   = "dist/program.index"
)

// These are what packages corpus and page embed under the tag that sources has; the overlay has CorpusFile and IndexFile in
// their place.
const (
	preparedCorpus = "corpus/prepared.data"
	preparedIndex  = "app/page/prepared.data"
)

// sources are the flags by which go takes what the program is compiled of.
var sources = []string{"-tags=prepared", "-modfile=" + ModFile, "-overlay=" + OverlayFile}

// Build compiles the program of the module in the folder root, with a corpus in it, and writes it to out.
func Build(root, out string, c *corpus.Corpus) error {
	if err := prepare(root, c); err != nil {
		return err
	}
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	if _, err := goCommand(root, slices.Concat([]string{"build", "-o", out}, sources, flags, []string{"."})...); err != nil {
		return err
	}
	linked, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	changes := []func([]segment) error{dropLines}
	if os.Getenv("GOAPP") != "stock" { // with Go as it is, the runtime has no other way to find functions
		changes = append(changes, dropBuckets)
	}
	joined, err := joinSegments(linked, changes...)
	if err != nil {
		return fmt.Errorf("the data of %s: %w", out, err)
	}
	return os.WriteFile(out, joined, 0o755)
}

// prepare writes ModFile, OverlayFile, CorpusFile and IndexFile, and unless GOAPP=stock the copy of go-app and the stand-ins for the
// standard library that they refer to.
func prepare(root string, c *corpus.Corpus) error {
	if err := os.MkdirAll(filepath.Join(root, filepath.Dir(ModFile)), 0o755); err != nil {
		return err
	}
	overlay := make(map[string]string)
	replace := fmt.Sprintf("replace %s => ./%s\n", goApp, copyDir)
	switch kind := os.Getenv("GOAPP"); kind {
	case "":
		if err := copyGoApp(root); err != nil {
			return fmt.Errorf("go-app: %w", err)
		}
		var err error
		if overlay, err = standInForStd(root); err != nil {
			return fmt.Errorf("the standard library: %w", err)
		}
	case "stock":
		replace = ""
	default:
		return fmt.Errorf("GOAPP=%s in the environment: want stock or nothing", kind)
	}
	dir, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	overlay[filepath.Join(dir, preparedCorpus)] = filepath.Join(dir, CorpusFile)
	overlay[filepath.Join(dir, preparedIndex)] = filepath.Join(dir, IndexFile)
	return errors.Join(
		os.WriteFile(filepath.Join(root, CorpusFile), corpus.Prepare(c), 0o644),
		os.WriteFile(filepath.Join(root, IndexFile), search.Prepare(search.NewOf(c), c.Fingerprint), 0o644),
		copyFile(filepath.Join(root, "go.mod"), filepath.Join(root, ModFile), replace),
		copyFile(filepath.Join(root, "go.sum"), filepath.Join(root, strings.TrimSuffix(ModFile, ".mod")+".sum"), ""),
		writeOverlay(filepath.Join(root, OverlayFile), overlay),
	)
}

// copyGoApp writes the copy of go-app.
func copyGoApp(root string) error {
	from, err := published(root)
	if err != nil {
		return err
	}
	files, err := changed(os.DirFS(from))
	if err != nil {
		return err
	}
	return write(filepath.Join(root, copyDir), files)
}

// copyFile copies a file with more text behind it.
func copyFile(from, to, more string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, append(content, more...), 0o644)
}

// published returns the folder of go-app as the module in root requires it, which is downloaded if need be.
func published(root string) (string, error) {
	out, err := goCommand(root, "mod", "download", "-json", goApp)
	if err != nil {
		return "", err
	}
	var module struct{ Dir string }
	err = json.Unmarshal(out, &module)
	return module.Dir, err
}

// goCommand runs go for the browser in the folder root and returns what it prints. An error holds what it complains of.
func goCommand(root string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = fmt.Errorf("go %s: %w\n%s", args[0], err, exit.Stderr)
	}
	return out, err
}
