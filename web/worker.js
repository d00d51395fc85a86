// The service worker: it keeps one whole version of the site and opens it without
// a network. {{.Version}} and the list of files are filled in when the site is built.
"use strict";

const version = "{{.Version}}";

// Every file of this version with the SHA-256 of its bytes, in hexadecimal. "./" is
// the page; all other names but the manifest's change with their content.
const files = {{.Files}};

const page = "./";
const scope = self.registration.scope;
const prefix = `ics-explorer ${scope} `; // other caches of this origin are none of our business
const cacheName = prefix + version;
const patience = 60_000; // ms without a byte before a download is given up

// A version is stored whole or not at all. What fails here fails the installation,
// and the version before goes on as it was.
self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  try {
    const cache = await caches.open(cacheName);
    await Promise.all(Object.entries(files).map(([name, digest]) => store(cache, name, digest)));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function store(cache, name, digest) {
  const url = new URL(name, scope).href;
  const kept = name === page ? undefined : await keptElsewhere(url);
  if (kept && (await digestOf(await kept.clone().arrayBuffer())) === digest) {
    await cache.put(url, kept);
    return;
  }
  // The page has just fetched most of these, and a name with a hash in it does not
  // go stale; what the browser's own cache has wrong is asked for once more past it.
  const past = () => download(url, "reload", digest);
  await cache.put(url, await (name === page ? past() : download(url, "default", digest).catch(past)));
}

// What is at url, if it has the digest, with its headers, the security headers
// among them. A download that stands still is given up.
async function download(url, cache, digest) {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), patience);
  try {
    const response = await fetch(url, { cache, credentials: "same-origin", signal: abort.signal });
    if (!response.ok) throw new Error(`${url}: status ${response.status}`);
    const chunks = [];
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), patience);
    }
    const bytes = await new Blob(chunks).arrayBuffer();
    if ((await digestOf(bytes)) !== digest) throw new Error(`${url}: not the bytes of version ${version}`);
    const headers = new Headers(response.headers);
    headers.delete("Content-Encoding");
    headers.set("Content-Length", String(bytes.byteLength));
    return new Response(bytes, { headers });
  } finally {
    clearTimeout(timer);
  }
}

// The same file in the version before, so that an update fetches only what changed.
async function keptElsewhere(url) {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName) {
      const kept = await (await caches.open(name)).match(url, { ignoreVary: true });
      if (kept) return kept;
    }
  }
}

async function digestOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, "0")).join("");
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
}

// A new version waits until the reader asks for it.
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  if (request.mode === "navigate") {
    const own = url.href.split(/[?#]/)[0];
    if (own === scope || own === scope + "index.html") event.respondWith(kept(scope, request));
    else event.respondWith(fetch(request).catch(() => kept(scope, request)));
    return;
  }
  const name = url.href.startsWith(scope) ? url.href.slice(scope.length) : "";
  if (name in files) event.respondWith(kept(url.href, request));
});

// What the cache has lost, for instance because storage ran out, the network may
// still have.
async function kept(url, request) {
  try {
    const response = await (await caches.open(cacheName)).match(url, { ignoreVary: true });
    if (response) return response;
  } catch {
    // storage that cannot be read is as good as empty
  }
  return fetch(request);
}
