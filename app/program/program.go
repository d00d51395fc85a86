// Package program compiles the explorer's program for the browser.
//
// The program is compiled against a copy of go-app that leaves out what only its server needs and draws sooner; see
// goapp.go for each difference and its reason. The copy and the module files that refer to it are kept in dist/. With
// GOAPP=stock in the environment the program is compiled against go-app as it was published, to tell whether a fault
// is go-app's or the copy's.
package program

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// flags are those of go build. Same input, same bytes: no paths, no build ids, no state of the checkout. And nothing
// is inlined but in the packages that search, where it is the speed: smaller by a quarter after brotli.
var flags = []string{
	"-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=",
	"-gcflags=all=-l", "-gcflags=icsexplorer/app/search=", "-gcflags=icsexplorer/corpus=", "-gcflags=icsexplorer/corpus/order=",
}

// ModFile is the module file, below the module's folder, that the program is compiled with.
const ModFile = "dist/program.mod"

// Build compiles the program of the module in the folder root and writes it to out. More flags of go build may follow,
// such as -overlay=FILE.
func Build(root, out string, more ...string) error {
	if err := prepare(root); err != nil {
		return fmt.Errorf("go-app: %w", err)
	}
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	args := append([]string{"build", "-modfile=" + ModFile, "-o", out}, flags...)
	if _, err = goCommand(root, append(append(args, more...), ".")...); err != nil {
		return err
	}
	linked, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	joined, err := joinSegments(linked)
	if err != nil {
		return fmt.Errorf("joining the data of %s: %w", out, err)
	}
	return os.WriteFile(out, joined, 0o755)
}

// prepare writes ModFile, and the copy of go-app that it refers to unless GOAPP=stock.
func prepare(root string) error {
	if err := os.MkdirAll(filepath.Join(root, filepath.Dir(ModFile)), 0o755); err != nil {
		return err
	}
	replace := fmt.Sprintf("replace %s => ./%s\n", goApp, copyDir)
	switch kind := os.Getenv("GOAPP"); kind {
	case "":
		from, err := published(root)
		if err != nil {
			return err
		}
		files, err := changed(os.DirFS(from))
		if err != nil {
			return err
		}
		if err := write(filepath.Join(root, copyDir), files); err != nil {
			return err
		}
	case "stock":
		replace = ""
	default:
		return fmt.Errorf("GOAPP=%s in the environment: want stock or nothing", kind)
	}
	return errors.Join(
		copyFile(filepath.Join(root, "go.mod"), filepath.Join(root, ModFile), replace),
		copyFile(filepath.Join(root, "go.sum"), filepath.Join(root, strings.TrimSuffix(ModFile, ".mod")+".sum"), ""),
	)
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
