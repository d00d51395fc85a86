package sha256

import (
	"bytes"
	"crypto/sha256"
	"testing"
)

// check compares the checksum of data, written in two parts, with the standard library's.
func check(t *testing.T, data []byte, part int) {
	t.Helper()
	want := sha256.Sum256(data)
	if got := Sum256(data); got != want {
		t.Errorf("of %d bytes: %x, want %x", len(data), got, want)
	}
	d := New()
	d.Write(data[:part])
	d.Sum(nil) // changes nothing
	d.Write(data[part:])
	if got := d.Sum([]byte("x")); !bytes.Equal(got, append([]byte("x"), want[:]...)) {
		t.Errorf("of %d and %d bytes: %x, want %x", part, len(data)-part, got, want)
	}
	d.Reset()
	if empty := sha256.Sum256(nil); !bytes.Equal(d.Sum(nil), empty[:]) {
		t.Error("something is left after Reset")
	}
}

func TestEverySizeAroundABlock(t *testing.T) {
	data := bytes.Repeat([]byte("health service journal "), 20)
	for size := range 4 * BlockSize {
		check(t, data[:size], size/3)
	}
	if d := New(); d.Size() != sha256.Size || d.BlockSize() != sha256.BlockSize {
		t.Error("the sizes differ")
	}
}

func FuzzSum256(f *testing.F) {
	f.Add([]byte("abc"), 1)
	f.Fuzz(func(t *testing.T, data []byte, part int) { check(t, data, int(uint(part)%uint(len(data)+1))) })
}
