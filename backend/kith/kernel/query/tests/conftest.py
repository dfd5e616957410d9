"""One town for the tests of a file; they only read it."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from tests.support.databases import Databases
from tests.support.town import Town, settle

_GONE = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
async def town(databases: Databases) -> AsyncIterator[Town]:
    """A town with shops and visits."""
    async with settle(databases) as found:
        await _shops(found)
        await _visits(found)
        yield found


async def _shops(town: Town) -> None:
    await town.add("shop", "ada", name="Big Chain", city="Berlin", size=100, secret="gold")
    await town.add("shop", "max", name="Corner", city="Paris", size=3, chain="@Big Chain")
    await town.add(
        "shop", "sam", name="华星商店", city="Shanghai", size=20, phone="+86 138 0013 8000"
    )


async def _visits(town: Town) -> None:
    await town.add(
        "visit",
        "sam",
        name="Alpha",
        note="Talked about 华星 and a renewal",
        count=1,
        rate=0.5,
        cost={"amount": 100, "currency": "USD"},
        day="2026-11-20",
        at="2026-11-21T23:30:00+00:00",
        done=True,
        mood="good",
        moods=["good", "fair"],
        labels=["vip", "new"],
        shop="@Corner",
        shops=["@Corner", "@华星商店"],
        helper="@sue",
        email="anna@example.com",
        where={"city": "Berlin", "country": "DE", "lat": 52.52, "lng": 13.4},
        spot={"lat": 52.52, "lng": 13.4},
        secret="x",
    )
    await town.add(
        "visit",
        "sam",
        name="Beta",
        count=2,
        rate=1.5,
        cost={"amount": 250, "currency": "USD"},
        day="2026-11-22",
        at="2026-11-22T10:00:00+00:00",
        done=False,
        mood="fair",
        moods=["bad"],
        labels=["vip"],
        shop="@华星商店",
        helper="@sam",
        where={"city": "Potsdam", "country": "DE", "lat": 52.4, "lng": 13.06},
        spot={"lat": 52.4, "lng": 13.06},
    )
    await town.add(
        "visit",
        "sue",
        name="Gamma 50%",
        count=3,
        cost={"amount": 50, "currency": "USD"},
        day="2026-10-01",
        at="2026-10-01T00:30:00+00:00",
        mood="bad",
        shop="@Big Chain",
        shops=["@Big Chain"],
    )
    await town.add("visit", "max", name="delta", day="2025-12-31")
    await town.add("visit", "ada", name="Épsilon", count=5, mood="good", day="2026-01-15")
    await town.add("visit", "sam", name="Zeta gone", count=9, deleted_at=_GONE)
    for name, visit, price in (("one", "Alpha", 5), ("two", "Alpha", 7), ("three", "Gamma 50%", 1)):
        await town.add("line", name=name, visit=f"@{visit}", price=price)
