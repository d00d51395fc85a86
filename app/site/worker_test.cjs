// What the service worker does, without a browser: TestWorker runs this.
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Storage, content, faults, foreign, gone, installed, next, old, page, program, scope, serves, start, tab, url } = require("./worker_fakes.cjs");

test("an installation stores every file as it is", async () => {
  const storage = new Storage();
  await start(next, { storage }).install();
  for (const name of next.keeps) {
    const stored = await (await storage.open(next.cache)).match(url(name));
    assert.ok(Buffer.from(await stored.arrayBuffer()).equals(content(next, name)), name);
    assert.equal(stored.headers.get("Content-Encoding"), null);
    assert.equal(stored.headers.get("Content-Length"), String(content(next, name).length));
    assert.equal(stored.headers.get("Content-Security-Policy"), "default-src 'none'");
  }
  assert.deepEqual(await storage.keys(), [next.cache]);
});

for (const [name, fault] of Object.entries(faults)) {
  test(`${name}: the version before stays as it was, whatever the file`, async () => {
    for (const file of next.keeps) {
      const storage = await installed(old);
      const before = new Map(storage.stored.get(old.cache));
      const watcher = tab();
      const served = file === "./" ? "index.html" : file;
      const worker = start(next, { storage, tabs: [watcher], host: serves(next, { [served]: fault }) });
      if (old.keeps.includes(file) && file !== "./") {
        await worker.install(); // it is there already
        continue;
      }
      await assert.rejects(worker.install(), file);
      assert.deepEqual(await storage.keys(), [old.cache], file);
      assert.deepEqual([...storage.stored.get(old.cache).keys()], [...before.keys()]);
      assert.equal(watcher.heard.length, 1);
      assert.ok(watcher.heard[0].failed, file);
    }
  });
}

test("what the browser's cache has wrong is asked for past it, the page under its other name", async () => {
  const file = program(next);
  let times = 0;
  const once = (body) => (times++ === 0 ? new Response("stale") : new Response(body));
  const worker = start(next, { host: serves(next, { [file]: once }) });
  await worker.install();
  assert.deepEqual(worker.asked.filter(([address]) => address === url(file)), [[url(file), "default"], [url(file), "reload"]]);

  const host = serves(next);
  const nameless = start(next, { host: (address, options) => (address === page ? faults.missing() : host(address, options)) });
  await nameless.install();
  const pages = nameless.asked.filter(([address]) => [page, url("index.html")].includes(address));
  assert.deepEqual(pages, [[page, "reload"], [url("index.html"), "reload"]]);
});

test("what another version has stored is not fetched, unless it is damaged", async () => {
  const both = next.keeps.filter((name) => name !== "./" && old.keeps.includes(name));
  assert.ok(both.length > 3);
  const storage = await installed(old);
  await storage.put(old.cache, url(both[0]), "damaged");
  const worker = start(next, { storage });
  await worker.install();
  const asked = worker.asked.map(([address]) => address);
  assert.deepEqual(both.filter((name) => asked.includes(url(name))), [both[0]]);
  assert.equal(await storage.text(next.cache, url(both[0])), String(content(next, both[0])));
});

test("after a failure the rest is not fetched on", async () => {
  let signal;
  const hanging = (body, options) => { signal = options.signal; return faults.hanging(body, options); };
  await assert.rejects(start(next, { host: serves(next, { [program(next)]: hanging, "index.html": faults.missing }) }).install());
  assert.ok(signal.aborted);
});

test("no room: the tabs hear so", async () => {
  const storage = new Storage();
  storage.full = true;
  const watcher = tab();
  await assert.rejects(start(next, { storage, tabs: [watcher] }).install());
  assert.deepEqual(watcher.heard, [{ failed: "QuotaExceededError" }]);
});

