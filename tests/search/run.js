// Reads {index, queries} from standard input and prints the addresses found for each query, the best first.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const assets = path.join(__dirname, "..", "..", "docs", "assets");
const MiniSearch = require(path.join(assets, "minisearch.min.js"));
const { engine, find } = require(path.join(assets, "search.js"));

const { index, queries } = JSON.parse(fs.readFileSync(0, "utf8"));
const ready = engine(MiniSearch, index);
console.log(JSON.stringify(queries.map((query) => find(ready, query).map((page) => page.address))));
