// Text of a calendar file (RFC 5545), and days as each language writes them, the twin of languages.day.
const calendarText = (() => {
  "use strict";
  const LINE = 75;
  // Everything but tab and newline that is no text.
  const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

  const escaped = (text) => text
    .replace(/\r\n?/g, "\n").replace(CONTROL, "")
    .replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

  const octets = (sign) => new TextEncoder().encode(sign).length;

  // A line in parts of at most 75 octets, no sign torn apart; each further part begins with a blank.
  function folded(line) {
    let length = 0, text = "";
    for (const sign of line) {
      const size = octets(sign);
      if (length + size > LINE) {
        text += "\r\n ";
        length = 1;
      }
      text += sign;
      length += size;
    }
    return text;
  }

  const compact = (day) => day.slice(0, 10).replaceAll("-", "");
  const stamp = (now) => now.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");
  const nextDay = (day) => new Date(Date.parse(day.slice(0, 10)) + 86400000).toISOString();

  function event({ id, date, title, text }, { url, now }) {
    return [
      "BEGIN:VEVENT",
      `UID:${escaped(id)}`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `DTEND;VALUE=DATE:${compact(nextDay(date))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      `URL:${url}`,
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(title)}`,
      // Nine in the morning of the day itself.
      "TRIGGER:PT9H",
      "END:VALARM",
      "END:VEVENT",
    ];
  }

  // The file for events {id, date, title, text}; url: the page without what stands after ? and #; now: the clock.
  function calendar(events, { url, now, language }) {
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:-//Si opp//Dates//${language.toUpperCase()}`,
      "CALSCALE:GREGORIAN",
      ...events.flatMap((one) => event(one, { url, now })),
      "END:VCALENDAR",
    ];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  }

  // A day in full, with hour and minute of a moment: 2026年7月31日, 31 July 2026, 31. juli 2026.
  function dayText(value, locale) {
    const day = new Date(Date.parse(value.slice(0, 10)));
    const text = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(day);
    const time = value.slice(11);
    return time ? text + (locale.startsWith("zh") ? "" : " ") + time : text;
  }

  // A phrase with its slots filled; a slot without a value stays, so that a test sees it.
  const filled = (phrase, slots) => phrase.replace(/\{(\w+)\}/g, (slot, name) => slots[name] ?? slot);

  return { calendar, dayText, filled, folded };
})();
if (typeof module === "object") module.exports = calendarText;
