package corpustest

import (
	"runtime"
	"testing"
)

// ReadDamaged calls read with data, which may be damaged, and returns its error. It takes no more than a hundred times
// the data, and so many bytes beside.
func ReadDamaged(t *testing.T, data string, beside int, read func(data string) error) error {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := read(data)
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > uint64(100*len(data)+beside) {
		t.Fatalf("%d bytes take %d", len(data), took)
	}
	return err
}

// CutsAndFlips has data read that is cut off anywhere, which must be an error, and with each of its bits changed, which must
// be one in the first bytes, of which so many are checked.
func CutsAndFlips(t *testing.T, data string, checked int, read func(t *testing.T, data string) error) {
	t.Helper()
	if err := read(t, data); err != nil {
		t.Fatal(err)
	}
	for n := range data {
		if err := read(t, data[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are read", n, len(data))
		}
	}
	damaged, refused := []byte(data), 0
	for i := range damaged {
		for bit := range 8 {
			damaged[i] ^= 1 << bit
			if read(t, string(damaged)) != nil {
				refused++
			} else if i < checked {
				t.Errorf("bit %d of byte %d is not looked at", bit, i)
			}
			damaged[i] ^= 1 << bit
		}
	}
	t.Logf("%d of %d are refused", refused, 8*len(damaged))
}
