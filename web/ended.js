// Says when the program has ended, whatever has ended it, and stops the page from looking
// alive: a reader who types into a dead box learns nothing from it.
//
// go-app's loader makes a Go of wasm_exec.js and runs it. A program ends when its run is
// over, which for a page it never should be; an exception that the browser throws into
// it passes through _resume, and leaves a program that answers nothing any more.
"use strict";
{
  const root = document.documentElement;
  let ended = false;

  let Go;
  Object.defineProperty(globalThis, "Go", {
    configurable: true,
    get: () => Go,
    set(original) {
      Go = class extends original {
        async run(instance) {
          try {
            await super.run(instance);
          } finally {
            end();
          }
        }
        _resume() {
          if (ended) {
            this._scheduledTimeouts?.clear(); // wasm_exec.js would try for ever to have one answered
            return; // what the page still listens to finds nobody
          }
          try {
            super._resume();
          } catch (error) {
            end();
            throw error;
          }
        }
      };
    },
  });

  // Nothing is made anew here: what has ended the program may have broken that, too.
  function end() {
    if (ended) return;
    ended = true;
    delete root.dataset.ready;
    delete root.dataset.opening;
    root.dataset.ended = "true";
    document.getElementById("ended").hidden = false;
    for (const part of document.querySelectorAll(".masthead nav, #ask, .filters, .actions, .opener, .more, .care")) {
      part.inert = true;
    }
    keepTyped();
  }

  addEventListener("DOMContentLoaded", () => {
    document.getElementById("reload").addEventListener("click", () => location.reload());
    addEventListener("input", () => { if (ended) keepTyped(); });
  });

  // What was typed goes into the address, from where the page reads it when it opens.
  function keepTyped() {
    const box = document.getElementById("q");
    if (!box) return;
    const query = new URLSearchParams(location.search);
    if (box.value.trim()) query.set("q", box.value.trim());
    else query.delete("q");
    const search = query.size > 0 ? `?${query}` : "";
    try {
      history.replaceState(null, "", location.href.split(/[?#]/)[0] + search + location.hash);
    } catch {
      // A browser that lets no address be written keeps the old one.
    }
  }
}
