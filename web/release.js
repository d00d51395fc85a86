// Follows what becomes of this version of the page and of a newer one: whether it
// opens without a network, whether a newer one waits, whether it can be installed.
// The program shows window.release and hears of every change by a "release" event;
// buttons with a data-release are answered here.
// Nothing here reloads the page unless the reader has asked for it.
"use strict";
{
  const hour = 3_600_000; // ms
  const { version } = document.documentElement.dataset;
  const order = Number(document.documentElement.dataset.order);
  const release = window.release = {
    version,
    offline: false, // the page opens without a network
    storage: "",    // what to say of that
    newer: false,   // a later version is there to be taken
    checks: false,  // a newer version can be looked for
    checked: "",    // what the last check on demand has found
    install: "",    // how the page can be installed: "button", "ios", or "" if it cannot or is
  };
  const actions = { check, take, offerInstall };
  addEventListener("click", (event) => {
    const button = event.target.closest("[data-release]");
    if (button) actions[button.dataset.release]();
  }, true);

  // The focus stays where the reader had it: it is there again in the newer version.
  addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-release=take]")) event.preventDefault();
  }, true);

  // A browser may refuse to say whether it has something, by throwing.
  function accessible(read) {
    try {
      return read();
    } catch {
      return undefined;
    }
  }

  function change(news) {
    Object.assign(release, news);
    dispatchEvent(new Event("release"));
  }

  // Whether a newer version can be looked for is said first: what is said later stands behind it, and pushes nothing aside.
  let settle;
  const settled = new Promise((resolve) => { settle = resolve; });

  // Installing is the browser's to offer. go-app's loader would hold the offer back,
  // and browsers complain in the console about offers held back and never made.
  let offer;
  addEventListener("beforeinstallprompt", (event) => {
    event.stopImmediatePropagation();
    offer = event;
    settled.then(() => { if (offer) change({ install: "button" }); });
  });
  addEventListener("appinstalled", () => {
    offer = undefined;
    change({ install: "" });
  });
  function offerInstall() {
    offer?.prompt();
  }
  const installed = navigator.standalone || accessible(() => matchMedia("(display-mode: standalone)").matches);
  const ios = /iP(hone|ad|od)/.test(navigator.userAgent) ||
    (navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1);
  if (ios && !installed && location.protocol !== "file:") settled.then(() => change({ install: "ios" }));

  const incomplete = "Not available offline yet: not everything arrived; the next visit tries again";
  const notStored = { // why a first version was not stored, by what its worker says
    QuotaExceededError: "Not available offline: this browser has no room left",
    AlteredError: "Not available offline: what arrives is not what was published; something on the way may alter it",
  };
  const notTaken = { // why a version that the host has was not taken, by what its worker says
    AlteredError: "A new version is there but does not arrive as it was published: something on the way may alter it",
    EarlierError: "The host has an earlier version than this",
  };
  const answerTime = 3_000; // ms that a worker has to answer
  const workers = accessible(() => navigator.serviceWorker);
  let registration;
  let newest; // worker, with what it said of itself
  let looks = 0;
  let attempts = 0;
  let lastCheck = Date.now();
  let failure = ""; // of the last version that was to be stored
  let taking = false;

  if (location.protocol === "file:") {
    release.offline = true;
    release.storage = "One file: opens without a network";
    settle();
  } else if (!workers) {
    release.storage = "Not available offline: this browser keeps no pages here";
    settle();
  } else {
    workers.addEventListener("message", hear);
    workers.addEventListener("controllerchange", () => (taking ? reload() : look()));
    workers.startMessages();
    addEventListener("load", follow);
  }

  async function follow() {
    await register();
    if (!registration) return;
    workers.controller?.postMessage("shown");
    for (const event of ["focus", "visibilitychange"]) {
      addEventListener(event, () => {
        if (document.visibilityState === "visible" && Math.abs(Date.now() - lastCheck) >= hour) update();
      });
    }
    if (registration.active) update();
  }

  async function register() {
    attempts++;
    try {
      registration = await workers.register("app-worker.js");
    } catch (error) {
      // With a worker from before it is only the host that is out of reach.
      registration = await workers.getRegistration().catch(() => undefined);
      if (!registration) {
        change({ storage: error.name === "TypeError" ? incomplete : "Not available offline: the browser or the host does not allow it" });
        settle();
        return;
      }
    }
    change({ checks: true });
    settle();
    if (!registration.active) change({ storage: "Being stored for use offline" });
    for (const worker of [registration.installing, registration.waiting, registration.active]) watch(worker);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    await look();
  }

  // What failed may have begun in the visit before, when the host was in trouble: a
  // first version is worth a second attempt.
  function watch(worker) {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "redundant" && !registration.active && attempts < 2) register();
      else look();
    });
  }

  // Asks the workers there are which version they keep, and whether they have all of
  // it. One that waits may be broken and never answer; the one in charge is worth
  // waiting for.
  async function look() {
    const turn = ++looks;
    const [active, waiting] = await Promise.all([
      state(registration?.active), Promise.race([state(registration?.waiting), late()]),
    ]);
    if (!active || turn !== looks) return;
    if (!workers.controller && active.worker.state === "activated") active.worker.postMessage("shown");
    newest = [waiting, workers.controller ? active : undefined].find((worker) => isLater(worker, worker === waiting));
    if (active.whole) await persist();
    if (turn !== looks) return;
    change({
      offline: active.whole,
      storage: active.whole ? ready : release.storage,
      newer: newest !== undefined,
    });
  }

  // The page may be the host's, and the worker still that of the version before: that is
  // nothing to take. Where the order says nothing, a version is later that waits, which an
  // earlier one does not do, or that took charge after the page's.
  function isLater(worker, waits) {
    if (worker === undefined || worker.version === version) return false;
    const theirs = worker.order ?? 0;
    return theirs > order || (theirs === order && (waits || worker.past?.includes(version) === true));
  }

  // Asks once that the browser does not clear what is kept when it runs out of room, and
  // says so when it will not promise that. Firefox would ask the reader, who has not
  // asked for anything: there it is left alone until the page is installed.
  let ready = "Ready offline";
  let asked = false;
  async function persist() {
    if (asked) return;
    asked = true;
    const storage = accessible(() => navigator.storage);
    if (!storage?.persist) return;
    try {
      if (await storage.persisted()) return;
      const permission = await navigator.permissions?.query({ name: "persistent-storage" }).catch(() => undefined);
      if (permission?.state === "prompt" && /Firefox/.test(navigator.userAgent) && !installed) return;
      if (!(await storage.persist())) ready = "Ready offline, though the browser may clear it when it runs out of room";
    } catch {
      // It does not say; what is kept is kept.
    }
  }

  // Is over when a worker could have answered.
  function late() {
    return new Promise((resolve) => setTimeout(resolve, answerTime));
  }

  function state(worker) {
    if (!worker) return undefined;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve({ worker, ...data });
      worker.postMessage("state", [port2]);
    });
  }

  function hear({ data, ports }) {
    if (data.ask === "version") ports[0].postMessage(version);
    if (data.stored) look();
    if (data.failed) failure = data.failed;
    if (data.failed && !release.offline) change({ storage: notStored[data.failed] ?? incomplete });
    else if (data.failed === "AlteredError") change({ checked: notTaken.AlteredError });
  }

  // Looks for a newer version; reports whether the host could be asked.
  async function update() {
    lastCheck = Date.now();
    try {
      await registration.update();
      return true;
    } catch {
      return false;
    }
  }

  // Is over when the worker, if there is one, has become something else.
  function changed(worker) {
    return worker && new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
  }

  async function check() {
    if (!registration) return;
    change({ checked: "Looking for a new version" });
    failure = "";
    const reached = await update();
    const worker = registration.installing;
    await changed(worker);
    for (let turn; turn !== looks;) { // another look in between leaves this one without a result
      const looking = look();
      turn = looks;
      await looking;
    }
    let found = "";
    if (!reached) found = "The host could not be asked";
    else if (failure || worker?.state === "redundant") found = notTaken[failure] ?? "A new version is there but did not arrive whole";
    else if (!release.newer) found = "This is the newest version";
    change({ checked: found });
  }

  // Shows the newer version: the one in charge already, or else the one that waits
  // by now, as soon as it is in charge. One that is being stored is about to put that aside.
  async function take() {
    taking = true;
    await Promise.race([changed(registration.installing), late()]);
    if (newest?.worker !== registration.active && registration.waiting) registration.waiting.postMessage("take over");
    else reload();
  }

  // The program hears of it and writes the address that it was about to.
  function reload() {
    dispatchEvent(new Event("leaving"));
    location.reload();
  }
}
