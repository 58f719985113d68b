"use strict";
// Prints what docs/assets/router.js leaves of channels, for tests that compare it with what Python leaves.
const { HAVES, needsMet, remaining } = require("../../docs/assets/router.js");

const { cases } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const plain = (list) => list.map(({ channel, lacking, unsure, open }) => [channel.id, lacking, unsure, open]);
const answers = cases.map(({ haves, norwegian, channels }) => {
  const found = remaining(channels, needsMet(haves, norwegian));
  return [plain(found.known), plain(found.unknown), plain(found.impossible)];
});
process.stdout.write(JSON.stringify({ haves: HAVES, answers }));
