package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"icsexplorer/app/server"
)

// NewHostOf serves a build of the explorer, whose sources and dist/ are in root, in
// which other listings stand beside or in the place of its own: for each system's slug
// the text. What is built is left in dir.
func NewHostOf(root, dir string, listings map[string]string) (*Host, error) {
	overlay, err := writeOverlay(root, dir, listings)
	if err != nil {
		return nil, err
	}
	program := filepath.Join(dir, "app.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-modfile=dist/program.mod", "-gcflags=all=-l",
		"-gcflags=icsexplorer/app/search=", "-gcflags=icsexplorer/corpus=", "-gcflags=icsexplorer/corpus/order=", "-overlay="+overlay, "-o", program, ".")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	generate := exec.Command("go", "run", "-overlay="+overlay, "./app/site/generate", "-program", program, "-web", "web", "-out", dir)
	for _, cmd := range []*exec.Cmd{build, generate} {
		cmd.Dir = root
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("building with other listings: %w\n%s", err, out)
		}
	}
	handler, err := server.NewHandler(os.DirFS(filepath.Join(dir, "site")))
	if err != nil {
		return nil, err
	}
	return NewHost(handler)
}

// writeOverlay writes the listings to dir, and a file that tells go where they go.
func writeOverlay(root, dir string, listings map[string]string) (overlay string, err error) {
	root, err = filepath.Abs(root)
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for slug, text := range listings {
		name := slug + "-ics.txt"
		replace[filepath.Join(root, "corpus", "listings", name)] = filepath.Join(dir, name)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return "", err
		}
	}
	content, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, content, 0o644)
}
