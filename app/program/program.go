// Package program compiles the explorer's program for the browser.
//
// The program is compiled against a copy of go-app that has what it takes to draw one page, and against small packages
// in the place of some of the standard library; see goapp.go and std.go for each and its reason. Both are kept in dist/,
// with the files that refer to them. With GOAPP=stock in the environment the program is compiled against go-app as it was published and Go as
// it is, to tell whether a fault is theirs or ours. In both, the data of the program is then written in fewer pieces, without the
// lines of its source, and without what finds functions, if it is not needed; see segments.go, lines.go and buckets.go.
package program

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// flags are those of go build. Same input, same bytes: no paths, no build ids, no state of the checkout. And nothing
// is inlined: the program is smaller by a quarter after brotli, and searches about a twentieth slower.
var flags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-gcflags=all=-l"}

// ModFile and OverlayFile are files, below the module's folder, that the program is compiled with: go's -modfile and
// -overlay.
const (
	ModFile     = "dist/program.mod"
	OverlayFile = "dist/program.overlay.json"
)

// Build compiles the program of the module in the folder root and writes it to out. Texts stand in the place of files of
// the module, whose names below root are their keys.
func Build(root, out string, texts map[string]string) error {
	overlay, err := prepare(root)
	if err != nil {
		return err
	}
	out, err = filepath.Abs(out)
	if err != nil {
		return err
	}
	file, err := filepath.Abs(filepath.Join(root, OverlayFile))
	if err != nil {
		return err
	}
	if len(texts) > 0 {
		dir, err := os.MkdirTemp("", "ics-explorer-overlay-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		more, err := replaced(root, dir, texts)
		if err != nil {
			return err
		}
		maps.Copy(more, overlay)
		file = filepath.Join(dir, "overlay.json")
		if err := writeOverlay(file, more); err != nil {
			return err
		}
	}
	args := append([]string{"build", "-modfile=" + ModFile, "-overlay=" + file, "-o", out}, flags...)
	if _, err := goCommand(root, append(args, ".")...); err != nil {
		return err
	}
	linked, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	changes := []func([]segment) error{dropLines}
	if len(overlay) > 0 { // with Go as it is, the runtime has no other way to find functions
		changes = append(changes, dropBuckets)
	}
	joined, err := joinSegments(linked, changes...)
	if err != nil {
		return fmt.Errorf("the data of %s: %w", out, err)
	}
	return os.WriteFile(out, joined, 0o755)
}

// prepare writes ModFile and OverlayFile, and unless GOAPP=stock the copy of go-app and the stand-ins for the standard
// library that they refer to. It returns what OverlayFile says.
func prepare(root string) (overlay map[string]string, err error) {
	if err := os.MkdirAll(filepath.Join(root, filepath.Dir(ModFile)), 0o755); err != nil {
		return nil, err
	}
	replace := fmt.Sprintf("replace %s => ./%s\n", goApp, copyDir)
	switch kind := os.Getenv("GOAPP"); kind {
	case "":
		if err := copyGoApp(root); err != nil {
			return nil, fmt.Errorf("go-app: %w", err)
		}
		if overlay, err = standInForStd(root); err != nil {
			return nil, fmt.Errorf("the standard library: %w", err)
		}
	case "stock":
		replace = ""
	default:
		return nil, fmt.Errorf("GOAPP=%s in the environment: want stock or nothing", kind)
	}
	return overlay, errors.Join(
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
