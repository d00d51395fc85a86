// Package server puts the built site on a network, and says no to everything else.
//
// NewHandler reads the site once into a table of addresses that never changes. A request is a look-up in that
// table: no path of a request ever reaches a file system, and nothing of a request is sent back or logged.
// Run adds what a server on the internet needs around it: TLS, time-outs, limits, a log, an orderly stop.
//
// # Addresses
//
// A file's address is its path, written exactly so: `/app%2ewasm`, `//app.wasm` and `http://host/app.wasm` are
// not found. A folder's index.html answers under the folder's address and under its own, with the same bytes;
// nothing redirects, so no answer is made from the request's Host or query. Files whose names begin with a dot
// or an underscore are for other hosts and have no address. 404.html has none either: it is the body of every
// answer 404. `/healthz` is version.json under an address that nothing may store.
//
// # Variants
//
// `name.br`, `name.zst` and `name.gz` are the file `name` encoded: not addresses but variants of its own, chosen
// by Accept-Encoding. The highest quality wins; of equals, brotli comes before zstd, gzip and the plain file. If
// every variant is refused the answer is 406. Each variant has its own strong ETag, a hash of its bytes.
//
// There is no Last-Modified: builds are reproducible, so a file has no honest date, and a fixed one would answer
// If-Modified-Since with 304 for ever. Conditions on a date are ignored, as RFC 9110 wants of files without one.
package server
