// Stories that go along with a link, in the part of the address that no host is sent, or with the
// page in one file.
"use strict";
{
  const fileName = "ics-explorer.html"; // of the site: the page in one file
  window.carry = { pack, unpack, file, get brought() { return along(); } };

  // Answers text as letters that an address can have, deflated.
  async function pack(text) {
    const packed = await all(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")));
    return files.letters(packed).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  }

  // Answers what pack was given, if it is no more than so many bytes, however much a link
  // makes of a few.
  async function unpack(code, most) {
    const packed = files.bytes(code.replaceAll("-", "+").replaceAll("_", "/"));
    const found = await all(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")), most);
    return new TextDecoder("utf-8", { fatal: true }).decode(found);
  }

  async function all(stream, most = Infinity) {
    const pieces = [];
    let size = 0;
    for (const reader = stream.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      if ((size += value.length) > most) {
        await reader.cancel();
        throw new RangeError("too much");
      }
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  }

  // What came along with this page, if it is one file with stories in it.
  function along() {
    const element = document.getElementById("carried");
    try {
      return element ? new TextDecoder().decode(files.bytes(element.textContent)) : "";
    } catch {
      return "";
    }
  }

  // Hands the reader the page in one file, with the text in it; answers whether that could be made.
  async function file(text, name) {
    let page;
    try {
      page = window.pristine?.() ?? await fetched();
    } catch {
      return false;
    }
    const end = page.lastIndexOf("</body>");
    const element = `<script id="carried" type="text/plain">${files.letters(new TextEncoder().encode(text))}</` + "script>";
    files.hand(name, "text/html", page.slice(0, end), element, page.slice(end));
    return true;
  }

  async function fetched() {
    const answer = await fetch(fileName, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  }
}
