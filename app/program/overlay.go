package program

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// Overlay writes texts to the folder dir, and a file that has go read them in the place of files of the module in the
// folder root, whose names below it are their keys. It returns the name of that file, for go's -overlay.
func Overlay(root, dir string, texts map[string]string) (string, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	replace := make(map[string]string)
	for name, text := range texts {
		file := filepath.Join(dir, filepath.Base(name))
		replace[filepath.Join(root, name)] = file
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return "", err
		}
	}
	overlay := filepath.Join(dir, "overlay.json")
	return overlay, writeOverlay(overlay, replace)
}

// writeOverlay writes the file for go's -overlay. A file that is replaced by "" is not there.
func writeOverlay(file string, replace map[string]string) error {
	content, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(file, content, 0o644)
}
