package program

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Go's linker leaves every run of zeros out of the data of a program, however short, and begins a new segment behind
// it, up to 100,000 of them. Most lie in a table that the runtime finds functions by, of 20 bytes for each 4 KB of code
// when every function takes 64 KB of addresses, so that the same few bytes come again and again. A segment begins with
// its address, which never comes again: the program is a tenth smaller after brotli with the zeros in it, and a browser has
// two hundred segments to copy rather than a hundred thousand. Nothing but the data section is changed, and what stands
// in memory when the program starts is the same.

// widestGap is the number of zeros that two segments become one across. Those of the table lie closer together; the
// few that lie further apart are not worth the memory to copy.
const widestGap = 32

// dataSection is the id of the section that holds the segments of a module.
const dataSection = 11

// A segment is data at an address.
type segment struct {
	address uint32
	data    []byte
}

// end is the address behind it.
func (s segment) end() int { return int(s.address) + len(s.data) }

var errModule = errors.New("not a WebAssembly module as Go's linker writes them")

// joinSegments returns a WebAssembly module with its segments of data joined across gaps of at most widestGap, and then
// changed.
func joinSegments(module []byte, changes ...func([]segment) error) ([]byte, error) {
	const header = "\x00asm\x01\x00\x00\x00"
	rest, found := bytes.CutPrefix(module, []byte(header))
	if !found {
		return nil, errModule
	}
	joined := append(make([]byte, 0, len(module)), header...)
	for len(rest) > 0 {
		id := rest[0]
		content, after, err := sized(rest[1:])
		if err != nil {
			return nil, err
		}
		section := rest[:len(rest)-len(after)]
		if id == dataSection {
			segments, err := readSegments(content)
			if err != nil {
				return nil, fmt.Errorf("data section: %w", err)
			}
			segments = join(segments)
			for _, change := range changes {
				if err := change(segments); err != nil {
					return nil, fmt.Errorf("data section: %w", err)
				}
			}
			section = appendSized([]byte{id}, writeSegments(cut(segments)))
		}
		joined = append(joined, section...)
		rest = after
	}
	return joined, nil
}

// join joins segments that lie close together. They are in order.
func join(segments []segment) []segment {
	var joined []segment
	for _, s := range segments {
		if n := len(joined); n > 0 {
			last := &joined[n-1]
			if gap := int(s.address) - last.end(); gap <= widestGap {
				last.data = append(append(last.data, make([]byte, gap)...), s.data...)
				continue
			}
		}
		joined = append(joined, segment{s.address, slices.Clone(s.data)})
	}
	return joined
}

// cut leaves out the runs of more than widestGap zeros that changes have left in segments.
func cut(segments []segment) []segment {
	var pieces []segment
	gap := make([]byte, widestGap+1)
	for _, s := range segments {
		for len(s.data) > 0 {
			n := bytes.Index(s.data, gap)
			if n < 0 {
				n = len(s.data)
			}
			if n > 0 {
				pieces = append(pieces, segment{s.address, s.data[:n]})
			}
			rest := bytes.TrimLeft(s.data[n:], "\x00")
			s = segment{s.address + uint32(len(s.data)-len(rest)), rest}
		}
	}
	return pieces
}

// These stand around the address of a segment: it is of the memory that there is, and a constant.
const (
	active     = 0x00
	constant32 = 0x41
	ended      = 0x0b
)

// readSegments reads a data section and returns its segments by address. Where one lies across another, which of them
// comes first matters, and it is an error.
func readSegments(section []byte) ([]segment, error) {
	n, rest, err := number(section)
	if err != nil {
		return nil, err
	}
	var segments []segment
	for range n {
		if len(rest) < 2 || rest[0] != active || rest[1] != constant32 {
			return nil, errModule
		}
		address, size := signed(rest[2:])
		if rest = rest[2:]; size == 0 || len(rest) <= size || rest[size] != ended {
			return nil, errModule
		}
		s := segment{address: address}
		if s.data, rest, err = sized(rest[size+1:]); err != nil {
			return nil, err
		}
		segments = append(segments, s)
	}
	if len(rest) > 0 {
		return nil, errModule
	}
	slices.SortStableFunc(segments, func(a, b segment) int { return cmp.Compare(a.address, b.address) })
	for i := 1; i < len(segments); i++ {
		if segments[i-1].end() > int(segments[i].address) {
			return nil, errModule
		}
	}
	return segments, nil
}

func writeSegments(segments []segment) []byte {
	section := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		section = append(appendSigned(append(section, active, constant32), s.address), ended)
		section = appendSized(section, s.data)
	}
	return section
}

// number reads an unsigned number, in LEB128 as binary.Uvarint has it.
func number(b []byte) (n uint32, rest []byte, err error) {
	u, size := binary.Uvarint(b)
	if size <= 0 || u > 1<<32-1 {
		return 0, nil, errModule
	}
	return uint32(u), b[size:], nil
}

// sized reads bytes behind their number.
func sized(b []byte) (content, rest []byte, err error) {
	n, rest, err := number(b)
	if err != nil || uint64(n) > uint64(len(rest)) {
		return nil, nil, errModule
	}
	return rest[:n], rest[n:], nil
}

func appendSized(b, content []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(content))), content...)
}

// signed reads a number of 32 bits in signed LEB128 and returns its size, 0 if there is none. An address above 2 GB is a
// negative number there.
func signed(b []byte) (n uint32, size int) {
	for i := 0; i < min(len(b), 5); i++ {
		n |= uint32(b[i]&0x7f) << (7 * i)
		if b[i] < 0x80 {
			if b[i]&0x40 != 0 && i < 4 {
				n |= ^uint32(0) << (7 * (i + 1))
			}
			return n, i + 1
		}
	}
	return 0, 0
}

func appendSigned(b []byte, n uint32) []byte {
	v := int32(n)
	for v < -0x40 || v >= 0x40 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v)&0x7f)
}
