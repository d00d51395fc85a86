// Reads pages from standard input, a JSON object of their HTML by their names, and prints what html-validate
// finds wrong with them, as a list of sentences: its standard preset, and that of what helps readers, with all of WCAG
// that it knows. The standard preset comes last: a list may have a name, which the other would leave to images and regions.
"use strict";

const { HtmlValidate } = require("html-validate");
const validator = new HtmlValidate({ root: true, extends: ["html-validate:a11y", "html-validate:standard"], elements: ["html5"] });

const pages = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const found = Object.entries(pages).flatMap(([name, html]) => validator.validateStringSync(html, name).results
  .flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${name}: ${ruleId}: ${message} (${selector})`)));
process.stdout.write(JSON.stringify(found));
