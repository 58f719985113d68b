"use strict";
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { calendar, dayText, filled, folded } = require("../../docs/assets/calendar.js");

const NOW = new Date("2026-11-20T10:11:12.345Z");
const EVENT = { id: "last-1-a@si-opp", date: "2026-12-31", title: "Last; day, \\ of", text: "one\ntwo" };
const made = (more) =>
  calendar([{ ...EVENT, ...more }], { url: "https://example.org/en/tools/dates/", now: NOW, language: "en" });

test("every line ends in CRLF and holds at most 75 octets", () => {
  const text = made({ title: "最后一天".repeat(60), text: "😀".repeat(80) });
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  for (const line of text.split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!/[\r\n]/.test(line));
    assert.ok(!line.includes("\ufffd"));
  }
});

test("folding loses nothing", () => {
  for (const line of ["", "a".repeat(74), "a".repeat(75), "a".repeat(76), "æ".repeat(200), "😀a最".repeat(40)]) {
    assert.equal(folded(line).replaceAll("\r\n ", ""), line);
  }
});

test("signs with a meaning are escaped, line ends become \\n, control signs go", () => {
  const text = made({ text: "a;b,c\\d\r\ne\rf\u0000\u0007\u001bg" });
  assert.ok(text.includes("SUMMARY:Last\\; day\\, \\\\ of\r\n"));
  assert.ok(text.includes("DESCRIPTION:a\\;b\\,c\\\\d\\ne\\nfg\r\n"));
});

test("an event is a whole day with the clock's stamp", () => {
  const lines = made({ date: "2026-12-31T12:00" }).split("\r\n");
  assert.ok(lines.includes("DTSTAMP:20261120T101112Z"));
  assert.ok(lines.includes("DTSTART;VALUE=DATE:20261231"));
  assert.ok(lines.includes("DTEND;VALUE=DATE:20270101"));
  assert.equal(lines.filter((line) => line === "BEGIN:VALARM").length, 1);
});

test("a slot without a value stays", () => {
  assert.equal(filled("{date}: {name}", { date: "x" }), "x: {name}");
});

test("a moment shows its hour, as the language sets it", () => {
  assert.equal(dayText("2026-06-30T06:05", "zh-Hans-CN"), "2026年6月30日06:05");
  assert.equal(dayText("2026-06-30T06:05", "nb-NO"), "30. juni 2026 06:05");
});
