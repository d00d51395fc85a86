// Reads standard input, which its argument says is ris or bib, with Citation.js, and prints
// what that takes from it: a list of items as CSL has them.
"use strict";

const { plugins } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");

const text = require("node:fs").readFileSync(0, "utf8");
const forceType = { ris: "@ris/file", bib: "@biblatex/text" }[process.argv[2]];
process.stdout.write(JSON.stringify(plugins.input.chain(text, { forceType, generateGraph: false })));
