// Stand-ins for what a service worker works with: storage, the network and tabs. SITES
// names the folder of two versions of a small site.
"use strict";
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const scope = "https://host.example/tools/ics/";
const foreign = "somebody else's";

// A version of the site: its files by name, and what its worker keeps.
function version(name) {
  const dir = join(process.env.SITES, name);
  const files = new Map(readdirSync(dir).map((file) => [file, readFileSync(join(dir, file))]));
  const worker = String(files.get("app-worker.js"));
  const keeps = Object.keys(JSON.parse(/const files = ([^;]*);/.exec(worker)[1]));
  const [, id] = /const version = "(\w+)"/.exec(worker);
  return { files, worker, keeps, id, cache: `ics-explorer ${scope} ${id}` };
}
const old = version("old");
const next = version("next");
const url = (name) => new URL(name, scope).href;
const page = url("./");
const content = (version, name) => version.files.get(name === "./" ? "index.html" : name);
const program = (version) => version.keeps.find((name) => name.endsWith(".wasm"));

// Storage as a browser has it: caches in the order in which they were made.
class Storage {
  stored = new Map();
  full = false;
  async open(name) {
    if (!this.stored.has(name)) this.stored.set(name, new Map());
    const cache = this.stored.get(name);
    const key = (request) => request.url ?? String(request);
    return {
      match: async (request) => cache.get(key(request))?.clone(),
      put: async (request, response) => {
        if (this.full) throw new DOMException("no room", "QuotaExceededError");
        cache.set(key(request), new Response(await response.arrayBuffer(), { headers: response.headers }));
      },
      keys: async () => [...cache.keys()].map((url) => ({ url })),
    };
  }
  async has(name) { return this.stored.has(name); }
  async keys() { return [...this.stored.keys()]; }
  async delete(name) { return this.stored.delete(name); }
  async put(name, url, body) { await (await this.open(name)).put(url, new Response(body)); }
  async text(name, url) { return (await (await this.open(name)).match(url))?.text(); }
}

// A tab: it hears, and says which version it shows if it is asked and has something to say.
function tab(shows) {
  const heard = [];
  return { heard, postMessage(message, ports) {
    heard.push(message);
    if (message.ask === "version" && shows) ports[0].postMessage(shows);
  } };
}

// A channel of one message; node's own would keep the process alive.
class Channel {
  port1 = {};
  port2 = { postMessage: (data) => queueMicrotask(() => this.port1.onmessage({ data })) };
}

// Starts the worker of a version. Whatever lasts long lasts a thousandth of it here.
function start(version, { storage = new Storage(), host = serves(version), tabs = [], active } = {}) {
  const listeners = {};
  const calls = [];
  const self = {
    registration: { scope, active },
    addEventListener: (type, listener) => { listeners[type] = listener; },
    clients: { matchAll: async () => tabs, claim: async () => { calls.push("claim"); } },
    skipWaiting: async () => { calls.push("skipWaiting"); },
  };
  const asked = [];
  const fetch = async (request, options = {}) => {
    const address = request.url ?? request;
    asked.push([address, options.cache]);
    return host(address, options);
  };
  const soon = (f, ms) => setTimeout(f, ms / 1000);
  new Function("self", "caches", "fetch", "setTimeout", "MessageChannel", version.worker)(self, storage, fetch, soon, Channel);
  const waits = []; // what the worker has the browser wait for
  const answer = async (type, event) => {
    let response;
    listeners[type]({ waitUntil: (p) => waits.push(p), respondWith: (p) => { response = p; }, ...event });
    return response;
  };
  const settled = async () => {
    for (const result of await Promise.allSettled(waits.splice(0))) if (result.status === "rejected") throw result.reason;
  };
  const fire = async (type, event) => {
    const response = await answer(type, event);
    await settled();
    return response;
  };
  const navigation = (name) => ({ request: { method: "GET", mode: "navigate", url: url(name) } });
  return {
    storage, asked, calls, fire, settled,
    get: (name, more = {}) => fire("fetch", { request: { method: "GET", mode: "cors", url: url(name), ...more } }),
    navigate: (name) => fire("fetch", navigation(name)),
    answer: (name) => answer("fetch", navigation(name)), // without what goes on beside it
    install: () => fire("install", {}),
    activate: () => fire("activate", {}),
    say: (data) => new Promise((resolve, reject) => {
      fire("message", { data, ports: [{ postMessage: resolve }] }).then(() => setTimeout(resolve), reject);
    }),
  };
}

// A host that has a version, but answers for some files as faulty does.
function serves(version, faulty = {}) {
  return async (address, options) => {
    const name = address.slice(scope.length).split("?")[0] || "index.html";
    const body = version.files.get(name);
    if (faulty[name]) return faulty[name](body, options);
    if (!body) return new Response("", { status: 404 });
    return new Response(body, { headers: { "Content-Encoding": "br", "Content-Security-Policy": "default-src 'none'" } });
  };
}
const gone = async () => { throw new TypeError("network"); };

// Storage with a version installed, and in charge.
async function installed(version, storage = new Storage()) {
  const worker = start(version, { storage });
  await worker.install();
  await worker.activate();
  return storage;
}

const faults = {
  "missing": () => new Response("", { status: 404 }),
  "500": () => new Response("out of order", { status: 500 }),
  "cut short": (body) => new Response(new ReadableStream({
    start(c) { c.enqueue(body.subarray(0, body.length / 2)); },
    pull(c) { c.error(new TypeError("terminated")); },
  })),
  "ends early": (body) => new Response(body.subarray(0, body.length / 2)),
  "hanging": (body, { signal }) => new Response(new ReadableStream({
    start(c) {
      c.enqueue(body.subarray(0, body.length / 2));
      signal.addEventListener("abort", () => c.error(signal.reason));
    },
  })),
  "silent": (_, { signal }) => new Response(new ReadableStream({
    start(c) { signal.addEventListener("abort", () => c.error(signal.reason)); },
  })),
  "wrong bytes": () => new Response("<p>Welcome to our hotel. Please log in.</p>"),
  "server gone": gone,
};

module.exports = { Storage, content, faults, foreign, gone, installed, next, old, page, program, scope, serves, start, tab, url };
