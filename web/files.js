// What the other scripts need to hand files to the reader, and to write bytes as letters.
"use strict";
{
  window.files = { hand, letters, bytes };

  // Hands the reader a file: parts are texts, bytes or blobs.
  function hand(name, type, ...parts) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(parts, { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // ms; browsers read it in their own time
  }

  // Bytes in base64.
  function letters(content) {
    let text = "";
    for (let at = 0; at < content.length; at += 0x8000) text += String.fromCharCode(...content.subarray(at, at + 0x8000));
    return btoa(text);
  }

  // The bytes that base64 stands for; what is none throws.
  function bytes(text) {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  }
}
