// Package sha256 stands in for the standard library's, which tests itself and other ciphers
// at every start. It is FIPS 180-4 as it reads, for the little that the program hashes.
package sha256

import (
	"encoding/binary"
	"hash"
	"math/bits"
)

// Size is that of a checksum in bytes, BlockSize that of what is hashed at once.
const (
	Size      = 32
	BlockSize = 64
)

type digest struct {
	state [8]uint32
	rest  []byte // what is not a whole block yet
	size  uint64 // of all that was written
}

// New returns a hash of nothing so far.
func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

// Sum256 is the checksum of data.
func Sum256(data []byte) [Size]byte {
	d := New()
	d.Write(data)
	return [Size]byte(d.Sum(nil))
}

func (d *digest) Size() int { return Size }

func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Reset() {
	*d = digest{state: [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}}
}

func (d *digest) Write(data []byte) (int, error) {
	d.size += uint64(len(data))
	d.rest = append(d.rest, data...)
	for len(d.rest) >= BlockSize {
		d.block(d.rest[:BlockSize])
		d.rest = d.rest[BlockSize:]
	}
	return len(data), nil
}

// Sum appends the checksum to b. More can be written afterwards.
func (d *digest) Sum(b []byte) []byte {
	last := digest{state: d.state}
	padding := make([]byte, 1+(2*BlockSize-9-len(d.rest))%BlockSize)
	padding[0] = 0x80
	last.Write(d.rest)
	last.Write(padding)
	last.Write(binary.BigEndian.AppendUint64(nil, 8*d.size))
	for _, word := range last.state {
		b = binary.BigEndian.AppendUint32(b, word)
	}
	return b
}

// k are the first 32 bits of what the cube roots of the first 64 primes are more than whole.
var k = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

func (d *digest) block(data []byte) {
	var w [64]uint32
	for i := range 16 {
		w[i] = binary.BigEndian.Uint32(data[4*i:])
	}
	rotate := func(x uint32, by int) uint32 { return bits.RotateLeft32(x, -by) }
	for i := 16; i < 64; i++ {
		a, b := w[i-15], w[i-2]
		w[i] = w[i-16] + w[i-7] + (rotate(a, 7) ^ rotate(a, 18) ^ a>>3) + (rotate(b, 17) ^ rotate(b, 19) ^ b>>10)
	}
	s := d.state
	for i := range 64 {
		a, e := s[0], s[4]
		t1 := s[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (e&s[5] ^ ^e&s[6]) + k[i] + w[i]
		t2 := (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + (a&s[1] ^ a&s[2] ^ s[1]&s[2])
		s = [8]uint32{t1 + t2, a, s[1], s[2], s[3] + t1, e, s[5], s[6]}
	}
	for i := range s {
		d.state[i] += s[i]
	}
}