test("a failed installation of the version in charge keeps what there is", async () => {
  const storage = await installed(next);
  storage.stored.get(next.cache).delete(url(program(next)));
  await assert.rejects(start(next, { storage, host: gone }).install());
  assert.deepEqual(await storage.keys(), [next.cache]);
});

test("an installation removes versions that were never in charge, and nothing else", async () => {
  const storage = await installed(old);
  const skipped = old.cache + "0";
  await storage.put(skipped, page, "skipped");
  await storage.put(foreign, page, "theirs");
  await start(next, { storage }).install();
  assert.deepEqual(await storage.keys(), [old.cache, foreign, next.cache]);
});

for (const [name, tabs, left] of [
  ["no tab", () => [], false],
  ["a tab that shows the new version", () => [tab(next.id)], false],
  ["a tab that shows the version before", () => [tab(next.id), tab(old.id)], true],
  ["a tab that does not answer", () => [tab()], true],
]) {
  test(`${name}: the version before ${left ? "stays" : "goes"} when the next takes charge`, async () => {
    const storage = await installed(old);
    const worker = start(next, { storage, tabs: tabs() });
    await worker.install();
    await worker.activate();
    assert.equal(await storage.has(old.cache), left);
    assert.ok(await storage.has(next.cache));
  });
}

test("a version in charge leaves alone one that came later, and other people's caches", async () => {
  const storage = await installed(old);
  await storage.put(foreign, page, "theirs");
  const later = start(next, { storage, tabs: [tab(old.id)] });
  await later.install();
  await later.activate();
  await start(old, { storage }).say("shown");
  assert.deepEqual(await storage.keys(), [old.cache, foreign, next.cache]);
});

test("says its version and whether it is whole", async () => {
  const says = (worker) => worker.say("state");
  const name = next.id;
  const storage = new Storage();
  const worker = start(next, { storage });
  assert.deepEqual(await says(worker), { version: name, order: 1, past: [], whole: false });
  assert.deepEqual(await storage.keys(), []); // asking makes no cache
  await worker.install();
  assert.deepEqual(await says(worker), { version: name, order: 1, past: [], whole: true });
  storage.stored.get(next.cache).delete(url(next.keeps[1]));
  assert.deepEqual(await says(worker), { version: name, order: 1, past: [], whole: false });
  storage.has = gone;
  assert.deepEqual(await says(worker), { version: name, order: 1, past: [], whole: false });
});

test("the version before goes when the last tab that showed it shows the next", async () => {
  const storage = await installed(old);
  const tabs = [tab(old.id)];
  const worker = start(next, { storage, tabs });
  await worker.install();
  await worker.activate();
  tabs[0] = tab(next.id);
  await worker.say("shown");
  assert.deepEqual(await storage.keys(), [next.cache]);
});

test("a version that was in charge before the present one is not stored again", async () => {
  const storage = await installed(next, await installed(old));
  const { past } = await start(next, { storage }).say("state");
  assert.deepEqual(past, [old.id]);
  for (const left of [true, false]) { // what it had stored may be gone meanwhile
    if (!left) await storage.delete(old.cache);
    const watcher = tab();
    const before = await storage.keys();
    const stale = start(old, { storage, tabs: [watcher], active: {} });
    await assert.rejects(stale.install(), { name: "EarlierError" });
    assert.deepEqual(watcher.heard, [{ failed: "EarlierError" }]);
    assert.deepEqual(stale.asked, []);
    assert.deepEqual(await storage.keys(), before);
  }
  await start(old, { storage }).install(); // with none in charge it is better than nothing
});

test("remembers so many versions, and those of workers that remembered none", async () => {
  const storage = await installed(old);
  const mark = url("been-in-charge");
  await storage.put(old.cache, mark, "");
  await installed(next, storage);
  assert.deepEqual((await start(next, { storage }).say("state")).past, [old.id]);
  const past = Array.from({ length: 60 }, (_, i) => `version ${i}`);
  await storage.put(old.cache, mark, JSON.stringify({ order: 0, past }));
  await storage.put(next.cache, mark, "");
  await start(next, { storage, tabs: [tab(old.id)] }).activate();
  assert.deepEqual((await start(next, { storage }).say("state")).past, [...past.slice(-49), old.id]);
});

