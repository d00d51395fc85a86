package server

import (
	"cmp"
	"io"
	"net/http"
)

// maxBody is how many bytes of a request's body are read, to no use but to see that it is what was announced.
const maxBody = 16 << 10

// checkBody reads a body that is short enough to its end, so that no answer goes to a request that turns out to be
// malformed. It returns the status with which to refuse the request, or 0. A body that is too large is not read, nor
// one that the client holds back until we ask for it.
func checkBody(r *http.Request) (status int) {
	switch {
	case r.ContentLength == 0 || r.Header["Expect"] != nil:
		return 0
	case r.ContentLength > maxBody:
		return http.StatusRequestEntityTooLarge
	}
	n, err := io.Copy(io.Discard, io.LimitReader(r.Body, maxBody+1))
	switch {
	case err != nil:
		return http.StatusBadRequest
	case n > maxBody:
		return http.StatusRequestEntityTooLarge
	}
	return 0
}

// ambiguous reports whether somebody between the client and us may see the end of the request elsewhere than we do,
// so that the connection must not carry another. That is so of a length beside a transfer coding, of which net/http
// keeps the coding alone, and of any coding in HTTP/1.0, of which it keeps nothing.
func ambiguous(r *http.Request) bool {
	return r.ProtoMajor == 1 && (r.ProtoMinor == 0 || len(r.TransferEncoding) > 0)
}

// address returns the path for which a request asks, which may stand behind a scheme and a host, as it does when a
// client takes us for a proxy. The host says nothing here, as in the Host header. It is empty where the request has
// another form, or escapes in its path: a cache or a proxy before us may have seen another path than we do.
func address(r *http.Request) string {
	u := r.URL
	switch {
	case u.RawPath != "" || u.User != nil:
		return ""
	case u.Scheme == "":
		return u.Path
	case r.ProtoMajor == 1 && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "":
		return cmp.Or(u.Path, "/")
	}
	return ""
}
