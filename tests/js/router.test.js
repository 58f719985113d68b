"use strict";
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { read, written } = require("../../docs/assets/router.js");

const KNOWN = { carrier: ["", "telenor", "ice"], guide: ["", "esim"] };

test("what was chosen comes back from the address", () => {
  const chosen = { has: ["sim", "email"], carrier: "telenor", guide: "esim" };
  assert.equal(written(chosen), "?has=sim,email&carrier=telenor&guide=esim");
  assert.deepEqual(read(written(chosen), KNOWN), chosen);
});

test("nothing chosen leaves the address alone", () => {
  assert.equal(written({ has: [], carrier: "", guide: "" }), "");
  assert.deepEqual(read("", KNOWN), { has: [], carrier: "", guide: "" });
});

test("only what the form knows is taken", () => {
  const hostile = "?has=sim,<b>,sim,__proto__&carrier=javascript:alert(1)&guide=toString&x=y";
  assert.deepEqual(read(hostile, KNOWN), { has: ["sim"], carrier: "", guide: "" });
});
