// Package webtest checks a running web server with scripts of requests and expected answers. It is for the tests of
// package server, and for running the same scripts against other servers.
package webtest

import (
	"bytes"
	_ "embed"
	"io"
	"strings"
	"testing/fstest"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/tools/txtar"
)

//go:embed site.txtar
var archive []byte

// Site returns a small site for which the scripts are written: plain files, and beside most of them the variants
// .br, .zst and .gz. The caller may change the result.
func Site() (fstest.MapFS, error) {
	site := make(fstest.MapFS)
	for _, f := range txtar.Parse(archive).Files {
		site[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
		if strings.HasPrefix(f.Name, "_") || strings.HasPrefix(f.Name, ".") || f.Name == "plain.txt" {
			continue
		}
		for extension, data := range map[string]*bytes.Buffer{".br": {}, ".zst": {}, ".gz": {}} {
			if err := encode(data, extension, f.Data); err != nil {
				return nil, err
			}
			site[f.Name+extension] = &fstest.MapFile{Data: data.Bytes(), Mode: 0o644}
		}
	}
	return site, nil
}

// encode writes data to w in the encoding that a file's extension names.
func encode(w io.Writer, extension string, data []byte) error {
	var encoder io.WriteCloser
	var err error
	switch extension {
	case ".br":
		encoder = brotli.NewWriterLevel(w, brotli.BestCompression)
	case ".zst":
		encoder, err = zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
	case ".gz":
		encoder, err = gzip.NewWriterLevel(w, gzip.BestCompression)
	}
	if err != nil {
		return err
	}
	if _, err := encoder.Write(data); err != nil {
		return err
	}
	return encoder.Close()
}
