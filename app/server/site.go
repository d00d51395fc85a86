package server

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// errorPage is the file whose content answers unknown addresses.
const errorPage = "404.html"

// Site is an http.Handler over a fixed table of files, held in memory. It is safe for concurrent use.
type Site struct {
	files   map[string]file // by address
	missing file            // errorPage, if the site has one
	policy  string
}

// file is what is at one address: its variants in the order of codings.
type file []*variant

// variant is one encoding of a file. Neither its body nor its header may be changed.
type variant struct {
	coding string
	body   []byte
	header http.Header
}

// NewHandler reads the whole of a built site, which must have an index.html and a version.json, and of which every
// other file must be of a known type. The policy that goes with all of them is the site's own. Errors name the file that is wrong.
func NewHandler(site fs.FS) (*Site, error) {
	if _, err := fs.Stat(site, "index.html"); err != nil {
		return nil, err
	}
	policy, err := Policy(site)
	if err != nil {
		return nil, err
	}
	s := &Site{files: make(map[string]file), policy: policy}
	err = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		if err != nil || d.IsDir() || base[0] == '.' || base[0] == '_' {
			return err
		}
		if plain, ok := Encoded(name); ok {
			_, err := fs.Stat(site, plain)
			return err
		}
		f, err := newFile(site, name, CacheControl(name), policy)
		s.files["/"+name] = f
		if base == "index.html" {
			s.files["/"+strings.TrimSuffix(name, base)] = f
		}
		return err
	})
	if err == nil {
		s.files["/healthz"], err = newFile(site, "version.json", "no-store", policy)
	}
	s.missing = s.files["/"+errorPage]
	delete(s.files, "/"+errorPage)
	return s, err
}

// newFile reads a file and the variants that stand beside it, and prepares the headers of each.
func newFile(site fs.FS, name, cache, policy string) (f file, err error) {
	kind := mediaTypes[path.Ext(name)]
	if kind == "" {
		return nil, fmt.Errorf("%s: no media type is known for this extension", name)
	}
	for _, c := range codings {
		body, err := fs.ReadFile(site, name+c.Extension)
		if errors.Is(err, fs.ErrNotExist) && c.Name != identity {
			continue
		}
		if err != nil {
			return nil, err
		}
		h := http.Header{
			"Content-Type": {kind}, "Content-Length": {strconv.Itoa(len(body))},
			"Cache-Control": {cache}, "Vary": {"Accept-Encoding"},
		}
		if c.Name != identity {
			h.Set("Content-Encoding", c.Name)
		}
		if name != errorPage {
			h.Set("ETag", fmt.Sprintf(`"%.8x"`, sha256.Sum256(body)))
			h.Set("Accept-Ranges", "bytes")
		}
		secure(h, policy)
		f = append(f, &variant{c.Name, body, h})
	}
	return f, nil
}
