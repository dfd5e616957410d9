"""What relative dates mean."""

import datetime as dt

import pytest

from kith.kernel.query.relative import PERIODS, Calendar, period

TODAY = dt.date(2026, 11, 22)  # a Sunday
DAYS = {
    ("today", None): ("2026-11-22", "2026-11-23"),
    ("yesterday", None): ("2026-11-21", "2026-11-22"),
    ("tomorrow", None): ("2026-11-23", "2026-11-24"),
    ("this_week", None): ("2026-11-16", "2026-11-23"),
    ("last_week", None): ("2026-11-09", "2026-11-16"),
    ("next_week", None): ("2026-11-23", "2026-11-30"),
    ("this_month", None): ("2026-11-01", "2026-12-01"),
    ("last_month", None): ("2026-10-01", "2026-11-01"),
    ("next_month", None): ("2026-12-01", "2027-01-01"),
    ("this_quarter", None): ("2026-10-01", "2027-01-01"),
    ("last_quarter", None): ("2026-07-01", "2026-10-01"),
    ("next_quarter", None): ("2027-01-01", "2027-04-01"),
    ("this_year", None): ("2026-01-01", "2027-01-01"),
    ("last_year", None): ("2025-01-01", "2026-01-01"),
    ("next_year", None): ("2027-01-01", "2028-01-01"),
    ("last_days", 7): ("2026-11-16", "2026-11-23"),
    ("next_days", 7): ("2026-11-22", "2026-11-29"),
    ("last_weeks", 2): ("2026-11-02", "2026-11-16"),
    ("next_weeks", 1): ("2026-11-23", "2026-11-30"),
    ("last_months", 3): ("2026-08-01", "2026-11-01"),
    ("next_months", 2): ("2026-12-01", "2027-02-01"),
    ("days_ago", 30): ("2026-10-23", "2026-10-24"),
    ("days_ahead", 10): ("2026-12-02", "2026-12-03"),
}
FISCAL = {
    ("this_fiscal_year", 4): ("2026-04-01", "2027-04-01"),
    ("last_fiscal_year", 4): ("2025-04-01", "2026-04-01"),
    ("next_fiscal_year", 4): ("2027-04-01", "2028-04-01"),
    ("this_fiscal_year", 12): ("2025-12-01", "2026-12-01"),
    ("this_fiscal_year", 1): ("2026-01-01", "2027-01-01"),
    ("this_fiscal_quarter", 2): ("2026-11-01", "2027-02-01"),
    ("last_fiscal_quarter", 2): ("2026-08-01", "2026-11-01"),
    ("next_fiscal_quarter", 2): ("2027-02-01", "2027-05-01"),
}


@pytest.mark.parametrize(("name", "n"), DAYS)
def test_a_period_holds_the_days_that_people_mean(name: str, n: int | None) -> None:
    found = period(name, n, Calendar(TODAY))
    assert found is not None
    assert tuple(day.isoformat() for day in found) == DAYS[name, n]


@pytest.mark.parametrize(("name", "start"), FISCAL)
def test_fiscal_periods_begin_with_the_workspaces_month(name: str, start: int) -> None:
    found = period(name, None, Calendar(TODAY, start))
    assert found is not None
    assert tuple(day.isoformat() for day in found) == FISCAL[name, start]


def test_every_period_of_this_kind_follows_the_one_before() -> None:
    for span in ("week", "month", "quarter", "year", "fiscal_year", "fiscal_quarter"):
        last, this, following = (
            PERIODS[f"{which}_{span}"](Calendar(TODAY, 7), 1) for which in ("last", "this", "next")
        )
        assert last[1] == this[0]
        assert this[0] <= TODAY < this[1]
        assert this[1] == following[0]


def test_the_week_of_a_monday_begins_on_it() -> None:
    monday = dt.date(2026, 11, 23)
    assert PERIODS["this_week"](Calendar(monday), 1)[0] == monday


def test_unknown_names_and_days_that_no_calendar_has_are_told_apart() -> None:
    assert period("someday", None, Calendar(TODAY)) is None
    for name, n in (("last_days", 99_999_999), ("next_months", 100_000), ("days_ago", 800_000)):
        with pytest.raises(OverflowError):
            period(name, n, Calendar(TODAY))
