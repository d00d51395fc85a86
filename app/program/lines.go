package program

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
)

// Beside each function Go's linker writes which line of which file each of its instructions comes from, and where its
// arguments are, for the traces of a program that ends. No compressor makes much of these tables: they are a
// fourteenth of the program after brotli. Without them a trace names its functions, and says ? where it said the line.
// What the runtime needs to walk a stack and to find its pointers are other tables, which stay as they are.

// The header of the runtime's table of functions, where one function is, and the function, as in runtime/symtab.go and
// runtime/runtime2.go.
type (
	pcHeader struct {
		Magic                              uint32
		_                                  [2]byte
		Quantum, PointerSize               uint8
		Functions, Files                   uint64
		_                                  uint64
		NameOffset, UnitOffset, FileOffset uint64
		TablesOffset, FunctionsOffset      uint64
	}
	pcEntry    struct{ Address, Offset uint32 } // in WebAssembly the address is the number of the function
	pcFunction struct {
		Entry                            uint32
		Name, Args                       int32
		DeferReturn                      uint32
		StackTable, FileTable, LineTable uint32
		Tables                           uint32 // more of them, behind the function
		Unit                             uint32
		StartLine                        int32
		ID, Flag                         uint8
		_                                uint8
		Data                             uint8
	}
)

const pcMagic = 0xfffffff1

// Of the more tables of a function, that of the instructions at which no signal may stop it, and there are no signals in
// a browser, and that of which arguments are live at which; and of its data, what says where arguments are, and which
// are live. As in internal/abi/symtab.go.
const (
	unsafePoints, liveArguments = 0, 3
	argumentsInfo, liveInfo     = 5, 6
)

// A functionTable is the runtime's table of functions.
type functionTable struct {
	header  pcHeader
	entries []pcEntry
	data    []byte // from the header on, with what stands behind the table
}

// findFunctions returns the table of functions in the data of a program.
func findFunctions(segments []segment) (t functionTable, err error) {
	magic := append(binary.LittleEndian.AppendUint32(nil, pcMagic), 0, 0, 1, 8)
	for _, s := range segments {
		if at := bytes.Index(s.data, magic); at >= 0 {
			t.data = s.data[at:]
			break
		}
	}
	h, size := &t.header, uint64(len(t.data))
	if size == 0 {
		return t, fmt.Errorf("no table of functions: %w", errModule)
	}
	if _, err := binary.Decode(t.data, binary.LittleEndian, h); err != nil {
		return t, errModule
	}
	if h.UnitOffset > h.TablesOffset || h.TablesOffset > h.FunctionsOffset || h.FunctionsOffset > size || h.Functions > size {
		return t, errModule
	}
	t.entries = make([]pcEntry, h.Functions)
	if _, err := binary.Decode(t.data[h.FunctionsOffset:], binary.LittleEndian, t.entries); err != nil {
		return t, errModule
	}
	return t, nil
}

// dropLines clears the tables of files and lines in the data of a program, in place.
func dropLines(segments []segment) error {
	table, err := findFunctions(segments)
	if err != nil {
		return err
	}
	header, data := table.header, table.data
	tables, functions := data[header.TablesOffset:header.FunctionsOffset], data[header.FunctionsOffset:]
	lines := make(map[uint32]bool)
	others := make(map[uint32]bool) // a table that is the same for both stands there once
	for _, entry := range table.entries {
		var f pcFunction
		function := functions[min(uint64(entry.Offset), uint64(len(functions))):]
		size, err := binary.Decode(function, binary.LittleEndian, &f)
		if err != nil || (uint64(f.Tables)+uint64(f.Data))*4 > uint64(len(function)-size) {
			return errModule
		}
		lines[f.FileTable], lines[f.LineTable], others[f.StackTable] = true, true, true
		for n := range f.Tables {
			at := function[size+4*int(n):]
			if offset := binary.LittleEndian.Uint32(at); n != unsafePoints && n != liveArguments {
				others[offset] = true
			} else {
				lines[offset] = true
				binary.LittleEndian.PutUint32(at, 0)
			}
		}
		for n := argumentsInfo; n <= liveInfo && n < int(f.Data); n++ {
			binary.LittleEndian.PutUint32(function[size+4*(int(f.Tables)+n):], math.MaxUint32) // none
		}
		f.FileTable, f.LineTable, f.StartLine, f.Unit = 0, 0, 0, 0 // none
		if _, err := binary.Encode(function, binary.LittleEndian, f); err != nil {
			return err
		}
	}
	clear(data[header.UnitOffset:header.TablesOffset]) // the names of files
	for offset := range lines {
		if offset == 0 || others[offset] {
			continue
		}
		length, err := tableLength(tables[min(uint64(offset), uint64(len(tables))):])
		if err != nil {
			return err
		}
		clear(tables[offset:][:length])
	}
	return nil
}

// tableLength is that of a table: pairs of numbers, of which the first is 0 only behind the last, or in the first pair.
func tableLength(table []byte) (length int, err error) {
	for pair := 0; ; pair++ {
		if pair > 0 && length < len(table) && table[length] == 0 {
			return length + 1, nil
		}
		for range 2 {
			_, size := binary.Uvarint(table[length:])
			if size <= 0 {
				return 0, errModule
			}
			length += size
		}
	}
}
