"use strict";
const assert = require("node:assert/strict");
const {test} = require("node:test");
const letter = require("../../docs/assets/letter.js");

const WORDS = {
  subscription: "abonnementet",
  "end-soonest": "så snart vilkårene tillater det",
  "end-day": "den {day}",
  "end-end-of-month": "ved utgangen av måneden dere mottar dette i",
  "end-days-after-notice": "{days} dager etter at dere mottar dette",
};
const CHOICE = {called: "Nord", company: "Nord AS", contract: "subscription", today: "2026-11-20"};
const DATES = new Set(["end", "born"]);
const values = (typed, choice = {}) => letter.valuesIn("nb", typed, DATES, {...CHOICE, ...choice}, WORDS);
const HOSTILE = ["<script>alert(1)</script>", "محمد علي", "王小明", "\"'`", "$& $1 $`", "{phone}", "____", "a".repeat(100)];

test("a day is written as each language does", () => {
  assert.equal(letter.dayText("2026-11-03", "nb"), "3. november 2026");
  assert.equal(letter.dayText("2026-11-03", "en"), "3 November 2026");
  assert.equal(letter.dayText("2026-11-03", "zh-Hans"), "2026年11月3日");
  assert.equal(letter.dayText("2026-11-03", "zh-Hant"), "2026年11月3日");
});

test("what is no day is empty", () => {
  for (const text of ["", "2026-13-01", "tomorrow", "2026-11-03x", "03.11.2026"]) assert.equal(letter.dayText(text, "nb"), "");
});

test("today is the reader's day, not that of Greenwich", () => {
  assert.equal(letter.todayOf(new Date(2026, 0, 5, 0, 30)), "2026-01-05");
});

test("a slot without a value keeps its blank", () => {
  const pieces = [{text: "Navn: "}, {text: "____", slot: "name"}];
  assert.deepEqual(letter.filled(pieces, {}), ["Navn: ", "____"]);
  assert.deepEqual(letter.filled(pieces, {name: ""}), ["Navn: ", "____"]);
  assert.deepEqual(letter.filled(pieces, {name: "Li"}), ["Navn: ", "Li"]);
});

test("any name comes through as it was typed", () => {
  for (const name of HOSTILE) {
    assert.equal(letter.filled([{text: "____", slot: "name"}], values({name}))[0], name);
  }
});

test("blanks around and inside a name are one, lines of a long text stay", () => {
  assert.equal(letter.trimmed("  Li \t Na  "), "Li Na");
  assert.equal(letter.trimmed(" a \n  b \n"), "a\nb");
  assert.equal(values({name: "   "}).name, "");
});

test("the end is the chosen day, else the rule, else as soon as may be", () => {
  assert.equal(values({end: "2026-12-31"}, {end: "end-of-month"}).end, "den 31. desember 2026");
  assert.equal(values({end: ""}, {end: "end-of-month"}).end, WORDS["end-end-of-month"]);
  assert.equal(values({}, {end: "days-after-notice", days: "30"}).end, "30 dager etter at dere mottar dette");
  assert.equal(values({}).end, WORDS["end-soonest"]);
});

test("a line belongs to its contracts, and what is optional needs every slot", () => {
  const line = {optional: true, only: ["prepaid"], slots: ["amount"]};
  assert.equal(letter.belongs(line, {amount: "9"}, "prepaid"), true);
  assert.equal(letter.belongs(line, {amount: "9"}, "subscription"), false);
  assert.equal(letter.belongs(line, {amount: ""}, "prepaid"), false);
  assert.equal(letter.belongs({optional: false, only: [], slots: ["amount"]}, {}, "prepaid"), true);
});

test("a mail link holds subject and text, encoded", () => {
  const {href, whole} = letter.mailLink("a@nord.example", "Oppsigelse & mer", "Hei #1\nÆØÅ ?x=%");
  assert.equal(whole, true);
  const link = new URL(href);
  assert.equal(link.pathname, "a@nord.example");
  assert.equal(decodeURIComponent(link.search), "?subject=Oppsigelse & mer&body=Hei #1\r\nÆØÅ ?x=%");
  assert.doesNotMatch(link.search, /[\s#+]/);
});

test("a letter too long for a link is left out of it", () => {
  const {href, whole} = letter.mailLink("a@nord.example", "Klage", "å".repeat(2000));
  assert.equal(whole, false);
  assert.equal(href, "mailto:a@nord.example?subject=Klage");
});

test("a query chooses only what the page knows", () => {
  const known = {carrier: ["telenor"], kind: ["abroad"], contract: ["prepaid"]};
  const query = "?carrier=telenor&kind=<script>&contract=prepaid&name=Li";
  assert.deepEqual(letter.chosen(query, known), {carrier: "telenor", kind: "", contract: "prepaid"});
  assert.deepEqual(letter.chosen("", known), {carrier: "", kind: "", contract: ""});
});

test("only carrier, kind and contract stand in the address", () => {
  assert.equal(letter.queryOf({carrier: "telenor", kind: "abroad", contract: "", name: "Li"}), "?carrier=telenor&kind=abroad");
  assert.equal(letter.queryOf({carrier: "", kind: "", contract: ""}), "");
});

test("lists of attributes are read, empty ones too", () => {
  assert.deepEqual(letter.listed("a:b:3 c"), [["a", "b", "3"], ["c"]]);
  assert.deepEqual(letter.listed(undefined), []);
});

const rules = require("../../docs/assets/rules.js");

test("the last day is proposed by the rule, counted from today", () => {
  assert.equal(letter.proposed(rules, "end-of-next-month", "0", "2026-11-20"), "2026-12-31");
  assert.equal(letter.proposed(rules, "days-after-notice", "30", "2026-11-20"), "2026-12-20");
});

test("nothing is proposed without a rule, or by one that counts from a renewal", () => {
  assert.equal(letter.proposed(rules, undefined, undefined, "2026-11-20"), "");
  assert.equal(letter.proposed(rules, "hours-before-renewal", "0", "2026-11-20"), "");
});
