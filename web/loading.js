// Says how far the program is, and what a reader can do when it does not arrive.
// go-app's loader writes its progress, or an error as it is, into a label; the
// label stays, and everything else is added here.
"use strict";
{
  const patience = 20_000; // ms without progress before a reader is told
  const root = document.documentElement;
  root.dataset.script = "true";
  let failed = false;

  // The program is asked for from here on. One that comes by way of the worker is stored: it is compiled at once, while the
  // page is still being read, and its bytes are not counted. One that comes from the host has to wait for the stories to be
  // painted, which are as much use without it. go-app's loader gets what has been asked for, or an empty answer for
  // what is compiled.
  const { program } = root.dataset; // the one file has none: it carries it
  const stored = program && compileStored();
  async function compileStored() {
    try {
      return navigator.serviceWorker.controller && (await WebAssembly.compileStreaming(fetch(program)));
    } catch {
      return null; // it is fetched anew, and the loader says what is wrong
    }
  }
  const painted = new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 300); // ms; a tab in the background is painted when it is looked at
  });
  const read = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve)); // and what waits for that has run
  if (program) {
    const network = window.fetch;
    let arriving = stored.then(async (module) => module ? new Response("") : (await painted, network(program)));
    arriving.catch(() => undefined); // the loader hears of it
    window.fetch = (resource, options) => {
      if (new URL(resource, location.href).href !== new URL(program, location.href).href || !arriving) return network(resource, options);
      const response = arriving;
      arriving = undefined;
      return response;
    };
  }

  // Not every host knows the type of a program, and browsers insist on it.
  const instantiate = globalThis.WebAssembly?.instantiateStreaming;
  if (instantiate) {
    WebAssembly.instantiateStreaming = async (response, imports) => {
      const module = await stored;
      if (module) {
        await read;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      }
      return instantiate(new Response((await response).body, { headers: { "Content-Type": "application/wasm" } }), imports);
    };
  }

  // A script that is missing or mangled leaves no other trace.
  addEventListener("error", (event) => {
    if (event.target instanceof HTMLScriptElement || event.error instanceof SyntaxError) fail();
  }, true);

  addEventListener("DOMContentLoaded", () => {
    // go-app as published draws over the first element of the body, whatever it is.
    Object.defineProperty(document.body, "firstElementChild", { get: () => document.getElementById("explorer") });
    if (typeof WebAssembly !== "object") {
      say("Search needs WebAssembly, which this browser does not have or has switched off.");
      return;
    }
    const label = document.getElementById("app-wasm-loader-label");
    if (failed || !label) return;
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-labelledby", label.id);
    label.after(bar);
    let timer;
    const follow = () => {
      clearTimeout(timer);
      const [, percent] = /(\d+)%$/.exec(label.textContent) ?? [];
      if (percent === undefined) {
        observer.disconnect();
        fail();
        return;
      }
      bar.value = Math.min(percent, 100);
      bar.nextElementSibling?.remove();
      timer = setTimeout(() => { if (bar.isConnected && !bar.nextElementSibling) bar.after(tryAgain()); }, patience);
    };
    const observer = new MutationObserver(() => {
      follow();
      putOff();
    });
    observer.observe(label, { childList: true, characterData: true, subtree: true });
    follow();
  });

  // The page's own alarm goes off by itself, unless something goes on.
  function putOff() {
    for (const alarm of document.getElementById("alarm")?.getAnimations?.() ?? []) alarm.currentTime = 0;
  }

  function fail() {
    failed = true;
    say(navigator.onLine ? "Search could not be loaded." : "Search could not be loaded: there is no network.", tryAgain());
  }

  // What stands in the page are the front page's stories, whatever the address says. What
  // cannot do anything goes.
  function say(text, ...more) {
    const notice = document.getElementById("app-wasm-loader");
    if (!notice || root.dataset.ended) return;
    delete root.dataset.opening;
    const words = document.createElement("p");
    words.setAttribute("role", "alert");
    words.textContent = `${text} ${shown()}`;
    notice.replaceChildren(words, ...more);
    document.getElementById("alarm")?.remove();
    document.getElementById("dead-css").disabled = false;
    root.dataset.failed = "true";
  }

  function shown() {
    const asked = new URLSearchParams(location.search);
    const words = typed() || asked.get("q")?.trim();
    if (words) return `“${words}” was not searched for: these are the newest stories.`;
    if (["ics", "series", "spread", "from", "to", "show"].some((key) => asked.has(key))) {
      return "What the link asks for is not shown: these are the newest stories.";
    }
    return "The newest stories are here to read.";
  }

  function typed() {
    return document.getElementById("q")?.value.trim();
  }

  function tryAgain() {
    const button = document.createElement("button");
    button.id = "try-again";
    button.type = "button";
    button.textContent = "Try again";
    button.addEventListener("click", () => {
      const again = new URL(location.href);
      if (typed()) again.searchParams.set("q", typed());
      if (again.href === location.href) location.reload();
      else location.replace(again);
    });
    return button;
  }
}
