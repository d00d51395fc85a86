// Package server puts the built site on a network, and says no to everything else.
//
// NewHandler reads the site once into a table of addresses that never changes. A request is a look-up in that
// table: no path of a request ever reaches a file system, and nothing of a request is sent back or logged.
// Run adds what a server on the internet needs around it: TLS, time-outs, limits, a log, an orderly stop.
//
// # Addresses
//
// A file's address is its path, written exactly so: `/app%2ewasm` and `//app.wasm` are not found. The absolute form of
// a request, `GET http://host/app.wasm`, means the same as `GET /app.wasm`, whatever the host. A folder's index.html answers under the folder's address and under its own, with the same bytes;
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
//
// # Policy
//
// Every file goes out with the content security policy that the build has written into _headers, which names the
// scripts and styles that stand in the pages, and so does every answer that is no file.
//
// # Memory
//
// The site is held once, whatever the number of readers. Beside it, a connection in HTTP/2 holds at most 32 requests,
// each with a header of up to 16 KB and a stack of some 16 KB, and as many headers of requests that it has cancelled as
// wait for their turn, up to 4 times 32; one frame of 16 KB in and one out; 64 KB of bodies. A flood of 100 connections
// that do all of it and read nothing takes 0.4 to 1.2 MB of memory each. In HTTP/1 a connection has one request, and
// what waits of its answer waits in the site.
package server
