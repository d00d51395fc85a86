package server

import (
	"bytes"
	"maps"
	"net/http"
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
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed)
		return
	}
	f, status := s.files[r.URL.Path], http.StatusOK
	// The address must be in origin form and without escapes: then a cache or a proxy before us saw what we see.
	if f == nil || r.URL.Scheme != "" || r.URL.RawPath != "" {
		f, status = s.missing, http.StatusNotFound
	} else {
		r.Pattern = r.URL.Path
	}
	switch v := f.choose(r.Header["Accept-Encoding"]); {
	case v != nil:
		v.send(w, r, status)
	case status == http.StatusOK:
		refuse(w, http.StatusNotAcceptable)
	default:
		refuse(w, status)
	}
}

// send answers with the variant, or with the part of it that the request asks for.
func (v *variant) send(w http.ResponseWriter, r *http.Request, status int) {
	maps.Copy(w.Header(), v.header)
	if allowed := timeToSend(len(v.body)); allowed > writeTimeout {
		// Writers without deadlines, as in tests, have no slow readers either.
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(allowed))
	}
	if r.Header["Range"] != nil && !rangeable(r) {
		r = r.Clone(r.Context())
		r.Header.Del("Range")
	}
	ifMatch := r.Header["If-Match"] != nil
	if status == http.StatusOK && (ifMatch || r.Header["If-None-Match"] != nil || r.Header["Range"] != nil) {
		if ifMatch { // ServeContent leaves the length of the file on an answer 412, which has no body
			w.Header().Del("Content-Length")
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(v.body))
		return
	}
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		writeBody(w, r, v.body)
	}
}

// rangeable reports whether to obey a Range header: only GET has ranges, other units than bytes must be ignored,
// and a long list of ranges costs us more than it could save the reader.
func rangeable(r *http.Request) bool {
	ranges := r.Header.Get("Range")
	return r.Method == http.MethodGet && strings.HasPrefix(ranges, "bytes=") && strings.Count(ranges, ",") < maxRanges
}

// refuse answers with a status and its name.
func refuse(w http.ResponseWriter, status int) {
	secure(w.Header())
	w.Header().Set("Cache-Control", ask)
	w.Header().Set("Vary", "Accept-Encoding")
	http.Error(w, http.StatusText(status), status)
}
