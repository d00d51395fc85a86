// The journeys that matter most, in Firefox: node --test app/browsertest/firefox/journeys.cjs
// after ./build.sh, with puppeteer-core to be found (NODE_PATH).
"use strict";
const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const { copyFileSync, mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { after, before, beforeEach, afterEach, test } = require("node:test");
const puppeteer = require("puppeteer-core");

const dist = join(__dirname, "../../../dist");
const patience = 60_000; // ms
const dental = "Revealed: The systems with a third of dental budget unspent";
const all = parseInt(/<strong>(\d+)</.exec(readFileSync(join(dist, "site/index.html"), "utf8"))[1]); // stories
const shared = "?q=dental&ics=hampshire-and-isle-of-wight";

let browser, server, address, dir;
let page, complaints;
let requests = [];

before(async () => {
  dir = mkdtempSync(join(tmpdir(), "ics-explorer-firefox-"));
  await serve("127.0.0.1:0");
  browser = await puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true });
}, { timeout: 2 * patience });

after(async () => {
  await browser?.close();
  server?.kill();
  rmSync(dir, { recursive: true, force: true });
});

beforeEach(async () => { page = await newPage(); });

afterEach(async () => {
  await page.close();
  assert.deepEqual(complaints, []);
});

// Starts the built server and waits for the address that it prints.
function serve(addr) {
  server = spawn(join(dist, "ics-explorer"), ["-addr", addr], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.stdout.once("data", (line) => {
      [address] = /http:\S+/.exec(String(line));
      resolve();
    });
  });
}

async function newPage() {
  const opened = await browser.newPage();
  opened.setDefaultTimeout(patience);
  await opened.setViewport({ width: 1280, height: 900 });
  complaints = [];
  opened.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  opened.on("request", (request) => requests.push(request.url()));
  opened.on("pageerror", (error) => complaints.push(String(error)));
  return opened;
}

async function open(url) {
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
}

const seesFirst = (headline) =>
  page.waitForFunction((want) => document.querySelector("article h2")?.textContent === want, {}, headline);
const sees = (n) =>
  page.waitForFunction((want) => document.querySelectorAll("article[data-story]").length === Math.min(want, 50) &&
    parseInt(document.querySelector('[role="status"]').textContent) === want, {}, n);
const addressIs = (search) => page.waitForFunction((want) => location.search === want, {}, search);

test("finds a headline from words in another order", async () => {
  await open(address);
  await sees(all);
  await page.type("#q", "phone gp");
  await seesFirst("Threefold ICS variation in GP phone access revealed");
  await addressIs("?q=phone+gp");
});

test("filters by system, and the count was right", async () => {
  await open(address);
  const count = await page.$eval("label:has(#ics-south-west-london) .count", (e) => parseInt(e.textContent));
  await page.click("#ics-south-west-london");
  await sees(count);
  await addressIs("?ics=south-west-london");
  await page.click("#clear");
  await sees(all);
});

test("opens a shared view and copies its link", async () => {
  await open(address + shared);
  await seesFirst(dental);
  assert.equal(await page.$eval("#q", (box) => box.value), "dental");
  assert.ok(await page.$eval("#ics-hampshire-and-isle-of-wight", (box) => box.checked));
  await page.click("#copy");
  await page.waitForFunction(() => document.body.innerText.includes("Link copied"));
});

test("goes back to the view before, with its text", async () => {
  await open(address);
  await page.type("#q", "dental");
  await addressIs("?q=dental");
  await page.click("#ics-hampshire-and-isle-of-wight");
  await addressIs(shared);
  await page.click("#home");
  await sees(all);
  await page.evaluate(() => history.back());
  await addressIs(shared);
  await seesFirst(dental);
  assert.equal(await page.$eval("#q", (box) => box.value), "dental");
});

test("opens offline, cold, on an address it was never opened at", async () => {
  await open(address);
  await page.waitForSelector("#offline");
  await page.close();
  server.kill();
  await new Promise((resolve) => server.once("exit", resolve));
  page = await newPage();
  await open(address + "?q=phone+gp&sort=az");
  await page.waitForFunction(() => document.querySelectorAll("article").length > 0);
  assert.equal(await page.$eval("#q", (box) => box.value), "phone gp");
  complaints = complaints.filter((text) => !text.includes("app-worker.js")); // it looks for a newer version
  await serve(new URL(address).host);
});

test("opens as one file from disk and keeps its view in the address", async () => {
  const file = join(dir, "ICS Explorer #1 für später.html");
  copyFileSync(join(dist, "ics-explorer.html"), file);
  const url = pathToFileURL(file).href;
  assert.ok(requests.some((request) => request.startsWith(address)), "requests are recorded");
  requests = [];
  await open(url);
  await sees(all);
  await page.type("#q", "dental");
  await seesFirst(dental);
  await addressIs("?q=dental");
  await page.reload();
  await seesFirst(dental);
  assert.deepEqual(requests.filter((request) => !request.startsWith(url) && !request.startsWith("data:")), []);
});

test("keeps a page that was dropped over a restart, and its story with a star", async () => {
  await open(address);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["<h1>Devon ICS</h1><h3><a href='https://www.example.test/1.article'>Ferry trust buys a hovercraft</a></h3><p>14 May 2026</p><p>It will cross the Taw twice a day.</p>"], "devon.html"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForSelector("[data-do=add-keep]");
  await page.click("[data-do=add-keep]");
  await sees(all + 1);
  await page.evaluate(() => document.getElementById("add").close());
  await open(address + "?q=hovercraft&ics=devon");
  await sees(1);
  await page.click("article .star");
  await page.waitForFunction(() => window.shelf.records.stars.length === 1);
  await open(address + "?q=hovercraft");
  await page.waitForSelector('.star[aria-pressed="true"]');
  assert.equal(await page.$eval(".find", (link) => link.href), "https://www.example.test/1.article");
  await page.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase("ics-explorer").onsuccess = resolve; }));
});

test("starts where every site's data is blocked", async () => {
  const strict = await puppeteer.launch({
    browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true,
    extraPrefsFirefox: { "network.cookie.cookieBehavior": 2 },
  });
  const own = page;
  try {
    page = await strict.newPage();
    page.setDefaultTimeout(patience);
    await page.setViewport({ width: 1280, height: 900 });
    const refused = await (await page.goto(address), page.evaluate(() => {
      try { localStorage.length; return false; } catch { return true; }
    }));
    assert.ok(refused, "this Firefox keeps something");
    await open(address + "?ics=south-west-london");
    await page.type("#q", "trust");
    await addressIs("?q=trust&ics=south-west-london");
    await page.waitForFunction(() => document.getElementById("storage")?.textContent.startsWith("Not available offline"));
  } finally {
    page = own;
    await strict.close();
  }
});
