package site

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
)

// A Store keeps compressed forms in a folder from one build to the next: compressing
// takes nearly all of a build's time, and most files have not changed. A form is found
// by what it is made of: the file, the encoder and how that is set. What the store
// gives is therefore what the encoder would. It is safe for concurrent use; a nil
// Store keeps nothing.
type Store struct {
	dir      string
	encoders string

	mu   sync.Mutex
	used map[string]bool // names of files
}

// NewStore returns the store in a folder, which need not exist. The text encoders says
// which they are, see [Encoders]: with others, nothing is found. If it is empty the
// store is nil.
func NewStore(dir, encoders string) *Store {
	if encoders == "" {
		return nil
	}
	return &Store{dir: dir, encoders: encoders, used: make(map[string]bool)}
}

// Encoders names the modules that the running program has compressed with, or may have:
// all of them. It is empty if the program does not know.
func Encoders() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return namesOf(info.Deps)
	}
	return ""
}

// namesOf returns paths, versions and hashes of modules, or nothing if one is replaced:
// by something that has no version, perhaps.
func namesOf(modules []*debug.Module) string {
	var b strings.Builder
	for _, m := range modules {
		if m.Replace != nil {
			return ""
		}
		fmt.Fprintln(&b, m.Path, m.Version, m.Sum)
	}
	return b.String()
}

// settings is how the encoders are set: the text of the program that sets them.
//
//go:embed compress.go
var settings string

// name returns the name of the file that keeps content in an encoding.
func (s *Store) name(e encoding, content []byte) string {
	key := sha256.New()
	fmt.Fprintf(key, "%s\n%s\n%s\n", s.encoders, settings, e.Name)
	key.Write(content)
	return fmt.Sprintf("%x%s", key.Sum(nil)[:16], e.Extension)
}

// encode returns the content in the encoding, from the store if it is there, and keeps
// it. A file of the store begins with the hash of the rest: one that was not written
// whole, or has been changed, is made anew.
func (s *Store) encode(e encoding, content []byte) ([]byte, error) {
	if s == nil {
		return encode(e, content)
	}
	name := s.name(e, content)
	s.mu.Lock()
	s.used[name] = true
	s.mu.Unlock()
	if kept, err := os.ReadFile(filepath.Join(s.dir, name)); err == nil && len(kept) > sha256.Size {
		sum := sha256.Sum256(kept[sha256.Size:])
		if bytes.Equal(sum[:], kept[:sha256.Size]) {
			return kept[sha256.Size:], nil
		}
	}
	encoded, err := encode(e, content)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(encoded)
	return encoded, os.WriteFile(filepath.Join(s.dir, name), append(sum[:], encoded...), 0o644)
}

// Prune removes from the store what no build since NewStore has used.
func (s *Store) Prune() error {
	if s == nil {
		return nil
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, entry := range entries {
		if !s.used[entry.Name()] {
			if err := os.Remove(filepath.Join(s.dir, entry.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
