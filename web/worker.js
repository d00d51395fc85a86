// The service worker: it keeps one whole version of the site and opens it without
// a network. What stands in double braces is filled in when the site is built.
"use strict";
{
  // One block, so that a worker cut short in transit does not parse, let alone install.

  const version = "{{.Version}}";
  const order = {{.Order}}; // of the release: a later one has a higher, or the same

  // Every file of this version with the SHA-256 of its bytes, in hexadecimal. "./" is
  // the page; every other name changes with its content, so that whatever is stored
  // under it, by this version or another, is right.
  const files = {{.Files}};

  const page = "./";
  const scope = self.registration.scope;
  const prefix = `ics-explorer ${scope} `; // other caches of this origin are none of our business
  const cacheName = prefix + version;
  const patience = 60_000; // ms without a byte before a download is given up
  const pageTime = 10_000; // ms that the host has for a page before the stored one is shown
  const answerTime = 3_000; // ms a tab has to say which version it shows
  const remembered = 50; // versions that were in charge before

  // In the cache of a version that has been in charge: tabs may show it. One that has
  // not been is what a later version came before. It holds the version's order, and the
  // versions that were in charge before it.
  const mark = new URL("been-in-charge", scope).href;

  // A version is stored whole or not at all. What fails here fails the installation,
  // and the version before goes on as it was.
  self.addEventListener("install", (event) => event.waitUntil(install()));

  async function install() {
    try {
      if (self.registration.active && (await isEarlier())) {
        throw Object.assign(new Error(`${version} comes before the version in charge`), { name: "EarlierError" });
      }
      await storeAll();
    } catch (error) {
      await tell({ failed: error.name });
      if (!(await inCharge(cacheName))) await caches.delete(cacheName);
      throw error;
    }
    for (const name of await otherVersions()) {
      if (!(await inCharge(name))) await caches.delete(name);
    }
  }

  // A host may still have an earlier version somewhere, and give its worker out. It must not
  // even wait: what waits takes over when no tab is left. Where the order says nothing, what
  // this browser has left behind is earlier.
  async function isEarlier() {
    for (const name of await otherVersions()) {
      const other = await inCharge(name);
      if (other && (other.order > order || (other.order === order && other.past.includes(version)))) return true;
    }
    return false;
  }

  async function storeAll() {
    const cache = await caches.open(cacheName);
    const stop = new AbortController();
    try {
      await Promise.all(Object.entries(files).map(([name, digest]) => store(cache, name, digest, stop.signal)));
    } finally {
      stop.abort(); // after a failure the rest is fetched in vain
    }
  }

  async function store(cache, name, digest, stop) {
    const url = new URL(name, scope).href;
    const stored = await (name === page ? cache.match(url, { ignoreVary: true }) : storedAnywhere(url));
    if (stored && (await digestOf(await stored.clone().arrayBuffer())) === digest) {
      await cache.put(url, stored);
      return;
    }
    // The page has just fetched most of these, and a name with a hash in it does not
    // go stale; what the browser's own cache has wrong is asked for once more past it.
    // Some hosts know the page by its file name alone.
    const [first, second] = name === page
      ? [[url, "reload"], [new URL("index.html", scope).href, "reload"]]
      : [[url, "default"], [url, "reload"]];
    const response = await download(...first, digest, stop).catch(() => download(...second, digest, stop));
    await cache.put(url, response);
  }

  // What is at url, if it has the digest, with its headers, the security headers
  // among them. A download that stands still is given up.
  async function download(url, cache, digest, stop) {
    stop.throwIfAborted();
    const abort = new AbortController();
    const giveUp = () => abort.abort();
    stop.addEventListener("abort", giveUp);
    let timer = setTimeout(giveUp, patience);
    try {
      const response = await fetch(url, { cache, credentials: "same-origin", signal: abort.signal });
      if (!response.ok) throw new Error(`${url}: status ${response.status}`);
      const chunks = [];
      for (const reader = response.body.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) break;
        chunks.push(value);
        clearTimeout(timer);
        timer = setTimeout(giveUp, patience);
      }
      const bytes = await new Blob(chunks).arrayBuffer();
      if ((await digestOf(bytes)) !== digest) {
        throw Object.assign(new Error(`${url}: not the bytes of version ${version}`), { name: isOurs(url, bytes) ? "AlteredError" : "Error" });
      }
      const headers = new Headers(response.headers);
      headers.delete("Content-Encoding");
      headers.set("Content-Length", String(bytes.byteLength));
      return new Response(bytes, { headers });
    } finally {
      clearTimeout(timer);
      stop.removeEventListener("abort", giveUp);
    }
  }

  // Whether what has not the bytes of this version is meant to be of it, rather than of
  // another version or somebody's log-in: a page says so, other names say it by their hash.
  function isOurs(url, bytes) {
    const start = new TextDecoder().decode(bytes.slice(0, 1000));
    if (url.endsWith("/") || url.endsWith("/index.html")) return start.includes(` data-version="${version}"`);
    return !/^\s*<(!doctype|html)/i.test(start);
  }

  async function digestOf(bytes) {
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, "0")).join("");
  }

  // What is stored at url, by this version rather than by another.
  async function storedAnywhere(url) {
    const storedBy = async (name) => (await caches.open(name)).match(url, { ignoreVary: true });
    const own = await storedBy(cacheName); // every file of every start is looked up here: no list of caches for it
    if (own) return own;
    for (const name of await otherVersions()) {
      const other = await storedBy(name);
      if (other) return other;
    }
  }

  async function otherVersions() {
    return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  }

  // What the mark of a version holds, or undefined if it has none.
  async function inCharge(name) {
    const response = (await caches.has(name)) && (await (await caches.open(name)).match(mark));
    if (!response) return undefined;
    return { order: 0, past: [], ...(await response.json().catch(() => undefined)) }; // it once held nothing
  }

  // The versions that were in charge before this one, the last of them last.
  async function past() {
    const versions = new Set((await inCharge(cacheName))?.past);
    for (const name of await otherVersions()) {
      const other = await inCharge(name);
      if (!other) continue;
      for (const earlier of [...other.past, name.slice(prefix.length)]) versions.add(earlier);
    }
    versions.delete(version);
    return [...versions].slice(-remembered);
  }

  // What is missing of this version: storage can be emptied at any time.
  async function missingFiles() {
    const names = Object.keys(files);
    try {
      if (!(await caches.has(cacheName))) return names;
      const stored = new Set((await (await caches.open(cacheName)).keys()).map((request) => request.url));
      return names.filter((name) => !stored.has(new URL(name, scope).href));
    } catch {
      return names; // storage that cannot be read is as good as empty
    }
  }

  // Without pictures and the manifest the page opens as well.
  function isNeeded(name) {
    return name === page || /\.(js|css|wasm)$/.test(name);
  }

  self.addEventListener("activate", (event) => event.waitUntil(activate()));

  async function activate() {
    const record = JSON.stringify({ order, past: await past() });
    await (await caches.open(cacheName)).put(mark, new Response(record));
    await sweep();
  }

  // Versions before this one go once no tab shows them: a tab that is still loading
  // finds its own files until then, whatever has become of the host's. Caches are
  // listed in the order in which they were made.
  async function sweep() {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    const others = names.slice(0, Math.max(0, names.indexOf(cacheName)));
    if (others.length === 0) return;
    const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const shown = await Promise.all(tabs.map(versionOf));
    if (shown.includes(undefined)) return; // a tab that does not answer may show any of them
    for (const name of others) {
      if (!shown.includes(name.slice(prefix.length)) && (await inCharge(name))) await caches.delete(name);
    }
  }

  // The version a tab shows, or undefined if it does not say.
  function versionOf(tab) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => resolve(event.data);
      setTimeout(resolve, answerTime);
      tab.postMessage({ ask: "version" }, [port2]);
    });
  }

  async function tell(message) {
    const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    for (const tab of tabs) tab.postMessage(message);
  }

  self.addEventListener("message", (event) => {
    switch (event.data) {
      case "take over": // a new version waits until the reader asks for it
        event.waitUntil(self.skipWaiting());
        break;
      case "state":
        event.waitUntil(state().then((state) => event.ports[0].postMessage(state)));
        break;
      case "shown": // a tab shows a version, perhaps no longer the one before
        event.waitUntil(self.clients.claim().then(sweep)); // a first visit counts, too
        break;
    }
  });

  async function state() {
    const missing = await missingFiles();
    const own = await inCharge(cacheName).catch(() => undefined);
    return { version, order, past: own?.past ?? [], whole: missing.length === 0 };
  }

  self.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(scope)) return;
    const name = request.url.slice(scope.length).split(/[?#]/)[0];
    if (request.mode !== "navigate") {
      if (/^[^/]*{{.HashedEnding}}/.test(name)) event.respondWith(file(request));
    } else if (name === "" || name === "index.html") {
      event.respondWith(wholePage(event));
    } else {
      event.respondWith(fetch(request).catch(() => elsewhere(request)));
    }
  });

  async function file(request) {
    const stored = await storedAnywhere(request.url).catch(() => undefined);
    return stored ?? fetch(request);
  }

  // The page of this version, if what it needs to open is there; what is missing is
  // fetched beside it. Otherwise the network's, if that answers in time and with the
  // explorer, rather than with an error or somebody's log-in; else what there is.
  async function wholePage(event) {
    const missing = await missingFiles();
    if (missing.length > 0) event.waitUntil(storeAll().then(() => tell({ stored: version }), () => undefined));
    const stored = await storedPage().catch(() => undefined);
    if (stored && !missing.some(isNeeded)) return stored;
    const answer = fetch(event.request).catch(() => Response.error());
    if (!stored) return answer;
    const late = new Promise((resolve) => setTimeout(resolve, pageTime));
    return (await Promise.race([explorerOf(answer), late])) ?? stored;
  }

  // The answer, if it is a version of the page.
  async function explorerOf(answer) {
    const response = await answer;
    if (!response.ok) return undefined;
    const start = (await response.clone().text().catch(() => "")).slice(0, 1000);
    return /<html[^>]* data-version="/.test(start) ? response : undefined;
  }

  // Without the network an address that is not the page leads to it: shown there, it would
  // look for its files in the wrong folder. What a system's own page shows is a view of it, and the
  // map leads to all of them.
  async function elsewhere(request) {
    if (!(await storedPage())) return Response.error();
    const { origin, pathname, search } = new URL(request.url);
    const own = /^ics\/(?:([a-z-]+)\/)?(?:index\.html)?$/.exec((origin + pathname).slice(scope.length));
    const view = own ? (own[1] ? `?ics=${own[1]}` : "?show=map") : search;
    return Response.redirect(new URL(page + view, scope).href);
  }

  async function storedPage() {
    const cache = await caches.open(cacheName);
    return cache.match(new URL(page, scope).href, { ignoreVary: true });
  }
}
