package site

import (
	"bytes"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// decode undoes the encoding with the ending.
func decode(ending string, content []byte) ([]byte, error) {
	in := bytes.NewReader(content)
	switch ending {
	case ".br":
		return io.ReadAll(brotli.NewReader(in))
	case ".gz":
		r, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		return io.ReadAll(r)
	case ".zst":
		r, err := zstd.NewReader(in)
		if err != nil {
			return nil, err
		}
		defer r.Close()
		return io.ReadAll(r)
	}
	return nil, fmt.Errorf("no encoding %q", ending)
}
