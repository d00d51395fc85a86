package program

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// The runtime finds the function of an address by a table with a bucket for every 4 KB of addresses. In WebAssembly every
// function has 64 KB of them, whatever its size, so that 16 buckets of 20 bytes say its number, and all of them are
// a quarter of the program before it is compressed. But functions lie there one behind the other: std.go has the runtime
// work the number out, and the table is left out here.

// A bucket is one of runtime.findfuncbucket: of a function's number the part that all in it share, and what each adds.
type bucket struct {
	Function uint32
	_        [16]byte
}

const bucketsEach = 16

// dropBuckets clears the table by which the runtime finds functions in the data of a program, in place.
func dropBuckets(segments []segment) error {
	table, err := findFunctions(segments)
	if err != nil {
		return err
	}
	functions := table.entries
	var buckets []byte
	for i, f := range functions {
		if f.Address != functions[0].Address+uint32(i) {
			return fmt.Errorf("function %d has the address %d: %w", i, f.Address, errModule)
		}
		if i > 0 && i < len(functions)-1 { // the first has zeros, and behind the last there is nothing
			for range bucketsEach {
				buckets, _ = binary.Append(buckets, binary.LittleEndian, bucket{Function: uint32(i)})
			}
		}
	}
	found := 0
	for _, s := range segments {
		if at := bytes.Index(s.data, buckets); at >= 0 {
			clear(s.data[at:][:len(buckets)])
			found++
		}
	}
	if found != 1 {
		return fmt.Errorf("%d tables to find functions by, want 1: %w", found, errModule)
	}
	return nil
}