for (const [order, stored] of [[2, false], [1, true], [0, true]]) {
  test(`beside a version in charge of order ${order} one of order 1 is ${stored ? "" : "not "}stored`, async () => {
    const storage = await installed(old);
    await storage.put(old.cache, url("been-in-charge"), JSON.stringify({ order, past: [] }));
    const install = start(next, { storage, active: {} }).install();
    await (stored ? install : assert.rejects(install, { name: "EarlierError" }));
    assert.equal(await storage.has(next.cache), stored);
  });
}

test("takes over when it is asked to, and claims tabs that show a version", async () => {
  const worker = start(next, { storage: await installed(next) });
  await worker.say("take over");
  assert.deepEqual(worker.calls, ["skipWaiting"]);
  await worker.say("shown");
  assert.deepEqual(worker.calls, ["skipWaiting", "claim"]);
});

test("opens every view from storage, without the network", async () => {
  const worker = start(next, { storage: await installed(next), host: gone });
  for (const address of ["", "?q=dental", "index.html", "index.html?q=gp", "#here"]) {
    const response = await worker.navigate(address);
    assert.equal(await response.text(), String(content(next, "./")), address);
  }
});

test("without the network another address leads to the page, with its query", async () => {
  const worker = start(next, { storage: await installed(next), host: gone });
  for (const [address, query] of [["nothing", ""], ["nothing/here/?q=gp&ics=devon", "?q=gp&ics=devon"], ["404.html?", ""]]) {
    const response = await worker.navigate(address);
    assert.equal(response.status, 302, address);
    assert.equal(response.headers.get("Location"), page + query, address);
  }
});

test("without the network the page of a system is the view of it, and that of all the map", async () => {
  const worker = start(next, { storage: await installed(next), host: gone });
  for (const [address, query] of [
    ["ics/south-west-london/", "?ics=south-west-london"], ["ics/devon/index.html?from=mail", "?ics=devon"],
    ["ics/", "?show=map"], ["ics/index.html", "?show=map"],
    ["ics/devon/feed.atom", ""], ["ics/devon", ""], ["ics/devon/more/", ""], ["other/ics/devon/", ""],
  ]) {
    const response = await worker.navigate(address);
    assert.equal(response.headers.get("Location"), page + query, address);
  }
});

test("says what was altered on its way, and not of anything else that arrives wrong", async () => {
  const put = (text) => (body) => new Response(String(body).replace("<body>", `<body>${text}`));
  const log = () => new Response("\n<!DOCTYPE html><p>Please log in.</p>");
  const other = () => new Response(content(old, "./"));
  for (const [name, file, fault, failed] of [
    ["page altered", "index.html", put("<script src=//ads.example></script>"), "AlteredError"],
    ["page of another version", "index.html", other, "Error"],
    ["log-in for the page", "index.html", log, "Error"],
    ["script altered", next.keeps.find((file) => file.startsWith("explorer") && file.endsWith(".js")), () => new Response("0"), "AlteredError"],
    ["log-in for a script", next.keeps.find((file) => file.startsWith("explorer") && file.endsWith(".js")), log, "Error"],
  ]) {
    const watcher = tab();
    await assert.rejects(start(next, { tabs: [watcher], host: serves(next, { [file]: fault }) }).install(), name);
    assert.deepEqual(watcher.heard, [{ failed }], name);
  }
});

test("an address that is not the page is the network's to answer", async () => {
  const worker = start(next, { storage: await installed(next), host: async () => new Response("theirs") });
  assert.equal(await (await worker.navigate("version.json")).text(), "theirs");
  for (const address of ["?q=gp", "index.html"]) {
    assert.equal(await (await worker.navigate(address)).text(), String(content(next, "./")));
  }
});

