package program

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// goAppFiles returns the files of the go-app that the module requires.
func goAppFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	dir, err := published("../..")
	if err != nil {
		t.Fatal(err)
	}
	files := make(fstest.MapFS)
	for _, pattern := range copied {
		names, err := fs.Glob(os.DirFS(dir), pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			content, err := fs.ReadFile(os.DirFS(dir), name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: content}
		}
	}
	return files
}

func TestCopyDiffersFromGoAppInNothingElse(t *testing.T) {
	from := goAppFiles(t)
	got, err := changed(from)
	if err != nil {
		t.Fatal(err)
	}
	differs := map[string]bool{standInName: true}
	for _, f := range leftOuts {
		differs[f.name] = true
		if got[f.name] != nil {
			t.Errorf("%s is in the copy", f.name)
		}
	}
	for _, p := range patches {
		differs[p.name] = true
	}
	for name, file := range from {
		if strings.HasSuffix(name, "_test.go") {
			differs[name] = true
		}
		if !differs[name] && !bytes.Equal(got[name], file.Data) {
			t.Errorf("%s differs", name)
		}
	}
	for name := range got {
		if _, ok := from[name]; name != standInName && (!ok || strings.HasSuffix(name, "_test.go")) {
			t.Errorf("%s is in the copy", name)
		}
	}
	if text := string(got["pkg/app/app.go"]); !strings.Contains(text, "engine.Start(1000)") || strings.Contains(text, "engine.Start(120)") {
		t.Error("the engine draws as seldom as before")
	}
}

func TestCopyRefusesAGoAppThatHasChanged(t *testing.T) {
	edit := func(name, old, new string) func(fstest.MapFS) {
		return func(files fstest.MapFS) {
			files[name] = &fstest.MapFile{Data: bytes.Replace(files[name].Data, []byte(old), []byte(new), 1)}
		}
	}
	for _, test := range []struct {
		name string
		do   func(fstest.MapFS)
		want []string
	}{
		{"a file that is left out", edit("pkg/app/http.go", "net/http", "net/https"), []string{"pkg/app/http.go has changed", "its hash is", "the HTTP handler"}},
		{"no file that is left out", func(files fstest.MapFS) { delete(files, "pkg/app/resource.go") }, []string{"pkg/app/resource.go has changed"}},
		{"a line that is patched", edit("pkg/app/app.go", "engine.Start(120)", "engine.Start(60)"), []string{"pkg/app/app.go has changed", `"engine.Start(120)" 0 times`, "drawn 1 ms later"}},
		{"that line twice", edit("pkg/app/app.go", "engine.Start(120)", "engine.Start(120)\n\tengine.Start(120)"), []string{`"engine.Start(120)" 2 times`}},
		{"a file of the stand-in's name", func(files fstest.MapFS) { files[standInName] = &fstest.MapFile{Data: []byte("package app")} }, []string{standInName + " is go-app's own"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := goAppFiles(t)
			test.do(files)
			_, err := changed(files)
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q says nothing of %q", err, want)
				}
			}
		})
	}
}

func TestEveryDifferenceHasAReason(t *testing.T) {
	for _, f := range leftOuts {
		if f.why == "" {
			t.Errorf("%s", f.name)
		}
	}
	for _, p := range patches {
		if p.why == "" {
			t.Errorf("%s: %s", p.name, p.old)
		}
	}
}

func TestWriteChangesOnlyWhatDiffers(t *testing.T) {
	dir := t.TempDir()
	files := map[string][]byte{"go.mod": []byte("module a"), "pkg/a.go": []byte("package a"), "pkg/b.go": []byte("package b")}
	if err := write(dir, files); err != nil {
		t.Fatal(err)
	}
	stat := func(name string) os.FileInfo {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	before := stat("pkg/a.go")
	if err := os.Chtimes(filepath.Join(dir, "pkg/a.go"), before.ModTime().Add(-1e12), before.ModTime().Add(-1e12)); err != nil {
		t.Fatal(err)
	}
	before = stat("pkg/a.go")
	delete(files, "pkg/b.go")
	files["go.mod"] = []byte("module c")
	if err := write(dir, files); err != nil {
		t.Fatal(err)
	}
	if !stat("pkg/a.go").ModTime().Equal(before.ModTime()) {
		t.Error("a file that was right is written again")
	}
	got := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, name))
		got[path.Clean(name)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string]string{"go.mod": "module c", "pkg/a.go": "package a"}; !maps.Equal(got, want) {
		t.Errorf("there is %q", slices.Sorted(maps.Keys(got)))
	}
}
