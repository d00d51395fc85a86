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
	for _, pattern := range []string{"go.mod", "pkg/app/*.go", "pkg/errors/*.go"} {
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
	patched := make(map[string]bool)
	for _, p := range patches {
		patched[p.name] = true
	}
	for _, name := range kept {
		if !patched[name] && !bytes.Equal(got[name], from[name].Data) {
			t.Errorf("%s differs", name)
		}
	}
	for name := range got {
		if strings.HasSuffix(name, "_js.go") && from[name] != nil {
			t.Errorf("%s is go-app's own by now: the stand-in needs another name", name)
		}
		if !slices.Contains(kept, name) && !strings.HasSuffix(name, "_js.go") {
			t.Errorf("%s is in the copy", name)
		}
	}
	for _, f := range leftOuts {
		for _, name := range f.names {
			if got[name] != nil {
				t.Errorf("%s is in the copy", name)
			}
		}
	}
	if text := string(got["pkg/app/js_wasm.go"]); !strings.Contains(text, "replaceNode(v, new, old)") || strings.Contains(text, "replaceChild\"") {
		t.Error("a node that was moved ends the program as before")
	}
}

func TestCopyRefusesAGoAppThatHasChanged(t *testing.T) {
	edit := func(name, old, new string) func(fstest.MapFS) {
		return func(files fstest.MapFS) {
			files[name] = &fstest.MapFile{Data: bytes.Replace(files[name].Data, []byte(old), []byte(new), 1)}
		}
	}
	const line = `v.Call("removeChild", c)`
	for _, test := range []struct {
		name string
		do   func(fstest.MapFS)
		want []string
	}{
		{"a file that is left out", edit("pkg/app/http.go", "net/http", "net/https"), []string{"pkg/app/http.go", "one has changed: their hash is", "the HTTP handler"}},
		{"no file that is left out", func(files fstest.MapFS) { delete(files, "pkg/app/resource.go") }, []string{"pkg/app/resource.go"}},
		{"no file that is kept", func(files fstest.MapFS) { delete(files, "pkg/app/raw.go") }, []string{"pkg/app/raw.go"}},
		{"a file more", func(files fstest.MapFS) { files["pkg/app/more.go"] = &fstest.MapFile{} }, []string{"pkg/app/more.go is new"}},
		{"a line that is patched", edit("pkg/app/js_wasm.go", line, "v.Drop(c)"), []string{"pkg/app/js_wasm.go has changed", "removeChild", "0 times", "translators"}},
		{"that line twice", edit("pkg/app/js_wasm.go", line, line+"; "+line), []string{"2 times"}},
		{"the end of a piece that is cut", edit("pkg/app/node.go", "func component(v UI)", "func componentOf(v UI)"), []string{"pkg/app/node.go has changed", "it holds no"}},
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
			t.Errorf("%s", f.names)
		}
	}
	for _, p := range slices.Concat(patches, stdPatches) {
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
