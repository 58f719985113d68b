// Date rules, the twin of scripts/model/dates.py: both give what tests/vectors say.
// A day is text as in 2026-07-31, a moment 2026-07-31T12:00; no time zone enters, so no clock change can.
const dateRules = (() => {
  "use strict";
  const DAY = 86400000;
  const dayOf = (text) => text.slice(0, 10);
  const parsed = (text) => Date.parse(text.length > 10 ? `${text}Z` : text);
  const dayText = (time) => new Date(time).toISOString().slice(0, 10);
  const momentText = (time) => new Date(time).toISOString().slice(0, 16);

  const daysAfter = (day, days) => dayText(parsed(day) + days * DAY);

  // The last day of the month that lies `months` after that of `day`.
  function endOfMonth(day, months = 0) {
    const [year, month] = day.split("-").map(Number);
    return dayText(Date.UTC(year, month + months, 0));
  }

  // The same day some months later, or the last of that month where it is shorter.
  function monthsAfter(day, months) {
    const end = endOfMonth(day, months);
    const same = end.slice(0, 8) + day.slice(8);
    return same < end ? same : end;
  }

  const RENEWAL = ["days-before-renewal", "hours-before-renewal"];
  const isRenewal = (rule) => RENEWAL.includes(rule);

  const LAST_DAY = {
    "next-day": (day) => daysAfter(day, 1),
    "end-of-month": (day) => endOfMonth(day),
    "end-of-next-month": (day) => endOfMonth(day, 1),
    "days-after-notice": (day, days) => daysAfter(day, days),
  };

  // The last day from the day of receipt, or the latest day or moment to act from that of the renewal.
  function apply({ rule, days = 0, hours = 0 }, start) {
    if (!isRenewal(rule)) return LAST_DAY[rule](start, days);
    if (rule === "hours-before-renewal") return momentText(parsed(start) - hours * DAY / 24);
    return (start.length > 10 ? momentText : dayText)(parsed(start) - days * DAY);
  }

  // Whether notice on a day is in time; on the very day only where a moment of it is still to come.
  const inTime = (received, latest) =>
    latest.length > 10 ? `${received}T00:00` < latest : received <= latest;

  // Where rules lead: candidates for the last day, and the latest moments to act.
  function endings({ received, renews, rules }) {
    return rules.flatMap((rule) => {
      const base = { notice: rule.id, expected: rule.expected };
      if (!isRenewal(rule.rule)) return [{ ...base, key: "last", start: received, date: apply(rule, received) }];
      if (!renews) return [{ ...base, key: "renews-missing" }];
      const act = { ...base, key: "act", start: renews, date: apply(rule, renews) };
      if (!inTime(received, act.date)) return [act, { ...base, key: "late" }];
      return [act, { ...base, key: "renewal", start: act.date, date: dayOf(renews) }];
    });
  }

  const LAST = ["confirmed", "last", "renewal"];

  // Every date from what the reader knows, in the order of time; state says how sure the last day is.
  // advice: the days until asking again, the months until the last bill is looked for, weeks and years of the
  // complaints board, none where it has no say.
  function plan({ received, renews, confirmed, rules, advice }) {
    const found = confirmed
      ? [{ key: "confirmed", start: received, date: confirmed, notice: "", expected: false }]
      : endings({ received, renews, rules });
    const ends = found.filter((step) => LAST.includes(step.key)).map((step) => step.date).sort();
    const last = ends.length ? ends[ends.length - 1] : "";
    const steps = [{ key: "received", date: received }, ...found.filter((step) => step.date)];
    const again = daysAfter(received, advice.days);
    const bill = last && monthsAfter(last, advice.months);
    if (!confirmed) steps.push({ key: "again", start: received, date: again });
    if (last) steps.push({ key: "bill", start: last, date: bill });
    if (advice.weeks) {
      // What is confirmed can go wrong on the last bill only; before that, silence is what to complain of.
      const start = confirmed ? bill : again;
      steps.push({ key: "complain", start, date: daysAfter(start, advice.weeks * 7 + 1) });
      steps.push({ key: "latest", start, date: monthsAfter(start, advice.years * 12) });
    }
    const missing = found.filter((step) => !step.date).map((step) => step.key);
    return { last, missing, state: state(found, ends), steps: steps.sort((a, b) => order(a.date, b.date)) };
  }

  // A day stands before the moments of it; sorting is stable, so steps of one day keep their order.
  const order = (one, other) => (one < other ? -1 : Number(one > other));

  function state(found, ends) {
    if (!ends.length) return found.length ? found[found.length - 1].key : "unknown";
    if (found[0].key === "confirmed") return "confirmed";
    if (new Set(ends).size > 1) return "two";
    return found.some((step) => step.expected) ? "expected" : "sure";
  }

  return { apply, daysAfter, monthsAfter, isRenewal, plan, dayOf };
})();
if (typeof module === "object") module.exports = dateRules;
