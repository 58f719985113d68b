import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.dates import RENEWAL_RULES, apply, end_of_month, last_day, latest_to_act, months_after
from model.vocabulary import Rule

# The tables that the JavaScript twin runs too.
FOLDER = Path(__file__).parent.parent / "vectors"
MONTHS = json.loads((FOLDER / "months.json").read_text(encoding="utf-8"))
DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2200, 12, 31))
AMOUNTS = st.integers(1, 9999)
NOTICE_RULES = sorted(set(Rule) - RENEWAL_RULES)


class _Needed(TypedDict):
    rule: str
    start: str
    result: str


class Vector(_Needed, total=False):
    days: int
    hours: int


VECTORS: list[Vector] = json.loads((FOLDER / "dates.json").read_text(encoding="utf-8"))


def moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def said(vector: Vector) -> str:
    amount = [str(vector.get(unit, "")) for unit in ("days", "hours")]
    return " ".join(filter(None, [vector["rule"], vector["start"], *amount]))


@pytest.mark.parametrize("vector", VECTORS, ids=said)
def test_rule_gives_the_result_of_the_table(vector: Vector) -> None:
    start, result = moment(vector["start"]), moment(vector["result"])
    assert apply(Rule(vector["rule"]), start, vector.get("days", 0), vector.get("hours", 0)) == result


@pytest.mark.parametrize("vector", MONTHS, ids=lambda vector: f"{vector['months']} after {vector['start']}")
def test_months_after_a_day_are_those_of_the_table(vector: dict[str, str | int]) -> None:
    start, result = (date.fromisoformat(str(vector[name])) for name in ("start", "result"))
    assert months_after(start, int(vector["months"])) == result


@given(DAYS, st.integers(0, 400))
@settings(deadline=None)
def test_months_after_a_day_keep_the_day_or_end_the_month(day: date, months: int) -> None:
    result = months_after(day, months)
    assert result.year * 12 + result.month == day.year * 12 + day.month + months
    assert result.day == day.day or (result == end_of_month(result) and result.day < day.day)


def test_table_has_every_rule_each_case_once() -> None:
    assert {vector["rule"] for vector in VECTORS} == set(Rule)
    assert len({said(vector) for vector in VECTORS}) == len(VECTORS)


@given(DAYS, AMOUNTS)
@settings(deadline=None)
def test_contract_ends_after_the_day_of_receipt(received: date, days: int) -> None:
    for rule in (Rule.NEXT_DAY, Rule.END_OF_NEXT_MONTH, Rule.DAYS_AFTER_NOTICE):
        assert last_day(rule, received, days) > received
    assert last_day(Rule.END_OF_MONTH, received) >= received


@given(DAYS)
@settings(deadline=None)
def test_end_of_month_is_the_last_day_of_the_same_month(day: date) -> None:
    result = last_day(Rule.END_OF_MONTH, day)
    assert (result.year, result.month) == (day.year, day.month)
    assert (result + timedelta(days=1)).day == 1


@given(DAYS)
@settings(deadline=None)
def test_end_of_next_month_is_the_last_day_of_the_following_month(day: date) -> None:
    result = last_day(Rule.END_OF_NEXT_MONTH, day)
    assert result.year * 12 + result.month == day.year * 12 + day.month + 1
    assert result == end_of_month(result)


@given(DAYS, DAYS)
@settings(deadline=None)
def test_a_later_notice_never_ends_a_contract_sooner(one: date, other: date) -> None:
    for rule in NOTICE_RULES:
        assert last_day(rule, min(one, other), 14) <= last_day(rule, max(one, other), 14)


@given(DAYS, AMOUNTS)
@settings(deadline=None)
def test_days_before_and_the_same_days_after_are_the_start(renews: date, days: int) -> None:
    latest = latest_to_act(Rule.DAYS_BEFORE_RENEWAL, renews, days)
    assert last_day(Rule.DAYS_AFTER_NOTICE, latest, days) == renews


@given(MOMENTS, AMOUNTS)
@settings(deadline=None)
def test_hours_before_and_the_same_hours_after_are_the_start(renews: datetime, hours: int) -> None:
    assert latest_to_act(Rule.HOURS_BEFORE_RENEWAL, renews, hours) + timedelta(hours=hours) == renews


@given(DAYS, AMOUNTS)
@settings(deadline=None)
def test_hours_before_a_plain_day_are_never_later_than_before_any_moment_of_it(day: date, hours: int) -> None:
    latest = latest_to_act(Rule.HOURS_BEFORE_RENEWAL, day, hours)
    midnight = datetime(day.year, day.month, day.day)
    assert latest == latest_to_act(Rule.HOURS_BEFORE_RENEWAL, midnight, hours)
    assert latest < midnight


@given(MOMENTS, st.integers(1, 400))
@settings(deadline=None)
def test_a_number_of_days_is_as_many_times_24_hours(renews: datetime, days: int) -> None:
    by_days = latest_to_act(Rule.DAYS_BEFORE_RENEWAL, renews, days)
    assert by_days == latest_to_act(Rule.HOURS_BEFORE_RENEWAL, renews, days * 24)


@pytest.mark.parametrize("rule", sorted(RENEWAL_RULES))
def test_renewal_rule_has_no_last_day(rule: Rule) -> None:
    with pytest.raises(KeyError):
        last_day(rule, date(2026, 6, 10), 7)


@pytest.mark.parametrize("rule", NOTICE_RULES)
def test_notice_rule_has_no_latest_day_to_act(rule: Rule) -> None:
    with pytest.raises(KeyError):
        latest_to_act(rule, date(2026, 6, 10), 7)


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        (Rule.NEXT_DAY, date.max),
        (Rule.END_OF_NEXT_MONTH, date.max),
        (Rule.DAYS_AFTER_NOTICE, date.max),
        (Rule.DAYS_BEFORE_RENEWAL, date.min),
        (Rule.HOURS_BEFORE_RENEWAL, date.min),
    ],
)
def test_beyond_the_calendar_is_an_overflow(rule: Rule, start: date) -> None:
    with pytest.raises(OverflowError):
        apply(rule, start, 1, 1)


def test_end_of_the_last_month_of_the_calendar_is_a_day() -> None:
    assert last_day(Rule.END_OF_MONTH, date(9999, 12, 1)) == date.max


# Hours before a day without a time once took whole days only: 36 hours before 30 June gave 29 June, a day too late.
def test_bug_hours_before_a_plain_day_gave_a_day_too_late() -> None:
    assert apply(Rule.HOURS_BEFORE_RENEWAL, date(2026, 6, 30), 0, 36) == datetime.fromisoformat("2026-06-28T12:00")
