"""Shapes for single values with a format of their own: dates, links, phone numbers, ids, flags."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

import phonenumbers

from model.records import PartialDate
from reading.shapes import Report, scalar
from reading.strict_yaml import Node

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
DIGITS = re.compile(r"\d{1,4}", re.ASCII)
SHORT_CODE = re.compile(r"[*#]?[0-9]{3,6}#?")
EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
ADDRESS = re.compile(r"[a-z0-9-]+:[a-z0-9]+(-[a-z0-9]+)*")
URL_LIMIT = 300
SCHEMES = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text of a fixed form."""

    form: re.Pattern[str]
    rule: str
    must: str
    advice: str

    def read(self, report: Report, path: str, node: Node) -> str | None:
        """The text as written."""
        text = scalar(report, path, node)
        if text is None or self.form.fullmatch(text):
            return text
        report.add(path, self.rule, f"{self.must}: {text!r}", self.advice)
        return None


IDENT = Pattern(SLUG, "value-id", "must be a dashed lower-case id", "use a-z, 0-9 and single dashes: cancel-phone")
SHARED = Pattern(ADDRESS, "value-address", "must be topic:id", "write the address of a shared fact: law:plan-change")
VALUE_NAME = Pattern(re.compile(r"[a-z0-9_]+"), "value-id", "must be a lower-case name", "use a-z, 0-9 and _")
COUNTRY = Pattern(re.compile(r"[A-Z]{2}|unknown"), "value-country", "must be a country code", 'write "NO" or unknown')


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false, nothing else."""

    def read(self, report: Report, path: str, node: Node) -> bool | None:
        """The flag."""
        text = scalar(report, path, node)
        if text in ("true", "false"):
            return text == "true"
        if text is not None:
            report.add(path, "value-flag", f"must be true or false: {text!r}", "write true or false")
        return None


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from 1 up."""

    def read(self, report: Report, path: str, node: Node) -> int | None:
        """The number."""
        text = scalar(report, path, node)
        if text is not None and DIGITS.fullmatch(text) and int(text) > 0:
            return int(text)
        if text is not None:
            report.add(path, "value-number", f"must be a whole number: {text!r}", 'write digits only: "12"')
        return None


@dataclass(frozen=True, slots=True)
class Day:
    """A whole date, YYYY-MM-DD."""

    def read(self, report: Report, path: str, node: Node) -> date | None:
        """The date."""
        text = scalar(report, path, node)
        if text is None:
            return None
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
                return date.fromisoformat(text)
        except ValueError:
            pass
        report.add(path, "value-date", f"must be a date: {text!r}", "write year-month-day: 2026-06-05")
        return None


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or a date with hour and minute (2026-06-30T12:00)."""

    def read(self, report: Report, path: str, node: Node) -> date | datetime | None:
        """The date or moment."""
        text = scalar(report, path, node)
        if text is None:
            return None
        if "T" not in text:
            return Day().read(report, path, node)
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", text, re.ASCII):
                return datetime.fromisoformat(text)
        except ValueError:
            pass
        report.add(path, "value-date", f"must be a date with hour and minute: {text!r}", "write 2026-06-30T12:00")
        return None


@dataclass(frozen=True, slots=True)
class SourceDate:
    """A source's date as far as it is known: year, month, day, or the word unknown."""

    def read(self, report: Report, path: str, node: Node) -> PartialDate | None:
        """The date; unknown is PartialDate()."""
        text = scalar(report, path, node)
        if text is None:
            return None
        if text == "unknown":
            return PartialDate()
        match = PARTIAL.fullmatch(text)
        if match:
            found = PartialDate(*(int(part or 0) for part in match.groups()))
            if _exists(found, match):
                return found
        advice = "write 2026-06-05, 2026-06, 2026 or unknown"
        report.add(path, "value-date", f"must be a date or unknown: {text!r}", advice)
        return None


def _exists(found: PartialDate, match: re.Match[str]) -> bool:
    try:
        found.earliest()
    except ValueError:
        return False
    return all(part is None or int(part) > 0 for part in match.groups())


@dataclass(frozen=True, slots=True)
class Link:
    """A web address: https; http is kept with a warning; no credentials, no other scheme."""

    def read(self, report: Report, path: str, node: Node) -> str | None:
        """The address as written."""
        text = scalar(report, path, node)
        if text is None:
            return None
        if not self._sound(text):
            report.add(path, "link", f"must be a web address: {text[:60]!r}", "write https://… without blanks or login")
            return None
        if text.startswith("http:"):
            report.add(path, "link-http", f"should be https: {text!r}", "use https if it opens", severity="warning")
        return text

    def _sound(self, text: str) -> bool:
        if len(text) > URL_LIMIT or any(sign in text for sign in " \"'<>\\^`{|}\n"):
            return False
        try:
            parts = urlsplit(text)
            # Asking for the port raises ValueError where it is none.
            return text.startswith(SCHEMES) and bool(parts.hostname) and parts.username is None and parts.port != 0
        except ValueError:
            return False


def phone_problem(value: str) -> str:
    """Why `value` is no international phone number; empty where it is one (E.164, by libphonenumber's data)."""
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return "must be an international number"
    if phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) != value:
        return "must be in E.164 form"
    return "" if phonenumbers.is_valid_number(number) else "must be a number that exists"
