package site

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// encoding is a form that files are compressed to: its ending and its writer, set
// to make files as small as they get.
type encoding struct {
	ending string
	writer func(io.Writer) (io.WriteCloser, error)
}

var (
	brotlied = encoding{".br", func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24}), nil
	}}
	zstandard = encoding{".zst", func(w io.Writer) (io.WriteCloser, error) {
		// Browsers take windows of up to 8 MB.
		return zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithWindowSize(8<<20), zstd.WithEncoderConcurrency(1))
	}}
	gzipped = encoding{".gz", func(w io.Writer) (io.WriteCloser, error) {
		return gzip.NewWriterLevel(w, gzip.BestCompression)
	}}
)

// compressible are the endings of files that shrink.
var compressible = []string{".html", ".css", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"}

// Compress puts the compressed forms of the files beside them, named by the file
// and the ending of the encoding, so that a server never has to compress. A form
// that is no smaller than its file is left out.
func (s *Site) Compress() error {
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		if !slices.Contains(compressible, path.Ext(name)) {
			continue
		}
		for _, e := range []encoding{brotlied, zstandard, gzipped} {
			compressed, err := encode(e, s.Files[name])
			if err != nil {
				return fmt.Errorf("compressing %s: %w", name, err)
			}
			if len(compressed) < len(s.Files[name]) {
				s.Files[name+e.ending] = compressed
			}
		}
	}
	return nil
}

func encode(e encoding, content []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := e.writer(&b)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
