"""Relative dates: what "this quarter" means for this reader today, as a first day and the day after the last."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
QUARTER = 3
YEAR = 12

Period = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The reader's today, and the month in which the workspace's fiscal year starts."""

    today: dt.date
    fiscal_start: int = 1


def period(name: str, n: int | None, calendar: Calendar) -> Period | None:
    """Return the days that the name means, or None for an unknown name; raise OverflowError far from today."""
    make = PERIODS.get(name)
    try:
        return None if make is None else make(calendar, 1 if n is None else n)
    except ValueError as error:
        raise OverflowError(name) from error


def _days(first: int, count: int = 1) -> Callable[[Calendar, int], Period]:
    return lambda c, _n: (c.today + first * DAY, c.today + (first + count) * DAY)


def _weeks(offset: int) -> Callable[[Calendar, int], Period]:
    def make(calendar: Calendar, _n: int) -> Period:
        monday = _monday(calendar.today) + offset * WEEK
        return monday, monday + WEEK

    return make


def _months(length: int, offset: int, *, fiscal: bool = False) -> Callable[[Calendar, int], Period]:
    def make(calendar: Calendar, _n: int) -> Period:
        shift = calendar.fiscal_start - 1 if fiscal else 0
        month = _month_number(calendar.today) - shift
        first = month // length * length + offset * length + shift
        return _first_day(first), _first_day(first + length)

    return make


def _last_months(calendar: Calendar, n: int) -> Period:
    month = _month_number(calendar.today)
    return _first_day(month - n), _first_day(month)


def _next_months(calendar: Calendar, n: int) -> Period:
    month = _month_number(calendar.today)
    return _first_day(month + 1), _first_day(month + 1 + n)


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * DAY


def _month_number(day: dt.date) -> int:
    return day.year * YEAR + day.month - 1


def _first_day(month: int) -> dt.date:
    return dt.date(month // YEAR, month % YEAR + 1, 1)


# "last 7 days" and "next 7 days" hold today; "last 2 weeks" are the two whole weeks before this one.
PERIODS: Mapping[str, Callable[[Calendar, int], Period]] = {
    "today": _days(0),
    "yesterday": _days(-1),
    "tomorrow": _days(1),
    "this_week": _weeks(0),
    "last_week": _weeks(-1),
    "next_week": _weeks(1),
    "this_month": _months(1, 0),
    "last_month": _months(1, -1),
    "next_month": _months(1, 1),
    "this_quarter": _months(QUARTER, 0),
    "last_quarter": _months(QUARTER, -1),
    "next_quarter": _months(QUARTER, 1),
    "this_year": _months(YEAR, 0),
    "last_year": _months(YEAR, -1),
    "next_year": _months(YEAR, 1),
    "this_fiscal_year": _months(YEAR, 0, fiscal=True),
    "last_fiscal_year": _months(YEAR, -1, fiscal=True),
    "next_fiscal_year": _months(YEAR, 1, fiscal=True),
    "this_fiscal_quarter": _months(QUARTER, 0, fiscal=True),
    "last_fiscal_quarter": _months(QUARTER, -1, fiscal=True),
    "next_fiscal_quarter": _months(QUARTER, 1, fiscal=True),
    "last_days": lambda c, n: (c.today - (n - 1) * DAY, c.today + DAY),
    "next_days": lambda c, n: (c.today, c.today + n * DAY),
    "last_weeks": lambda c, n: (_monday(c.today) - n * WEEK, _monday(c.today)),
    "next_weeks": lambda c, n: (_monday(c.today) + WEEK, _monday(c.today) + (n + 1) * WEEK),
    "last_months": _last_months,
    "next_months": _next_months,
    "days_ago": lambda c, n: (c.today - n * DAY, c.today - (n - 1) * DAY),
    "days_ahead": lambda c, n: (c.today + n * DAY, c.today + (n + 1) * DAY),
}
