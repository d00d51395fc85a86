package program

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// memory is what stands at the addresses of segments, zero between them and, without saying, behind them.
func memory(segments []segment) []byte {
	var m []byte
	for _, s := range segments {
		m = append(m, make([]byte, int(s.address)-len(m))...)
		m = append(m, s.data...)
	}
	return bytes.TrimRight(m, "\x00")
}

// sections returns the sections of a module but for that of its data, and the data.
func sections(t testing.TB, module []byte) (others []byte, data []segment) {
	t.Helper()
	rest := module[8:]
	for len(rest) > 0 {
		id := rest[0]
		content, after, err := sized(rest[1:])
		if err != nil {
			t.Fatal(err)
		}
		if id != dataSection {
			others = append(others, rest[:len(rest)-len(after)]...)
		} else if data, err = readSegments(content); err != nil {
			t.Fatal(err)
		}
		rest = after
	}
	return others, data
}

// moduleOf returns a module with some code and the segments.
func moduleOf(segments ...segment) []byte {
	module := appendSized([]byte("\x00asm\x01\x00\x00\x00\x0a"), []byte("code"))
	return appendSized(append(module, dataSection), writeSegments(segments))
}

func TestJoinSegments(t *testing.T) {
	text := func(address uint32, text string) segment { return segment{address, []byte(text)} }
	for _, test := range []struct {
		name     string
		in, want []segment
	}{
		{"close together", []segment{text(64, "ab"), text(70, "c")}, []segment{text(64, "ab\x00\x00\x00\x00c")}},
		{"one behind the other", []segment{text(0, "ab"), text(2, "c")}, []segment{text(0, "abc")}},
		{"as far as it goes", []segment{text(1, "a"), text(2+widestGap, "b")}, []segment{text(1, "a"+strings.Repeat("\x00", widestGap)+"b")}},
		{"further apart", []segment{text(1, "a"), text(3+widestGap, "b")}, []segment{text(1, "a"), text(3+widestGap, "b")}},
		{"high up", []segment{text(1<<31-1, "a"), text(1<<31, "b"), text(1<<32-2, "c")}, []segment{text(1<<31-1, "ab"), text(1<<32-2, "c")}},
		{"in no order", []segment{text(8, "b"), text(0, "a")}, []segment{text(0, "a\x00\x00\x00\x00\x00\x00\x00b")}},
		{"none", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := joinSegments(moduleOf(test.in...))
			if want := moduleOf(test.want...); err != nil || !bytes.Equal(got, want) {
				t.Errorf("got %q, %v\nwant %q", got, err, want)
			}
		})
	}
}

// Zeros that a change leaves are no part of a module, unless there are few.
func TestJoinSegmentsCutsWhatAChangeHasCleared(t *testing.T) {
	const few, many = widestGap, widestGap + 1
	for _, test := range []struct{ from, to int }{{0, many}, {1, 1 + few}, {1, 1 + many}, {100 - few, 100}, {100 - many, 100}, {0, 100}} {
		clearAll := func(segments []segment) error {
			clear(segments[0].data[test.from:test.to])
			return nil
		}
		before := []segment{{64, bytes.Repeat([]byte("a"), 100)}, {200, []byte("b")}}
		joined, err := joinSegments(moduleOf(before...), clearAll)
		if err != nil {
			t.Fatal(err)
		}
		want := memory(before)
		clear(want[64+test.from : 64+test.to])
		_, after := sections(t, joined)
		if !bytes.Equal(memory(after), want) {
			t.Errorf("%v: the memory differs", test)
		}
		for _, s := range after {
			if bytes.Contains(s.data, make([]byte, many)) || len(s.data) == 0 {
				t.Errorf("%v: a segment %q", test, s.data)
			}
		}
	}
}

func TestJoinSegmentsRefusesWhatItDoesNotKnow(t *testing.T) {
	good := moduleOf(segment{64, []byte("ab")})
	for name, module := range map[string][]byte{
		"no module":               []byte("MZ"),
		"another version":         []byte("\x00asm\x02\x00\x00\x00"),
		"cut off":                 good[:len(good)-1],
		"a segment for later":     bytes.Replace(good, []byte{active, constant32}, []byte{1, constant32}, 1),
		"an address that is read": bytes.Replace(good, []byte{active, constant32}, []byte{active, 0x23}, 1),
		"more behind the last":    appendSized([]byte("\x00asm\x01\x00\x00\x00\x0b"), append(writeSegments(nil), 0)),
		"one across another":      moduleOf(segment{64, []byte("ab")}, segment{65, []byte("c")}),
		"the same the other way":  moduleOf(segment{65, []byte("c")}, segment{64, []byte("ab")}),
	} {
		if got, err := joinSegments(module); !errors.Is(err, errModule) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// A program that Go's linker has written has the same memory when it starts, in few segments, and no other
// difference.
func TestJoinedProgramIsTheSameInMemory(t *testing.T) {
	root := newModule(t)
	out := filepath.Join(t.TempDir(), "app.wasm")
	if _, err := goCommand(root, "build", "-o", out, "."); err != nil {
		t.Fatal(err)
	}
	linked, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	joined, err := joinSegments(linked)
	if err != nil {
		t.Fatal(err)
	}
	wantOthers, before := sections(t, linked)
	others, after := sections(t, joined)
	if !bytes.Equal(others, wantOthers) {
		t.Error("another section than that of the data differs")
	}
	if !bytes.Equal(memory(before), memory(after)) {
		t.Error("the memory differs")
	}
	if len(before) < 10_000 || len(after) > 1000 {
		t.Errorf("%d segments have become %d: is joining them still worth it?", len(before), len(after))
	}
}

// Whatever a module holds, what is joined is the same in memory, and joining again changes nothing.
func FuzzJoinSegments(f *testing.F) {
	f.Add(moduleOf(segment{64, []byte("ab")}, segment{70, []byte("c")}))
	f.Add(moduleOf(segment{0, nil}, segment{1 << 20, []byte("c")}))
	f.Fuzz(func(t *testing.T, module []byte) {
		joined, err := joinSegments(module)
		if err != nil {
			t.Skip()
		}
		_, before := sections(t, module)
		_, after := sections(t, joined)
		if len(before) > 0 && before[len(before)-1].address < 1<<24 && !bytes.Equal(memory(before), memory(after)) {
			t.Error("the memory differs")
		}
		again, err := joinSegments(joined)
		if err != nil || !bytes.Equal(again, joined) {
			t.Errorf("joined again it is %q, %v, not %q", again, err, joined)
		}
	})
}
