// Keeps what a reader has brought and chosen, in this browser's database: listings and
// the bytes they came from, views, stars, and which stories were seen. The program finds
// all but the bytes in window.shelf.records and hears of every change, another tab's too, by
// a "shelf" event. Where the browser keeps nothing, what is put here stays for this visit.
//
// A record is an object with an id whose other fields are text too; those of originals
// have bytes besides. Version 1 of the database has a store for each kind, keyed by the id.
"use strict";
{
  const name = "ics-explorer", version = 1;
  const kinds = ["listings", "views", "stars", "arrivals", "seen", "settings"];
  const originals = "originals";
  const format = "ics-explorer-shelf";
  const mostBytes = 200 << 20; // of a file that is brought back
  const patience = 5_000;      // ms that the database has to open: what holds it may never let go
  const shelf = window.shelf = {
    records: {},   // kind to records; those that are damaged, too, for the program to leave out
    open: false,   // whether the database has answered, or will not
    trouble: "",   // why what is put here is not kept, or was not: the name of an error
    put, original, save, restore, taken,
  };
  for (const kind of kinds) shelf.records[kind] = [];
  const loose = new Map(); // "kind id" to a record, or to undefined if it was taken away: what could not be kept
  let database;
  let channel;

  function change(news) {
    Object.assign(shelf, news);
    dispatchEvent(new Event("shelf"));
  }

  const opening = openDatabase();
  const late = new Promise((resolve, reject) => setTimeout(reject, patience, new DOMException("", "TimeoutError")));
  const opened = Promise.race([opening, late]).then(load, (error) => change({ open: true, trouble: error?.name ?? "Error" }));
  opening.then(() => { if (shelf.trouble === "TimeoutError") catchUp(); }, () => {});
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = () => load();
  } catch {
    // Other tabs are heard of at their next start.
  }

  function openDatabase() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(name, version); // reading indexedDB may throw, which rejects
      request.onupgradeneeded = () => {
        for (const kind of [...kinds, originals]) {
          if (!request.result.objectStoreNames.contains(kind)) request.result.createObjectStore(kind, { keyPath: "id" });
        }
      };
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new DOMException("", "BlockedError"));
      request.onsuccess = () => {
        database = request.result;
        database.onversionchange = () => { // a later version of the page wants it
          database.close();
          change({ trouble: "VersionError" });
        };
        database.onclose = () => change({ trouble: "UnknownError" });
        resolve();
      };
    });
  }

  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault(); // one store that cannot be read leaves the others readable
      reject(request.error);
    };
  });

  // Reads everything anew. A store that cannot be read costs itself.
  async function load() {
    let trouble = "";
    const records = {};
    for (const kind of kinds) {
      records[kind] = shelf.records[kind];
      if (!database) continue;
      try {
        records[kind] = await answer(database.transaction(kind).objectStore(kind).getAll());
      } catch (error) {
        trouble = error.name;
      }
    }
    for (const [at, record] of loose) {
      const [kind, id] = at.split(" ");
      records[kind] = records[kind]?.filter((other) => other.id !== id) ?? [];
      if (record) records[kind].push(record);
    }
    change({ records, open: true, trouble: trouble || shelf.trouble });
  }

  // Puts records and takes others away, all or none: writes is a list of [kind, record] and
  // [kind, undefined, id]. Answers "" or the name of the error for which nothing was kept; it
  // is there for this visit then.
  async function put(writes) {
    await opened;
    let trouble = "";
    try {
      await write(writes);
      for (const [kind, record, id] of writes) loose.delete(`${kind} ${record?.id ?? id}`);
      channel?.postMessage("changed");
      persist();
    } catch (error) {
      trouble = error.name;
      for (const [kind, record, id] of writes) {
        if (kind !== originals || record) loose.set(`${kind} ${record?.id ?? id}`, record);
      }
    }
    if (trouble || !database) shelf.trouble = trouble || shelf.trouble;
    await load();
    return trouble;
  }

  // Keeps what was put here before the database was there after all.
  async function catchUp() {
    shelf.trouble = "";
    const writes = [...loose].map(([at, record]) => {
      const [kind, id] = at.split(" ");
      return record ? [kind, record] : [kind, undefined, id];
    });
    await (writes.length ? put(writes) : load());
  }

  function write(writes) {
    return new Promise((resolve, reject) => {
      if (!database) throw new DOMException("", shelf.trouble);
      const stores = [...new Set(writes.map(([kind]) => kind))];
      const transaction = database.transaction(stores, "readwrite");
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new DOMException("", "AbortError"));
      for (const [kind, record, id] of writes) {
        const store = transaction.objectStore(kind);
        if (record) store.put(record);
        else store.delete(id);
      }
    });
  }

  // What a reader brought is not to be cleared for room. Firefox would ask; it is asked
  // when something is at stake.
  let asked = false;
  function persist() {
    if (asked || !shelf.records.listings.length) return;
    asked = true;
    try {
      navigator.storage?.persist?.().catch(() => {});
    } catch {
      // It does not say; what is kept is kept.
    }
  }

  // Gives the bytes of a listing back as a file; answers whether there are any.
  async function original(id) {
    try {
      const kept = loose.get(`${originals} ${id}`) ?? await answer(database.transaction(originals).objectStore(originals).get(id));
      if (!kept) return false;
      files.hand(kept.name, kept.type, kept.bytes);
      return true;
    } catch {
      return false;
    }
  }

  // Hands over all of it as one file, what is damaged as it is.
  async function save(fileName) {
    let bytes = [];
    try {
      bytes = await answer(database.transaction(originals).objectStore(originals).getAll());
    } catch {
      // The listings are worth it without what they came from.
    }
    for (const [at, record] of loose) {
      if (at.startsWith(originals) && record) bytes.push(record);
    }
    const records = { ...shelf.records, [originals]: bytes.map((o) => ({ ...o, bytes: files.letters(o.bytes) })) };
    files.hand(fileName, "application/json", JSON.stringify({ format, version, records }));
  }

  // Brings back what such a file holds, beside what is here; answers "" or what is wrong with
  // it. Records with fields that are no text are left out.
  async function restore(bytes) {
    let file;
    try {
      if (bytes.length > mostBytes) return "it is larger than 200 MB";
      file = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return "it is damaged: it cannot be read to its end";
    }
    if (file?.format !== format || typeof file.records !== "object" || file.records === null) return "it is not what this page has saved";
    if (!(file.version <= version)) return "a later version of this page has saved it";
    const writes = [];
    for (const kind of [...kinds, originals]) {
      for (const found of Array.isArray(file.records[kind]) ? file.records[kind] : []) {
        const record = texts(found);
        if (!record) continue;
        if (kind === originals) {
          try {
            record.bytes = files.bytes(record.bytes);
          } catch {
            continue;
          }
        }
        writes.push([kind, record]);
      }
    }
    if (!writes.length) return "there is nothing in it";
    await put(writes);
    return "";
  }

  function texts(found) {
    const fields = Object.entries(found ?? {});
    if (typeof found?.id !== "string" || !found.id || /\s/.test(found.id) || fields.some(([, value]) => typeof value !== "string")) return undefined;
    return Object.fromEntries(fields);
  }

  // A story that is marked as new is seen when it was on the screen for a while: its mark goes, and
  // the program hears of it by a "seen" event and takes which they were.
  const glance = 1_500; // ms
  const onScreen = new Map(); // article to a timer
  let seen = [];
  const observer = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(onScreen.get(target));
      onScreen.delete(target);
      if (isIntersecting) onScreen.set(target, setTimeout(() => see(target), glance));
    }
  }, { threshold: 0.6 });

  function see(article) {
    onScreen.delete(article);
    observer.unobserve(article);
    if (!article.isConnected || document.visibilityState !== "visible") return;
    delete article.dataset.new;
    seen.push(article.id);
    dispatchEvent(new Event("seen"));
  }

  // Looks out for articles wherever they are drawn; those that it knows already it leaves alone.
  if (observer) {
    const drawn = new MutationObserver(() => {
      for (const article of document.querySelectorAll("article[data-new]")) observer.observe(article);
    });
    addEventListener("DOMContentLoaded", () => drawn.observe(document.body, { childList: true, subtree: true }));
  }

  function taken() {
    const ids = seen;
    seen = [];
    return ids;
  }
}
