package site

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"runtime"
	"slices"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"icsexplorer/app/server"
)

// encoding is a coding of the server's with its writer.
type encoding struct {
	server.Coding
	writer func(io.Writer) (io.WriteCloser, error)
}

// writers are set to make files as small as they get, by the names of their codings.
var writers = map[string]func(io.Writer) (io.WriteCloser, error){
	"br": func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24}), nil
	},
	"zstd": func(w io.Writer) (io.WriteCloser, error) {
		// Browsers take windows of up to 8 MB.
		return zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithWindowSize(8<<20), zstd.WithEncoderConcurrency(1))
	},
	"gzip": func(w io.Writer) (io.WriteCloser, error) {
		return gzip.NewWriterLevel(w, gzip.BestCompression)
	},
}

// encodings returns one for each coding of the server's.
func encodings() (list []encoding) {
	for _, c := range server.Codings() {
		list = append(list, encoding{c, writers[c.Name]})
	}
	return list
}

// gzipped is the encoding that every browser can undo from a script.
var gzipped = encoding{server.Coding{Name: "gzip"}, writers["gzip"]}

// compressible are the endings of files that shrink.
var compressible = []string{".html", ".css", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest", ".xml", ".atom"}

// Compress puts the compressed forms of the files beside them, named by the file
// and the ending of the encoding, so that a server never has to compress. A form
// that is no smaller than its file is left out. What the store has is taken from it.
func (s *Site) Compress(store *Store) error {
	type form struct {
		encoding
		name       string
		compressed []byte
		err        error
	}
	var forms []*form
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		if slices.Contains(compressible, path.Ext(name)) {
			for _, e := range encodings() {
				forms = append(forms, &form{encoding: e, name: name})
			}
		}
	}
	// The largest first: nothing else takes as long.
	slices.SortStableFunc(forms, func(a, b *form) int { return len(s.Files[b.name]) - len(s.Files[a.name]) })
	next := make(chan *form)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for f := range next {
				f.compressed, f.err = store.encode(f.encoding, s.Files[f.name])
			}
		})
	}
	for _, f := range forms {
		next <- f
	}
	close(next)
	workers.Wait()
	for _, f := range forms {
		if f.err != nil {
			return fmt.Errorf("compressing %s: %w", f.name, f.err)
		}
		if len(f.compressed) < len(s.Files[f.name]) {
			s.Files[f.name+f.Extension] = f.compressed
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
