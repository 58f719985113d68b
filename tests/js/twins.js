"use strict";
// Prints what the scripts make of the JSON on standard input, for tests that compare it with what Python makes.
const { calendar, dayText } = require("../../docs/assets/calendar.js");

const { days = [], locales = [], events = [], url = "", now = 0 } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify({
    days: locales.map((locale) => days.map((day) => dayText(day, locale))),
    calendar: calendar(events, { url, now: new Date(now), language: "zh-Hans" }),
  }),
);
