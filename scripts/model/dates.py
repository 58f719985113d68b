"""Date rules: the last day from the day of receipt, or the latest moment to act from the moment of renewal.

The JavaScript twin must give the same answers for tests/vectors/dates.json.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from model.vocabulary import Rule

RENEWAL_RULES = frozenset({Rule.DAYS_BEFORE_RENEWAL, Rule.HOURS_BEFORE_RENEWAL})


def end_of_month(day: date) -> date:
    """The last day of the month that holds `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _end_of_next_month(day: date) -> date:
    return end_of_month(end_of_month(day) + timedelta(days=1))


_LAST_DAY: dict[Rule, Callable[[date, int], date]] = {
    Rule.NEXT_DAY: lambda day, _: day + timedelta(days=1),
    Rule.END_OF_MONTH: lambda day, _: end_of_month(day),
    Rule.END_OF_NEXT_MONTH: lambda day, _: _end_of_next_month(day),
    Rule.DAYS_AFTER_NOTICE: lambda day, days: day + timedelta(days=days),
}


def last_day(rule: Rule, received: date, days: int = 0) -> date:
    """The last day of a contract whose notice the carrier received on `received` (days only for days-after-notice).

    KeyError for a renewal rule; OverflowError past the year 9999.
    """
    return _LAST_DAY[rule](received, days)


def latest_to_act(rule: Rule, renews: date | datetime, amount: int) -> date | datetime:
    """The latest day (days) or moment (hours) to stop a renewal at `renews`; KeyError for a notice rule.

    Hours count from the start of a day without a time.
    """
    if rule == Rule.HOURS_BEFORE_RENEWAL and not isinstance(renews, datetime):
        renews = datetime.combine(renews, time())
    unit = {Rule.DAYS_BEFORE_RENEWAL: "days", Rule.HOURS_BEFORE_RENEWAL: "hours"}[rule]
    return renews - timedelta(**{unit: amount})


def apply(rule: Rule, start: date | datetime, days: int, hours: int) -> date | datetime:
    """The last day, or the latest moment to act, from the day or moment that the rule starts at.

    OverflowError beyond the calendar.
    """
    if rule in RENEWAL_RULES:
        return latest_to_act(rule, start, hours if rule == Rule.HOURS_BEFORE_RENEWAL else days)
    return last_day(rule, start, days)
