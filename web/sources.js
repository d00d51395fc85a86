// Takes what a reader pastes, drops or chooses, for the program to read: one source after
// the other, so that a thousand files need the room of one. Nothing that is brought is
// put into the page or fetched: markup is parsed into a document without a window, where no
// script runs and nothing loads.
"use strict";
{
  const mostBytes = 32 << 20; // of one source; a page is far below one megabyte
  const mostSources = 200;    // at once
  const mostDeep = 1000;      // elements within one another: browsers take half a minute for 100,000
  const slice = 8;            // ms of work before others have their turn
  const queue = [];           // of functions that read a source
  const sources = window.sources = {
    waiting: 0, // sources that are still to be read
    refused: 0, // sources that were too many
    next, elements,
  };

  function take(readers) {
    const room = Math.max(0, mostSources - queue.length);
    queue.push(...readers.slice(0, room));
    sources.refused += Math.max(0, readers.length - room);
    sources.waiting = queue.length;
    if (readers.length) dispatchEvent(new Event("sources"));
  }

  // Answers the next source: its name, its day (YYYY-MM-DD), its bytes, those of the same as
  // HTML if there are both, or the error for which it cannot be read; undefined if there is none.
  async function next() {
    const read = queue.shift();
    sources.waiting = queue.length;
    if (!read) return undefined;
    try {
      return await read();
    } catch {
      return { name: "", error: "it cannot be read; is it still there?" };
    }
  }

  const fromFile = (file) => async () => {
    const source = { name: file.name, type: file.type, day: day(file.lastModified) };
    if (file.size > mostBytes && !file.name.endsWith(".json")) {
      source.error = "it is larger than 32 MB, and a page is far below 1 MB; is it the right file?";
      return source;
    }
    try {
      source.bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      source.error = "it cannot be read; if it is a folder, choose the files in it";
    }
    return source;
  };

  // The HTML is the surest, since headline, address and day stand apart in it.
  const fromTransfer = (data) => {
    const [html, text] = ["text/html", "text/plain"].map((type) => data.getData(type));
    return async () => {
      const source = { name: "", type: html ? "text/html" : "text/plain", day: day(Date.now()), bytes: encode(text) };
      if (html) source.html = encode(html);
      if (Math.max(html.length, text.length) > mostBytes) source.error = "it is larger than 32 MB, and a page is far below 1 MB";
      return source;
    };
  };

  const encode = (text) => new TextEncoder().encode(text);

  function day(time) {
    const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000); // minutes to ms
    return Number.isFinite(time) ? local.toISOString().slice(0, 10) : "";
  }

  // Files come before what else a browser says of them, such as a picture's address.
  function readers(data) {
    if (data.files.length) return [...data.files].map(fromFile);
    return data.types.includes("text/html") || data.types.includes("text/plain") ? [fromTransfer(data)] : [];
  }

  const isText = (element) => element?.closest?.("input:not([type=file]), textarea:not(#paste), select");

  for (const [type, transfer] of [["paste", "clipboardData"], ["drop", "dataTransfer"]]) {
    addEventListener(type, (event) => {
      const found = isText(event.target) || !event[transfer] ? [] : readers(event[transfer]);
      if (!found.length) return;
      event.preventDefault();
      take(found);
    });
  }
  addEventListener("dragover", (event) => {
    if (isText(event.target) || !event.dataTransfer.types.some((type) => type === "Files" || type === "text/html")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  });
  addEventListener("change", ({ target }) => {
    if (target.id !== "files") return;
    take([...target.files].map(fromFile));
    target.value = ""; // the same file can be chosen again
  });
  addEventListener("click", ({ target }) => {
    const box = target.closest?.("#read-paste") && document.getElementById("paste");
    if (!box?.value.trim()) return;
    const text = box.value;
    take([async () => ({ name: "", type: "text/plain", day: day(Date.now()), bytes: encode(text) })]);
    box.value = "";
  });

  // Parses a document and answers its elements as package intake reads them: letters, names and
  // fields, parted by U+001F and ended by U+001E; or, as { error }, what is wrong with it.
  async function elements(text, type) {
    if (type === "text/xml" && /<!ENTITY/i.test(text)) return { error: "it declares entities, which feeds have no use for" };
    if (type === "text/html" && depth(text) > mostDeep) return { error: "its elements stand more than 1,000 deep in one another, as no page's do" };
    const parsed = new DOMParser().parseFromString(type === "text/html" ? bare(text) : mended(text), type);
    if (type === "text/xml" && parsed.getElementsByTagName("parsererror").length) return { error: "the feed is damaged" };
    const clean = (value) => (value ?? "").replace(/[\x1e\x1f]/g, " ");
    const named = (node) => (type === "text/xml" && node.namespaceURI ? `{${clean(node.namespaceURI)}}` : "") + clean(node.localName);
    const pieces = [];
    let since = performance.now();
    let node = parsed.documentElement;
    for (let down = true, steps = 0; node; steps++) {
      if (steps % 1000 === 999 && performance.now() - since > slice) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      if (down) {
        if (node.nodeType === Node.ELEMENT_NODE) pieces.push(started(node));
        else if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) pieces.push(`t${clean(node.data)}\x1e`);
        if (node.firstChild) {
          node = node.firstChild;
          continue;
        }
      }
      if (node.nodeType === Node.ELEMENT_NODE) pieces.push(`e${named(node)}\x1e`);
      if (node === parsed.documentElement) break;
      down = node.nextSibling !== null;
      node = node.nextSibling ?? node.parentNode;
    }
    return { stream: pieces.join("") };

    function started(node) {
      const fields = [node.dataset?.was ?? named(node), ...["href", "datetime", "alt", "rel", "term"].map((key) => clean(node.getAttribute(key)))];
      return `s${fields.join("\x1f")}\x1e`;
    }
  }

  // How deep elements stand in one another, at most; those that end by themselves are not counted.
  function depth(text) {
    const alone = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|html|head|body)$/i;
    let open = 0, most = 0;
    for (const [, end, name] of text.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
      if (alone.test(name)) continue;
      open = Math.max(0, open + (end ? -1 : 1));
      most = Math.max(most, open);
    }
    return most;
  }

  // In a document without a window nothing has a style, runs or leads anywhere, and yet a browser complains
  // of each that tries, where the page allows none: they get other names before. A script takes the
  // place of a style sheet, since the text of neither is read.
  function bare(text) {
    return text.replace(/<(\/?)style\b/gi, "<$1script").replace(/<base\b/gi, '<meta data-was="base"')
      .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on\w+)(?=\s*=)/gi, "$1data-$2"));
  }

  // Feeds are written by hand, too: with names of HTML for characters, and "&" for "and".
  function mended(text) {
    const character = (entity) => new DOMParser().parseFromString(entity, "text/html").documentElement.textContent;
    return text.replace(/<!\[CDATA\[[^]*?\]\]>|&(#?\w+;)?/g, (found, name) => {
      if (!name) return found === "&" ? "&amp;" : found;
      if (name[0] === "#" || /^(amp|lt|gt|quot|apos);$/.test(name)) return found;
      return character(found).replace(/[&<]/g, (c) => (c === "&" ? "&amp;" : "&lt;"));
    });
  }
}
