from datetime import date, datetime

import pytest

from model.records import PartialDate
from reading.values import Day, Moment, SourceDate
from support.shapes import problem, value


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-06-05", date(2026, 6, 5)), ("2024-02-29", date(2024, 2, 29)), ("2000-02-29", date(2000, 2, 29))],
)
def test_day_is_a_whole_date(text: str, day: date) -> None:
    assert value(Day(), text) == day


NO_DAYS = [
    *("", "2026", "2026-06", "2026-6-5", "20260605", "2026-W23-5", "2026/06/05", "05.06.2026", "2026-06-05 "),
    *("2026-13-01", "2026-00-01", "2026-06-00", "2026-06-31", "2026-02-29", "2100-02-29", "0000-01-01"),
    *("26-06-05", "+2026-06-05", "２０２６-06-05", "2026-06-05T12:00", "unknown", "today"),
]


@pytest.mark.parametrize("text", NO_DAYS)
def test_anything_else_is_no_day(text: str) -> None:
    assert problem(Day(), text) == ("value-date", f"field must be a date: {text!r}")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-06-30", date(2026, 6, 30)),
        ("2026-06-30T12:00", datetime.fromisoformat("2026-06-30T12:00")),
        ("2024-02-29T23:59", datetime.fromisoformat("2024-02-29T23:59")),
    ],
)
def test_moment_is_a_day_or_a_day_with_hour_and_minute(text: str, moment: date) -> None:
    assert (value(Moment(), text), type(value(Moment(), text))) == (moment, type(moment))


@pytest.mark.parametrize(
    "text",
    [
        *("2026-06-30T", "2026-06-30T12", "2026-06-30T25:00", "2026-06-30T12:60", "2026-02-30T12:00", "T12:00"),
        *("2026-06-30T12:00Z", "2026-06-30T12:00+02:00", "2026-06-30T12:00:00", "Tomorrow"),
    ],
)
def test_anything_else_with_a_t_is_no_moment(text: str) -> None:
    assert problem(Moment(), text) == ("value-date", f"field must be a date with hour and minute: {text!r}")


@pytest.mark.parametrize("text", ["2026-06-31", "2026-06", "2026-06-30 12:00", ""])
def test_anything_else_is_no_moment(text: str) -> None:
    assert problem(Moment(), text) == ("value-date", f"field must be a date: {text!r}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026", PartialDate(2026)),
        ("2026-06", PartialDate(2026, 6)),
        ("2026-06-05", PartialDate(2026, 6, 5)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("2010-10-10", PartialDate(2010, 10, 10)),
        ("unknown", PartialDate()),
    ],
)
def test_date_of_a_source_is_as_whole_as_the_source_gives_it(text: str, found: PartialDate) -> None:
    got = value(SourceDate(), text)
    assert (got, str(got), got.known) == (found, text, text != "unknown")


@pytest.mark.parametrize(
    "text",
    [
        *("", "26", "0000", "2026-00", "2026-13", "2026-06-00", "2026-06-31", "2026-02-29", "2026-6", "202606"),
        *("2026-", "2026--05", "2026-06-05T12:00", "Unknown", "June 2026", "２０２６", "2026-06-05-01", "c. 2026"),
    ],
)
def test_anything_else_is_no_date_of_a_source(text: str) -> None:
    assert problem(SourceDate(), text) == ("value-date", f"field must be a date or unknown: {text!r}")