test("gives files of its own and of other versions from storage, others from the network", async () => {
  const storage = await installed(old);
  await start(next, { storage }).install();
  const asks = [];
  const worker = start(next, { storage, host: async (address) => { asks.push(address); return new Response("theirs"); } });
  const [only] = old.keeps.filter((name) => name !== "./" && !next.keeps.includes(name)).concat(program(old));
  for (const name of [program(next), only]) await (await worker.get(name)).arrayBuffer();
  assert.deepEqual(asks, []);
  const strange = "app-0123456789abcdef.wasm";
  assert.equal(await (await worker.get(strange)).text(), "theirs");
  storage.keys = storage.open = gone;
  assert.equal(await (await worker.get(program(next))).text(), "theirs");
});

test("leaves alone what is not the site's or has no hash", async () => {
  const worker = start(next, { storage: await installed(next), host: gone });
  const file = program(next);
  for (const [name, request] of [
    ["another method", { method: "POST", url: url(file) }],
    ["another folder", { url: scope.replace("ics", "abc") + file }],
    ["a folder below", { url: url("a/" + file) }],
    ["a name without a hash", { url: url("version.json") }],
    ["a hash of another length", { url: url("app-0123456789abcde.wasm") }],
    ["two endings", { url: url("app-0123456789abcdef.wasm.br") }],
  ]) {
    assert.equal(await worker.get("", request), undefined, name);
  }
});

// What hosts say instead of the page, besides nothing.
const others = {
  "in order": undefined,
  "503": async () => new Response("overloaded", { status: 503 }),
  "somebody's log-in": async () => new Response("<!DOCTYPE html><html><p>Welcome to our hotel. Please log in.</p></html>"),
  "silent": () => new Promise(() => {}),
  "gone": gone,
};
const isNeeded = (name) => /\.(js|css|wasm)$/.test(name);

for (const [name, host] of Object.entries(others)) {
  test(`storage has lost a file, host ${name}: what is stored is shown if it is enough to open`, async () => {
    for (const lost of next.keeps.filter((file) => file !== "./")) {
      const storage = await installed(next);
      storage.stored.get(next.cache).delete(url(lost));
      const watcher = tab();
      const worker = start(next, { storage, tabs: [watcher], host: host ?? serves(next) });
      // A silent host leaves the storing waiting after the answer is there.
      const response = await worker.answer("?q=gp");
      assert.equal(await response.text(), String(content(next, "./")), lost);
      const fetched = worker.asked.some(([address]) => address === url("?q=gp"));
      assert.equal(fetched, isNeeded(lost), lost);
      if (host) continue;
      await worker.settled();
      assert.ok(storage.stored.get(next.cache).has(url(lost)), lost);
      assert.deepEqual(watcher.heard, [{ stored: next.id }]);
    }
  });
}

test("storage has lost the program: the page of a version that the host has is shown", async () => {
  const storage = await installed(old);
  storage.stored.get(old.cache).delete(url(program(old)));
  const response = await start(old, { storage, host: serves(next) }).answer("?q=gp");
  assert.equal(await response.text(), String(content(next, "./")));
});

test("storage has lost the page: it is the network's, whatever that says", async () => {
  const storage = await installed(next);
  storage.stored.get(next.cache).delete(page);
  assert.equal((await start(next, { storage, host: others["503"] }).answer("")).status, 503);
  assert.equal((await start(next, { storage, host: gone }).answer("")).type, "error");
  assert.equal((await start(next, { storage, host: gone }).answer("nothing/here")).type, "error");
  assert.equal((await start(next, { storage }).answer("")).status, 200);
});

test("storage that cannot be read is no reason to show nothing", async () => {
  const storage = await installed(next);
  storage.open = storage.has = gone;
  assert.equal(await (await start(next, { storage }).answer("")).text(), String(content(next, "./")));
});
