"use strict";
// The table that Python runs too: tests/vectors, tests/model/test_dates.py.
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { apply, monthsAfter, plan } = require("../../docs/assets/rules.js");
const vectors = require("../vectors/dates.json");
const months = require("../vectors/months.json");

const ADVICE = { days: 7, months: 1, weeks: 2, years: 1 };
const NEXT_MONTH = { id: "a:one", rule: "end-of-next-month", expected: true };
const THIS_MONTH = { id: "a:two", rule: "end-of-month", expected: true };
const WEEK_BEFORE = { id: "b:one", rule: "days-before-renewal", days: 7, expected: false };
const HOURS_BEFORE = { id: "c:one", rule: "hours-before-renewal", hours: 48, expected: true };

const given = (more) => ({ received: "2026-11-20", renews: "", confirmed: "", rules: [], advice: ADVICE, ...more });
const dates = ({ steps }) => Object.fromEntries(steps.map(({ key, date }) => [key, date]));

for (const vector of vectors) {
  test(`${vector.rule} ${vector.start} ${vector.days ?? vector.hours ?? ""}`, () => {
    assert.equal(apply(vector, vector.start), vector.result);
  });
}

for (const { start, months: count, result } of months) {
  test(`${count} months after ${start}`, () => assert.equal(monthsAfter(start, count), result));
}

test("a rule gives the whole reckoning in the order of time", () => {
  const found = plan(given({ rules: [{ ...NEXT_MONTH, expected: false }] }));
  assert.equal(found.state, "sure");
  assert.deepEqual(found.steps.map(({ key, date }) => [key, date]), [
    ["received", "2026-11-20"],
    ["again", "2026-11-27"],
    ["complain", "2026-12-12"],
    ["last", "2026-12-31"],
    ["bill", "2027-01-31"],
    ["latest", "2027-11-27"],
  ]);
});

test("an expected rule gives an expected day", () => {
  const found = plan(given({ rules: [NEXT_MONTH] }));
  assert.equal(found.state, "expected");
  assert.equal(found.steps.find(({ key }) => key === "last").expected, true);
});

test("of two rules both are shown and the later counts", () => {
  const found = plan(given({ rules: [NEXT_MONTH, THIS_MONTH] }));
  assert.equal(found.state, "two");
  assert.equal(found.last, "2026-12-31");
  assert.deepEqual(found.steps.filter(({ key }) => key === "last").map(({ date }) => date), ["2026-11-30", "2026-12-31"]);
  assert.equal(dates(found).bill, "2027-01-31");
});

test("two rules that agree are one day", () => {
  assert.equal(plan(given({ rules: [THIS_MONTH, { ...THIS_MONTH, id: "b" }] })).state, "expected");
});

test("without a rule no last day is made up", () => {
  const found = plan(given({}));
  assert.equal(found.state, "unknown");
  assert.equal(found.last, "");
  assert.deepEqual(Object.keys(dates(found)), ["received", "again", "complain", "latest"]);
});

test("a confirmed day beats every rule, and complaints start from the last bill", () => {
  const found = plan(given({ rules: [NEXT_MONTH, THIS_MONTH], confirmed: "2026-12-05" }));
  assert.equal(found.state, "confirmed");
  assert.deepEqual(dates(found), {
    received: "2026-11-20",
    confirmed: "2026-12-05",
    bill: "2027-01-05",
    complain: "2027-01-20",
    latest: "2028-01-05",
  });
});

test("a renewal rule waits for the day of renewal", () => {
  const found = plan(given({ rules: [WEEK_BEFORE] }));
  assert.equal(found.state, "renews-missing");
  assert.equal(found.last, "");
});

test("notice in time ends the contract with the period", () => {
  const found = plan(given({ rules: [WEEK_BEFORE], renews: "2026-11-27" }));
  assert.equal(found.state, "sure");
  assert.equal(dates(found).act, "2026-11-20");
  assert.equal(found.last, "2026-11-27");
});

test("notice too late gives no last day", () => {
  const found = plan(given({ rules: [WEEK_BEFORE], renews: "2026-11-26" }));
  assert.equal(found.state, "late");
  assert.equal(found.last, "");
});

test("hours before a day without a time count from its start, and on the day of that moment it is late", () => {
  const late = plan(given({ rules: [HOURS_BEFORE], renews: "2026-11-22" }));
  assert.equal(dates(late).act, "2026-11-20T00:00");
  assert.equal(late.state, "late");
  const timely = plan(given({ rules: [HOURS_BEFORE], renews: "2026-11-22T12:00" }));
  assert.equal(dates(timely).act, "2026-11-20T12:00");
  assert.equal(timely.last, "2026-11-22");
});

test("a rule about notice helps while that about renewal waits", () => {
  const found = plan(given({ rules: [THIS_MONTH, HOURS_BEFORE] }));
  assert.equal(found.last, "2026-11-30");
  assert.deepEqual(found.missing, ["renews-missing"]);
});

test("where the board has no say there are no dates for it", () => {
  const found = plan(given({ rules: [NEXT_MONTH], advice: { ...ADVICE, weeks: 0 } }));
  assert.deepEqual(Object.keys(dates(found)), ["received", "again", "last", "bill"]);
});
