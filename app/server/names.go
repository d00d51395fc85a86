package server

import (
	"crypto/sha256"
	"fmt"
	"path"
	"regexp"
	"strings"
)

// The name of a file says what it encodes and how long it may be kept. This is the one place that knows how; the site
// is built with it, and every test host tells files apart by it.

// Coding is a content coding and the extension of files in it, which stand beside the file that they encode.
type Coding struct{ Name, Extension string }

// Codings returns the codings that compress, in the order in which we prefer them.
func Codings() []Coding {
	return []Coding{{"br", ".br"}, {"zstd", ".zst"}, {"gzip", ".gz"}}
}

// identity is the name of the coding that changes nothing.
const identity = "identity"

// codings are those of the variants of a file.
var codings = append(Codings(), Coding{identity, ""})

// Encoded returns the file that the named one encodes, and whether it does.
func Encoded(name string) (plain string, ok bool) {
	for _, c := range Codings() {
		if plain, ok = strings.CutSuffix(name, c.Extension); ok {
			break
		}
	}
	return plain, ok
}

// hashLength is how many hexadecimal digits of its SHA-256 a file has in its name.
const hashLength = 16

// HashedEnding is what names end in that change with the content, as a regular expression for Go and JavaScript.
const HashedEnding = `-[0-9a-f]{16}\.\w+$`

var hashed = regexp.MustCompile(HashedEnding)

// HashedName puts a hash of the content into a name: app.wasm becomes app-0123456789abcdef.wasm.
func HashedName(name string, content []byte) string {
	sum := sha256.Sum256(content)
	ext := path.Ext(name)
	return fmt.Sprintf("%s-%.*x%s", strings.TrimSuffix(name, ext), hashLength/2, sum, ext)
}

// CutHash returns a name without its hash, and whether it had one.
func CutHash(name string) (stable string, ok bool) {
	if !hashed.MatchString(name) {
		return name, false
	}
	ext := path.Ext(name)
	return name[:len(name)-len(ext)-hashLength-1] + ext, true
}

// CacheControl returns the Cache-Control of a file: what changes its name with its content is kept for ever, all else
// is asked for anew each time.
func CacheControl(name string) string {
	if _, ok := CutHash(path.Base(name)); ok {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}
