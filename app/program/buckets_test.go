package program

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
)

// tablesOf returns a table of functions at the addresses, and behind it the table that finds them.
func tablesOf(t *testing.T, addresses ...uint32) []byte {
	t.Helper()
	header := pcHeader{Magic: pcMagic, Quantum: 1, PointerSize: 8, Functions: uint64(len(addresses))}
	header.FunctionsOffset = uint64(binary.Size(header))
	data, err := binary.Append(nil, binary.LittleEndian, header)
	for i, address := range addresses {
		if err == nil {
			data, err = binary.Append(data, binary.LittleEndian, pcEntry{Address: address, Offset: uint32(i)})
		}
	}
	for i := range 16 * len(addresses) {
		if err == nil {
			data, err = binary.Append(data, binary.LittleEndian, bucket{Function: uint32(i / 16)})
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDropBuckets(t *testing.T) {
	good := tablesOf(t, 4096, 4097, 4098, 4099)
	if err := dropBuckets([]segment{{0, good}}); err != nil {
		t.Fatal(err)
	}
	if left := strings.Count(string(good[72+4*8:]), "\x01") + strings.Count(string(good[72+4*8:]), "\x02"); left > 0 {
		t.Errorf("%d buckets are left", left)
	}
	twice := append(tablesOf(t, 4096, 4097, 4098), tablesOf(t, 4096, 4097, 4098)...)
	for name, segments := range map[string][]segment{
		"no table":                      {{0, []byte("data")}},
		"functions further apart":       {{0, tablesOf(t, 4096, 4098, 4100)}},
		"no buckets":                    {{0, tablesOf(t, 4096, 4097, 4098)[:72+3*8+100]}},
		"buckets twice":                 {{0, twice[:len(twice)/2]}, {1 << 20, twice[len(twice)/2:]}},
		"fewer functions than they say": {{0, tablesOf(t, 4096, 4097, 4098)[:72+8]}},
	} {
		if err := dropBuckets(segments); !errors.Is(err, errModule) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is no table of functions is refused, or changed, but ends nothing.
func FuzzDropBuckets(f *testing.F) {
	f.Add([]byte("\xf1\xff\xff\xff\x00\x00\x01\x08" + strings.Repeat("\x00", 64)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := dropBuckets([]segment{{0, data}}); err != nil && !errors.Is(err, errModule) {
			t.Error(err)
		}
	})
}
