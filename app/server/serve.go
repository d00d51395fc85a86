package server

import (
	"bytes"
	"maps"
	"net/http"
	"regexp"
	"strings"
	"time"
)

// maxRanges is how many ranges a request may ask for; asked for more, the whole file is sent.
const maxRanges = 16

// ServeHTTP answers GET and HEAD from the table. It sets the request's Pattern to the address it found, and leaves
// it empty where there is none, so that a log can name addresses without repeating what a reader typed.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.TLS != nil { // over plain HTTP browsers must ignore it
		w.Header().Set("Strict-Transport-Security", "max-age=63072000")
	}
	bad := checkBody(r)
	if r.ProtoMajor == 1 && bad != 0 || ambiguous(r) {
		w.Header().Set("Connection", "close")
	}
	switch {
	case bad == http.StatusBadRequest:
		s.refuse(w, bad)
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		s.refuse(w, http.StatusMethodNotAllowed)
		return
	case bad != 0:
		s.refuse(w, bad)
		return
	}
	name := address(r)
	f, status := s.files[name], http.StatusOK
	if f == nil {
		f, status = s.missing, http.StatusNotFound
	} else {
		r.Pattern = name
	}
	switch v := f.choose(r.Header["Accept-Encoding"]); {
	case v != nil:
		v.send(w, r, status)
	case status == http.StatusOK:
		s.refuse(w, http.StatusNotAcceptable)
	default:
		s.refuse(w, status)
	}
}

// send answers with the variant, or with the part of it that the request asks for.
func (v *variant) send(w http.ResponseWriter, r *http.Request, status int) {
	maps.Copy(w.Header(), v.header)
	if allowed := time.Duration(len(v.body)) * time.Second / slowest; allowed > writeTimeout {
		// Writers without deadlines, as in tests, have no slow readers either.
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(allowed))
	}
	if status == http.StatusOK && (r.Header["If-Match"] != nil || r.Header["If-None-Match"] != nil || r.Header["Range"] != nil) {
		v.sendPart(w, r)
		return
	}
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		// A smaller body may fit the buffer; of a larger one, holding a piece costs more than it saves.
		if c, ok := r.Context().Value(connKey{}).(*conn); ok && buffer < len(v.body) && len(v.body) <= 2*buffer {
			c.hold = true
		}
		v.write(w, r)
	}
}

// write sends the body. In HTTP/2 it goes in pieces: a frame is copied whole before it is sent, and a client may ask
// for frames of 16 MB.
func (v *variant) write(w http.ResponseWriter, r *http.Request) {
	piece := len(v.body)
	if r.ProtoMajor == 2 {
		piece = maxFrame
	}
	for rest := v.body; len(rest) > 0; {
		n, err := w.Write(rest[:min(piece, len(rest))])
		if err != nil {
			return // nobody is there to be told
		}
		rest = rest[n:]
	}
}

// emptySuffix finds the range of a file's last 0 bytes, for which ServeContent answers 206 with a range that ends
// before it starts.
var emptySuffix = regexp.MustCompile(`[=,][ \t]*-[ \t]*\+?0+[ \t]*(,|$)`)

// sendPart answers a request that has conditions or ranges as ServeContent does, but for what that gets wrong.
func (v *variant) sendPart(w http.ResponseWriter, r *http.Request) {
	r = r.Clone(r.Context())
	for _, name := range []string{"If-Match", "If-None-Match"} {
		if lines := r.Header[name]; len(lines) > 1 { // of which it would read only the first
			r.Header.Set(name, strings.Join(lines, ","))
		}
	}
	// Only GET has ranges, other units than bytes must be ignored, and a long list costs us more than it could save.
	ranges := r.Header.Get("Range")
	if r.Method != http.MethodGet || !strings.HasPrefix(ranges, "bytes=") ||
		strings.Count(ranges, ",") >= maxRanges || emptySuffix.MatchString(ranges) {
		r.Header.Del("Range")
	}
	if r.Header["If-Match"] != nil { // it leaves the length of the file on an answer 412, which has no body
		w.Header().Del("Content-Length")
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(v.body))
}

// refuse answers with a status and its name.
func (s *Site) refuse(w http.ResponseWriter, status int) {
	secure(w.Header(), s.policy)
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Vary", "Accept-Encoding")
	http.Error(w, http.StatusText(status), status)
}
