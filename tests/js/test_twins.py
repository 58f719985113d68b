"""What the scripts make, seen from Python: days as Babel writes them, calendars that another program reads."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from support.node import answer
from writing.languages import LOCALES, day

SCRIPT = Path(__file__).with_name("twins.js")
DAYS = [date(2026, month, 1) for month in range(1, 13)] + [date(2024, 2, 29), date(2026, 12, 31)]
MOMENTS = [datetime(2026, 6, 28, 0, 0), datetime(2026, 6, 28, 23, 59)]
URL = "https://example.org/zh/tools/dates/"
NOW = datetime(2026, 11, 20, 10, 11, 12, tzinfo=UTC)
HOSTILE = [
    "END:VEVENT\r\nEND:VCALENDAR",
    "a;b,c:d\\n\\\\,",
    "\nBEGIN:VALARM\nACTION:PROCEDURE",
    "😀" * 60,
    "最后一天，" * 40,
    '"quoted" <b>x</b> &amp;',
    " leading and trailing ",
]


def made(**given: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer(SCRIPT, json.dumps(given)))
    return found


def read(text: str) -> list[Any]:
    """The events of a calendar as icalendar reads them; it raises where the text is none."""
    calendar = Calendar.from_ical(text)
    assert [error for event in calendar.walk() for error in event.errors] == []
    return list(calendar.walk("VEVENT"))


def event(text: str) -> dict[str, str]:
    return {"id": "last-1-telenor@si-opp", "date": "2026-12-31", "title": text, "text": text}


def events_of(*texts: str) -> list[Any]:
    given = [event(text) for text in texts]
    return read(made(events=given, url=URL, now=NOW.timestamp() * 1000)["calendar"])


def test_days_are_as_babel_writes_them() -> None:
    shown = made(
        days=[value.isoformat()[:16] for value in (*DAYS, *MOMENTS)],
        locales=[locale.replace("_", "-") for locale in LOCALES.values()],
    )["days"]
    assert shown == [[day(value, language) for value in (*DAYS, *MOMENTS)] for language in LOCALES]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    [found] = events_of(text)
    assert str(found["SUMMARY"]) == text.replace("\r\n", "\n")
    assert str(found["DESCRIPTION"]) == text.replace("\r\n", "\n")
    assert len(found.walk("VALARM")) == 1


@given(st.text(st.characters(exclude_categories=["C"], include_characters="\n"), min_size=1, max_size=120))
@settings(max_examples=25, deadline=None)
def test_any_text_comes_back(text: str) -> None:
    [found] = events_of(text)
    assert str(found["SUMMARY"]) == text
    assert len(found.walk("VALARM")) == 1


def test_an_event_is_a_day_with_one_alarm_and_the_address_of_the_page() -> None:
    [found] = events_of("x")
    assert found["DTSTART"].dt == date(2026, 12, 31)
    assert found["DTEND"].dt == date(2027, 1, 1)
    assert found["DTSTAMP"].dt == NOW
    assert str(found["URL"]) == URL
    [alarm] = found.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=9)
    assert alarm["ACTION"] == "DISPLAY"
