//go:build browser

package browsertest

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"icsexplorer/app/server"
)

// A fault is a way to answer for a file.
type fault struct {
	name  string
	serve func(m *misbehaving, w http.ResponseWriter, r *http.Request, content []byte)
}

var faults = []fault{
	{"missing", func(_ *misbehaving, w http.ResponseWriter, r *http.Request, _ []byte) { http.NotFound(w, r) }},
	{"500", func(_ *misbehaving, w http.ResponseWriter, _ *http.Request, _ []byte) {
		http.Error(w, "out of order", http.StatusInternalServerError)
	}},
	// The connection ends before the length that was announced.
	{"cut short", func(_ *misbehaving, w http.ResponseWriter, _ *http.Request, content []byte) {
		w.Header().Set("Content-Length", strconv.Itoa(len(content)))
		w.Write(content[:len(content)/2])
		flush(w)
		panic(http.ErrAbortHandler)
	}},
	// A part that passes for the whole.
	{"ends early", func(_ *misbehaving, w http.ResponseWriter, _ *http.Request, content []byte) {
		w.Write(content[:len(content)/2])
	}},
	{"hanging", func(m *misbehaving, w http.ResponseWriter, r *http.Request, content []byte) {
		w.Header().Set("Content-Length", strconv.Itoa(len(content)))
		w.Write(content[:len(content)/2])
		flush(w)
		<-r.Context().Done()
	}},
	// What a captive portal answers, whatever the question.
	{"wrong bytes", func(_ *misbehaving, w http.ResponseWriter, _ *http.Request, content []byte) {
		w.Write(bytes.Repeat([]byte("<p>Welcome to our hotel. Please log in.</p>\n"), 1+len(content)/50))
	}},
	{"server gone", func(m *misbehaving, _ http.ResponseWriter, _ *http.Request, _ []byte) {
		go m.host.Stop()
		panic(http.ErrAbortHandler)
	}},
}

func flush(w http.ResponseWriter) { w.(http.Flusher).Flush() }

// misbehaving serves a site, but some files of it wrongly.
type misbehaving struct {
	host  *Host
	site  fs.FS
	files []string
	fault fault

	once sync.Once
	hit  chan struct{} // closed when one of the files has been asked for
}

func misbehave(host *Host, site fs.FS, f fault, files ...string) *misbehaving {
	m := &misbehaving{host: host, site: site, files: files, fault: f, hit: make(chan struct{})}
	host.Serve(m)
	return m
}

func (m *misbehaving) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	content, err := fs.ReadFile(m.site, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	// As the plainest of hosts would: no policy, no word about caching.
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	if !slices.Contains(m.files, name) {
		w.Header().Set("Content-Length", strconv.Itoa(len(content)))
		w.Write(content)
		return
	}
	m.once.Do(func() { close(m.hit) })
	m.fault.serve(m, w, r, content)
}

// role is the name of a file without its hash: what it is in every release.
func role(name string) string {
	stable, _ := server.CutHash(name)
	return stable
}
