"use strict";
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { fits, read, written } = require("../../docs/assets/filters.js");

const ROW = { guide: "esim:yes 4g:unknown 5g:no", bankid: "unknown", house: "telia" };
const KNOWN = { bankid: ["", "yes", "unknown", "no"], guide: ["", "4g:unknown"] };

test("unknown is neither yes nor no", () => {
  assert.deepEqual(["yes", "unknown", "no"].map((bankid) => fits(ROW, { bankid })), [false, true, false]);
  assert.deepEqual(["yes", "unknown", "no"].map((state) => fits(ROW, { guide: `4g:${state}` })), [false, true, false]);
});

test("a row must fit everything, and what it does not say it does not fit", () => {
  assert.ok(fits(ROW, {}));
  assert.ok(fits(ROW, { house: "telia", guide: "esim:yes" }));
  assert.ok(!fits(ROW, { house: "telia", guide: "5g:yes" }));
  assert.ok(!fits(ROW, { abroad: "unknown" }));
});

test("a part of a value is not the value", () => {
  assert.ok(!fits({ house: "telenor" }, { house: "tele" }));
});

test("what was chosen comes back from the address, what the form does not know stays away", () => {
  const chosen = { guide: "4g:unknown", bankid: "no" };
  assert.deepEqual(read(written(chosen), KNOWN), chosen);
  assert.deepEqual(read("?bankid=maybe&guide=&constructor=x&__proto__=y", KNOWN), {});
  assert.equal(written({}), "");
});
