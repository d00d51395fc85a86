package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"icsexplorer/app/site"
)

// hello stands for the component of package hello while its page is generated.
type hello struct{ goapp.Compo }

// Render is what package hello renders before anything is typed.
func (h *hello) Render() goapp.UI {
	return goapp.Main().Body(goapp.Input().ID("q"), goapp.H1().Text("Hello, "))
}

// buildHello writes the hello world as a static site into dir, the way go-app's
// documentation has it, with no network and go-app's own worker.
func buildHello(dir string) error {
	goapp.Route("/", func() goapp.Composer { return &hello{} })
	err := goapp.GenerateStaticWebsite(dir, &goapp.Handler{
		Name:    "Hello",
		Version: "1",
		Icon:    goapp.Icon{Default: "/web/icon.png", Large: "/web/icon.png", SVG: "/web/icon.png"},
	})
	if err != nil {
		return err
	}
	icon, err := os.ReadFile("web/icon-192.png")
	if err != nil {
		return err
	}
	for name, content := range map[string][]byte{"web/icon.png": icon, "version.json": []byte("{}")} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(dir, "web", "app.wasm"), "./app/bench/page/hello")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("building the hello world: %w\n%s", err, out)
	}
	return compress(dir)
}

// compress puts the compressed forms of the files in dir beside them, as the explorer's site
// has them.
func compress(dir string) error {
	s := site.Site{Files: make(site.Files)}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.Files[name], err = os.ReadFile(filepath.Join(dir, name))
		return err
	})
	if err != nil {
		return err
	}
	if err := s.Compress(site.NewStore("dist/compressed-hello", site.Encoders())); err != nil {
		return err
	}
	for name, content := range s.Files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
