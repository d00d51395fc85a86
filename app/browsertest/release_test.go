//go:build browser

package browsertest

import (
	"io/fs"
	"path"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"icsexplorer/app/site"
)

// release is the built program in a site of its own version: every file of web/
// differs from that of any other release, and the style sheet sets --release to
// the name.
func release(t *testing.T, name string) fstest.MapFS { t.Helper(); return numbered(t, name, 1) }

// numbered is a release with a number.
func numbered(t *testing.T, name string, number int) fstest.MapFS {
	t.Helper()
	web := make(fstest.MapFS)
	static, err := fs.Glob(webFiles(), "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range static {
		content, err := fs.ReadFile(webFiles(), file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(content)
		switch path.Ext(file) {
		case ".css":
			text += "\nbody { --release: " + name + " }\n"
		case ".js":
			text += "// " + name + "\n"
		case ".svg":
			text += "<!-- " + name + " -->\n"
		case ".png":
			text += name // behind the picture's end
		case ".txt":
			text = strconv.Itoa(number)
		}
		web[file] = &fstest.MapFile{Data: []byte(text)}
	}
	built, err := site.Build(builtin, web, withSection(compiled(t), name))
	if err != nil {
		t.Fatal(err)
	}
	return filesOf(built)
}

// impatient is the release with a worker that gives a download up after one second
// without a byte.
func impatient(t *testing.T, release fstest.MapFS) fstest.MapFS {
	t.Helper()
	const patient = "const patience = 60_000;"
	worker := string(release["app-worker.js"].Data)
	if !strings.Contains(worker, patient) {
		t.Fatalf("the worker has no %q", patient)
	}
	release["app-worker.js"].Data = []byte(strings.Replace(worker, patient, "const patience = 1_000;", 1))
	return release
}

// withSection is the program with a custom section of that name, which makes it
// another file and changes nothing else.
func withSection(program []byte, name string) []byte {
	section := []byte{0, byte(1 + len(name)), byte(len(name))}
	return append(append(program[:len(program):len(program)], section...), name...)
}
