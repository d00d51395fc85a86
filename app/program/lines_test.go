package program

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// busy is a program that has its stacks walked, moved and searched for pointers, and ends.
const busy = `package main

import "runtime"

type node struct{ next *node }

func grow(n int, above *node) *node {
	var room [64]int
	room[n%64] = n
	if n == 0 {
		runtime.GC()
		return above
	}
	return grow(n-1, &node{above})
}

func main() {
	for range 20 {
		n := 0
		for at := grow(10_000, nil); at != nil; at = at.next {
			n++
		}
		if n != 10_000 {
			println("lost", n)
		}
	}
	func() {
		defer func() { println("recovered", recover().(error).Error()) }()
		var none []int
		none[len(none)] = 1
	}()
	end()
}

func end() { panic("the end") }
`

// A program without lines, and without what finds functions, runs as it did, and its traces name functions.
func TestProgramWithoutItsTables(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node")
	}
	root := newModule(t)
	writeFiles(t, root, map[string]string{"main.go": busy})
	out := filepath.Join(t.TempDir(), "app.wasm")
	if err := Build(root, out, empty()); err != nil {
		t.Fatal(err)
	}
	goroot, err := goCommand(root, "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(node, filepath.Join(strings.TrimSpace(string(goroot)), "lib/wasm/wasm_exec_node.js"), out).CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("it ends with %v", err)
	}
	for _, want := range []string{"recovered runtime error: index out of range [0] with length 0", "panic: the end", "main.end(", "main.main("} {
		if !strings.Contains(string(said), want) {
			t.Errorf("it does not say %q", want)
		}
	}
	for _, not := range []string{"lost", "main.go"} {
		if strings.Contains(string(said), not) {
			t.Errorf("it says %q", not)
		}
	}
	if t.Failed() {
		t.Logf("%s", said)
	}
}

func TestTableLength(t *testing.T) {
	for table, want := range map[string]int{
		"\x00\x05\x00more":             3, // the first pair may begin with 0
		"\x02\x05\x81\x01\x07\x00":     6,
		"\x02\x00\x03\x80\x01\x00more": 6,
	} {
		if got, err := tableLength([]byte(table)); got != want || err != nil {
			t.Errorf("%q is %d long, %v, want %d", table, got, err, want)
		}
	}
	for _, table := range []string{"", "\x02", "\x02\x05", "\x02\x05\x81"} {
		if got, err := tableLength([]byte(table)); !errors.Is(err, errModule) {
			t.Errorf("%q is %d long, %v", table, got, err)
		}
	}
}

// What is no table of functions is refused, or changed, but ends nothing.
func FuzzDropLines(f *testing.F) {
	f.Add([]byte("\xf1\xff\xff\xff\x00\x00\x01\x08" + strings.Repeat("\x00", 64)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := dropLines([]segment{{0, data}}); err != nil && !errors.Is(err, errModule) {
			t.Error(err)
		}
	})
}
