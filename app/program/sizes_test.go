package program

import (
	"errors"
	"slices"
	"testing"
)

func TestSizesAddUpToTheProgram(t *testing.T) {
	all, err := Sizes(newModule(t), empty())
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, s := range all {
		sum += s.Bytes
		if s.Package == "other" && s.Bytes > 50_000 {
			t.Errorf("%d bytes are of no package", s.Bytes)
		}
	}
	for _, name := range []string{"data", "runtime", "syscall/js", goApp + "/pkg/app"} {
		if !slices.ContainsFunc(all, func(s Size) bool { return s.Package == name && s.Bytes > 1000 }) {
			t.Errorf("nothing is of %s", name)
		}
	}
	if !slices.IsSortedFunc(all, func(a, b Size) int { return b.Bytes - a.Bytes }) || sum < 1_000_000 {
		t.Errorf("%d bytes in all: %v", sum, all)
	}
}

func TestSizesOfWhatHasNoNames(t *testing.T) {
	for _, module := range [][]byte{nil, []byte("\x00asm\x01\x00\x00\x00"), moduleOf(segment{0, []byte("a")})} {
		if all, err := sizes(module, nil); !errors.Is(err, errModule) {
			t.Errorf("%v, %v", all, err)
		}
	}
}

func TestPackageOf(t *testing.T) {
	of := packageOf([]string{"time", "syscall/js", "github.com/a-b/c/v2", "internal/runtime/maps"})
	for name, want := range map[string]string{
		"time.Time.Format": "time", "syscall_js.Value.Get": "syscall/js", "github.com_a_b_c_v2.F": "github.com/a-b/c/v2",
		"internal_runtime_maps.__Iter_.Next": "internal/runtime/maps", "timer": "other", "type_.eq.x": "other",
	} {
		if got := of(name); got != want {
			t.Errorf("%s is of %s, want %s", name, got, want)
		}
	}
}
