// Reads standard input, which its argument says is ris, bib or md, as a program that is not ours
// does, and prints what that takes from it: of references a list of items as CSL has them, of
// Markdown a string of HTML.
"use strict";

const { plugins } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");
const markdown = require("markdown-it")({ html: true });

const references = (forceType) => (text) => plugins.input.chain(text, { forceType, generateGraph: false });
const readers = { ris: references("@ris/file"), bib: references("@biblatex/text"), md: (text) => markdown.render(text) };

const text = require("node:fs").readFileSync(0, "utf8");
process.stdout.write(JSON.stringify(readers[process.argv[2]](text)));
